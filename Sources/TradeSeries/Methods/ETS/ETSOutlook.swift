import Glibc

/// What a fitted model expects of the future, and how sure it is.
///
/// With c[j] = α + β (φ + … + φ^j), and for an additive season γ more where j is whole seasons:
///
///     errors A                      σ²(h) = σ² (1 + Σ c[j]²)
///     errors M                      σ²(h) = (1 + σ²) θ[h] − μ[h]²
///       θ[1] = μ[1]²                θ[h] = μ[h]² + σ² Σ c[j]² θ[h−j],   j = 1 … h − 1
///     errors M, season M            σ²(h) = s² ((1 + σ²) θ[h] (1 + γ² σ²)^k − μ[h]²)
///       μ and θ without season,     k the whole seasons before h
///     errors M, trend M             ln y[n+h] has variance σ² (1 + Σ c[j]²)
///
/// The first two are exact. The third takes level and season for independent within one season,
/// the last ln (1 + c e) for c e; both hold where σ is small against one. The distribution is
/// Student's t with n − parameters degrees of freedom, as σ² is estimated from that many: the normal
/// would promise too much of short series.
///
/// Reference: Hyndman, Koehler, Ord & Snyder (2008), tables 6.1 and 6.2 and section 6.4.
extension ETS.Fitted {
  /// Student's t round the point forecast, or for a multiplicative trend its exponential.
  public func distribution(at step: Int) -> Predictive {
    guard form.error == .multiplicative, form.trend != .multiplicative else {
      let spread = weights(to: step).reduce(1) { $0 + $1 * $1 }
      let point = point(at: step)
      return form.error == .additive
        ? student(point, variance * spread) : .exponential(student(log(point), variance * spread))
    }
    let isFactor = form.season == .multiplicative
    let means = (1...step).map { isFactor ? base(at: $0) : point(at: $0) }
    let mean = means[step - 1]
    var square = (1 + variance) * self.square(of: means)
    var factor = 1.0
    if isFactor {
      let years = Double((step - 1) / final.seasons.count)
      square *= pow(1 + parameters.gamma * parameters.gamma * variance, years)
      factor = season(at: step) * season(at: step)
    }
    return student(point(at: step), factor * (square - mean * mean))
  }

  /// The point forecasts of the next periods.
  public func path(to horizon: Int) -> [Double] { (1..<horizon + 1).map { point(at: $0) } }

  private func point(at step: Int) -> Double {
    let base = base(at: step)
    return switch form.season {
    case .none: base
    case .additive: base + season(at: step)
    case .multiplicative: base * season(at: step)
    }
  }

  /// Level and trend so many steps after the last value.
  private func base(at step: Int) -> Double {
    let phi = parameters.phi
    let reach = phi == 1 ? Double(step) : phi * (1 - pow(phi, Double(step))) / (1 - phi)
    return switch form.trend {
    case .none: final.level
    case .additive: final.level + reach * final.trend
    case .multiplicative: final.level * pow(final.trend, reach)
    }
  }

  /// The season of a step.
  private func season(at step: Int) -> Double {
    final.seasons[(periods + step - 1) % final.seasons.count]
  }

  /// c[1] … c[h−1].
  private func weights(to step: Int) -> [Double] {
    var (damping, reach) = (1.0, 0.0)
    return (1..<max(step, 1)).map { j in
      damping *= parameters.phi
      reach += damping
      let isSeason = !final.seasons.isEmpty && j % final.seasons.count == 0
      return parameters.alpha + parameters.beta * reach
        + (isSeason && form.season == .additive ? parameters.gamma : 0)
    }
  }

  /// θ[h], the mean of the square of what is expected one step before.
  private func square(of means: [Double]) -> Double {
    let weights = weights(to: means.count).map { variance * $0 * $0 }
    var squares: [Double] = []
    squares.reserveCapacity(means.count)
    for (index, mean) in means.enumerated() {
      var sum = mean * mean
      var j = 0
      while j < index {
        sum += weights[j] * squares[index - 1 - j]
        j += 1
      }
      squares.append(sum)
    }
    return squares[squares.count - 1]
  }

  private func student(_ location: Double, _ variance: Double) -> Predictive {
    .studentT(
      location: min(max(location, -.greatestFiniteMagnitude), .greatestFiniteMagnitude),
      scale: min(max(variance, 0).squareRoot(), .greatestFiniteMagnitude), degrees: degrees)
  }
}
