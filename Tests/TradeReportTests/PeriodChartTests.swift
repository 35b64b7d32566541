import Testing
import TradeReport
import TradeTables

@Suite struct PeriodChartTests {
  @Test func `a value is exact unless it says otherwise`() {
    let value = PeriodChart.Value(label: "2024", value: 500)
    #expect(value == PeriodChart.Value(label: "2024", value: 500, qualifier: .exact))
    #expect(value != PeriodChart.Value(label: "2024", value: 500, qualifier: .moreThan))
    #expect(value != PeriodChart.Value(label: "2024", value: nil))
  }

  @Test func `a chart of history has no forecast`() {
    let value = PeriodChart.Value(label: "2024", value: 500)
    #expect(
      PeriodChart(history: [value])
        == PeriodChart(history: [value], forecast: [], intervalNames: []))
  }

  @Test func `keeps what it was given`() {
    let value = PeriodChart.Value(label: "2024", value: 500)
    let expected = PeriodChart.Expected(
      label: "2025", point: 550, inner: 500...600, outer: 450...650)
    let chart = PeriodChart(
      history: [value], forecast: [expected], intervalNames: ["80 %", "95 %"])
    #expect(chart.history == [value])
    #expect(chart.forecast == [expected])
    #expect(chart.intervalNames == ["80 %", "95 %"])
    #expect(expected.inner == 500...600)
    #expect(expected.outer == 450...650)
  }
}
