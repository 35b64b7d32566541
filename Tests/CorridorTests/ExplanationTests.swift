import Corridor
import Testing

@Suite struct ExplanationTests {
  @Test func `says what auto chose before what past errors say`() throws {
    let tea = Series("Tea", start: 2000, values: [10, 12, 9, 15, 18, 16])
    let explanation = try tea.forecast(with: .auto).explanation
    #expect(explanation.count == 2)
    #expect(explanation[0] == "The regressions see all 6 values.")
    #expect(explanation[1].hasPrefix("At 4 past origins, one year ahead, the 95 % interval held "))
  }

  @Test func `names the weights of a combination`() throws {
    let tea = Series("Tea", start: 2000, values: [10, 12, 9, 15, 18, 16, 20, 19])
    let explanation = try tea.forecast(with: .combination).explanation
    #expect(explanation[0] == "Weights: ets 33 %, arima 33 % and dynamic-theta 33 %.")
  }

  // MARK: Many series

  private let panel = Panel([
    Series("a", start: 2000, values: [10, 12, 15]),
    Series("b", start: 2000, values: [80, 100, 90]),
  ])

  @Test func `past errors of many series are in units of their usual change`() {
    // By hand in PanelBacktestTests.
    #expect(
      panel.explanation(of: .naive) == [
        "With the last value of 2 series held back, the 95 % interval of naive held 100 % of the "
          + "time; mean error 1.00 of a usual change."
      ])
    #expect(
      panel.explanation(of: panel.learned(.auto, horizon: 1)).first
        == "Annual: of 2 series fewer than 20 are long enough to measure, so the prior for trade "
        + "stands (7 277 series).")
    #expect(
      panel.explanation(of: .drift).last?.hasSuffix(", that of the value before 1.00.") == true)
  }

  @Test func `says that many series are too short`() {
    let short = Panel([
      Series("a", start: 2000, values: [10, 12]), Series("b", start: 2000, values: [80]),
    ])
    #expect(
      short.explanation(of: .naive) == [
        "The series are too short to measure past errors of the method."
      ])
  }

  @Test func `series that never change have no error to name`() {
    let still = Panel((0..<2).map { Series("s\($0)", start: 2000, values: [5, 5, 5, 5]) })
    #expect(
      still.explanation(of: .drift) == [
        "With the last value of 2 series held back, the 95 % interval of drift held 100 % of the "
          + "time."
      ])
  }
}
