import TradeNumerics

/// Whether two methods differ by more than chance, told by their losses at the same origins.
///
///     d[i] = a[i] − b[i]        V = (γ₀ + 2 Σ γₖ) / n,  k = 1 … h − 1
///     t = c · d̄ / √V            c² = (n + 1 − 2h + h (h − 1) / n) / n,  n − 1 degrees of freedom
///
/// Errors h steps ahead overlap, hence the autocovariances γₖ; few origins would find a difference
/// too easily, hence c and Student's t. A variance that comes out at zero or below at h > 1 is
/// replaced by that of h = 1, as R does.
///
/// References: Diebold & Mariano, "Comparing predictive accuracy", *Journal of Business & Economic
/// Statistics* 13 (1995); Harvey, Leybourne & Newbold, "Testing the equality of prediction mean
/// squared errors", *International Journal of Forecasting* 13 (1997).
public struct DieboldMariano: Sendable, Equatable {
  /// t: below zero where the first method lost less.
  public let statistic: Double
  /// The probability of so large a difference, either way, between methods that are equally good.
  public let p: Double
  /// n, how many losses were compared.
  public let count: Int

  /// Why there is no test.
  public enum Gap: Error, Equatable, Sendable {
    /// Fewer losses than the horizon calls for.
    case tooFew(count: Int, needed: Int)
    /// The methods lost the same at every origin.
    case identical
    /// The difference is the same everywhere, so that nothing tells how much it may vary by chance.
    case constant
  }

  /// Compares losses, such as absolute errors, that belong together pair by pair.
  public init(_ first: [Double], _ second: [Double], horizon: Int = 1) throws(Gap) {
    precondition(first.count == second.count, "\(first.count) losses and \(second.count)")
    precondition(horizon > 0, "a horizon of \(horizon)")
    let needed = max(4, 2 * horizon)
    guard first.count >= needed else { throw .tooFew(count: first.count, needed: needed) }
    let largest = zip(first, second).reduce(0) { max($0, abs($1.0), abs($1.1)) }
    guard largest > 0, first != second else { throw .identical }

    // A common unit changes nothing, and keeps squares within the range of numbers.
    let d = zip(first, second).map { $0 / largest - $1 / largest }
    let n = Double(d.count)
    let mean = d.reduce(0, +) / n
    // Below rounding of the losses a variation is none.
    guard d.contains(where: { abs($0 - mean) > 1e-13 }) else {
      throw abs(mean) > 1e-13 ? .constant : .identical
    }
    let own = Self.autocovariance(d, mean, lag: 0)
    let all = (1..<horizon).reduce(own) { $0 + 2 * Self.autocovariance(d, mean, lag: $1) }
    let (variance, h) = all > 0 ? (all / n, Double(horizon)) : (own / n, 1)
    let correction = ((n + 1 - 2 * h + h * (h - 1) / n) / n).squareRoot()
    statistic = correction * mean / variance.squareRoot()
    p = 2 * StudentT(degrees: n - 1).upper(abs(statistic))
    count = d.count
  }

  /// γₖ = Σ (d[i] − d̄) (d[i+k] − d̄) / n.
  private static func autocovariance(_ d: [Double], _ mean: Double, lag: Int) -> Double {
    zip(d, d.dropFirst(lag)).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - mean) } / Double(d.count)
  }
}

extension DieboldMariano.Gap: CustomStringConvertible {
  /// One sentence: why the difference cannot be told from chance.
  public var description: String {
    switch self {
    case .tooFew(let count, let needed):
      "\(count) \(count == 1 ? "comparison is" : "comparisons are") too few to tell a difference "
        + "from chance; it takes \(needed)"
    case .identical: "the two erred alike everywhere"
    case .constant:
      "the two differ by the same everywhere, which leaves no chance to measure it by"
    }
  }
}
