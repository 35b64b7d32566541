import Testing
import TradeSeries
import TradeTestSupport

@Suite struct HoltTests {
  @Test func `is the model with an additive trend`() throws {
    let history = History([3, 5, 4, 7, 9, 8, 12, 11])
    let (holt, model) = (try Holt().fit(history), try ETS("AAN").fit(history))
    #expect(holt.parameters == model.parameters)
    #expect(holt.path(to: 3) == model.path(to: 3))
    #expect(Holt().name == "holt")
  }

  @Test func `continues a line exactly`() throws {
    let fit = try Holt().fit(History([1, 3, 5, 7, 9, 11]))
    #expect(fit.path(to: 2)[1].isClose(to: 15, tolerance: 1e-9))
  }

  @Test func `refuses five values`() {
    #expect(throws: SeriesError.tooShort(method: "holt", count: 5, needed: 6)) {
      try Series("short", start: 2013, values: [1, 2, 4, 3, 5]).forecast(with: .holt)
    }
  }
}
