import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct ReportCommandTests {
  /// The home report, made once.
  static let text = Outcome.text("report")
  static let csv = Outcome.csv("report")

  @Test func `tells the whole story of the home case`() {
    let outcome = Self.text
    #expect(outcome.status == 0)
    let headings = [
      "Figures and growth", "Forecast", "Past errors of the methods",
      "Goods: exports of Kazakhstan to Viet Nam, SITC sections, USD million",
      "Where publishers disagree", "Events", "Sources",
    ]
    var places: [Int] = []
    for heading in headings {
      guard let place = outcome.text.lines.firstIndex(of: Substring(heading)) else {
        Issue.record("no heading '\(heading)'")
        continue
      }
      places.append(place)
    }
    #expect(places == places.sorted())
  }

  @Test func `is the same bytes every time`() {
    #expect(Outcome.text("report", "kz-vn").text == Self.text.text)
  }

  @Test func `writes every table cell by cell`() throws {
    let outcome = Self.csv
    #expect(outcome.header == "table,row,column,value")
    let table = try outcome.table
    let names = try table.texts("table").compactMap(\.self)
    #expect(
      Set(names).isSuperset(of: [
        "growth", "forecast", "backtest", "compare", "disagreements", "events",
      ]))
    let columns = try table.texts("column")
    let values = try table.texts("value")
    let turnover = table.rows(where: { names[$0] == "growth" && columns[$0] == "value" })
      .compactMap { values[$0] }
    #expect(["233.2", "271.9", "205.8", "392.5", "542.7", "500"].allSatisfy(turnover.contains))
  }

  @Test func `forecasts three years where no horizon is given`() throws {
    func years(_ outcome: Outcome) throws -> [String] {
      let table = try outcome.table
      let (names, columns) = (try table.texts("table"), try table.texts("column"))
      let values = try table.texts("value")
      return table.rows(where: { names[$0] == "forecast" && columns[$0] == "period" })
        .compactMap { values[$0] }
    }
    #expect(try years(Self.csv) == ["2025", "2026", "2027"])
    let early = Outcome.csv("report", "--until", "2017", "--horizon", "1")
    #expect(try years(early) == ["2018"])
  }

  @Test func `reports on the series of a file`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("small.csv", BacktestCommandTests.file)
      let outcome = Outcome.text("report", file, "--method", "drift", "--unit", "tonnes")
      #expect(outcome.status == 0)
      #expect(outcome.text.hasPrefix("value, tonnes, 2015–2022\n"))
      #expect(outcome.text.contains("Method drift."))
    }
  }
}

extension Table {
  /// The rows for which something holds.
  fileprivate func rows(where holds: (Int) -> Bool) -> [Int] { (0..<rowCount).filter(holds) }
}
