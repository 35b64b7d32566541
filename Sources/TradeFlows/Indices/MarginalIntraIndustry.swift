/// Marginal intra-industry trade: whether exports and imports of the same goods changed together.
///
///     Brülhart A        A[k] = 1 − |Δx − Δm| / (|Δx| + |Δm|)             0 … 1
///     Brülhart B        B[k] = (Δx − Δm) / (|Δx| + |Δm|)                −1 … 1
///     of all goods      Σ (|Δx| + |Δm|) A[k] / Σ (|Δx| + |Δm|)           0 … 1
///     Hamilton-Kniest   the smaller of Δx and Δm over the larger         0 … 1, undefined where
///                       exports or imports fell
///
/// A high A means that new trade asks for little movement of workers between industries. Pure
/// numbers. B tells the direction: above 0 exports gained on imports.
///
/// References: Brülhart, "Marginal intra-industry trade: measurement and relevance for the pattern
/// of industrial adjustment", *Weltwirtschaftliches Archiv* (1994); Hamilton & Kniest, "Trade
/// liberalisation, structural adjustment and intra-industry trade: a note", ibid. (1991).
public enum MarginalIntraIndustry {
  /// Exports and imports of one good at two times.
  public struct Change: Sendable, Equatable {
    /// The change of exports.
    public let exports: Double
    /// The change of imports.
    public let imports: Double

    /// Later less earlier values.
    public init(exports: Double, imports: Double) {
      self.exports = exports
      self.imports = imports
    }

    fileprivate var size: Double { abs(exports) + abs(imports) }
  }

  /// Brülhart's A index of one good.
  public static func matched(_ change: Change) -> IndexValue {
    IndexValue { () throws(Undefined) in
      1 - (try ratio(abs(change.exports - change.imports), change.size, unchanged))
    }
  }

  /// Brülhart's B index of one good.
  public static func direction(_ change: Change) -> IndexValue {
    IndexValue { () throws(Undefined) in
      try ratio(change.exports - change.imports, change.size, unchanged)
    }
  }

  /// Brülhart's A index of goods together, weighted by the size of their changes.
  public static func matched(_ changes: [Change]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let apart = changes.map { abs($0.exports - $0.imports) }.sum
      return 1 - (try ratio(apart, changes.map(\.size).sum, unchanged))
    }
  }

  /// Hamilton and Kniest's index of one good.
  public static func hamiltonKniest(_ change: Change) -> IndexValue {
    IndexValue { () throws(Undefined) in
      guard change.exports >= 0, change.imports >= 0 else {
        throw Undefined("exports or imports fell")
      }
      let (x, m) = (change.exports, change.imports)
      return try ratio(min(x, m), max(x, m), unchanged)
    }
  }

  private static let unchanged = "nothing changed"
}
