import Testing
import TradeSeries
import TradeTestSupport

@Suite struct NaiveTests {
  @Test(arguments: 1...4) func `expects the last value, with a variance that grows by the step`(
    step: Int
  ) throws {
    // Changes 2, −1, 3: σ² = 14/3.
    let fit = try Naive().fit(History([1, 3, 2, 5]))
    let expected = try #require(fit.distribution(at: step).student)
    #expect(expected.location == 5)
    let variance = 14.0 / 3 * Double(step)
    #expect(expected.scale.isClose(to: variance.squareRoot(), tolerance: 1e-15))
    #expect(expected.degrees == 3)
  }

  @Test(arguments: ["home", "line", "growth", "nile", "gdp12"]) func `agrees with R`(
    name: String
  ) throws {
    let fit = try Naive().fit(History(ForecastReference.values(name)))
    let sigma = try ForecastReference.number(name, "naive", 0, "sigma_package")
    let count = try ForecastReference.number(name, "naive", 0, "residual_count")
    #expect(Double(fit.count) == count)
    for step in 1...4 {
      let expected = try #require(fit.distribution(at: step).student)
      let point = try ForecastReference.number(name, "naive", step, "point")
      #expect(expected.location.isClose(to: point, tolerance: 1e-12))
      let scale = sigma * Double(step).squareRoot()
      #expect(expected.scale.isClose(to: scale, tolerance: 1e-12))
      #expect(expected.degrees == count)
    }
  }

  @Test func `a change over a gap counts as several small ones`() throws {
    // Changes 3 over two periods and 2 over one: (9/2 + 4)/2.
    let fit = try Naive().fit(History([1, nil, 4, 6]))
    #expect(fit.variance == 4.25)
    #expect(fit.count == 2)
    #expect(fit.last == 6)
  }

  @Test func `a constant series goes on without doubt`() throws {
    let fit = try Naive().fit(History([7, 7, nil, 7]))
    #expect(fit.distribution(at: 3) == .studentT(location: 7, scale: 0, degrees: 2))
  }
}
