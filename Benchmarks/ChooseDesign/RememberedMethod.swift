import TradeNumerics
import TradeSeries

/// A method that has answered before: its forecasts of known histories, which fifty means have a
/// part of, are made once.
struct RememberedMethod: Forecaster {
  let name: String
  let leastCount: Int
  private let answers: [[Double?]: Fitted]

  init(_ method: any Forecaster, _ histories: [(history: History, horizon: Int)]) {
    (name, leastCount) = (method.name, method.leastCount)
    let fits = concurrentMap(histories.count, workers: Processors.count) { index in
      Fitted(method, histories[index].history, horizon: histories[index].horizon)
    }
    var answers: [[Double?]: Fitted] = [:]
    for (known, fit) in zip(histories, fits) { answers[known.history.values] = fit }
    self.answers = answers
  }

  func fit(_ history: History) throws(SeriesError) -> Fitted {
    guard let fit = answers[history.values] else {
      throw .tooShort(method: name, count: history.count, needed: leastCount)
    }
    return fit
  }

  func reason(for history: History) -> String { name }

  /// The quantiles that a mean of methods uses, one distribution a step.
  struct Fitted: FittedForecaster {
    let distributions: [Predictive]
    let likelihood: Likelihood

    init?(_ method: any Forecaster, _ history: History, horizon: Int) {
      guard history.count >= method.leastCount,
        let fit = try? method.fit(history) as any FittedForecaster
      else { return nil }
      likelihood = fit.likelihood
      distributions = (1...horizon).map { step in
        let distribution = fit.distribution(at: step)
        let point = distribution.point
        return .empirical(
          location: point, scale: 1,
          quantiles: WindowModel.probabilities.map { probability in
            .init(
              score: StandardNormal.quantile(probability),
              value: probability == 0.5 ? 0 : distribution.quantile(probability) - point)
          })
      }
    }

    func distribution(at step: Int) -> Predictive {
      distributions[min(step, distributions.count) - 1]
    }
  }
}
