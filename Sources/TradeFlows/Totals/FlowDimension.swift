/// What rows of trade statistics are told apart by.
public enum FlowDimension: String, Sendable, CaseIterable {
  /// The year, quarter or month.
  case period
  /// The country whose customs counted.
  case reporter
  /// The other country.
  case partner
  /// Export, import, re-export or re-import.
  case flow
  /// The commodity: a code of the Harmonized System or another classification.
  case code
}
