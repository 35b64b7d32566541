import Corridor
import Testing

@Suite struct EventStepsTests {
  private func series(from year: Int, count: Int) -> Series {
    Series("trade", start: year, values: (0..<count).map { Double($0 * $0 % 7) })
  }

  @Test func `each event is a step from its year on`() throws {
    let steps = try EventSteps(for: series(from: 2014, count: 13), horizon: 2)
    #expect(steps.regressors.names == ["agreement-2016", "partnership-2025"])
    #expect(
      steps.regressors.columns == [
        [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
      ])
    #expect(steps.leftOut == [])
  }

  @Test func `an event outside the figures is left out and named`() throws {
    let early = try EventSteps(for: series(from: 2013, count: 6), horizon: 9)
    #expect(early.regressors.names == ["agreement-2016"])
    #expect(
      early.leftOut == [
        "partnership-2025 is left out: the figures end in 2018, before it could show in them."
      ])
    let late = try EventSteps(for: series(from: 2016, count: 10), horizon: 1)
    #expect(late.regressors.names == ["partnership-2025"])
    #expect(
      late.leftOut == [
        "agreement-2016 is left out: the figures begin in 2016, when it held already."
      ])
  }

  @Test func `without an event inside there is an error`() {
    #expect(throws: SeriesError.regressors(.noEvent(from: "2017", until: "2021"))) {
      try EventSteps(for: series(from: 2017, count: 5), horizon: 1)
    }
  }
}
