import TradeNumerics

/// Holt's method with a damped trend: a level and a slope that follow the values, the slope
/// fading by φ a period.
///
///     ŷ[n+h] = l[n] + (φ + … + φ^h) b[n]        se²(h) = σ² (1 + Σ c[j]²)
///
/// α in [0.0001, 0.9999], β in [0.0001, α], φ in [0.8, 0.98] and the first state make Σ e²
/// smallest; t with n − 5 degrees of freedom.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 8.2, the model ETS(A,Ad,N).
public struct DampedTrend: Forecaster {
  /// `damped` on the command line and in tables.
  public let name = "damped"
  /// Five parameters, and two degrees of freedom for the variance.
  public let leastCount = 7

  /// A specification without parameters: α, β and φ are learned.
  public init() {}

  /// Finds α, β, φ and the first state that make Σ e² smallest, for seven values or more.
  public func fit(_ history: History) throws(SeriesError) -> SmoothingFit {
    func model(_ point: [Double]) -> ExponentialSmoothing {
      // β as a part of its range, so that the range is a box.
      let beta = 0.0001 + point[1] * (point[0] - 0.0001)
      return ExponentialSmoothing(alpha: point[0], beta: beta, phi: point[2])
    }
    func squares(_ point: [Double]) -> Double {
      model(point).squares(hasTrend: true, over: history.values)
    }
    // Several valleys are the rule here: a coarse grid finds the two best places to start from.
    var starts: [(point: [Double], squares: Double)] = []
    for alpha in [0.0001, 0.05, 0.3, 0.6, 0.95] {
      for part in [0.0, 0.1, 0.5] {
        for phi in [0.8, 0.9, 0.95, 0.98] {
          let point = [alpha, part, phi]
          starts.append((point, squares(point)))
        }
      }
    }
    starts.sort { $0.squares < $1.squares }
    let chosen = [starts.first { $0.point[0] < 0.1 }, starts.first { $0.point[0] > 0.1 }]
    let searches = chosen.compactMap(\.self).map { start in
      NelderMead().minimum(
        from: start.point, steps: [0.1, 0.1, 0.05], lower: [0.0001, 0, 0.8],
        upper: [0.9999, 1, 0.98]
      ) { squares($0) }
    }
    let best = searches.min { $0.value < $1.value } ?? (starts[0].point, starts[0].squares)
    return SmoothingFit(model(best.point), hasTrend: true, parameters: 5, over: history)
  }

  /// Says that the trend fades, and how few values carry five parameters.
  public func reason(for history: History) -> String {
    "A level and a fading trend that follow the values; five parameters from \(history.count) values."
  }
}

extension Forecaster where Self == DampedTrend {
  /// Holt's method with a damped trend.
  public static var damped: DampedTrend { DampedTrend() }
}
