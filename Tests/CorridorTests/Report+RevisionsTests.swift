import Corridor
import Testing

@Suite struct ReportRevisionsTests {
  private func revisions(_ dates: [String], _ values: [Double]) throws -> Revisions {
    let header =
      "reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note"
    let rows = zip(dates, values).map { date, value in
      "KAZ,VNM,turnover,2017,\(value),USD million,exact,reported,Paper,\(date),\(date),,"
    }
    let text = ([header] + rows).joined(separator: "\n")
    let table = try CSVReader(file: "l.csv").read(Array(text.utf8))
    return try Ledger(table).revisions(
      reporter: "KAZ", partner: "VNM", flow: .turnover, name: "Tea")
  }

  @Test func `one year ends with how far it went`() throws {
    let report = try #require(
      Report.revisions(
        revisions(["2018", "2019"], [100, 90]), year: Period(year: 2017)))
    #expect(report.title == "Revisions, Tea, 2017, USD million")
    #expect(
      report.text.contains("From 100.0 (2018) to 90.0 (2019): a change of -10.0, -10.0 %."))
  }

  @Test func `a year that was not revised says since when`() throws {
    let report = try #require(
      Report.revisions(revisions(["2018"], [100]), year: Period(year: 2017)))
    #expect(report.text.contains("The series has taken 100.0 since 2018; no later publication"))
  }

  @Test func `publications without a date tell no vintage`() throws {
    let revisions = try revisions(["", "2019"], [100, 90])
    #expect(
      try #require(Report.revisions(revisions)).text.contains(
        "2017: publications without a date tell no vintage."))
    let undated = try self.revisions([""], [100])
    #expect(
      try #require(Report.revisions(undated, year: Period(year: 2017))).text.contains(
        "No publication of 2017 has a date."))
  }

  @Test func `a year without a figure has no report`() throws {
    #expect(Report.revisions(try revisions(["2018"], [1]), year: Period(year: 2000)) == nil)
  }
}
