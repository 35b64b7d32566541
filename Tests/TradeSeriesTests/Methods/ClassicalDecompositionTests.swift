import Testing
import TradeSeries
import TradeTestSupport

@Suite struct ClassicalDecompositionTests {
  private static let seasonal = ThetaReference.names.dropFirst(5)

  @Test(arguments: seasonal) func `equals decompose of R`(name: String) throws {
    let history = try ThetaReference.history(name)
    let product = try #require(ClassicalDecomposition(history))
    #expect(product.form == .multiplicative)
    // Far below zero the same moves call for differences.
    let lowered = History(
      history.values.map { value in value.map { $0 - 1e5 } }, season: history.season)
    let sum = try #require(ClassicalDecomposition(lowered))
    #expect(sum.form == .additive)
    for place in 1...history.season {
      let figure = try ThetaReference.number(name, "multiplicative", place, "figure")
      #expect(product.figure[place - 1].isClose(to: figure, tolerance: 1e-12))
      let difference = try ThetaReference.number(name, "additive", place, "figure")
      #expect(sum.figure[place - 1].isClose(to: difference, tolerance: 1e-8))
    }
  }

  @Test(arguments: seasonal) func `finds a season where R does`(name: String) throws {
    let isSeasonal = try ThetaReference.number(name, "acf", 0, "seasonal") == 1
    #expect(try ThetaReference.history(name).isSeasonal == isSeasonal)
  }

  @Test func `takes apart what was put together, gaps or not`() throws {
    let figure = [0.6, 1.1, 0.9, 1.4]
    var values: [Double?] = (0..<20).map { 50 * figure[$0 % 4] }
    let whole = try #require(ClassicalDecomposition(History(values, season: 4)))
    for index in [6, 9, 10] { values[index] = nil }
    let gapped = try #require(ClassicalDecomposition(History(values, season: 4)))
    for place in 0..<4 {
      #expect(whole.figure[place].isClose(to: figure[place]))
      #expect(gapped.figure[place].isClose(to: figure[place]))
    }
  }

  @Test func `gives differences where a ratio is near zero`() throws {
    let values = (0..<24).map { $0 % 4 == 2 ? 1e-4 : 80.0 }
    let found = try #require(ClassicalDecomposition(History(values, season: 4)))
    #expect(found.form == .additive)
    #expect(found.figure[2].isClose(to: -60, tolerance: 1e-3))
  }

  @Test func `has nothing to say of short or partly unseen seasons`() {
    #expect(ClassicalDecomposition(History([1, 2, 3, 4, 5, 6, 7], season: 4)) == nil)
    #expect(ClassicalDecomposition(History([1, 2, 3, 4, 5, 6, 7, 8])) == nil)
    let unseen: [Double?] = (0..<17).map { $0 % 4 == 2 ? nil : Double($0) }
    #expect(ClassicalDecomposition(History(unseen, season: 4)) == nil)
    // Two seasons and a half show no season, however strong.
    #expect(!History([1, 9, 1, 9, 1, 9, 1, 9, 1, 9], season: 4).isSeasonal)
    #expect(!History([Double](repeating: 4, count: 40), season: 4).isSeasonal)
  }

  @Test(arguments: ["UKgas", "nottem"]) func `adjusts a history and restores what follows`(
    name: String
  ) throws {
    let history = try ThetaReference.history(name)
    let season = SeasonalAdjustment(history)
    let decomposition = try #require(season.decomposition)
    let m = history.season
    for (index, (adjusted, value)) in zip(season.history.values, history.values).enumerated() {
      let expected = try #require(value) / decomposition.figure[index % m]
      #expect(adjusted.isClose(to: expected))
    }
    let plain = Predictive.studentT(location: 100, scale: 8, degrees: 5)
    for step in [1, 2, m, m + 3] {
      let factor = decomposition.figure[(history.values.count - 1 + step) % m]
      #expect(
        season.restored(plain, at: step)
          == .studentT(location: 100 * factor, scale: 8 * factor, degrees: 5))
      #expect(season.restored(100, at: step) == 100 * factor)
    }
  }

  @Test func `leaves a series without a season as it is`() throws {
    let history = try ThetaReference.history("Nile")
    let season = SeasonalAdjustment(history)
    #expect(season.decomposition == nil)
    #expect(season.history.values == history.values)
    #expect(season.restored(5, at: 3) == 5)
  }
}
