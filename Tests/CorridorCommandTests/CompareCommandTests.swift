import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct CompareCommandTests {
  static let file = """
    year,code,category,value
    2020,10,Grain,100
    2021,10,Grain,150
    2020,85,Phones,300
    2021,85,Phones,240
    2020,TOTAL,total,420
    2021,TOTAL,total,410

    """

  @Test func `prints categories with what they leave of the total`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("cmp.csv", Self.file)
      let outcome = Outcome.text("compare", file, "--by", "code,category")
      #expect(
        outcome.text == """
          \(file)

          Code   Category       2020   2021   Growth  Contr.    Share  Change
          ───────────────────────────────────────────────────────────────────
          10     Grain         100.0  150.0  +50.0 %   +11.9   36.6 %   +12.8
          85     Phones        300.0  240.0  -20.0 %   -14.3   58.5 %   -12.9
          rest   Not itemised   20.0   20.0    0.0 %     0.0    4.9 %    +0.1
          TOTAL  Total         420.0  410.0   -2.4 %    -2.4  100.0 %     0.0

          Contributions are percentage points of the total's growth and add up to it;
            shares are those of 2021, and their change is since 2020.

          """)
      #expect(outcome.status == 0)
    }
  }

  @Test func `writes the columns of the contract first`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("cmp.csv", Self.file)
      let outcome = Outcome.csv("compare", file, "--by", "code,category")
      #expect(
        outcome.header
          == "code,category,from,to,growth,contribution,share,qualifier,"
          + "share_change,from_qualifier,to_qualifier,growth_qualifier,share_qualifier,"
          + "share_change_qualifier")
      #expect(try outcome.texts("code") == ["10", "85", "rest", "TOTAL"])
      #expect(try outcome.numbers("from") == [100, 300, 20, 420])
      #expect(try outcome.numbers("to") == [150, 240, 20, 410])
      // By hand: 50, −60 and 0 of 420; 150, 240 and 20 of 410.
      let contributions = [50.0 / 420, -60.0 / 420, 0, -10.0 / 420]
      for (number, expected) in zip(try outcome.numbers("contribution"), contributions) {
        #expect(number.isClose(to: expected))
      }
      let shares = [150.0 / 410, 240.0 / 410, 20.0 / 410, 1]
      for (number, expected) in zip(try outcome.numbers("share"), shares) {
        #expect(number.isClose(to: expected))
      }
    }
  }

  @Test(arguments: [["vnm-exports"], ["kaz-exports"], ["vnm-exports", "--top", "3"]])
  func `contributions of built-in groups add up to the growth of the total`(
    words: [String]
  ) throws {
    let outcome = Program.run(
      ["compare", "--from", "2010", "--until", "2021", "--format", "csv"] + words)
    let contributions = try outcome.numbers("contribution").compactMap(\.self)
    let growth = try #require(try outcome.numbers("growth").last ?? nil)
    #expect(contributions.dropLast().reduce(0, +).isClose(to: growth, tolerance: 1e-9))
    #expect(growth > 0)
  }

  @Test func `keeps the largest contributions and sums the others`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "cmp.csv",
        "year,c,value\n"
          + [("a", 9), ("b", 5), ("c", 3), ("d", 2)].map {
            "2020,\($0.0),1\n2021,\($0.0),\($0.1)\n"
          }.joined())
      let outcome = Outcome.csv("compare", file, "--by", "c", "--top", "2")
      #expect(try outcome.texts("category") == ["a", "b", "Other (2)", "Total"])
      #expect(try outcome.numbers("to") == [9, 5, 5, 19])
    }
  }

  @Test func `compares Viet Nam's exports where nothing is named`() {
    let outcome = Outcome.text("compare")
    #expect(outcome.text.hasPrefix("Exports of Viet Nam to the world, USD million\n"))
    #expect(outcome.text == Outcome.text("compare", "vnm-exports").text)
    #expect(outcome.text != Outcome.text("compare", "--classification", "stage").text)
  }

  @Test func `asks for the column with the categories`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("cmp.csv", Self.file)
      for by in [[], ["--by", "code,category,year"]] {
        let outcome = Program.run(["compare", file] + by)
        #expect(outcome.status == 2)
        #expect(outcome.problem?.hasPrefix("--by names the column with the categories") == true)
      }
    }
  }

  @Test func `says which periods there are`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("cmp.csv", Self.file)
      let outcome = corridor("compare", file, "--by", "code", "--from", "2019")
      #expect(outcome.status == 1)
      #expect(outcome.problem == "the data has no figure for 2019; it has 2020 to 2021")
    }
  }

  @Test func `says which built-in data have groups`() {
    let outcome = corridor("compare", "kz-cn")
    #expect(outcome.status == 2)
    #expect(outcome.problem?.hasPrefix("'kz-cn' has no groups of goods; those that have: ") == true)
  }
}
