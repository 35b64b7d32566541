import TradeSeries

/// A method with a known answer, or with none.
struct KnownMethod: Forecaster {
  let name: String
  let distribution: Predictive
  var squares = 1.0
  var leastCount = 1
  var failure: SeriesError?

  func fit(_ history: History) throws(SeriesError) -> Fitted {
    if let failure { throw failure }
    return Fitted(
      distribution: distribution,
      likelihood: Likelihood(squares: squares, count: 4, level: 1))
  }

  func reason(for history: History) -> String { "Known." }

  struct Fitted: FittedForecaster {
    let distribution: Predictive
    let likelihood: Likelihood

    func distribution(at step: Int) -> Predictive {
      distribution.shifted(by: Double(step) - 1)
    }
  }
}
