import TradeNumerics
import TradeTables

/// The series of one file, which are forecast together: a method may learn from all of them.
public struct Panel: Sendable {
  /// In the order of the file.
  public let series: [Series]
  /// How many series are worked on at the same time.
  public let workers: Int

  /// A panel of series; the results do not depend on the number of workers.
  public init(_ series: [Series], workers: Int = 1) {
    precondition(workers > 0, "\(workers) workers")
    self.series = series
    self.workers = workers
  }

  /// Forecasts of every series, in their order.
  ///
  /// No series stops the others: one that the method cannot answer takes `auto`, and its
  /// `method` says so.
  public func forecasts(
    with method: any Forecaster, horizon: Int = 1, levels: [Double] = [0.8, 0.95]
  ) -> [Forecast] {
    forecasts(withLearned: learned(method, horizon: horizon), horizon: horizon, levels: levels)
  }

  /// As `forecasts(with:)`, with a method that `learned` has given.
  public func forecasts(
    withLearned method: any Forecaster, horizon: Int = 1, levels: [Double] = [0.8, 0.95]
  ) -> [Forecast] {
    concurrentMap(series.count, workers: workers) { index in
      series[index].forecastOrFallback(with: method, horizon: horizon, levels: levels)
    }
  }

  /// The method with what it learns from the series together, if it does.
  public func learned(_ method: any Forecaster, horizon: Int) -> any Forecaster {
    guard let learner = method as? any PanelForecaster, series.count > 1 else { return method }
    return learner.learned(from: self, horizon: horizon)
  }
}

/// A method that learns from many series what helps to forecast each of them.
public protocol PanelForecaster: Forecaster {
  /// The same method with what the panel has taught it.
  func learned(from panel: Panel, horizon: Int) -> any Forecaster
}
