/// How far two structures of trade are alike.
///
///     diversification   D = ½ Σ |a − b|          0 (as the world) … 1 (nothing in common)
///     complementarity   C = 1 − ½ Σ |m − x|      0 … 1, x: shares in exports, m: in imports
///     similarity        S = Σ min(a, b)          0 … 1
///
/// `a`, `b`, `x`, `m` are shares of goods. S = 1 − D for the same two structures: the three differ
/// in whom they compare. Complementarity sets the exports of one country beside the imports of
/// another, similarity the exports of two beside each other. Pure numbers; some print them times
/// 100.
///
/// References: UNCTAD, *Handbook of Statistics*, concentration and diversification indices;
/// Michaely, "Trade preferential agreements in Latin America: an ex ante assessment", World Bank
/// Policy Research Working Paper 1583 (1996); Finger & Kreinin, "A measure of 'export similarity'
/// and its possible uses", *Economic Journal* (1979).
public enum StructureComparison {
  /// UNCTAD's diversification index: half the sum of absolute differences of shares to the world's.
  public static func diversification(_ values: [Double], world: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in try distance(values, world, "the world has no trade") }
  }

  /// Michaely's index: how well what one country exports meets what another imports.
  public static func complementarity(exports: [Double], imports: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      1 - (try distance(exports, imports, "the partner has no imports"))
    }
  }

  /// Finger and Kreinin's index: what the structures of two exporters have in common.
  public static func similarity(_ first: [Double], _ second: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let (a, b) = (try Shares.fractions(first), try Shares.fractions(second))
      return zip(a, b).map { min($0, $1) }.sum
    }
  }

  private static func distance(
    _ first: [Double], _ second: [Double], _ why: String
  ) throws(Undefined) -> Double {
    precondition(first.count == second.count, "\(first.count) and \(second.count) goods")
    let a = try Shares.fractions(first)
    guard second.contains(where: { $0 != 0 }) else { throw Undefined(why) }
    let b = try Shares.fractions(second)
    return zip(a, b).map { abs($0 - $1) }.sum / 2
  }
}
