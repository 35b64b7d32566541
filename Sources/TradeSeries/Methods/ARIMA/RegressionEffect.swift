import TradeTables

/// What one regressor adds to a series for each unit of its own, and how sure that is.
///
/// Where the series has bounds, every completed series has a coefficient b with a variance s², and
/// the effect is their mixture:
///
///     b̄ = Σ w b        se² = Σ w (s² + (b − b̄)²)
///
/// Reference: Little & Rubin, *Statistical Analysis with Missing Data*, 3rd edition, section 5.4.
public struct RegressionEffect: Sendable, Equatable {
  /// The regressor's name.
  public let name: String
  /// The coefficient, in the unit of the series.
  public let estimate: Double
  /// Its standard error; `nil` where the model is exact.
  public let standardError: Double?

  /// `agreement-2016: +120.3 (se 88.1) USD million`.
  func sentence(unit: Unit) -> String {
    let size = NumberText.significant(estimate, digits: 4)
    let error = standardError.map { "se \(NumberText.significant($0, digits: 3))" }
    let name = unit.description.isEmpty ? "" : " \(unit)"
    return
      "\(self.name): \(estimate > 0 ? "+" : "")\(size) (\(error ?? "no standard error"))\(name)"
  }
}

extension ARIMARegression {
  /// The effects that a fit of this method has found, in the order of the regressors.
  public func effects(in fit: any FittedForecaster) -> [RegressionEffect] {
    effects(of: fits(in: fit))
  }

  /// The fit itself, or those of completed series that have weight.
  private func fits(in fit: any FittedForecaster) -> [(weight: Double, fit: ARIMA.Fitted)] {
    if let fit = fit as? ARIMA.Fitted { return [(1, fit)] }
    guard let bounded = fit as? BoundedFit else { return [] }
    return bounded.parts.compactMap { part in
      guard let fit = part.fit as? ARIMA.Fitted, part.weight > 1e-6 else { return nil }
      return (part.weight, fit)
    }
  }

  /// Names the model of the errors; of completed series, that of the likeliest.
  fileprivate func errorSentence(of fit: any FittedForecaster) -> String? {
    fits(in: fit).max { $0.weight < $1.weight }.map { "The errors follow \($0.fit.orders)." }
  }

  private func effects(of parts: [(weight: Double, fit: ARIMA.Fitted)]) -> [RegressionEffect] {
    let found = parts.map { $0.fit.coefficients }
    let total = parts.reduce(0) { $0 + $1.weight }
    return regressors.names.compactMap { name in
      let own = zip(parts, found).compactMap { part, coefficients in
        coefficients.last { $0.name == name }.map { (weight: part.weight / total, value: $0) }
      }
      guard own.count == parts.count, !own.isEmpty else { return nil }
      let mean = own.reduce(0) { $0 + $1.weight * $1.value.estimate }
      let variance = own.reduce(Optional(0.0)) { sum, part in
        guard let sum, let error = part.value.standardError else { return nil }
        let distance = part.value.estimate - mean
        return sum + part.weight * (error * error + distance * distance)
      }
      return RegressionEffect(
        name: name, estimate: mean, standardError: variance.map { $0.squareRoot() })
    }
  }
}

extension Series {
  /// Forecasts with a regression; the notes name each effect with its standard error.
  public func forecast(
    with method: ARIMARegression, levels: [Double] = [0.8, 0.95]
  ) throws(SeriesError) -> Forecast {
    let fit: any FittedForecaster = try method.fit(self)
    let effects = method.effects(in: fit).map { $0.sentence(unit: unit) }
    return Forecast(
      self, method: method.name, fit: fit, horizon: method.horizon, levels: levels,
      notes: [method.reason(for: history)] + effects
        + [method.errorSentence(of: fit)].compactMap(\.self) + boundAndGapNotes)
  }
}
