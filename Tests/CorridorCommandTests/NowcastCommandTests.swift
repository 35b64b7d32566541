import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct NowcastCommandTests {
  @Test func `prints 2023 as it was known in August of that year`() {
    let outcome = Outcome.text(
      "nowcast", "kz-vn", "--until", "2023-05", "--as-of", "2023-08-21")
    #expect(
      outcome.text == """
        2023 from a part, Kazakhstan–Viet Nam turnover, USD million

        Known part       Value   Share  Estimate    80 % interval    95 % interval
        ──────────────────────────────────────────────────────────────────────────
        2023-01/2023-05  532.9  41.7 %  ~1 279.0  950.5 – 1 720.9  649.7 – 2 517.6
        ~ estimated

        From the calendar: in no earlier year are both the year and its first 5 months
          known, so they stand for 5 of 12 months, 41.7 %.
        The interval is as wide as such shares were wrong in 1 083 monthly series, in
          proportion to how much years differ (root mean square of ln changes 0.51, of
          10 changes).

        2023-01/2023-05: Kazinform, 2023-08-21.

        """)
  }

  @Test func `the outcome stands beside it where it is known`() throws {
    let outcome = Outcome.csv("nowcast", "kz-vn", "--until", "2023-05")
    #expect(try outcome.numbers("outcome") == [979.2])
    #expect(
      Outcome.text("nowcast", "kz-vn").text.contains("Published since for 2023: 979.2."))
  }

  @Test func `the other side's first quarter of 2025 is a part as well`() throws {
    let outcome = Outcome.csv("nowcast", "-r", "VNM")
    #expect(try outcome.texts("part") == ["2025-Q1"])
    #expect(try outcome.numbers("value") == [146.3])
  }

  private static func monthly(_ partner: String, months: Int) -> String {
    (0..<months).map { month in
      "\(2020 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1),\(partner),"
        + "\(10 + month % 12)"
    }.joined(separator: "\n")
  }

  @Test func `an unfinished year of months in a file`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "m.csv", "period,partner,value\n" + Self.monthly("VNM", months: 41))
      let outcome = Outcome.text("nowcast", file, "--value", "value")
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("From the share of the first 5 months in 2020–2022"))
      #expect(try Outcome.csv("nowcast", file).numbers("known_shares") == [3])
    }
  }

  @Test func `series with a whole last year are said to have none`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "m.csv",
        "period,partner,value\n"
          + [
            Self.monthly("VNM", months: 41), Self.monthly("CHN", months: 36),
            Self.monthly("RUS", months: 37),
          ].joined(separator: "\n"))
      let outcome = Outcome.csv("nowcast", file, "--by", "partner")
      #expect(try outcome.texts("series") == ["VNM", "RUS"])
      #expect(outcome.remarks.count == 1)
      #expect(outcome.remarks[0].hasPrefix("1 series have no nowcast; the first: CHN: the latest"))
      let whole = corridor("nowcast", file, "--by", "partner", "--until", "2022-12")
      #expect(whole.status == 1)
      #expect(whole.problem?.contains("--until 2022-06 shows") == true)
    }
  }

  @Test func `goods are yearly and have no part`() {
    let outcome = corridor("nowcast", "kaz-exports")
    #expect(outcome.status == 1)
    #expect(outcome.problem?.contains("months or quarters only") == true)
  }

  @Test func `a pair without a part says where its figures are`() {
    let outcome = corridor("nowcast", "kz-it")
    #expect(outcome.status == 1)
    #expect(outcome.problem?.contains("corridor sources") == true)
  }
}
