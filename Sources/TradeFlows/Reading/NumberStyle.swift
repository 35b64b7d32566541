import TradeTables

/// How a file writes its numbers.
struct NumberStyle: Sendable, Equatable {
  /// The mark before the decimals.
  var decimal = UInt8(ascii: ".")
  /// Marks between thousands, as UTF-8: blanks of every kind, apostrophes, commas or points.
  var grouping: [[UInt8]] = []

  /// What a dash says; `nil` refuses it.
  var dash: FlowReading.Dash?
  /// Whether letters may follow a number, such as `628 e` for an estimate.
  var hasFlags = false

  /// What the bytes of a field say.
  enum Reading: Equatable {
    case number(Double)
    case missing
    case wrong
    /// A number, or none, with a mark of its own.
    case marked(Double?, Mark)
  }

  /// What is said of a single number.
  enum Mark {
    case estimated
    case preliminary
    /// The value is kept back.
    case confidential

    /// The gravest of Eurostat's flags; the others, such as `b` for a break, mark no value.
    init?(flags: some StringProtocol) {
      if flags.contains("c") {
        self = .confidential
      } else if flags.contains(where: { "esf".contains($0) }) {
        self = .estimated
      } else if flags.contains("p") {
        self = .preliminary
      } else {
        return nil
      }
    }

    var key: FlowKey {
      var level = FlowLevel()
      switch self {
      case .estimated: level.qualifier = .estimated
      case .preliminary: level.qualifier = .preliminary
      case .confidential: level.isConfidential = true
      }
      return FlowKey(level: level)
    }
  }

  /// Whether a plain decimal is what it is in any other file.
  var isPointDecimal: Bool { decimal == Self.point }

  /// Reads a field, blanks round it or not.
  func read(_ field: UnsafeBufferPointer<UInt8>) -> Reading {
    if Self.isNotAvailable(field) { return .missing }
    if isPointDecimal, let number = NumberText.number(field) { return .number(number) }
    return read(String(decoding: field, as: UTF8.self))
  }

  /// Reads a text, blanks round it or not.
  func read(_ text: String) -> Reading {
    let whole = text.trimmed
    if Self.hidden.contains(whole) { return .marked(nil, .confidential) }
    guard hasFlags else { return plainRead(whole) }
    let text = Self.withoutFlags(whole)
    let plain = plainRead(text)
    guard let mark = Mark(flags: whole.dropFirst(text.count)) else { return plain }
    return switch plain {
    case .number(let number): .marked(number, mark)
    case .missing: .marked(nil, mark)
    default: plain
    }
  }

  private func plainRead(_ text: String) -> Reading {
    if NumberText.isMissing(text) { return .missing }
    if text == "-" || text == "–" {
      return dash.map { $0 == .zero ? .number(0) : .missing } ?? .wrong
    }
    let isPlain = decimal == Self.point && grouping.isEmpty
    let plain = isPlain ? text : plain(Array(text.utf8))
    return NumberText.number(plain).map { .number($0) } ?? .wrong
  }

  static let point = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  /// Confidential: the value is kept back.
  private static let hidden: Set<String> = ["c", "C", "conf", "(c)", ": c"]

  /// Whether a field is blank or `NA`, as most that are missing: the texts of `NumberText.isMissing`
  /// that are found without making a string.
  private static func isNotAvailable(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    var (start, end) = (0, field.count)
    while start < end, field[start] == RecordScanner.blank { start += 1 }
    while start < end, field[end - 1] == RecordScanner.blank { end -= 1 }
    return start == end
      || end - start == 2 && field[start] == UInt8(ascii: "N")
        && field[start + 1] == UInt8(ascii: "A")
  }

  static func withoutFlags(_ text: String) -> String {
    guard let blank = text.firstIndex(of: " "), text[blank...].allSatisfy({ !$0.isNumber }) else {
      return text
    }
    return String(text[..<blank])
  }

  /// The text with a decimal point and without marks between thousands.
  private func plain(_ text: [UInt8]) -> String {
    var plain: [UInt8] = []
    var rest = text[...]
    while let byte = rest.first {
      if let mark = grouping.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(mark.count)
      } else {
        plain.append(byte == decimal ? Self.point : byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
