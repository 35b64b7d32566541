import Testing
import TradeSeries
import TradeTestSupport

@Suite struct UnitRootTests {
  private func values(_ name: String) throws -> [Double] {
    try ARIMAReference.history(name).present.map(\.value)
  }

  @Test(arguments: ARIMASearchTests.names) func `the KPSS statistic is that of R`(
    name: String
  ) throws {
    let y = try values(name)
    for (type, around) in [("mu", KPSSTest.Around.level), ("tau", .trend)] {
      for (label, lags) in [("auto", nil), ("0", 0), ("5", 5)] as [(String, Int?)] {
        let expected = try ARIMAReference.numbers(name, "kpss-\(type)-\(label)", "statistic")[0]
        let test = try #require(KPSSTest(y, around: around, lags: lags))
        #expect(test.statistic.isClose(to: try #require(expected)))
      }
    }
    let differences = try ARIMAReference.numbers(name, "kpss", "ndiffs")[0]
    #expect(KPSSTest.differences(of: y) == Int(try #require(differences)))
  }

  @Test func `the KPSS statistic is as by hand`() throws {
    // e = −1, 1, −1, 1; S = −1, 0, −1, 0; η = 2 / (16 · 1).
    let test = try #require(KPSSTest([1, 3, 1, 3], lags: 0))
    #expect(test.statistic.isClose(to: 0.125))
    #expect(test.pValue == 0.1)
    #expect(test.lags == 0)
  }

  @Test func `probabilities lie between those of the table`() throws {
    let trend = (0..<100).map { Double($0) }
    let test = try #require(KPSSTest(trend))
    #expect(test.pValue == 0.01)
    #expect(KPSSTest.differences(of: trend) == 1)
    #expect(KPSSTest.differences(of: trend.map { $0 * $0 }) == 2)
    #expect(KPSSTest.differences(of: trend.map { $0 * $0 }, limit: 1) == 1)
  }

  @Test func `nothing is tested without variation`() {
    #expect(KPSSTest([4, 4, 4, 4]) == nil)
    #expect(KPSSTest([1, 2]) == nil)
    #expect(KPSSTest.differences(of: [4, 4, 4, 4]) == 0)
    #expect(SeasonalStrength([1, 2, 3, 4, 1, 2, 3, 4], season: 4) == nil)
    #expect(SeasonalStrength([Double](repeating: 2, count: 30), season: 4) == nil)
    #expect(SeasonalStrength.differences(of: [1, 2, 3], season: 1) == 0)
  }

  @Test(
    arguments: [
      "airpassengers", "passengers", "accidents", "ukgas", "johnson", "austres", "nottem",
    ])
  func `the strength of a season is that of R`(name: String) throws {
    let history = try ARIMAReference.history(name)
    let y = history.present.map(\.value)
    let expected = try ARIMAReference.numbers(name, "strength", "value")[0]
    let strength = try #require(SeasonalStrength(y, season: history.season))
    #expect(strength.value.isClose(to: try #require(expected)))
    let differences = try ARIMAReference.numbers(name, "strength", "nsdiffs")[0]
    #expect(
      SeasonalStrength.differences(of: y, season: history.season)
        == Int(try #require(differences)))
  }
}
