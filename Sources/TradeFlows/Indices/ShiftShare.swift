/// Shift-share analysis of the change of one good's exports.
///
///     national      x R               the good grows as all world exports do
///     mix           x (R[k] − R)      the good grows faster than world exports
///     competitive   y − x (1 + R[k])  the country gains in the good
///
/// `x`, `y`: exports of the good at the two times, `R` = W₁/W₀ − 1 of all world exports, `R[k]` of
/// the good. The three add up to y − x for every good, and so for all. In the unit of the values.
///
/// Reference: Dunn, "A statistical and analytical technique for regional analysis", *Papers of the
/// Regional Science Association* (1960).
public struct ShiftShare: Sendable, Equatable {
  /// The growth of all world exports.
  public let national: Double
  /// The growth of the good beyond it.
  public let mix: Double
  /// The growth of the country's exports beyond those of the good.
  public let competitive: Double

  /// The change of exports of the good.
  public var change: Double { national + mix + competitive }

  /// Takes the change of one good apart; throws where the world had no trade to grow from.
  public init(
    before: Double, after: Double, world good: (before: Double, after: Double),
    all: (before: Double, after: Double)
  ) throws(Undefined) {
    let r = try ratio(all.after, all.before, "the world had no exports at the earlier time") - 1
    // A good without exports has nothing to grow from: all of it is won.
    let rGood =
      before == 0
      ? 0
      : try ratio(good.after, good.before, "the world did not export it at the earlier time") - 1
    national = before * r
    mix = before == 0 ? 0 : before * (rGood - r)
    competitive = after - before * (1 + rGood)
    guard change.isFinite else { throw .tooLarge }
  }
}
