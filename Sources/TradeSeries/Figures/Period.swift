import TradeTables

/// A span of time that a figure is for: a year, a quarter, a month, a range of months inside a
/// year, or a step of a plain counter.
///
///     2019    2025-Q1    2018-03    2023-01/2023-05
public struct Period: Hashable, Sendable {
  /// What a period spans; the periods of one series are of one kind.
  public enum Kind: Int, Sendable {
    /// A calendar year.
    case year
    /// Three months, from January, April, July or October on.
    case quarter
    /// A calendar month.
    case month
    /// Several months of one year, such as the year so far.
    case months
    /// A counter without a calendar, as many data sets for competitions have it.
    case step
  }

  /// What the period spans, and so what `index` counts.
  public let kind: Kind
  /// The place on the axis of its kind: the year, the quarter or month counted from year 0, or the
  /// counter.
  public let index: Int
  /// The number of months of a range of months; 1 otherwise.
  let length: Int

  private init(_ kind: Kind, _ index: Int, length: Int = 1) {
    self.kind = kind
    self.index = index
    self.length = length
  }

  /// A calendar year.
  public init(year: Int) { self.init(.year, year) }

  /// A quarter of a year, from 1 to 4; any other traps.
  public init(year: Int, quarter: Int) {
    precondition((1...4).contains(quarter), "quarter \(quarter)")
    self.init(.quarter, year * 4 + quarter - 1)
  }

  /// A month of a year, from 1 to 12; any other traps.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "month \(month)")
    self.init(.month, year * 12 + month - 1)
  }

  /// Some months of one year, such as January to May.
  public init(year: Int, months: ClosedRange<Int>) {
    precondition(months.lowerBound >= 1 && months.upperBound <= 12, "months \(months)")
    self.init(.months, year * 12 + months.lowerBound - 1, length: months.count)
  }

  /// A step of a counter, which may begin anywhere.
  public init(step: Int) { self.init(.step, step) }

  /// How many periods of this kind a year has; 1 for ranges and counters.
  public var perYear: Int {
    switch kind {
    case .quarter: 4
    case .month: 12
    case .year, .months, .step: 1
    }
  }

  /// The period so many steps later.
  public func advanced(by count: Int) -> Period { Period(kind, index + count, length: length) }

  /// The calendar year; the counter itself for a step.
  public var year: Int { Self.quotient(firstMonth, 12) }

  /// The first and the last month, counted from year 0; a step counts as a year.
  var firstMonth: Int {
    switch kind {
    case .year, .step: index * 12
    case .quarter: index * 3
    case .month, .months: index
    }
  }

  var lastMonth: Int {
    switch kind {
    case .year, .step: index * 12 + 11
    case .quarter: index * 3 + 2
    case .month, .months: index + length - 1
    }
  }

  /// How many months it spans from January on; `nil` where it begins later or is a step.
  package var monthsFromJanuary: Int? {
    guard kind != .step, Self.remainder(firstMonth, 12) == 0 else { return nil }
    return lastMonth - firstMonth + 1
  }

  private static func quotient(_ number: Int, _ divisor: Int) -> Int {
    (number - remainder(number, divisor)) / divisor
  }

  private static func remainder(_ number: Int, _ divisor: Int) -> Int {
    ((number % divisor) + divisor) % divisor
  }
}

extension Period: Comparable {
  /// By the first month, then by the last.
  public static func < (first: Period, second: Period) -> Bool {
    (first.firstMonth, first.lastMonth) < (second.firstMonth, second.lastMonth)
  }
}

// MARK: - Text

extension Period: CustomStringConvertible {
  /// The period as files write it: `2019`, `2025-Q1`, `2018-03`, `2023-01/2023-05`.
  public var description: String {
    switch kind {
    case .year, .step: "\(index)"
    case .quarter: "\(year)-Q\(Self.remainder(index, 4) + 1)"
    case .month: Self.month(index)
    case .months: "\(Self.month(index))/\(Self.month(index + length - 1))"
    }
  }

  private static func month(_ index: Int) -> String {
    let number = remainder(index, 12) + 1
    return "\(quotient(index, 12))-\(number < 10 ? "0" : "")\(number)"
  }

  /// The forms that `init(_:)` reads, for messages.
  public static let forms = "2019, 2025-Q1, 2018-03 or 2023-01/2023-05"

  /// Reads `2019`, `2025-Q1` (`2025Q1`), `2018-03` (`2018M03`) and `2023-01/2023-05`; a year is one
  /// from 1000 to 2999.
  ///
  /// `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let text = Substring(text)
    if text.utf8.contains(UInt8(ascii: "/")) {
      // Two months of one year, so that the halves have no range in them.
      let halves = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
      guard halves.count == 2, let first = Period(simple: halves[0]),
        let last = Period(simple: halves[1]),
        first.kind == .month, last.kind == .month, first.year == last.year, first <= last
      else { return nil }
      self.init(.months, first.index, length: last.index - first.index + 1)
      return
    }
    self.init(simple: text)
  }

  /// A year, a quarter or a month.
  private init?(simple text: Substring) {
    guard let year = Self.digits(text.prefix(4), count: 4), (1000...2999).contains(year) else {
      return nil
    }
    var rest = text.dropFirst(4)
    guard !rest.isEmpty else {
      self.init(year: year)
      return
    }
    if rest.first == "-" { rest = rest.dropFirst() }
    if rest.first == "Q" || rest.first == "q" {
      guard let quarter = Self.digits(rest.dropFirst(), count: 1), (1...4).contains(quarter) else {
        return nil
      }
      self.init(year: year, quarter: quarter)
      return
    }
    let isMarked = rest.first == "M" || rest.first == "m"
    if isMarked { rest = rest.dropFirst() }
    guard isMarked || text.count == 7, let month = Self.digits(rest, count: 2),
      (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  private static func digits(_ text: Substring, count: Int) -> Int? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    return Int(text)
  }
}
