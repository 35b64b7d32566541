import Corridor
import Testing

@Suite struct ReportComparisonTests {
  private func exports(codes: Bool = true) throws -> Comparison {
    let table = try Table(
      text: """
        hs,goods,year,value
        01,Wheat,2010,20
        01,Wheat,2021,30
        79,Zinc,2010,60
        79,Zinc,2021,90
        27,Coal,2010,20
        84,Pumps,2021,5
        TOTAL,All,2010,110
        TOTAL,All,2021,132
        """)
    var reader = SeriesReader()
    reader.unit = .millionUSD
    return try Comparison(
      Categories(
        codes ? table : table.filtered { $0 < 6 }, category: "goods", code: codes ? "hs" : nil,
        reader: reader))
  }

  @Test func `shows categories, rest and total, what is new and what is gone`() throws {
    // By hand: zinc 30/110 = 27.3 points, share 90/132 = 68.2 %, before 60/110 = 54.5 %.
    #expect(
      Report.comparison(try exports(), title: "Exports", notes: ["A remark."]).text == """
        Exports, USD million

        Code   Category       2010   2021    Growth  Contr.    Share  Change
        ────────────────────────────────────────────────────────────────────
        79     Zinc           60.0   90.0   +50.0 %   +27.3   68.2 %   +13.6
        01     Wheat          20.0   30.0   +50.0 %    +9.1   22.7 %    +4.5
        84     Pumps             –    5.0         –    +4.5    3.8 %    +3.8
        27     Coal           20.0      –  -100.0 %   -18.2    0.0 %   -18.2
        rest   Not itemised   10.0    7.0   -30.0 %    -2.7    5.3 %    -3.8
        TOTAL  Total         110.0  132.0   +20.0 %   +20.0  100.0 %     0.0

        Contributions are percentage points of the total's growth and add up to it;
          shares are those of 2021, and their change is since 2010.
        New in 2021: Pumps.
        No longer there in 2021: Coal.
        A remark.

        """)
  }

  @Test func `shows the others in one row`() throws {
    #expect(
      Report.comparison(try exports().top(1), title: "Exports").text.contains(
        """
        79     Zinc           60.0   90.0  +50.0 %   +27.3   68.2 %   +13.6
        other  Other (3)      40.0   35.0  -12.5 %    -4.5   26.5 %    -9.8
        rest   Not itemised   10.0    7.0  -30.0 %    -2.7    5.3 %    -3.8
        TOTAL  Total         110.0  132.0  +20.0 %   +20.0  100.0 %     0.0
        """))
  }

  @Test func `codes that repeat the categories are not printed, and stay in the file`() throws {
    let report = Report.comparison(try exports(codes: false), title: "Exports")
    #expect(!report.text.contains("Code"))
    #expect(report.csv.hasPrefix("code,category,"))
  }

  @Test func `a number that is a bound is never printed bare`() throws {
    // Of more than 60 and 30 the share of zinc is more than it looks, and that of wheat less.
    let table = try Table(
      text: """
        goods,year,value,qualifier
        Wheat,2010,20,exact
        Wheat,2021,30,exact
        Zinc,2010,40,exact
        Zinc,2021,60,moreThan
        """)
    let comparison = try Comparison(Categories(table, category: "goods", reader: SeriesReader()))
    let text = Report.comparison(comparison, title: "Exports").text
    // Less than 30 of 90.
    #expect(comparison.rows.first { $0.name == "Wheat" }?.share?.qualifier == .lessThan)
    #expect(text.contains("<33.3 %"))
    #expect(!text.contains(" 33.3 %"))
  }

  @Test func `has the columns of the contract first as CSV`() throws {
    let csv = Report.comparison(try exports(), title: "Exports").csv
    #expect(csv.hasPrefix("code,category,from,to,growth,contribution,share,qualifier,"))
    #expect(csv.split(separator: "\n").count == 7)
  }
}
