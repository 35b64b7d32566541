import Testing
import TradeSeries
import TradeTestSupport

@Suite struct AutoChoicesTests {
  private func walks(
    _ count: Int, length: Int, season: Int = 1, seed: Int = 1
  ) throws -> [Series] {
    var random = SeededGenerator(seed: seed)
    let start = season == 1 ? Period(year: 2000) : Period(year: 2000, quarter: 1)
    return try (0..<count).map { place in
      var value = Double.random(in: 10...1000, using: &random)
      let values = (0..<length).map { index in
        value *= Double.random(in: 0.85...1.25, using: &random)
        return value * (season > 1 && index % season == 0 ? 1.4 : 1)
      }
      return try Series("s\(place)", unit: .one, start: start, values: values)
    }
  }

  // MARK: One series

  @Test func `says which windows of an annual series count`() {
    func choices(_ count: Int) -> [String] {
      Auto().choices(for: History((0..<count).map { Double(100 + $0 * $0 % 7) }))
    }
    #expect(choices(6) == ["The regressions see all 6 values."])
    #expect(choices(7) == ["The regressions see the last 6 values; earlier ones have no part."])
    #expect(
      choices(23) == [
        "The forecast is the mean of regressions on the last 12 and 14 values; the interval is that "
          + "of the longest."
      ])
  }

  @Test func `says why the regressions are left out`() {
    #expect(
      Auto().choices(for: History([5, 7])) == [
        "The pooled regressions are left out: fewer than 3 values make no window."
      ])
    #expect(
      Auto().choices(for: History([5, 5, 5, 5])) == [
        "The pooled regressions are left out: the values never change."
      ])
  }

  @Test func `names the weights of a seasonal series and how much wider it is`() throws {
    let series = try walks(1, length: 24, season: 4)[0]
    let choices = Auto().choices(for: series.history, horizon: 3)
    #expect(
      choices == [
        "Weights: ets 25 %, arima 25 %, theta 25 % and dynamic-theta 25 %.",
        "The intervals are 1.12 to 1.18 times as wide as the members' mean.",
      ])
  }

  @Test func `names the members that are left out and why`() {
    let method = Combination([.naive, .damped, .logTrend], weights: [3, 1, 1])
    #expect(
      method.choices(for: History([1, 2, 0, 4])) == [
        "Weights: naive 100 %.",
        "Left out: damped, it needs 7 values.",
        "Left out: log-trend, it cannot answer for this series.",
      ])
    #expect(
      method.choices(for: History([1, 2, 3, 4, 5, 7, 6, 9])) == [
        "Weights: naive 60 %, damped 20 % and log-trend 20 %."
      ])
  }

  @Test func `says that no member of the mean could answer`() {
    #expect(
      Auto().choices(for: History([7], season: 4)) == [
        "No member of the mean can answer from a single value: the last season again."
      ])
  }

  // MARK: A file

  @Test func `names the losses of the file and what they led to`() throws {
    let panel = Panel(try walks(30, length: 12))
    let auto = try #require(panel.learned(.auto, horizon: 2) as? Auto)
    let choices = auto.choices(for: panel)
    #expect(choices.count == 1)
    let text = try #require(choices.first)
    #expect(text.hasPrefix("Annual: the last values of 30 of 30 series were held back. Loss, "))
    for part in ["prior trade ", "prior general ", "chosen ", "mean of"] {
      #expect(text.contains(part))
    }
  }

  @Test func `says that few series cannot tell`() throws {
    let panel = Panel(try walks(5, length: 12))
    let auto = try #require(panel.learned(.auto, horizon: 1) as? Auto)
    #expect(
      auto.choices(for: panel) == [
        "Annual: of 5 series fewer than 20 are long enough to measure, so the prior for trade "
          + "stands (7 277 series)."
      ])
  }

  @Test func `says from how many series widths were learned`() throws {
    let few = Panel(try walks(3, length: 16, season: 4))
    let auto = try #require(few.learned(.auto, horizon: 1) as? Auto)
    #expect(
      auto.choices(for: few) == [
        "With a season: the mean of ets, arima, theta and dynamic-theta, each with the same weight, "
          + "and the widths that come with the program, as too few series are long enough to learn "
          + "them."
      ])
    let many = Panel(try walks(42, length: 16, season: 4))
    let taught = try #require(many.learned(.auto, horizon: 1) as? Auto)
    #expect(
      taught.choices(for: many).first?.hasSuffix(
        "and widths learned from the last values of 42 series.") == true)
  }
}
