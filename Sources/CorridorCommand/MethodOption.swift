import Corridor

/// The option `--method`, as several commands have it.
enum MethodOption {
  /// The line of a help screen and those that it needs for all names.
  static let usage: String = {
    let margin = String(repeating: " ", count: 24)
    var lines: [String] = []
    var line = "  --method METHOD       "
    let names = Methods.all.map(\.name) + Methods.variants.map(\.name)
    for (index, name) in names.enumerated() {
      let word = name + (index + 1 < names.count ? "," : ";")
      if line.count + word.count > 79 {
        lines.append(String(line.trimmingEnd))
        line = margin
      }
      line += word + " "
    }
    let scales = [
      "with :log or :box-cox most work on another scale,", "as in ets:log (help methods)",
    ]
    return (lines + [String(line.trimmingEnd)] + scales.map { margin + $0 })
      .joined(separator: "\n")
  }()

  static func read(_ arguments: inout Arguments) throws(UsageError) -> any Forecaster {
    guard let name = try arguments.option("--method") else { return .auto }
    return try method(name)
  }

  /// The method of that name.
  static func method(_ name: String) throws(UsageError) -> any Forecaster {
    if let method = Methods.named(name) { return method }
    if let colon = name.firstIndex(of: ":"),
      let method = Methods.named(String(name[..<colon])), !isVariant(name)
    {
      throw UsageError(fault(of: method, on: String(name[name.index(after: colon)...])))
    }
    let names = Methods.all.map(\.name)
    throw UsageError(
      "unknown method '\(Suggestion.excerpt(name))'"
        + Suggestion.text(for: name, among: names + Methods.variants.map(\.name))
        + "; there are \(names.joined(separator: ", "))")
  }

  /// Whether the name is nearly that of a variant.
  private static func isVariant(_ name: String) -> Bool {
    Suggestion.nearest(to: name, among: Methods.variants.map(\.name)) != nil
  }

  private static func fault(of method: any Forecaster, on scale: String) -> String {
    if method.onTransformedValues == nil {
      return "\(method.name) works on the amounts themselves and takes no ':' and scale"
    }
    if scale.hasPrefix("box-cox=") {
      return "box-cox= takes a number from 0, which is log, to 1, such as "
        + "\(method.name):box-cox=0.3"
    }
    return "unknown scale '\(Suggestion.excerpt(scale))'"
      + Suggestion.text(for: scale, among: ["log", "box-cox"])
      + "; after \(method.name): there are log, box-cox and box-cox=0.3"
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmingEnd: Substring {
    self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
  }
}
