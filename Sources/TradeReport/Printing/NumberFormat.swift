import TradeTables

/// The characters that a language writes numbers with; the numbers themselves are the same in all.
public struct NumberFormat: Sendable, Equatable {
  /// Between whole and broken part: `.` or `,`.
  public let decimalMark: String
  /// Between groups of three digits.
  public let groupMark: String
  /// Before numbers below zero.
  public let minus: String
  /// Behind percentages, with the blank that stands before it.
  public let percentSign: String

  /// Marks for numbers; as plain text in English unless told otherwise.
  public init(
    decimalMark: String = ".", groupMark: String = " ", minus: String = "-",
    percentSign: String = " %"
  ) {
    self.decimalMark = decimalMark
    self.groupMark = groupMark
    self.minus = minus
    self.percentSign = percentSign
  }

  /// A number as a column of that style prints it.
  public func text(_ number: Double, _ style: Column.Style) -> String {
    rewritten(Self.plain(number, style), isPlain: style == .plain)
  }

  /// The same text of one number with this format's marks.
  func rewritten(_ text: String, isPlain: Bool = false) -> String {
    guard self != NumberFormat() else { return text }
    if text.hasSuffix(" %") {
      return rewritten(String(text.dropLast(2)), isPlain: isPlain) + percentSign
    }
    var result = ""
    for (index, character) in text.enumerated() {
      switch character {
      case ".": result += decimalMark
      case " " where !isPlain: result += groupMark
      case "-" where index == 0: result += minus
      default: result.append(character)
      }
    }
    return result
  }

  private static func plain(_ number: Double, _ style: Column.Style) -> String {
    // What rounds to zero has no sign.
    func signed(_ text: String) -> String {
      number > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
    }
    switch style {
    case .plain: return NumberText.full(number)
    case .decimal(let digits): return NumberText.fixed(number, digits: digits)
    case .signed(let digits): return signed(NumberText.fixed(number, digits: digits))
    case .percent(let digits): return NumberText.fixed(100 * number, digits: digits) + " %"
    case .signedPercent(let digits):
      return signed(NumberText.fixed(100 * number, digits: digits)) + " %"
    case .signedPoints(let digits):
      return signed(NumberText.fixed(100 * number, digits: digits))
    case .significant(let digits): return NumberText.significant(number, digits: digits)
    case .mixed(let digits):
      return number == number.rounded()
        ? NumberText.fixed(number, digits: 0) : NumberText.significant(number, digits: digits)
    }
  }
}

extension Column.Style {
  /// Fewer decimals for a column of large numbers, where they only take room, and more for one of
  /// small numbers.
  package func adapted(to numbers: [Double?]) -> Column.Style {
    let largest = numbers.compactMap { $0.map(abs) }.max() ?? 0
    return switch self {
    case .decimal(1): .decimal(largest >= 1e5 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3)
    case .signed(1): .signed(largest >= 1e5 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3)
    case .signedPercent(1) where largest >= 10: .signedPercent(0)
    default: self
    }
  }
}
