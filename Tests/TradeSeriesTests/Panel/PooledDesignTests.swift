import Testing
import TradeSeries
import TradeTestSupport

/// What each member of a design does to what is learned.
@Suite struct PooledDesignTests {
  private func design(_ change: (inout PooledDesign) -> Void) -> PooledDesign {
    var design = PooledDesign()
    change(&design)
    return design
  }

  private func learned(
    _ series: [[Double]], lengths: [Int] = [5], _ change: (inout PooledDesign) -> Void
  ) throws -> WindowModels {
    try #require(
      WindowModels(
        from: series, lengths: lengths, horizon: 2, companions: .none, design: design(change),
        workers: 2))
  }

  private func method(_ models: WindowModels) -> any Forecaster {
    let prior = Prior("own", provenance: "a test", seriesCount: 24, models: models)
    return Auto(AnnualChoice(Panel([]), horizon: 1, priors: [prior]), SeasonalChoice())
  }

  private func quantiles(_ models: WindowModels, after values: [Double]) throws -> [Double] {
    let fit: any FittedForecaster = try method(models).fit(History(values))
    return [1, 2, 3].flatMap { step in
      [0.025, 0.5, 0.9].map { fit.distribution(at: step).quantile($0) }
    }
  }

  private let probe: [Double] = [30, 33, 29, 41, 38, 47, 45, 52, 50, 58]

  @Test func `the one chosen is what the program learns by`() throws {
    let series = SimulatedPanel.walks(24, count: 9, seed: 1)
    let table = try #require(Prior.table(learnedFrom: series, horizon: 2))
    let own = try learned(series, lengths: PooledDesign.chosen.lengths) { $0 = .chosen }
    #expect(own.table == table)
    #expect(
      try WindowModels(table).models.allSatisfy {
        $0.steps[0].location.count
          == PooledDesign.chosen.featureCount
      })
  }

  @Test func `an enormous ridge leaves the constant alone`() throws {
    let series = SimulatedPanel.trending(24, count: 9, seed: 2)
    let models = try learned(series) { $0.ridge = 1e12 }
    for step in models.models[0].steps {
      #expect(step.location.dropLast().allSatisfy { abs($0) < 1e-6 })
      #expect(abs(step.location[step.location.count - 1]) > 0.1)
    }
  }

  @Test func `series with as many windows weigh the same in every way`() throws {
    // Ten values teach four windows of five both a step and two steps, and one more a single step.
    let series = SimulatedPanel.walks(24, count: 10, seed: 3)
    let all = try [PooledDesign.Weighting.window, .series, .seriesInStep].map { weighting in
      try quantiles(learned(series) { $0.weighting = weighting }, after: probe)
    }
    for other in all.dropFirst() {
      for (a, b) in zip(all[0], other) { #expect(b.isClose(to: a, tolerance: 1e-6)) }
    }
  }

  @Test func `one long series decides where each window weighs the same`() throws {
    // Short ones stay where they are; the long one climbs by its usual change.
    let short = SimulatedPanel.walks(24, count: 7, seed: 4)
    let long = (0..<400).map { Double($0) + ($0 % 2 == 0 ? 0.25 : 0) }
    let climb: [Double] = [1, 2, 3, 4, 5]
    func change(_ weighting: PooledDesign.Weighting) throws -> Double {
      let models = try learned(short + [long, long, long]) {
        ($0.weighting, $0.hinges) = (weighting, [])
      }
      return try quantiles(models, after: climb)[1] - 5
    }
    let (window, series) = (try change(.window), try change(.series))
    #expect(window > series, "\(window) \(series)")
    #expect(abs(window - 1) < 0.3, "\(window)")
  }

  @Test func `a hinge is zero up to its knot and rises from there on`() throws {
    let values: [Double] = [1, 2, 1, 2, 1, 8]
    let plain = try #require(SeriesWindow(values[...], hinges: []))
    let bent = try #require(SeriesWindow(values[...], hinges: [.newestChange, .climb]))
    #expect(plain.features.count == SeriesWindow.featureCount)
    #expect(bent.features.count == SeriesWindow.featureCount + 2)
    #expect(bent.features.last == 1 && bent.features.dropLast(3) == plain.features.dropLast())
    // The newest change is 7 where the usual one is 11 / 5; the climb of 7 is as many.
    #expect(bent.features[SeriesWindow.featureCount - 1].isClose(to: 35.0 / 11 - 2.5))
    #expect(bent.features[SeriesWindow.featureCount] == 0)
  }

  @Test(arguments: 1...20) func `rounding is not beyond a knot`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var value = 0.1
    let climb = (0..<8).map { _ in
      value += Double.random(in: 0.01...2, using: &generator)
      return value
    }
    // Eight values that always rise climb by seven usual changes, which is the knot.
    let window = try #require(SeriesWindow(climb[...], hinges: [.climb]))
    #expect(window.features[SeriesWindow.featureCount - 1] == 0)
  }

  @Test func `hinges have coefficients of their own`() throws {
    let series = SimulatedPanel.walks(24, count: 9, seed: 5)
    let models = try learned(series) { $0.hinges = [.height] }
    for step in models.models[0].steps {
      #expect(step.location.count == SeriesWindow.featureCount + 1)
    }
    #expect(try quantiles(models, after: probe).allSatisfy { $0.isFinite })
  }

  @Test func `the mean of long windows begins where the design says`() throws {
    let series = SimulatedPanel.walks(30, count: 12, seed: 6)
    let lengths = [4, 6, 8]
    func answer(_ longEnough: Int, _ lengths: [Int]) throws -> [Double] {
      try quantiles(learned(series, lengths: lengths) { $0.longEnough = longEnough }, after: probe)
    }
    // Never: the longest alone.
    #expect(try answer(.max, lengths) == answer(.max, [8]))
    #expect(try answer(8, lengths) == answer(.max, [8]))
    let single = try lengths.map { try answer(.max, [$0])[1] }
    let mean = try answer(6, lengths)[1]
    #expect(mean.isClose(to: (single[1] + single[2]) / 2, tolerance: 1e-12))
  }

  // MARK: In a file

  /// Series that swing, each up and down by its own size, which no prior knows.
  private func swinging(_ series: Int, seed: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<series).map { _ in
      let size = Double.random(in: 20...80, using: &generator)
      return (0..<9).map { place in
        500 + (place % 2 == 0 ? size : -size) + Double.random(in: -2...2, using: &generator)
      }
    }
  }

  @Test func `a tolerance of everything leaves the prior of the field alone`() {
    let panel = SimulatedPanel.panel(swinging(40, seed: 7))
    func reason(_ tolerance: Double) -> String {
      let choice = AnnualChoice(
        panel, horizon: 1, design: design { $0.tolerance = tolerance }, priors: [.trade])
      return Auto(choice, SeasonalChoice()).reason(for: History(probe))
    }
    #expect(reason(0).contains("and in the series of the file"))
    #expect(!reason(1).contains("and in the series of the file"))
  }

  @Test func `without a part of Theta none is blended in`() {
    let panel = SimulatedPanel.panel(SimulatedPanel.trending(40, count: 14, seed: 8))
    func reason(_ share: Double) -> String {
      let choice = AnnualChoice(panel, horizon: 2, design: design { $0.companions.share = share })
      return Auto(choice, SeasonalChoice()).reason(for: History(probe))
    }
    #expect(!reason(0).contains("Theta"))
  }
}
