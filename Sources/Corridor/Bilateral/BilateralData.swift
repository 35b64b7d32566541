/// What a report on the trade of two countries is made of, wherever it comes from: the ledger or a
/// file of trade flows.
///
/// Only the series must be there; a report leaves out the sections that nothing is known for.
public struct BilateralData: Sendable {
  /// The flow that the report is on.
  public let series: Series
  /// Which flow that is.
  public var flow = Flow.turnover
  /// Exports of the reporter to the partner, in the unit of the series.
  public var exports: Series?
  /// Imports of the reporter from the partner, in the unit of the series.
  public var imports: Series?
  /// The goods of the trade, and of what else belongs beside them.
  public var goods: [GoodsChange] = []
  /// Published figures on single goods, which belong to no comparison.
  public var singleGoods: Table?
  /// What both sides count.
  public var mirror: Mirror?
  /// Values that governments have named as aims for the flow.
  public var targets: [Target] = []
  /// What happened in these years.
  public var events: [Event] = []
  /// Years in which publishers differ.
  public var disagreements: [Disagreement] = []
  /// A figure of the period after the series, of the part that is over.
  public var soFar: Ledger.Entry?
  /// Each source once, a line each.
  public var sources: [String] = []

  /// The goods of one flow in two periods.
  public struct GoodsChange: Sendable {
    /// What the goods are: `Exports of Kazakhstan to Viet Nam, SITC sections`.
    public let title: String
    /// Growth, contribution and share of each.
    public let comparison: Comparison

    /// A comparison with what it is of.
    public init(_ title: String, _ comparison: Comparison) {
      self.title = title
      self.comparison = comparison
    }
  }

  /// A series alone.
  public init(_ series: Series, flow: Flow = .turnover) {
    self.series = series
    self.flow = flow
  }

  /// Exports less imports of each period that has both; bounds stay bounds.
  public var balances: [Figure?] {
    series.periods.map { period in
      guard let exports = exports?[period], let imports = imports?[period] else { return nil }
      return exports - imports
    }
  }
}
