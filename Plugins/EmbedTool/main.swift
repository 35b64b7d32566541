import Foundation

// embed-datasets OUTPUT.swift FILE.csv ... writes one constant a file:
//   enum Embedded { static let exportGroups: StaticString = ... }
// A StaticString lies in the program's own bytes: reading it copies nothing.

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else {
  fatalError("usage: embed-datasets OUTPUT.swift FILE.csv ...")
}

/// `export-groups.csv` becomes `exportGroups`.
func identifier(_ path: String) -> String {
  let words = URL(filePath: path).deletingPathExtension().lastPathComponent.split(separator: "-")
  return words.enumerated()
    .map { $0.offset == 0 ? String($0.element) : $0.element.capitalized }
    .joined()
}

var source = "// Written by embed-datasets while building.\n\nenum Embedded {\n"
for path in arguments.dropFirst() {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  guard !text.contains("\"\"\"####"), !text.contains("\r") else {
    fatalError("\(path) holds a carriage return or the text \"\"\"####, which end the constant")
  }
  source += "  static let \(identifier(path)): StaticString = ####\"\"\"\n\(text)\n\"\"\"####\n"
}
source += "}\n"
try source.write(toFile: output, atomically: true, encoding: .utf8)
