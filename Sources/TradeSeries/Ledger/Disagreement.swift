import TradeTables

/// Where the publications of both sides differ on one year: the lowest and the highest figure.
public struct Disagreement: Sendable {
  /// The year that all the statements are about.
  public let period: Period
  /// Every statement on the period that is a value, lowest first, and the bounds that contradict one.
  public let statements: [Statement]

  /// One publication's figure for a flow between two countries, whichever side it comes from.
  public struct Statement: Sendable {
    /// The side that published it.
    public let reporter: String
    /// The turnover that it states, or its exports and imports added.
    public let figure: Figure
    /// The office, agency or newspaper that published it.
    public let publisher: String
    /// Whether exports and imports were added.
    public let isSum: Bool
  }

  /// The statement with the smallest figure.
  public var lowest: Statement { statements[0] }
  /// The statement with the largest figure.
  public var highest: Statement { statements[statements.count - 1] }

  /// The highest figure over the lowest; `nil` where a figure is zero.
  public var ratio: Double? {
    guard let low = lowest.figure.value, let high = highest.figure.value, low > 0 else {
      return nil
    }
    return high / low
  }
}

extension Ledger {
  /// The years in which statements of either side on the turnover of two countries differ, by year.
  ///
  /// Figures of the year so far do not count, and neither do reconciled ones, which are no
  /// statement of a side.
  public func disagreements(between one: String, and other: String) -> [Disagreement] {
    let pair: Set = [one, other]
    let relevant = entries.filter { entry in
      entry.isReported && !entry.isYearToDate && entry.period.kind == .year
        && Set([entry.reporter, entry.partner]) == pair
    }
    let years = Set(relevant.map(\.period)).sorted()
    return years.compactMap { period in
      let entries = relevant.filter { $0.period == period }
      var statements = entries.filter { $0.flow == .turnover }.map { entry in
        Disagreement.Statement(
          reporter: entry.reporter, figure: entry.figure, publisher: entry.publisher, isSum: false)
      }
      for exports in entries where exports.flow == .export {
        let imports = entries.first {
          $0.flow == .import && $0.reporter == exports.reporter
            && $0.publisher == exports.publisher && $0.title == exports.title
        }
        // A publication that prints its turnover needs no sum.
        let isPrinted = entries.contains {
          $0.flow == .turnover && $0.publisher == exports.publisher && $0.title == exports.title
        }
        guard let imports, !isPrinted, exports.figure.unit == imports.figure.unit else { continue }
        statements.append(
          Disagreement.Statement(
            reporter: exports.reporter, figure: exports.figure + imports.figure,
            publisher: exports.publisher, isSum: true))
      }
      let disagreement = Disagreement(period: period, statements: statements.contradicting)
      guard disagreement.statements.count > 1, let ratio = disagreement.ratio, ratio > 1 else {
        return nil
      }
      return disagreement
    }
  }
}

extension [Disagreement.Statement] {
  /// Sorted, without the bounds that agree with every value: "more than 800" does not contradict
  /// 860.
  fileprivate var contradicting: [Disagreement.Statement] {
    let unit = first?.figure.unit
    let comparable = filter { $0.figure.unit == unit }
    let values = comparable.filter { !$0.figure.isBound }.compactMap(\.figure.value)
    return
      comparable
      .filter { statement in
        !statement.figure.isBound || values.contains { !statement.figure.contains($0) }
      }
      .sorted { ($0.figure.value ?? 0) < ($1.figure.value ?? 0) }
  }
}

extension [Disagreement] {
  /// `period,lowest,lowest_qualifier,lowest_by,highest,highest_qualifier,highest_by,ratio`.
  public var table: Table {
    Table(
      .text("period", map(\.period.description), heading: "Year"),
      .number(
        "lowest", map(\.lowest.figure.value), heading: "Lowest", style: .decimal(1),
        mark: "lowest_qualifier"),
      .qualifiers("lowest_qualifier", map(\.lowest.figure.qualifier)),
      .text("lowest_by", map(\.lowest.label), heading: "by"),
      .number(
        "highest", map(\.highest.figure.value), heading: "Highest", style: .decimal(1),
        mark: "highest_qualifier"),
      .qualifiers("highest_qualifier", map(\.highest.figure.qualifier)),
      .text("highest_by", map(\.highest.label), heading: "by"),
      .number("ratio", map(\.ratio), heading: "Ratio", style: .decimal(2)))
  }
}

extension Disagreement.Statement {
  fileprivate var label: String { "\(reporter): \(publisher.shortName)" }
}

extension String {
  /// A publisher's name without what stands in brackets or after a comma.
  package var shortName: String {
    String(prefix { $0 != "(" && $0 != "," }).trimmed
  }
}
