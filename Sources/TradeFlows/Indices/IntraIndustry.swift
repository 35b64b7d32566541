/// Intra-industry trade: how much of trade is exports and imports of the same goods.
///
///     by good     G[k] = 1 − |x − m| / (x + m)
///     aggregate   G    = Σ [(x + m) − |x − m|] / Σ (x + m)
///     adjusted    G*   = Σ [(x + m) − |x − m|] / [Σ (x + m) − |Σ x − Σ m|]
///
/// `x`, `m`: exports and imports of a good. From 0 (each good goes one way) to 1 (each is balanced),
/// pure numbers. The aggregate weighs goods by their trade and cannot reach 1 while total trade is
/// unbalanced; the adjusted index can. A group of goods has an aggregate of its own.
///
/// Reference: Grubel & Lloyd, *Intra-Industry Trade* (1975), pages 20 to 23.
public enum IntraIndustry {
  /// The index of one good.
  public static func grubelLloyd(exports: Double, imports: Double) -> IndexValue {
    IndexValue { () throws(Undefined) in
      1 - (try ratio(abs(exports - imports), exports + imports, "there is no trade"))
    }
  }

  /// The index of goods together, weighted by their trade.
  public static func aggregate(exports: [Double], imports: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let trade = exports.sum + imports.sum
      return try ratio(overlap(exports, imports), trade, "there is no trade")
    }
  }

  /// The aggregate index without the effect of an unbalanced total.
  ///
  /// Undefined where trade goes one way only.
  public static func adjusted(exports: [Double], imports: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let (x, m) = (exports.sum, imports.sum)
      return try ratio(overlap(exports, imports), 2 * min(x, m), "all trade goes one way")
    }
  }

  /// Σ [(x + m) − |x − m|] = 2 Σ min(x, m).
  private static func overlap(_ exports: [Double], _ imports: [Double]) -> Double {
    precondition(exports.count == imports.count, "\(exports.count), \(imports.count) goods")
    return 2 * zip(exports, imports).map { min($0, $1) }.sum
  }
}
