import Glibc
import TradeNumerics

extension ARIMA {
  /// One coefficient of a fitted model.
  public struct Coefficient: Sendable, Equatable {
    /// As R names it: `ar1`, `ma1`, `sar1`, `sma1`, `intercept`, `drift`, or a regressor's name.
    public let name: String
    /// The estimate.
    public let estimate: Double
    /// Its standard error; `nil` where the likelihood has no curvature, as on the border of the
    /// admissible region, or the model is exact.
    public let standardError: Double?
  }
}

extension ARIMA.Fitted {
  /// The coefficients φ, θ, Φ, Θ, then the mean or drift and those of regressors.
  ///
  /// Standard errors come from the curvature of the whole likelihood, which is found by
  /// differences each time that this is called.
  public var coefficients: [ARIMA.Coefficient] {
    let errors = standardErrors
    return zip(names, zip(arma.all + regression(filter), errors)).map {
      ARIMA.Coefficient(name: $0, estimate: $1.0, standardError: $1.1)
    }
  }

  private var names: [String] {
    let parts = [
      ("ar", orders.autoregressive), ("ma", orders.movingAverage),
      ("sar", orders.seasonalAutoregressive), ("sma", orders.seasonalMovingAverage),
    ]
    return parts.flatMap { part in (0..<part.1).map { "\(part.0)\($0 + 1)" } } + sample.names
  }

  /// The coefficients of the constant and the regressors, in the unit of the series.
  private func regression(_ filter: ARMAFilter) -> [Double] {
    let turned = zip(sample.start, filter.coefficients).map { $0 + $1 }
    return (sample.gaps..<sample.columns).map { row in
      (row..<sample.columns).reduce(0) { $0 + sample.back[row][$1] * turned[$1] } * sample.scale
    }
  }

  /// The covariance of all is J V Jᵀ + C: V that of the angles u, J how the coefficients follow
  /// them, C that of regression coefficients with the angles known.
  private var standardErrors: [Double?] {
    let k = angles.count
    let count = arma.all.count + sample.names.count
    guard !sample.isExact else { return [Double?](repeating: nil, count: count) }
    var variances = [Double](repeating: 0, count: count)
    let known = regressionVariances
    for (place, variance) in known.enumerated() { variances[k + place] = variance }
    guard k > 0 else { return variances.map { $0 > 0 ? $0.squareRoot() : nil } }
    guard let curvature = CholeskyFactor(information) else {
      return [Double?](repeating: nil, count: k) + known.map { $0 > 0 ? $0.squareRoot() : nil }
    }
    let slopes = jacobian
    for (place, slope) in slopes.enumerated() {
      variances[place] += curvature.forward(slope).reduce(0) { $0 + $1 * $1 }
      // On the border an angle moves no coefficient.
      if place < k, slope.allSatisfy({ abs($0) < 1e-6 }) { variances[place] = 0 }
    }
    return variances.map { $0 > 0 && $0.isFinite ? $0.squareRoot() : nil }
  }

  /// The diagonal of σ̂² (Xᵀ Ω⁻¹ X)⁻¹ for the constant and the regressors.
  private var regressionVariances: [Double] {
    guard let factor = filter.factor else { return [] }
    let variance = filter.squares / Double(count) * sample.scale * sample.scale
    return (sample.gaps..<sample.columns).map { row in
      variance * factor.forward(sample.back[row]).reduce(0) { $0 + $1 * $1 }
    }
  }

  private func moved(_ steps: [(place: Int, by: Double)]) -> [Double] {
    var point = angles
    for step in steps { point[step.place] += step.by }
    return point
  }

  /// The curvature of −ln L at the estimate, by central differences.
  private var information: SymmetricMatrix {
    var estimate = ARIMAEstimate(orders, sample)
    let h = 3e-4
    let n = Double(count)
    var matrix = SymmetricMatrix(size: angles.count)
    for i in angles.indices {
      let own = estimate.values(at: [angles, moved([(i, h)]), moved([(i, -h)])])
      matrix[i, i] = n * (own[1] - 2 * own[0] + own[2]) / (h * h)
      for j in 0..<i {
        let corners = estimate.values(at: [
          moved([(i, h), (j, h)]), moved([(i, h), (j, -h)]), moved([(i, -h), (j, h)]),
          moved([(i, -h), (j, -h)]),
        ])
        matrix[i, j] = n * (corners[0] - corners[1] - corners[2] + corners[3]) / (4 * h * h)
      }
    }
    return matrix
  }

  /// How each coefficient follows each angle.
  private var jacobian: [[Double]] {
    let estimate = ARIMAEstimate(orders, sample)
    let h = 1e-5
    let columns = angles.indices.map { i in
      let ends = [h, -h].map { step in
        let point = moved([(i, step)])
        return ARMACoefficients(orders, angles: point).all
          + (sample.names.isEmpty ? [] : regression(estimate.filter(at: point)))
      }
      return zip(ends[0], ends[1]).map { ($0 - $1) / (2 * h) }
    }
    return (0..<(arma.all.count + sample.names.count)).map { row in columns.map { $0[row] } }
  }
}
