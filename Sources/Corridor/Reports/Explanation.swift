extension Forecast {
  /// What the method chose and why, and what past errors say of it, where the series is long enough
  /// to tell.
  public var explanation: [String] {
    guard let chosen = Methods.named(method) else { return [] }
    return chosen.choices(for: series.history, horizon: points.count) + [pastErrors(of: chosen)]
  }

  private func pastErrors(of chosen: any Forecaster) -> String {
    let compared: [any Forecaster] = method == "naive" ? [chosen] : [chosen, .naive]
    guard let backtest = try? series.backtest(compared, workers: Processors.count),
      let own = backtest.scores.first
    else { return "The series is too short to measure past errors of the method." }
    var text =
      "At \(own.origins) past origins, one \(series.periodName) ahead, the 95 % interval held "
      + "\(NumberText.fixed(own.coverage95 * Double(own.origins), digits: 0)) times; mean error "
      + NumberText.fixed(own.meanAbsoluteError, digits: 1)
    if backtest.scores.count > 1 {
      text +=
        ", that of the last value \(NumberText.fixed(backtest.scores[1].meanAbsoluteError, digits: 1))"
    }
    return text + "."
  }
}

extension Panel {
  /// What a method learned from the series together, and what past errors say of it.
  public func explanation(of learned: any Forecaster) -> [String] {
    let choices = (learned as? Auto)?.choices(for: self) ?? []
    guard let unlearned = Methods.named(learned.name) else { return choices }
    return choices + [pastErrors(of: unlearned)]
  }

  private func pastErrors(of method: any Forecaster) -> String {
    let compared: [any Forecaster] = method.name == "naive" ? [method] : [method, .naive]
    guard let backtest = try? backtest(compared) else {
      return "The series are too short to measure past errors of the method."
    }
    let own = backtest.scores[0]
    var text =
      "With the last value of \(backtest.seriesCount) series held back, the 95 % interval of "
      + "\(method.name) held \(NumberText.fixed(100 * own.coverage95, digits: 0)) % of the time"
    if let error = own.meanAbsoluteScaledError {
      text += "; mean error \(NumberText.fixed(error, digits: 2)) of a usual change"
      if backtest.scores.count > 1, let naive = backtest.scores[1].meanAbsoluteScaledError {
        text += ", that of the value before \(NumberText.fixed(naive, digits: 2))"
      }
    }
    return text + "."
  }
}

extension Forecaster {
  /// What a method that has a choice chose for one series.
  fileprivate func choices(for history: History, horizon: Int) -> [String] {
    (self as? any ChoosingForecaster)?.choices(for: history, horizon: horizon) ?? []
  }
}
