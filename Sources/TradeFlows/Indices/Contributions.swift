import TradeSeries

/// What each part adds to the growth of the whole.
///
///     growth         g[i] = y[i] / x[i] − 1
///     contribution   c[i] = (y[i] − x[i]) / Σ x
///
/// Fractions. Contributions of parts add up to the growth of the sum, and those of partners within
/// a group to the contribution of the group: at every level each change stands over the same total.
/// Bounds stay bounds. Reference: IMF, *Quarterly National Accounts Manual* (2017), chapter 8.
public struct Contributions: Sendable, Equatable {
  /// One part at two times; zero where it had no trade.
  public struct Part: Sendable, Equatable {
    /// The earlier figure.
    public let before: Figure
    /// The later figure.
    public let after: Figure

    /// Figures of one unit.
    public init(before: Figure, after: Figure) {
      self.before = before
      self.after = after
    }

    /// y − x.
    public var change: Figure { after - before }

    /// y / x − 1; nothing is known where there was no trade before.
    public var growth: Figure { after.growth(since: before) }
  }

  /// The sum of the parts.
  public let total: Part
  /// The contribution of each part, in their order.
  public let parts: [Figure]

  /// Parts of one total in one unit; `nil` of none.
  public init?(_ parts: [Part]) {
    guard let before = parts.map(\.before).total(), let after = parts.map(\.after).total() else {
      return nil
    }
    total = Part(before: before, after: after)
    self.parts = parts.map { $0.change.ratio(to: before) }
  }
}
