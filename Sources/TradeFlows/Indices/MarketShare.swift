/// Constant-market-share decomposition: how much exports grew because the world did, because of the
/// goods and markets they go to, and because shares were won.
///
///     growth       Σ r x                          all grow as the world does
///     commodity    Σ (r[k] − r) x                 goods that grow faster than trade
///     market       Σ (r[kp] − r[k]) x             markets that grow faster, good by good
///     general      Σ Δs · W₀                      shares won in the trade there was
///     specific     Σ Δs · ΔW                      shares won where trade grew
///
/// The five add up to Δx exactly; `competitive` is the sum of the last two and equals Leamer and
/// Stern's residual. `x`: exports at the earlier time of good `k` to market `p`, `r` = W₁/W₀ − 1 of
/// the world's exports, `s` = x / W. In the unit of the values. A good and market that the world did
/// not trade before has no growth rate: what is exported there later is won.
///
/// References: Leamer & Stern, *Quantitative International Economics* (1970), chapter 7; Milana,
/// "Constant-market-shares analysis and index number theory", *European Journal of Political
/// Economy* (1988), for the second-order split.
public struct MarketShare: Sendable, Equatable {
  /// What exports would have gained with the growth of the world.
  public let growth: Double
  /// Due to the goods that are exported.
  public let commodity: Double
  /// Due to the markets that each good goes to.
  public let market: Double
  /// Due to shares won or lost, in the trade of the earlier time.
  public let general: Double
  /// Due to shares won or lost where trade changed, the second-order effect.
  public let specific: Double

  /// Due to shares won or lost: the residual of the first three.
  public var competitive: Double { general + specific }
  /// The change of exports.
  public var change: Double { growth + commodity + market + general + specific }

  /// Exports and world exports of one good to one market at two times.
  public struct Cell: Sendable, Equatable {
    /// The number of the good.
    public let good: Int
    /// Exports at the earlier time.
    public let before: Double
    /// Exports at the later time.
    public let after: Double
    /// The world's exports at the earlier time.
    public let worldBefore: Double
    /// The world's exports at the later time.
    public let worldAfter: Double

    /// `good` tells which cells are of one good; the world has the exporter in it.
    public init(
      good: Int, before: Double, after: Double, worldBefore: Double, worldAfter: Double
    ) {
      self.good = good
      self.before = before
      self.after = after
      self.worldBefore = worldBefore
      self.worldAfter = worldAfter
    }
  }

  /// Takes the change of exports apart; throws where the exporter had trade that the world had not.
  public init(_ cells: [Cell]) throws(Undefined) {
    var goods: [Int: (before: Double, after: Double)] = [:]
    var world = (before: 0.0, after: 0.0)
    for cell in cells {
      goods[cell.good, default: (0, 0)].before += cell.worldBefore
      goods[cell.good, default: (0, 0)].after += cell.worldAfter
      world.before += cell.worldBefore
      world.after += cell.worldAfter
    }
    let r = try Self.rate(world)
    var (growth, commodity, market, general, specific) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for cell in cells {
      let x = cell.before
      let won = try cell.won()
      general += won.general
      specific += won.specific
      guard x > 0 else { continue }
      let rGood = try Self.rate(goods[cell.good] ?? (0, 0))
      let rCell = try Self.rate((cell.worldBefore, cell.worldAfter))
      growth += r * x
      commodity += (rGood - r) * x
      market += (rCell - rGood) * x
    }
    (self.growth, self.commodity, self.market) = (growth, commodity, market)
    (self.general, self.specific) = (general, specific)
    guard change.isFinite else { throw .tooLarge }
  }

  private static func rate(_ world: (before: Double, after: Double)) throws(Undefined) -> Double {
    try ratio(world.after, world.before, "the world had no exports at the earlier time") - 1
  }
}

extension MarketShare.Cell {
  /// Δs · W₀ and Δs · ΔW; a market that is gone or new has no share to compare.
  fileprivate func won() throws(Undefined) -> (general: Double, specific: Double) {
    guard before <= worldBefore * (1 + 1e-9), after <= worldAfter * (1 + 1e-9) else {
      throw Undefined("the reporter exports more than the world")
    }
    guard worldAfter > 0 else { return (0, 0) }
    guard worldBefore > 0 else { return (0, after) }
    let change = after / worldAfter - before / worldBefore
    return (change * worldBefore, change * (worldAfter - worldBefore))
  }
}
