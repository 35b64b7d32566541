import Corridor
import Testing

@Suite struct ReportGrowthTests {
  private func tea() throws -> Series {
    var series = try Series(
      "Tea", unit: .millionUSD, start: Period(year: 2000), values: [100, 150, nil, 216, 200],
      qualifiers: [.exact, .about, .exact, .exact, .moreThan])
    series.notes = ["Bought at auction."]
    return series
  }

  @Test func `shows figures, marks, rates over gaps and over the whole, and notes`() throws {
    // Over the gap √(216/150) − 1, over the whole 2^(1/4) − 1.
    #expect(
      Report.growth(try tea().growth()).text == """
        Tea, USD million

        ▁▄ █▇  2000–2004

        Period  USD million  Change    Growth  2000 = 100
        ─────────────────────────────────────────────────
        2000          100.0       –         –       100.0
        2001         ~150.0  ~+50.0  ~+50.0 %      ~150.0
        2002              –       –         –           –
        2003          216.0       –         –       216.0
        2004         >200.0  >-16.0   >-7.4 %      >200.0
        > more than   ~ about

        2001 to 2003, across the gap: ~ +20.0 % a year, compound over 2.
        2000 to 2004: > +18.9 % a year, compound.

        Bought at auction.

        """)
  }

  @Test func `says when the value doubles, in periods of the series`() throws {
    let series = try Series(
      "Tea", unit: .one, start: Period(year: 2000, quarter: 1), values: [100, 110])
    // ln 2 / ln 1.1; the sentence stands on two lines.
    #expect(
      Report.growth(try series.growth()).text.hasSuffix(
        """
        2000-Q1 to 2000-Q2: +10.0 % a quarter, compound; at that rate it doubles in 7.3
          quarters.

        """))
  }

  @Test func `has no heading but the name where there is no unit`() throws {
    let series = Series("Tea", start: 2000, values: [100, 50])
    let report = Report.growth(try series.growth())
    #expect(report.title == "Tea")
    #expect(report.text.contains("2000 to 2001: -50.0 % a year, compound.\n"))
  }

  @Test func `has the columns of the contract as CSV`() throws {
    let csv = Report.growth(try tea().growth()).csv
    #expect(
      csv.split(separator: "\n").first
        == "period,value,qualifier,change,growth,growth_qualifier,log_growth,index")
    #expect(csv == (try tea().growth().table.csv))
  }
}
