import Foundation
import Testing
import TradeTestSupport

@testable import TradeSeries

@Suite struct SharedFitsTests {
  private func monthly(seed: Int, count: Int = 40) -> Series? {
    var random = SeededGenerator(seed: seed)
    let values = (0..<count).map { place in
      100 + 2 * Double(place) + 15 * sin(Double(place) * .pi / 6)
        + Double.random(in: -6...6, using: &random)
    }
    return try? Series("m", unit: .one, start: Period(step: 1), values: values, season: 12)
  }

  @Test func `a fit from there is the fit that a method makes itself`() throws {
    let history = try #require(monthly(seed: 1)).history
    let fits = SharedFits(history)
    for name in ["ets", "auto", "combination", "combination:median", "arima", "ets", "naive"] {
      let method = try #require(Methods.named(name))
      let (shared, own) = try (fits.fit(method), method.fit(history))
      #expect(shared.distribution(at: 3) == own.distribution(at: 3), "\(name)")
      #expect(shared.likelihood == own.likelihood)
    }
  }

  @Test func `methods that differ have fits of their own`() throws {
    let fits = SharedFits(try #require(monthly(seed: 2)).history)
    let plain = try #require(try fits.fit(ETS("ANN")) as? ETS.Fitted)
    let seasonal = try #require(try fits.fit(ETS("ANA")) as? ETS.Fitted)
    #expect(plain.form != seasonal.form)
    let walk = try #require(try fits.fit(ARIMA(order: (0, 1, 0))) as? ARIMA.Fitted)
    let own = try #require(try fits.fit(ARIMA(order: (1, 0, 0))) as? ARIMA.Fitted)
    #expect(walk.orders != own.orders)
  }

  @Test func `a failure is remembered as well`() throws {
    let fits = SharedFits(History([5, 7, 6]))
    for _ in 0..<2 {
      #expect(throws: SeriesError.tooShort(method: "arima", count: 3, needed: 4)) {
        try fits.fit(.arima)
      }
    }
  }

  @Test(arguments: 1...2) func `a backtest of all is that of each alone`(seed: Int) throws {
    let series = try #require(monthly(seed: seed, count: 34))
    let names = ["auto", "combination", "combination:median", "ets", "arima", "theta"]
    let methods = names.compactMap(Methods.named)
    let all = try series.backtest(methods, horizon: 2, origins: 3)
    for (place, method) in methods.enumerated() {
      let alone = try series.backtest([method], horizon: 2, origins: 3)
      #expect(all.scores[place] == alone.scores[0], "\(method.name)")
    }
  }
}
