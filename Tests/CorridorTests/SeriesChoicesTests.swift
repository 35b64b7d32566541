import Corridor
import Testing

@Suite struct SeriesChoicesTests {
  private let series = [
    Series("a", start: 2000, values: [10, 12, 9, 15, 18, 16]),
    Series("b", start: 2000, values: [80, 70, 90, 85, 60, 75]),
    Series("c", start: 2000, values: [5, 7]),
    Series("d", start: 2000, values: [1, 2, 1, 3, 1, 4]),
  ]

  private func choices(_ method: any Forecaster, workers: Int = 1) -> SeriesChoices {
    SeriesChoices(Panel(series).forecasts(with: method), by: method, workers: workers)
  }

  @Test func `series with the same choice share a row`() {
    let choices = choices(.auto)
    #expect(choices.groups.map(\.names) == [["a", "b", "d"], ["c"]])
    #expect(choices.groups.map(\.counts) == [6...6, 2...2])
    #expect(
      choices.table.csv == """
        series,values,choice
        a and 2 more,6,The regressions see all 6 values.
        c,2,The pooled regressions are left out: fewer than 3 values make no window.

        """)
  }

  @Test func `names two series and the range of their lengths`() {
    let still = [5, 4].map { count in
      Series("s\(count)", start: 2000, values: [Double](repeating: 7, count: count))
    }
    let choices = SeriesChoices(Panel(still).forecasts(with: .auto), by: .auto)
    #expect(
      choices.table.csv == """
        series,values,choice
        "s5, s4",4–5,The pooled regressions are left out: the values never change.

        """)
  }

  @Test func `tells what was taken instead and why`() {
    let drift = choices(.drift).groups
    let instead = drift.first { $0.names == ["c"] }
    #expect(instead?.choice == "auto instead: drift needs 3 values and the series has 2.")
    #expect(
      drift.first?.choice.hasPrefix("The line from the first value to the last, continued;") == true
    )
  }

  @Test func `names the model that was taken of many`() {
    #expect(
      choices(.ets).groups.first?.choice.hasPrefix("The model of least AICc is ETS(") == true)
    #expect(choices(.arima).groups.first?.choice.hasPrefix("The model is ARIMA(") == true)
    #expect(choices(.combination).groups.first?.choice.hasPrefix("Weights: ets ") == true)
  }

  @Test func `does not depend on the number of workers`() {
    #expect(choices(.combination) == choices(.combination, workers: 3))
  }
}
