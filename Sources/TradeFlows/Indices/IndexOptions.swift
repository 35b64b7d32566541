import TradeSeries

/// Which part of the data an index is for, and how it is shown.
///
/// Reporter, partner and top choose rows of the result; what the index compares with, such as the
/// world, is always worked out from all of the data.
public struct IndexOptions: Sendable, Equatable {
  /// The reporter to show; all where none is named.
  public var reporter: String?
  /// The partner whose trade alone counts; all where none is named.
  public var partner: String?
  /// The flow: `export`, `import` or another of the data; `turnover` is the sum of the two.
  public var flow = "export"
  /// What the parts are, such as commodities or partners; empty for the usual of each index.
  public var by: [FlowDimension] = []
  /// The first period.
  public var from: Period?
  /// The last period.
  public var until: Period?
  /// How many of the largest; `nil` for all, or for the usual of each index.
  public var top: Int?
  /// Each period beside the one before, in place of the first beside the last.
  public var isConsecutive = false
  /// Only codes of so many digits.
  public var digits: Int?
  /// Goods are taken together by so many leading characters of their codes.
  public var group: Int?
  /// Gross domestic product by reporter and period, in the unit of the trade values.
  public var output: [String: [String: Double]] = [:]

  /// All of the data, exports, and the usual choice of every index.
  public init() {}

  /// The parts, or those that are usual.
  func part(_ usual: FlowDimension) -> FlowDimension { by.first ?? usual }
}
