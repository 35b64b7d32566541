import Testing
import TradeSeries
import TradeTestSupport

@Suite struct PeriodTests {
  // MARK: Text

  @Test(arguments: [
    ("2019", Period(year: 2019)), ("1000", Period(year: 1000)), ("2999", Period(year: 2999)),
    ("2025-Q1", Period(year: 2025, quarter: 1)), ("2025Q4", Period(year: 2025, quarter: 4)),
    ("2025q2", Period(year: 2025, quarter: 2)), ("2018-03", Period(year: 2018, month: 3)),
    ("2018M12", Period(year: 2018, month: 12)), ("2018-M01", Period(year: 2018, month: 1)),
    ("2023-01/2023-05", Period(year: 2023, months: 1...5)),
    ("2023-07/2023-07", Period(year: 2023, months: 7...7)),
  ])
  func `reads every form`(text: String, period: Period) {
    #expect(Period(text) == period)
  }

  @Test(arguments: [
    "2023-13", "2023-00", "2023-Q5", "2023-Q0", "20230", "-5", "2023-01/2022-05", "", "٢٠٢٠",
    "2023-05/2023-01", "2023-12/2024-01", "2023/2024", "2023-Q1/2023-Q2", "2023-01/", "/2023-01",
    "2023-01/2023-02/2023-03", "0999", "3000", "999", "2023-1", "202301", "2023-001", "2023-Q",
    "2023-Q11", "2023-", "2023--01", "2023-+1", "2023M1", "2023M", " 2023", "2023 ", "2023.5",
    "+202", "20 3", "2023-０1", "Q1", "2023-01-15", "1e3", "2023-QA",
  ])
  func `refuses anything else`(text: String) {
    #expect(Period(text) == nil)
  }

  @Test func `refuses very long texts`() {
    #expect(Period(String(repeating: "2", count: 1_000_000)) == nil)
    #expect(Period("2019" + String(repeating: "-", count: 1_000_000)) == nil)
  }

  @Test func `refuses a very long chain of months, whatever its depth`() async {
    // As long as a line of a file can be. In a process of its own: a reader that calls itself for
    // each part would end it.
    await #expect(processExitsWith: .success) {
      #expect(Period(String(repeating: "2023-01/", count: 120_000)) == nil)
    }
  }

  @Test(arguments: 1...20) func `what is printed is read back`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let year = Int.random(in: 1000...2999, using: &random)
      let month = Int.random(in: 1...12, using: &random)
      let last = Int.random(in: month...12, using: &random)
      let periods = [
        Period(year: year), Period(year: year, month: month),
        Period(year: year, quarter: (month + 2) / 3), Period(year: year, months: month...last),
      ]
      for period in periods { #expect(Period(period.description) == period) }
    }
  }

  @Test(arguments: ["2019", "2025-Q1", "2018-03", "2018-12", "2023-01/2023-05"])
  func `prints the form that the documentation names`(text: String) {
    #expect(Period(text)?.description == text)
    #expect(Period("2018M03")?.description == "2018-03")
    #expect(Period("2025q1")?.description == "2025-Q1")
  }

  // MARK: Steps in time

  @Test(arguments: [
    ("2019", 3, "2022"), ("2019", -20, "1999"), ("2018-Q4", 1, "2019-Q1"),
    ("2018-Q1", -1, "2017-Q4"), ("2018-11", 3, "2019-02"), ("2018-01", -1, "2017-12"),
    ("2018-06", 120, "2028-06"), ("2018-03", 0, "2018-03"),
    ("2023-01/2023-05", 2, "2023-03/2023-07"),
  ])
  func `advances in its own kind`(start: String, count: Int, end: String) throws {
    let period = try #require(Period(start))
    #expect(period.advanced(by: count) == Period(end))
    #expect(period.advanced(by: count).advanced(by: -count) == period)
  }

  @Test func `a counter can be negative`() {
    let step = Period(step: -3)
    #expect(step.description == "-3")
    #expect(step.advanced(by: 5) == Period(step: 2))
    #expect(step < Period(step: -2))
    #expect(step.year == -3)
    #expect(step.kind == .step)
  }

  @Test func `months before the year 0 belong to their year`() {
    let december = Period(year: 0, month: 1).advanced(by: -1)
    #expect(december.year == -1)
    #expect(december.description == "-1-12")
    #expect(Period(year: 0, quarter: 1).advanced(by: -1).description == "-1-Q4")
  }

  @Test(arguments: [
    ("2019", 2019, 1), ("2025-Q4", 2025, 4), ("2018-12", 2018, 12), ("2018-01", 2018, 12),
    ("2023-01/2023-05", 2023, 1),
  ])
  func `knows its year and how many of its kind a year has`(
    text: String, year: Int, perYear: Int
  ) throws {
    let period = try #require(Period(text))
    #expect(period.year == year)
    #expect(period.perYear == perYear)
  }

  // MARK: Order

  @Test func `is ordered by its first month, then by its last`() {
    let texts = [
      "2018", "2018-01", "2018-Q1", "2018-04", "2018-Q2", "2018-12", "2019-01", "2019-01/2019-02",
      "2019-Q1", "2019-01/2019-05", "2019", "2019-02", "2020",
    ]
    let expected = [
      "2018-01", "2018-Q1", "2018", "2018-04", "2018-Q2", "2018-12", "2019-01", "2019-01/2019-02",
      "2019-Q1", "2019-01/2019-05", "2019", "2019-02", "2020",
    ]
    #expect(texts.compactMap { Period($0) }.sorted().map(\.description) == expected)
  }

  @Test(arguments: 1...10) func `order agrees with steps in time`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    for start in ["2000", "2000-Q2", "2000-05"].compactMap({ Period($0) }) {
      let a = start.advanced(by: Int.random(in: -50...50, using: &random))
      let b = start.advanced(by: Int.random(in: -50...50, using: &random))
      #expect((a < b) == (a.index < b.index))
      #expect((a == b) == (a.index == b.index))
    }
  }

  @Test func `periods of different kinds are different`() {
    #expect(Period("2018-01") != Period("2018-01/2018-01"))
    #expect(Period(year: 2018) != Period(step: 2018))
    #expect(Set([Period("2018"), Period("2018-Q1"), Period("2018-01"), Period("2018")]).count == 3)
  }

  @Test func `months from January are those of a part that begins there`() {
    #expect(Period("2023-01/2023-05")?.monthsFromJanuary == 5)
    #expect(Period("2025-Q1")?.monthsFromJanuary == 3)
    #expect(Period("2023-01")?.monthsFromJanuary == 1)
    #expect(Period("2023")?.monthsFromJanuary == 12)
    for other in [Period("2023-02"), Period("2025-Q2"), Period("2023-02/2023-12")] {
      #expect(other?.monthsFromJanuary == nil)
    }
    #expect(Period(step: 24).monthsFromJanuary == nil)
  }

  // MARK: Bad calls

  @Test func `a period outside the calendar is a bad call`() async {
    await #expect(processExitsWith: .failure) { _ = Period(year: 2019, month: 13) }
    await #expect(processExitsWith: .failure) { _ = Period(year: 2019, quarter: 0) }
    await #expect(processExitsWith: .failure) { _ = Period(year: 2019, months: 0...3) }
  }
}
