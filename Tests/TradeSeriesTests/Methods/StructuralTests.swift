import Foundation
import Testing
import TradeSeries
import TradeTestSupport

@Suite struct StructuralTests {
  private static let series = [
    "N1402", "N1882", "N2562", "N0646", "N0781", "N1321", "N1346", "gaps",
  ]

  private static func history(_ name: String) throws -> History {
    let whole = try TransformedReference.history(name == "gaps" ? "N0646" : name)
    guard name == "gaps" else { return whole }
    let gaps: Set = [2, 3, 9, 19, 20, 21, 22, 23, 24, 25, 26]
    return History(
      whole.values.indices.map { gaps.contains($0) ? nil : whole.values[$0] }, season: 4)
  }

  private static func fit(_ history: History) throws -> SeasonalStructuralFit {
    guard case .seasonal(let fit) = try Structural().fit(history) else {
      throw SeriesError.empty("no season")
    }
    return fit
  }

  @Test(arguments: series) func `agrees with statsmodels`(name: String) throws {
    let history = try Self.history(name)
    let fit = try Self.fit(history)
    // statsmodels counts a constant for each value that sets the state.
    let free = Double(history.season + 1)
    let theirs = try StructuralReference.number(name, 0, "loglik") + free * 0.5 * log(2 * Double.pi)
    let ours = try #require(fit.diffuseLogLikelihood)
    #expect(ours >= theirs - 1e-7, "\(ours - theirs)")
    #expect(ours.isClose(to: theirs, tolerance: 1e-7), "\(ours - theirs)")
    // Near its top a likelihood is flat: 1e-9 of it is about 1e-4 of a variance.
    let size = try StructuralReference.number(name, 1, "se")
    for (variance, quantity) in [
      (fit.irregularVariance, "irregular"), (fit.levelVariance, "level"),
      (fit.slopeVariance, "slope"), (fit.seasonVariance, "season"),
    ] {
      let expected = try StructuralReference.number(name, 0, quantity)
      #expect(abs(variance - expected) < 1e-3 * size * size, "\(quantity) \(variance) \(expected)")
    }
    for step in 1...14 {
      let mean = try StructuralReference.number(name, step, "mean")
      let error = try StructuralReference.number(name, step, "se")
      #expect(abs(fit.distribution(at: step).point - mean) < 1e-3 * error, "step \(step)")
      #expect(fit.standardError(at: step).isClose(to: error, tolerance: 1e-3), "step \(step)")
    }
  }

  /// A line with a season that sums to zero, which nothing disturbs.
  private func steady(_ count: Int) -> [Double] {
    let season: [Double] = [4, -1, -5, 2]
    return (0..<count).map { 50 + 3 * Double($0) + season[$0 % 4] }
  }

  @Test func `a line with a season goes on exactly, over gaps too`() throws {
    var values: [Double?] = steady(19)
    for gap in [1, 2, 9, 10, 11] { values[gap] = nil }
    let fit = try Self.fit(History(values, season: 4))
    let whole = steady(30)
    #expect(fit.slope.isClose(to: 3, tolerance: 1e-9))
    for step in 1...11 {
      #expect(fit.distribution(at: step).point.isClose(to: whole[18 + step], tolerance: 1e-9))
      #expect(
        fit.distribution(at: step).quantile(0.975).isClose(to: whole[18 + step], tolerance: 1e-6))
    }
  }

  private func wandering(seed: Int, season: Int, count: Int) -> [Double] {
    var random = SeededGenerator(seed: seed)
    var level = 100.0
    return (0..<count).map { place in
      level += Double.random(in: -3...4, using: &random)
      return level + 8 * sin(2 * Double.pi * Double(place) / Double(season))
        + Double.random(in: -2...2, using: &random)
    }
  }

  @Test(arguments: [4, 12]) func `follows a change of unit, of zero and of sign`(
    season: Int
  ) throws {
    let values = wandering(seed: 1, season: season, count: 5 * season)
    let plain = try Self.fit(History(values, season: season))
    for (factor, offset) in [(1e-100, 0.0), (1e90, 0), (1, 1e5), (-1, 0)] {
      let other = try Self.fit(History(values.map { $0 * factor + offset }, season: season))
      for step in [1, season, season + 3] {
        let (a, b) = (plain.distribution(at: step), other.distribution(at: step))
        #expect(((b.point - offset) / factor).isClose(to: a.point, tolerance: 1e-4))
        let (wide, own) = (a.quantile(0.9) - a.point, b.quantile(0.9) - b.point)
        #expect((own / abs(factor)).isClose(to: wide, tolerance: 1e-4))
      }
    }
  }

  @Test func `without a season it is the local trend`() throws {
    let history = History(wandering(seed: 2, season: 4, count: 20))
    let (ours, theirs) = try (Structural().fit(history), LocalTrend().fit(history))
    #expect(ours.distribution(at: 3) == theirs.distribution(at: 3))
    #expect(ours.likelihood == theirs.likelihood)
  }

  @Test func `refuses what does not tell the seasons`() throws {
    let short = History(wandering(seed: 3, season: 4, count: 9), season: 4)
    #expect(throws: SeriesError.tooShort(method: "structural", count: 9, needed: 10)) {
      try Structural().fit(short)
    }
    // The third quarter is never there.
    let values = wandering(seed: 3, season: 4, count: 24)
    let blind = values.indices.map { $0 % 4 == 2 ? nil : values[$0] }
    #expect(throws: SeriesError.tooShort(method: "structural", count: 18, needed: 24)) {
      try Structural().fit(History(blind, season: 4))
    }
    #expect(
      try Self.fit(History(wandering(seed: 3, season: 4, count: 10), season: 4))
        .distribution(at: 1).quantile(0.975).isFinite)
  }

  @Test(arguments: 1...6) func `is sound with odd values`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let season = seed % 2 == 0 ? 4 : 12
    var values: [Double?] = (0..<4 * season).map { _ in
      switch Int.random(in: 0...9, using: &random) {
      case 0: 1e9
      case 1, 2, 3: 0
      default: Double.random(in: 0...50, using: &random)
      }
    }
    for gap in [3, 4, season + 1] { values[gap] = nil }
    let series = try Series(
      "odd", unit: .one, start: Period(step: 1), values: values, season: season)
    expectSound(try series.forecast(with: .structural, horizon: 40))
    let still = [Double](repeating: 7, count: 3 * season)
    let fit = try Self.fit(History(still, season: season))
    #expect(fit.distribution(at: 5).quantile(0.99) == 7)
  }

  @Test func `says that the slope goes on`() {
    let values = wandering(seed: 3, season: 4, count: 12)
    #expect(
      Structural().reason(for: History(values, season: 4))
        == "A wandering level, slope and season seen through noise, measured on 12 values by "
        + "maximum likelihood; it expects the latest slope to go on, which far ahead is a lot.")
  }
}
