import Foundation

/// A program that a test may ask for its opinion, where the machine has it.
struct Program {
  private let url: URL

  /// The first program of these names on the search path; `nil` where there is none.
  init?(_ names: String...) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    url = URL(fileURLWithPath: path)
  }

  /// Runs the program to its end; what it said on both outputs, and how it ended.
  func run(_ arguments: [String], folder: URL) throws -> (output: String, errors: String, Int32) {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    func text(_ file: URL) throws -> String {
      String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    return (try text(output), try text(errors), process.terminationStatus)
  }
}
