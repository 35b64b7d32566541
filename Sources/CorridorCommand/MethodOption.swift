import Corridor

/// The option `--method`, as several commands have it.
enum MethodOption {
  /// The line of a help screen and those that it needs for all names.
  static let usage: String = {
    let margin = String(repeating: " ", count: 24)
    var lines: [String] = []
    var line = "  --method METHOD       "
    for (index, method) in Methods.all.enumerated() {
      let word = method.name + (index + 1 < Methods.all.count ? "," : "")
      if line.count + word.count > 79 {
        lines.append(String(line.trimmingEnd))
        line = margin
      }
      line += word + " "
    }
    return (lines + [String(line.trimmingEnd)]).joined(separator: "\n")
  }()

  static func read(_ arguments: inout Arguments) throws -> any Forecaster {
    try arguments.choice(
      "--method", "method", among: Methods.all.map { ($0.name, $0) }, default: .auto)
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmingEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
  }
}
