import Foundation
import Testing
import TradeSeries
import TradeTestSupport

@Suite struct StructuralFitTests {
  private static func fit(_ name: String, _ model: String) throws -> StructuralFit {
    let history = History(try StructuralReference.values(name))
    return try model == "local-level" ? LocalLevel().fit(history) : LocalTrend().fit(history)
  }

  @Test(arguments: [
    ("nile", "local-level"), ("nile", "local-trend"), ("nile_gaps", "local-level"),
    ("nile_gaps", "local-trend"), ("home", "local-level"), ("gdp12", "local-level"),
    ("gdp12", "local-trend"), ("slopes", "local-level"), ("slopes", "local-trend"),
  ])
  func `agrees with statsmodels`(name: String, model: String) throws {
    let fit = try Self.fit(name, model)
    // statsmodels counts a constant for each value that sets the state.
    let free = model == "local-level" ? 1.0 : 2.0
    let theirs =
      try StructuralReference.number(name, model, 0, "loglik") + free * 0.5 * log(2 * Double.pi)
    let ours = try #require(fit.diffuseLogLikelihood)
    #expect(ours >= theirs - 1e-7, "\(ours - theirs)")
    #expect(ours.isClose(to: theirs, tolerance: 1e-6), "\(ours - theirs)")
    // Near its top a likelihood is flat: 1e-9 of it is about 1e-4 of a variance.
    let size = try StructuralReference.number(name, model, 1, "se")
    for (variance, quantity) in [
      (fit.irregularVariance, "irregular"), (fit.levelVariance, "level"),
      (fit.slopeVariance ?? 0, "slope"),
    ] where quantity != "slope" || model == "local-trend" {
      let expected = try StructuralReference.number(name, model, 0, quantity)
      #expect(abs(variance - expected) < 1e-3 * size * size, "\(quantity) \(variance) \(expected)")
    }
    for step in 1...5 {
      let mean = try StructuralReference.number(name, model, step, "mean")
      let error = try StructuralReference.number(name, model, step, "se")
      #expect(abs(fit.distribution(at: step).point - mean) < 1e-3 * error, "step \(step)")
      #expect(fit.standardError(at: step).isClose(to: error, tolerance: 1e-3), "step \(step)")
    }
  }

  @Test func `finds the published variances of the Nile`() throws {
    // Durbin & Koopman, 2nd edition, section 2.10: 15 099 and 1 469.1; likelihood −632.54 there.
    let fit = try Self.fit("nile", "local-level")
    #expect(abs(fit.irregularVariance - 15_099) < 1)
    #expect(abs(fit.levelVariance - 1469.1) < 0.5)
    #expect(fit.diffuseLogLikelihood.isClose(to: -632.5456, tolerance: 1e-6))
  }

  @Test func `a straight line goes on exactly, over gaps too`() throws {
    let line: [Double?] = [3, nil, 7, 9, 11, nil, nil, 17, 19]
    let fit = try LocalTrend().fit(History(line))
    #expect(fit.slope.isClose(to: 2, tolerance: 1e-12))
    #expect(fit.distribution(at: 3).point.isClose(to: 25, tolerance: 1e-12))
    #expect(fit.distribution(at: 3).quantile(0.975).isClose(to: 25, tolerance: 1e-9))
  }

  @Test func `a gap makes the next value less surprising`() throws {
    // A level that jumps by 10 after a long gap is no sign of a large variance.
    let calm: [Double?] = [1, 2, 1, 2, 1, 2, 11, 12, 11, 12, 11]
    let gap: [Double?] =
      Array(calm.prefix(6)) + [Double?](repeating: nil, count: 30) + calm.suffix(5)
    let (near, far) = (try LocalLevel().fit(History(calm)), try LocalLevel().fit(History(gap)))
    #expect(far.standardError(at: 1) < 0.6 * near.standardError(at: 1))
  }

  @Test func `independent values have a level that stands still`() throws {
    let values = [4.0, 6, 5, 4.5, 5.5, 6, 4, 5, 5, 4, 6]
    let fit = try LocalLevel().fit(History(values))
    #expect(fit.levelVariance == 0)
    #expect(fit.level.isClose(to: 5, tolerance: 1e-12))
    // The variance of a mean and of a new value: s² (1 + 1/n), t with one degree less for the ratio.
    let squares = values.reduce(0) { $0 + ($1 - 5) * ($1 - 5) }
    let expected = try #require(fit.distribution(at: 4).student)
    #expect(expected.degrees == 9)
    #expect(expected.scale.isClose(to: (squares / 9 * 12 / 11).squareRoot(), tolerance: 1e-10))
  }

  @Test(arguments: 1...4) func `a random walk has no noise`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var sum = 100.0
    let values = (0..<40).map { step in
      // Steps with a strong memory of sign leave nothing for noise.
      sum += (step % 8 < 4 ? 1 : -1) * Double.random(in: 0.5...1, using: &generator)
      return sum
    }
    let fit = try LocalLevel().fit(History(values))
    #expect(fit.irregularVariance == 0)
    #expect(fit.level.isClose(to: values[39], tolerance: 1e-12))
  }

  @Test func `a bound widens the forecast`() throws {
    let values: [Double?] = [10, 12, 11, 13, 12, 14, 13, 15]
    for method in [.localLevel, .localTrend] as [any Forecaster] {
      let plain = try Series.yearly(values).forecast(with: method).points[0]
      let bounded = try Series.yearly(values, bounds: [7: .moreThan]).forecast(with: method)
        .points[0]
      #expect(bounded.mean > plain.mean)
      #expect(bounded.intervals[1].upperBound > plain.intervals[1].upperBound)
    }
  }

  @Test func `variances follow a change of unit and only squares have one`() throws {
    let values = try ForecastReference.values("gdp12")
    let plain = try LocalTrend().fit(History(values))
    let scaled = try LocalTrend().fit(History(values.map { $0 * 1024 }))
    #expect((scaled.irregularVariance / 0x1p20).isClose(to: plain.irregularVariance))
    #expect((scaled.levelVariance / 0x1p20).isClose(to: plain.levelVariance))
    let shift = Double(values.count - 2) * log(1024.0)
    #expect(
      scaled.diffuseLogLikelihood.isClose(
        to: try #require(plain.diffuseLogLikelihood) - shift, tolerance: 1e-9))
    #expect(try LocalLevel().fit(History([2, 2, 2, 2])).diffuseLogLikelihood == nil)
  }
}
