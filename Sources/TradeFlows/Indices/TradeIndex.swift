import TradeTables

/// A published statistic of trade, or a family of them: its name, its definition and the table that
/// it makes of totals.
///
///     let table = try TradeIndex.concentration.table(of: totals)
///
/// To add one: write its definition as a pure function in a file of its own, describe it in an
/// extension beside its relatives, and add it to `all`.
public struct TradeIndex: Sendable {
  /// What the command line calls it.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// The definition in one line or a few.
  public let formula: String
  /// Who defined it: author, year, journal.
  public let source: String
  /// Which values it can take, and in what unit.
  public let range: String
  /// Other words by which it is looked for, such as `hhi`.
  public let terms: [String]
  /// What the data have to tell apart, beside what `by` names.
  public let needs: Set<FlowDimension>
  private let rows: Rows

  typealias Rows = @Sendable (FlowCube) throws(IndexError) -> IndexTable

  init(
    _ name: String, _ title: String, formula: String, source: String, range: String,
    terms: [String] = [], needs: Set<FlowDimension> = [], rows: @escaping Rows
  ) {
    self.name = name
    self.title = title
    self.formula = formula
    self.source = source
    self.range = range
    self.terms = terms
    self.needs = needs
    self.rows = rows
  }

  /// The index of every period, reporter and part, as one table.
  ///
  /// `marks` are the qualifiers of the rows of `totals`; shares, balances and contributions carry
  /// them through.
  public func table(
    of totals: FlowTotals, marks: [Qualifier?]? = nil, options: IndexOptions = IndexOptions()
  ) throws(IndexError) -> Table {
    for dimension in FlowDimension.allCases
    where needs.contains(dimension) && !totals.dimensions.contains(dimension) {
      throw .lacks(dimension, index: name)
    }
    let cube = try FlowCube(totals, marks: marks, index: name, options: options)
    let table = try rows(cube).table
    guard table.rowCount > 0 else { throw .noResult(index: name) }
    return table
  }
}

extension TradeIndex {
  /// Every index, in the order of the subject.
  public static let all: [TradeIndex] = [
    .shares, .concentration, .diversification, .similarity, .complementarity,
    .balance, .dependence, .openness, .intensity,
    .comparativeAdvantage, .lafay, .intraIndustry, .marginalIntraIndustry,
    .prices, .termsOfTrade, .margins, .marketShare, .shiftShare, .contributions, .changes,
    .economies, .goods, .proximity, .density,
  ]

  /// The index of that name.
  public static func named(_ name: String) throws(IndexError) -> TradeIndex {
    let word = name.lowercased()
    if let index = all.first(where: { $0.name == word }) { return index }
    if let index = all.first(where: { $0.terms.contains(word) }) {
      throw .noIndex(name, hint: "; it is part of: corridor index \(index.name)")
    }
    let near = Suggestion.text(for: word, among: all.map { $0.name })
    throw .noIndex(name, hint: "\(near); corridor index lists them all")
  }
}
