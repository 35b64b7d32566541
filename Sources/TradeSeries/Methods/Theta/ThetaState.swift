/// A Theta model after the last value: what it expects of the periods that follow.
///
///     ŷ[t] = l[t−1] + ω g[t]        l[t] = l[t−1] + α (ŷ[t] − l[t−1])
///
/// Expected values are fed back for those to come. A line that moves takes them in as well.
///
/// Reference: Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, "Models for optimising the
/// theta method and their relationship to state space models", *International Journal of
/// Forecasting* 32 (2016).
struct ThetaState: Sendable {
  let alpha: Double
  /// ω = 1 − 1/θ.
  let weight: Double
  private(set) var level: Double
  private(set) var line: ThetaLine
  /// (1 − α)^(t−1), t the next period.
  private var power = 1.0
  /// t, the next period, 1 for the first of the series.
  private var time = 1.0

  /// The state before the first value.
  init(alpha: Double, weight: Double, level: Double, line: ThetaLine) {
    (self.alpha, self.weight, self.level, self.line) = (alpha, weight, level, line)
  }

  /// (1 − (1 − α)^t) / α, what the slope contributes to g.
  private var reach: Double { (1 - power * (1 - alpha)) / alpha }

  /// ŷ of the next period.
  var expected: Double {
    level + weight * (line.intercept * power + line.slope * reach)
  }

  /// Moves on by a period with that value.
  mutating func take(_ value: Double) {
    level += alpha * (value - level)
    line.add(value, at: time)
    pass()
  }

  /// Moves on by a period without a value: the level goes where it is expected, the line stays.
  mutating func takeGap() {
    level += alpha * (expected - level)
    pass()
  }

  private mutating func pass() {
    power *= 1 - alpha
    // Nothing of it is left, and the range below the normal numbers is slow.
    if power < 1e-200 { power = 0 }
    time += 1
  }

  /// The expected values of the next periods.
  func means(_ horizon: Int) -> [Double] {
    var state = self
    return (0..<horizon).map { _ in
      let mean = state.expected
      state.take(mean)
      return mean
    }
  }

  /// The expected value and the variance, in units of σ², so many steps ahead.
  ///
  ///     ŷ = a · x        x ← D x + G y        x = (l, ȳ, B)
  ///     var(h) = 1 + aᵀ P a        P ← D P Dᵀ + D P a Gᵀ + G (D P a)ᵀ + var(h) G Gᵀ
  ///
  /// The state is linear in the values, so that the variance is exact for given parameters. With a
  /// line that stays it is 1 + (h − 1) α², the formula of the paper, and the mean a line of slope
  /// ω B.
  func outlook(at step: Int) -> (mean: Double, variance: Double) {
    let later = Double(step - 1)
    guard line.isMoving else {
      return (expected + later * weight * line.slope, 1 + later * alpha * alpha)
    }
    var state = self
    var spread = Spread()
    for _ in 1..<step {
      spread.move(state)
      state.take(state.expected)
    }
    return (state.expected, spread.variance(state.readout))
  }

  fileprivate typealias Vector = SIMD3<Double>

  /// a, the part of l, ȳ and B in the expected value.
  fileprivate var readout: Vector {
    Vector(1, weight * power, weight * (reach - power * line.meanTime))
  }

  /// G, what a value of the next period adds to the state.
  fileprivate var gain: Vector {
    let gains = line.gains(at: time)
    return Vector(alpha, gains.mean, gains.slope)
  }

  /// P, the covariance of the state in units of σ², by rows.
  private struct Spread {
    private var rows = (Vector.zero, Vector.zero, Vector.zero)

    /// 1 + aᵀ P a.
    func variance(_ a: Vector) -> Double { 1 + max((product(a) * a).sum(), 0) }

    private func product(_ a: Vector) -> Vector {
      Vector((rows.0 * a).sum(), (rows.1 * a).sum(), (rows.2 * a).sum())
    }

    /// Moves on by a period of which nothing but the model is known.
    mutating func move(_ state: ThetaState) {
      let (a, gain) = (state.readout, state.gain)
      let distance = state.time - state.line.meanTime
      // D x, what the period leaves of a state before its value comes in.
      func faded(_ x: Vector) -> Vector { x - gain * Vector(x.x, x.y, x.y + distance * x.z) }
      let variance = variance(a)
      let cross = faded(product(a))
      let columns = (faded(rows.0), faded(rows.1), faded(rows.2))
      func row(_ place: Int) -> Vector {
        faded(Vector(columns.0[place], columns.1[place], columns.2[place]))
          + cross[place] * gain + gain[place] * (cross + variance * gain)
      }
      rows = (row(0), row(1), row(2))
    }
  }
}
