import Foundation
import Testing
import TradeSeries
import TradeTestSupport

@Suite struct TransformedTests {
  static let scaled = Methods.all.filter { $0.onTransformedValues != nil }.map { $0.name }
  private static let probabilities = [0.025, 0.1, 0.5, 0.9, 0.975]

  private func method(_ name: String) throws -> Transformed {
    try #require(Methods.named(name) as? Transformed)
  }

  private func walk(seed: Int, count: Int = 14) -> [Double] {
    var random = SeededGenerator(seed: seed)
    var value = 300.0
    return (0..<count).map { _ in
      value *= Double.random(in: 0.8...1.35, using: &random)
      return value
    }
  }

  // MARK: Numbers from outside

  @Test(arguments: ["N0337", "N0625", "N0646", "N1321", "N1882", "N2602"], ["log", "box-cox=0.3"])
  func `drift agrees with R`(series: String, scale: String) throws {
    let fit = try method("drift:\(scale)").fit(TransformedReference.history(series))
    for step in 1...6 {
      let theirs = try TransformedReference.number(series, "drift:\(scale)", step, "median")
      #expect(fit.distribution(at: step).point.isClose(to: theirs, tolerance: 1e-11))
    }
  }

  /// R's likelihood is that of values in their own unit: powers of them are unit^λ as large.
  private func shift(_ fit: Transformed.Fitted, count: Int) -> Double {
    Double(count) * fit.scale.lambda * log(fit.unit)
  }

  @Test(arguments: ["N0337", "N0625", "N0646", "N1321", "N1882", "N2602"], ["log", "box-cox=0.3"])
  func `arima agrees with R`(series: String, scale: String) throws {
    let history = try TransformedReference.history(series)
    let transformation = try #require(Transformation(scale))
    let fit = try #require(Transformed(ARIMA(order: (0, 1, 1)), to: transformation)).fit(history)
    let model = "arima:\(scale)"
    let inner = try #require(fit.fit as? ARIMA.Fitted)
    let ours = try #require(inner.logLikelihood) - shift(fit, count: inner.count)
    let theirs = try TransformedReference.number(series, model, 0, "loglik")
    #expect(ours >= theirs - 1e-7)
    #expect(ours.isClose(to: theirs, tolerance: 1e-7), "\(ours - theirs)")
    for step in 1...6 {
      let median = try TransformedReference.number(series, model, step, "median")
      #expect(fit.distribution(at: step).point.isClose(to: median, tolerance: 1e-4))
      // R's bound is 1.959964 standard errors off on the scale.
      let upper = try TransformedReference.number(series, model, step, "upper")
      let reach = fit.scale.value(upper / fit.unit) - fit.scale.value(median / fit.unit)
      #expect(inner.standardError(at: step).isClose(to: reach / 1.959964, tolerance: 1e-4))
    }
  }

  @Test(arguments: ["N0337", "N0625", "N0646", "N1321", "N1882", "N2602"], ["log", "box-cox=0.3"])
  func `ets is as likely as R's, and where it is the same model, expects the same`(
    series: String, scale: String
  ) throws {
    let history = try TransformedReference.history(series)
    let fit = try method("ets:\(scale)").fit(history)
    let inner = try #require(fit.fit as? ETS.Fitted)
    #expect(!inner.form.needsPositive)
    let model = "ets:\(scale)"
    let theirs = try TransformedReference.number(series, model, 0, "aicc")
    let ours = try #require(inner.aicc) + 2 * shift(fit, count: inner.count)
    #expect(ours <= theirs + 1e-3, "\(inner.form) \(ours - theirs)")
    guard abs(ours - theirs) < 0.02 else { return }
    for step in 1...6 {
      let median = try TransformedReference.number(series, model, step, "median")
      let upper = try TransformedReference.number(series, model, step, "upper")
      let (centre, bound) = (
        fit.scale.value(median / fit.unit), fit.scale.value(upper / fit.unit)
      )
      let error = (bound - centre) / 1.959964
      let expected = try #require(inner.distribution(at: step).student)
      #expect(abs(expected.location - centre) < 0.05 * error, "step \(step)")
      #expect((expected.scale / error).isClose(to: 1, tolerance: 0.03), "step \(step)")
    }
  }

  // MARK: Laws

  @Test func `a line through logarithms is log-trend`() throws {
    let history = History(walk(seed: 3))
    let (ours, known) = try (method("trend:log").fit(history), LogTrend().fit(history))
    for step in [1, 4] {
      for p in Self.probabilities {
        let (a, b) = (ours.distribution(at: step), known.distribution(at: step))
        #expect(a.quantile(p).isClose(to: b.quantile(p), tolerance: 1e-11))
        #expect(a.cdf(b.quantile(p)).isClose(to: p, tolerance: 1e-9))
      }
    }
    #expect(ours.logLikelihood.isClose(to: known.logLikelihood, tolerance: 1e-11))
  }

  @Test(arguments: scaled, ["log", "box-cox=0.3", "box-cox=1", "box-cox"])
  func `follows a change of unit`(name: String, scale: String) throws {
    let method = try method("\(name):\(scale)")
    let values = walk(seed: 5)
    let plain = try method.fit(History(values))
    for factor in [1e-100, 1000, 1e90] {
      let other = try method.fit(History(values.map { $0 * factor }))
      for step in [1, 3] {
        for p in Self.probabilities {
          let (a, b) = (plain.distribution(at: step), other.distribution(at: step))
          #expect((b.quantile(p) / factor).isClose(to: a.quantile(p), tolerance: 1e-4))
        }
      }
    }
  }

  @Test(arguments: scaled) func `a power of one is the method itself`(name: String) throws {
    guard name != "ets" else { return }  // On its own scale it may choose relative errors.
    let history = History(walk(seed: 9))
    let plain = try #require(Methods.named(name)).fit(history)
    let other = try method("\(name):box-cox=1").fit(history)
    for p in Self.probabilities {
      let (a, b) = (plain.distribution(at: 2), other.distribution(at: 2))
      #expect(b.quantile(p).isClose(to: a.quantile(p), tolerance: 1e-4))
    }
  }

  @Test(arguments: scaled) func `a bound stays a bound`(name: String) throws {
    guard name != "arima", name != "ets" else { return }  // As for others, and slow.
    let series = try Series.yearly(walk(seed: 2), bounds: [13: .moreThan])
    let forecast = try series.forecast(with: method("\(name):log"), horizon: 2)
    expectSound(forecast, name)
    #expect(forecast.points.allSatisfy { $0.intervals[1].lowerBound > 0 })
  }

  @Test(arguments: scaled) func `stays finite and ordered for a thousand periods`(
    name: String
  ) throws {
    for scale in ["log", "box-cox=0.3", "box-cox"] {
      let series = Series("walk", start: 2013, values: walk(seed: 5))
      expectSound(try series.forecast(with: method("\(name):\(scale)"), horizon: 1000), name)
    }
  }

  // MARK: Words

  @Test func `says on which scale it works`() throws {
    let history = History(walk(seed: 1))
    #expect(
      try method("drift:log").reason(for: history)
        == "The line from the first value to the last, continued; its interval comes from 13 "
        + "changes and is too narrow where changes grow with the level; it works on logarithms, "
        + "and its median and quantiles are brought back as they are.")
    #expect(
      try method("naive:box-cox=0.25").reason(for: history).contains("on powers of λ = 0.25, and"))
    #expect(
      try method("naive:box-cox").reason(for: history).contains(", as Guerrero's measure calls for")
    )
  }

  @Test func `values without a place on the scale are named`() throws {
    let zeros = History([3, 0, 4, 2, 5, 6, 1, 7, 4])
    #expect(throws: SeriesError.notPositive(method: "ets:log", value: 0)) {
      try method("ets:log").fit(zeros)
    }
    #expect(throws: SeriesError.tooShort(method: "damped:log", count: 3, needed: 7)) {
      try method("damped:log").fit(Series("s", start: 2020, values: [3, 4, 5]))
    }
    for scale in ["box-cox=0.3", "box-cox"] {
      let fit = try method("ets:\(scale)").fit(zeros)
      #expect(fit.distribution(at: 1).quantile(0.9).isFinite)
    }
  }

  @Test func `names are read as they are written`() throws {
    for name in ["ets:log", "arima:box-cox", "mean:box-cox=0.3", "structural:log"] {
      #expect(try method(name).name == name)
    }
    #expect(try method("ets:box-cox=0").name == "ets:log")
    for name in [
      "ets:", ":log", "ets:log:log", "auto:log", "theta:log", "combination:log", "log-trend:log",
      "pooled:log", "combination:median:log", "ets:box-cox=", "ets:box-cox=1.5",
      "ets:box-cox=-0.1", "ets:box-cox=nan", "ets:Log",
    ] {
      #expect(Methods.named(name) == nil, "\(name)")
    }
  }
}
