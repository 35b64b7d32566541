import Glibc

/// The scale of logarithms and powers of Box and Cox.
///
///     w = ln y                        λ = 0
///     w = (sign(y) |y|^λ − 1) / λ     0 < λ ≤ 1, for values of any sign (Bickel and Doksum)
///
/// At λ = 1 it is the values' own scale, and the smaller λ, the more a change counts by its part
/// of the level. λ below zero is left out, as quantiles brought back from there need not exist.
///
/// References: Box & Cox, "An analysis of transformations", *Journal of the Royal Statistical
/// Society B* 26 (1964); Bickel & Doksum, *Journal of the American Statistical Association* 76
/// (1981); Guerrero, "Time-series analysis supported by power transformations", *Journal of
/// Forecasting* 12 (1993).
public struct BoxCox: Sendable, Hashable {
  /// λ.
  public let lambda: Double

  /// A scale with λ from 0, which is the logarithm, to 1.
  public init(lambda: Double) {
    precondition(lambda >= 0 && lambda <= 1, "a λ of \(lambda)")
    self.lambda = lambda
  }

  /// Whether a value has a place on the scale.
  public func covers(_ y: Double) -> Bool { lambda > 0 || y > 0 }

  /// w; of a logarithm for values above zero.
  public func value(_ y: Double) -> Double {
    guard lambda > 0 else { return log(y) }
    // The plain formula loses the digits of a small λ.
    return y > 0 ? expm1(lambda * log(y)) / lambda : (-pow(-y, lambda) - 1) / lambda
  }

  /// y.
  public func inverse(_ w: Double) -> Double {
    guard lambda > 0 else { return exp(w) }
    let power = lambda * w
    return power > -1 ? exp(log1p(power) / lambda) : -pow(-power - 1, 1 / lambda)
  }

  /// ln |dw/dy| = (λ − 1) ln |y|; 0 for the value zero, which has none.
  func logJacobian(at y: Double) -> Double { y == 0 ? 0 : (lambda - 1) * log(abs(y)) }
}

extension BoxCox {
  /// The scale on which the spread within a season depends least on its level (Guerrero).
  ///
  ///     λ = argmin  s(r) / mean(r)        r = s[i] / m[i]^(1 − λ)
  ///
  /// m and s are the mean and the standard deviation of each whole season, counted from the end, or
  /// of each two values of a series without one. Up to two seasons, and values that do not spread,
  /// tell nothing: λ = 1. Where a value is zero, λ is 0.1 at the least.
  public init(guerrero history: History) {
    let blocks = Self.blocks(history)
    let isCertain = history.values.count > 2 * history.season && blocks.count > 1
    guard isCertain, blocks.contains(where: { $0.deviation > 0 }) else {
      self.init(lambda: 1)
      return
    }
    let low = history.present.allSatisfy { $0.value > 0 } ? 0 : 0.1
    func loss(_ lambda: Double) -> Double {
      let ratios = blocks.map { $0.deviation / pow($0.mean, 1 - lambda) }
      let mean = ratios.finiteMean
      return Self.deviation(ratios, mean: mean) / mean
    }
    // The loss may have several valleys: a grid finds the deepest, halving steps its bottom.
    var best = (lambda: low, loss: loss(low))
    func take(_ lambda: Double) {
      let place = min(max(lambda, low), 1)
      let value = loss(place)
      if value < best.loss { best = (place, value) }
    }
    for place in 1...20 { take(low + (1 - low) * Double(place) / 20) }
    var step = (1 - low) / 40
    while step > 1e-9 {
      let centre = best.lambda
      take(centre - step)
      take(centre + step)
      step /= best.lambda == centre ? 2 : 1
    }
    // So near zero it is the logarithm but for rounding.
    self.init(lambda: best.lambda < 1e-6 ? 0 : best.lambda)
  }

  private static func blocks(_ history: History) -> [(mean: Double, deviation: Double)] {
    let size = max(2, history.season)
    let count = history.values.count
    let unit = history.unit
    return (0..<count / size).compactMap { block in
      let start = count % size + block * size
      let values = history.values[start..<start + size].compactMap { $0.map { $0 / unit } }
      guard values.count > 1 else { return nil }
      let mean = values.finiteMean
      return mean > 0 ? (mean, deviation(values, mean: mean)) : nil
    }
  }

  private static func deviation(_ values: [Double], mean: Double) -> Double {
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }
}

extension History {
  /// A power of two near the level, so that to divide by it rounds nothing; 1 of zeros.
  var unit: Double {
    let level = present.map { abs($0.value) }.finiteMean
    return level > 0 ? Double(sign: .plus, exponent: level.exponent, significand: 1) : 1
  }
}
