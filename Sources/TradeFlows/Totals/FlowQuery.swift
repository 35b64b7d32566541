import TradeSeries

/// Which rows of files of trade flows are added up, and by what.
public struct FlowQuery: Sendable {
  /// What the sums are told apart by.
  public var by: [FlowDimension]
  /// ISO 3166 alpha-3 codes of the reporters; `nil` for all.
  public var reporters: Set<String>?
  /// ISO 3166 alpha-3 codes of the partners; `nil` for all.
  public var partners: Set<String>?
  /// `nil` for all.
  public var flows: Set<Flow>?
  /// Beginnings of commodity codes: `10` is chapter 10 and all that belongs to it; `nil` for all.
  public var codes: [String]?
  /// The first period; earlier rows are left out.
  public var from: Period?
  /// The last period; later rows are left out.
  public var until: Period?
  /// The level of commodities that is added up, or that codes are cut to; `nil` where a file has
  /// one only.
  public var level: Level?
  /// Whether the world as a partner counts, or each partner; `nil` where a file has one only.
  public var partnerKind: PartnerKind?

  /// A level of commodities.
  public enum Level: Hashable, Sendable {
    /// All commodities.
    case total
    /// Codes of so many digits.
    case digits(Int)
  }

  /// Which partners count.
  public enum PartnerKind: String, Sendable, CaseIterable {
    /// Each country.
    case each
    /// The world as one.
    case world
  }

  /// All rows, by the dimensions.
  public init(by: [FlowDimension]) { self.by = by }
}
