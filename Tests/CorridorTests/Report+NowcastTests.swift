import Corridor
import Testing

@Suite struct ReportNowcastTests {
  private func nowcast(
    _ value: Double, _ qualifier: Qualifier = .exact, shares: [Int: Double] = [:]
  ) throws -> Nowcast {
    func figures(_ values: [Int: Double]) -> [Period: Figure] {
      Dictionary(
        uniqueKeysWithValues: values.map {
          (Period(year: $0.key), Figure($0.value, unit: .millionUSD))
        })
    }
    return try Nowcast(
      "Tea", part: Period(year: 2023, months: 1...6),
      figure: Figure(value, qualifier, unit: .millionUSD),
      earlierParts: figures(shares.mapValues { 100 * $0 }),
      years: figures(shares.mapValues { _ in 100 })
    )
  }

  @Test func `says which earlier shares decide`() throws {
    let text = Report.nowcast(try nowcast(50, shares: [2020: 0.4, 2021: 0.44, 2022: 0.42])).text
    #expect(text.hasPrefix("2023 from a part, Tea, USD million\n"))
    #expect(
      text.contains("From the share of the first 6 months in 2020–2022, 40.0 % to 44.0 %, which"))
    #expect(
      text.unwrapped.contains("0.24, of 2 known and the 0.41 that is usual in bilateral trade"))
  }

  @Test func `one share decides in the singular`() throws {
    let text = Report.nowcast(try nowcast(50, shares: [2022: 0.4])).text
    #expect(text.contains("in 2022, 40.0 %, which decides"))
  }

  @Test func `a bound says which end is open`() throws {
    #expect(
      Report.nowcast(try nowcast(50, .moreThan)).text.contains(
        "The part is a bound, >50.0: the year has no upper end."))
    #expect(
      Report.nowcast(try nowcast(50, .lessThan)).text.contains("no lower end but zero"))
  }

  @Test func `several have a row each, with their names`() throws {
    let report = Report.nowcasts([try nowcast(50), try nowcast(60, .about)], title: "Teas")
    #expect(report.title == "Teas")
    #expect(report.tables[0].table.rowCount == 2)
    #expect(report.text.contains("Series"))
  }
}
