import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct DataOptionsTests {
  @Test func `works on the home series where no data is named`() {
    #expect(Outcome.csv("growth").text == Outcome.csv("growth", "kz-vn").text)
  }

  @Test func `cuts the periods`() throws {
    let words = ["growth", "kz-vn", "--format", "csv"]
    #expect(
      try Program.run(words + ["--from", "2015", "--until=2016"]).texts("period")
        == ["2015", "2016"])
    #expect(try Program.run(words + ["--until", "2015"]).texts("period").last == "2015")
    #expect(try Program.run(words + ["--from", "2023"]).texts("period").first == "2023")
  }

  @Test func `says where nothing is left`() {
    let outcome = corridor("growth", "--from", "2100")
    #expect(outcome.status == 1)
    #expect(outcome.problem?.hasSuffix("has no value in the chosen periods") == true)
  }

  @Test func `exports and imports are parts of turnover`() throws {
    let words = ["--from", "2015", "--until", "2015"]
    let flows = try ["export", "import"].map { flow in
      try Program.run(["growth", "kz-cn", "--flow", flow, "--format", "csv"] + words)
        .numbers("value")[0] ?? 0
    }
    let turnover =
      try Program.run(["growth", "kz-cn", "--format", "csv"] + words)
      .numbers("value")[0] ?? 0
    #expect(flows.allSatisfy { $0 > 0 && $0 < turnover })
  }

  @Test func `naming the other side turns the pair round`() {
    let turned = Outcome.text("growth", "kz-vn", "--reporter", "vnm")
    #expect(turned.text.hasPrefix("Viet Nam–Kazakhstan turnover, USD million\n"))
    #expect(turned.text == Outcome.text("growth", "kz-vn", "-r", "VNM", "-p", "KAZ").text)
    #expect(turned.text != Outcome.text("growth", "kz-vn").text)
  }

  @Test func `says where a pair has no figures`() {
    let outcome = corridor("growth", "kz-vn", "-r", "SGP", "-p", "KGZ")
    #expect(outcome.status == 1)
    #expect(outcome.problem == "no published turnover of SGP with KGZ")
  }

  @Test func `leaves out what was published later`() throws {
    let before = Outcome.csv("growth", "kz-vn", "--as-of", "2018")
    let after = Outcome.csv("growth", "kz-vn")
    #expect(before.status == 0)
    let last = try #require(try before.texts("period").last ?? nil)
    #expect(last <= "2018")
    #expect(try after.texts("period").last == "2024")
  }

  @Test func `fills gaps from the mirror and marks them`() throws {
    // Viet Nam named "about 630" for 2021; the Kazakh side published nothing for that year.
    let words = ["growth", "kz-vn", "--from", "2020", "--until", "2022", "--format", "csv"]
    #expect(try Program.run(words).texts("period") == ["2022"])
    let filled = Program.run(words + ["--fill", "mirror"])
    #expect(try filled.texts("period") == ["2021", "2022"])
    #expect(try filled.numbers("value")[0] == 630)
    #expect(try filled.texts("qualifier")[0] == "mirror")
    // The Chinese side alone published a figure for 2024.
    let china = Outcome.csv("growth", "kz-cn", "--fill", "mirror", "--from", "2024")
    #expect(try china.texts("qualifier") == ["mirror"])
    #expect(try china.numbers("value") == [43_820])
    #expect(corridor("growth", "kz-cn", "--from", "2024").status == 1)
  }

  @Test func `shows another unit of the same thing`() throws {
    let millions = try Outcome.csv("growth").numbers("value").compactMap(\.self)
    let thousands = try Outcome.csv("growth", "--unit", "USD thousand").numbers("value")
      .compactMap(\.self)
    #expect(thousands.count == millions.count)
    for (number, other) in zip(millions, thousands) { #expect(other.isClose(to: 1000 * number)) }
    let wrong = corridor("growth", "--unit", "tonnes")
    #expect(wrong.status == 1)
    #expect(wrong.problem == "USD million cannot be converted to tonnes")
  }

  @Test func `takes the unit of a file from its column or the command line`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("unit.csv", "year,value,unit\n2019,1,EUR\n2020,2,EUR\n")
      #expect(Outcome.text("growth", file).text.hasPrefix("value, EUR\n"))
      #expect(Outcome.text("growth", file, "--unit", "t").text.hasPrefix("value, t\n"))
    }
  }

  @Test func `suggests the built-in set that was meant`() {
    let outcome = corridor("growth", "kz-nv")
    #expect(outcome.status == 2)
    #expect(
      outcome.problem == """
        there is no built-in data set and no file 'kz-nv' (did you mean 'kz-vn'?); built-in sets \
        are listed by: corridor list
        Try: corridor help growth
        """)
  }

  @Test(arguments: ["./kz-nv", "kz-nv.csv"])
  func `a name with a path or an ending is a file`(name: String) {
    let outcome = corridor("growth", name)
    #expect(outcome.status == 1)
    #expect(outcome.problem == "cannot read '\(name)': no such file or directory")
  }

  @Test func `finds the columns by their names`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("named.csv", "note,Year,Turnover\nx,2019,1\ny,2020,3\n")
      #expect(try Outcome.csv("growth", file).numbers("value") == [1, 3])
      let odd = try folder.file("odd.csv", "when,much,more\n2019,1,5\n2020,3,6\n")
      let outcome = Outcome.csv("growth", odd, "--time", "when", "--value", "more")
      #expect(try outcome.numbers("value") == [5, 6])
    }
  }

  @Test func `a pair of countries is needed where publications are asked for`() throws {
    let outcome = corridor("sources", "trade.csv")
    #expect(outcome.status == 2)
    #expect(
      outcome.problem?.hasPrefix(
        "'trade.csv' is no pair of countries; pairs are listed by: corridor list") == true)
  }
}
