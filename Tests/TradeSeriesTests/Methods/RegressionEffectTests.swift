import Testing
import TradeSeries
import TradeTestSupport

@Suite struct RegressionEffectTests {
  private func method() throws -> ARIMARegression {
    let step = (0..<13).map { $0 >= 6 ? 1.0 : 0 }
    return ARIMARegression(
      try Regressors([("law", step)]), errors: ARIMA(order: (0, 0, 0), constant: true), horizon: 1)
  }

  private let values: [Double?] = [10, 12, 11, 13, 9, 11, 31, 33, 30, 32, 29, 31]

  @Test func `without an error model it is a difference of means`() throws {
    // By hand: means 11 and 31; squares 10 and 10; R's variance of the effect is 20/12 (1/6 + 1/6).
    let series = try Series.yearly(values)
    let fit: any FittedForecaster = try method().fit(series)
    let effect = try #require(try method().effects(in: fit).first)
    #expect(effect.name == "law")
    #expect(effect.estimate.isClose(to: 20))
    #expect(effect.standardError.isClose(to: (20.0 / 36).squareRoot(), tolerance: 1e-6))
    let forecast = try series.forecast(with: method())
    #expect(forecast.method == "arima-regression")
    #expect(forecast.notes[1] == "law: +20.00 (se 0.745) USD million")
    #expect(forecast.points[0].mean.isClose(to: 31))
  }

  @Test func `a bound makes it less certain`() throws {
    let series = try Series.yearly(values, bounds: [11: .moreThan])
    let fit: any FittedForecaster = try method().fit(series)
    let effect = try #require(try method().effects(in: fit).first)
    #expect(effect.estimate > 20)
    #expect((effect.standardError ?? 0) > (20.0 / 36).squareRoot())
    #expect(try series.forecast(with: method()).notes.last?.contains("is a bound") == true)
  }

  @Test func `an exact model has no standard error`() throws {
    let series = try Series.yearly((0..<12).map { $0 >= 6 ? 3 : 1 })
    let notes = try series.forecast(with: method()).notes
    #expect(notes[1] == "law: +2.000 (no standard error) USD million")
  }

  @Test func `another fit has none`() throws {
    let fit: any FittedForecaster = try Drift().fit(Series.yearly(values))
    #expect(try method().effects(in: fit) == [])
  }
}
