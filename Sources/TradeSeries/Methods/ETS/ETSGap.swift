/// The variance of a forecast over a gap, in units of σ², and its derivatives.
///
///     v = 1 + Σ c[j]²        c[j] = α + β (φ + … + φ^j) + γ at whole seasons
struct ETSGap {
  private var variance = 1.0
  private var slope = SIMD4<Double>.zero
  private var steps = 0
  private var damping = 1.0
  /// φ + … + φ^j and its derivative.
  private var reach = 0.0
  private var reachSlope = 0.0

  var isOpen: Bool { steps > 0 }
  /// √v.
  var scale: Double { steps > 0 ? variance.squareRoot() : 1 }
  /// ∂ ln √v by α, β, γ and φ.
  var logSlope: SIMD4<Double> { slope / variance }

  mutating func widen(_ p: ETSParameters, hasTrend: Bool, hasSeason: Bool, period: Int) {
    steps += 1
    reachSlope += Double(steps) * damping
    damping *= p.phi
    reach += damping
    let isSeason = hasSeason && steps % period == 0
    let c = p.alpha + (hasTrend ? p.beta * reach : 0) + (isSeason ? p.gamma : 0)
    variance += c * c
    slope +=
      c * SIMD4(1, hasTrend ? reach : 0, isSeason ? 1 : 0, hasTrend ? p.beta * reachSlope : 0)
  }
}
