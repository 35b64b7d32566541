/// The fits of one history, each made once, however many methods ask for it.
///
/// A backtest sets methods beside means of the same methods, and most of its time goes into fits.
/// A method that is `Hashable` is found again; one that is not is fitted anew. The results are the
/// same to the last bit, as a fit depends on nothing but the method and the history.
final class SharedFits {
  let history: History
  private var fits: [AnyHashable: Result<any FittedForecaster, SeriesError>] = [:]

  /// Nothing is fitted yet.
  init(_ history: History) { self.history = history }

  /// The fit of a method to the series whose history this is; one with bounds is fitted anew.
  func fit(
    _ method: any Forecaster, to series: Series
  ) throws(SeriesError) -> any FittedForecaster {
    let isPlain = !series.hasBounds && series.count >= method.leastCount
    return try isPlain ? fit(method) : method.fit(series)
  }

  /// The fit of a method, of which a composite one takes its members from here.
  func fit(_ method: any Forecaster) throws(SeriesError) -> any FittedForecaster {
    if let composite = method as? any CompositeForecaster {
      return try composite.fit(sharing: self)
    }
    guard let key = (method as? any Hashable).map({ AnyHashable($0) }) else {
      return try method.fit(history)
    }
    if let known = fits[key] { return try known.get() }
    let result = Result { () throws(SeriesError) -> any FittedForecaster in
      try method.fit(history)
    }
    fits[key] = result
    return try result.get()
  }
}

/// A method made of others, which may be asked for beside it.
protocol CompositeForecaster: Forecaster {
  /// Fits to the history of the shared fits, with what is there already.
  func fit(sharing fits: SharedFits) throws(SeriesError) -> Fitted
}

extension Auto: CompositeForecaster {
  /// Of series with a season it is a mean of methods; other ways share nothing.
  func fit(sharing fits: SharedFits) throws(SeriesError) -> Fitted {
    let season = fits.history.season
    guard season > 1, let fit = try? seasonal.method(season: season).fit(sharing: fits) else {
      return try fit(fits.history)
    }
    return Fitted(fit: fit)
  }
}

extension Combination: CompositeForecaster {}

extension MedianCombination: CompositeForecaster {}

extension WeightedCombination: CompositeForecaster {}
