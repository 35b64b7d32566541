import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct GrowthCommandTests {
  static let csvHeader = "period,value,qualifier,change,growth,growth_qualifier,log_growth,index"

  @Test func `prints the home case`() {
    let outcome = Outcome.text("growth", "--from", "2013", "--until", "2018")
    #expect(
      outcome.text == """
        Kazakhstan–Viet Nam turnover, USD million

        ▁▂▁▅█▇  2013–2018

        Period  USD million  Change   Growth  2013 = 100
        ────────────────────────────────────────────────
        2013          233.2       –        –       100.0
        2014          271.9   +38.7  +16.6 %       116.6
        2015          205.8   -66.1  -24.3 %        88.3
        2016          392.5  +186.7  +90.7 %       168.3
        2017          542.7  +150.2  +38.3 %       232.7
        2018         >500.0  >-42.7  >-7.9 %      >214.4
        > more than

        2013 to 2018: > +16.5 % a year, compound.

        """)
    #expect(outcome.status == 0)
    #expect(outcome.remarks == [])
  }

  @Test func `writes the columns of the contract`() {
    #expect(Outcome.csv("growth").header == Self.csvHeader)
  }

  @Test func `writes the published values with their marks`() throws {
    // Values that the Kazakh side published; more than 500 for 2018.
    let outcome = Outcome.csv("growth", "kz-vn", "--from", "2013", "--until", "2018")
    #expect(try outcome.texts("period") == ["2013", "2014", "2015", "2016", "2017", "2018"])
    #expect(try outcome.numbers("value") == [233.2, 271.9, 205.8, 392.5, 542.7, 500])
    #expect(
      try outcome.texts("qualifier") == ["exact", "exact", "exact", "exact", "exact", "moreThan"])
  }

  @Test func `writes growth in full precision`() throws {
    let outcome = Outcome.csv("growth", "kz-vn", "--from", "2013", "--until", "2018")
    // By hand from the published values, to 12 digits.
    let rates = [0.165951972556, -0.243104082383, 0.907191448008, 0.382675159236, -0.0786806707205]
    let written = try outcome.numbers("growth")
    #expect(written.first == .some(nil))
    for (rate, number) in zip(rates, written.dropFirst()) {
      #expect(number.isClose(to: rate, tolerance: 1e-11))
    }
    #expect(
      try outcome.texts("growth_qualifier") == [
        nil, "exact", "exact", "exact", "exact", "moreThan",
      ]
    )
    #expect(try outcome.numbers("change")[1] == 271.9 - 233.2)
    #expect(try outcome.numbers("index")[4] == 100 * (542.7 / 233.2))
  }

  @Test func `writes numbers that read back as themselves`() throws {
    let table = try Outcome.csv("growth", "kz-world").table
    for column in ["value", "change", "growth", "log_growth", "index"] {
      for cell in try table.texts(column).compactMap(\.self) {
        let number = try #require(NumberText.number(cell))
        #expect(NumberText.full(number) == cell)
      }
    }
  }

  @Test func `takes the base of the index from the command line`() throws {
    let outcome = Outcome.csv("growth", "--from", "2013", "--until", "2017", "--base", "2015")
    #expect(try outcome.numbers("index")[2] == 100)
    #expect(try outcome.numbers("index")[0].isClose(to: 100 * 233.2 / 205.8))
  }

  @Test func `refuses a base without an exact figure`() {
    let bound = corridor("growth", "--base", "2018")
    #expect(bound.status == 1)
    #expect(
      bound.problem
        == "the figure of 2018 is a bound, which an index cannot stand on; choose another base")
    let missing = corridor("growth", "--base", "2999")
    #expect(missing.status == 1)
    #expect(missing.problem?.contains("no figure for 2999") == true)
  }

  @Test func `takes 2013 as a step where the time is a counter`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("steps.csv", "t,value\n2012,50\n2013,40\n2014,80\n")
      let outcome = Outcome.csv(
        "growth", file, "--time", "t", "--season", "1", "--from", "2013", "--base", "2014")
      #expect(try outcome.texts("period") == ["2013", "2014"])
      #expect(try outcome.numbers("index") == [50, 100])
    }
  }

  @Test func `writes every series of a file in the order of the file`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "long.csv", "year,partner,value\n2020,VNM,4\n2020,CHN,10\n2021,CHN,5\n2021,VNM,5\n")
      let outcome = Outcome.csv("growth", file, "--by", "partner")
      #expect(outcome.header == "series," + Self.csvHeader)
      #expect(try outcome.texts("series") == ["VNM", "VNM", "CHN", "CHN"])
      #expect(try outcome.texts("period") == ["2020", "2021", "2020", "2021"])
      #expect(try outcome.numbers("growth") == [nil, 0.25, nil, -0.5])
    }
  }

  @Test func `draws a long series no wider than a page`() throws {
    try withTemporaryFolder { folder in
      let rows = (0..<300).map { "\($0),\($0 % 7 + 1)" }.joined(separator: "\n")
      let file = try folder.file("long.csv", "t,value\n\(rows)\n")
      let outcome = Outcome.text("growth", file, "--time", "t", "--season", "1")
      #expect(outcome.text.lines.allSatisfy { $0.count <= 80 })
    }
  }
}
