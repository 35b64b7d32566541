import TradeSeries

/// Exports beside imports: balance, coverage ratio and normalised balance.
///
///     balance      X − M              in the unit of the figures
///     coverage     X / M              0 … ∞; above 1 is a surplus
///     normalised   (X − M) / (X + M)  −1 … 1
///
/// Bounds stay bounds. Reference: UN Statistics Division, *International Merchandise Trade
/// Statistics: Compilers Manual* (2013), chapter on indices and indicators.
public struct Balance: Sendable, Equatable {
  /// What the reporter sells.
  public let exports: Figure
  /// What the reporter buys.
  public let imports: Figure

  /// Exports and imports in units of one thing.
  public init(exports: Figure, imports: Figure) {
    self.exports = exports
    self.imports = imports
  }

  /// X − M.
  public var difference: Figure { exports - imports }

  /// X / M, a pure number; nothing is known where there are no imports.
  public var coverage: Figure { exports.ratio(to: imports) }

  /// (X − M) / (X + M), which falls as imports rise and rises as exports do.
  ///
  /// With s the share of exports in the sum, (X − M) / (X + M) = s − (1 − s).
  public var normalised: Figure {
    let one = Figure(1, unit: .one)
    let share = Shares.share(of: exports, beside: [imports])
    guard share.value != nil else { return share }
    return share - (one - share)
  }
}
