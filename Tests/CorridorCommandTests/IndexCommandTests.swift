import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct IndexCommandTests {
  static let file = """
    period,reporter,partner,flow,code,value,quantity
    2020,KAZ,VNM,export,1001,30,10
    2020,KAZ,VNM,export,2709,10,5
    2020,KAZ,VNM,import,1001,20,5
    2021,KAZ,VNM,export,1001,60,10
    2021,KAZ,VNM,export,2709,20,10
    2021,KAZ,VNM,import,1001,20,4
    2020,VNM,KAZ,export,1001,20,5
    2020,VNM,KAZ,export,8517,20,1
    2021,VNM,KAZ,export,8517,40,1

    """

  private func onFile(_ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in try body(folder.file("flows.csv", Self.file)) }
  }

  @Test func `prints the index with its formula`() throws {
    try onFile { file in
      let outcome = Outcome.text("index", "concentration", file, "-r", "KAZ", "--top", "1")
      #expect(
        outcome.text == """
          Herfindahl-Hirschman, Theil, Gini, share of the top N

          Kazakhstan

          Period    HHI  HHI norm.  Theil   Gini   Top 1  Traded  of
          ──────────────────────────────────────────────────────────
          2020    0.625      0.438  0.536  0.500  75.0 %       2   3
          2021    0.625      0.438  0.536  0.500  75.0 %       2   3

          Formula: H = Σ s²; H* = (H − 1/n) / (1 − 1/n); Theil = Σ s ln(n s); Gini = Σ (2i
            − n − 1) x(i) / (n Σ x); top = share of the N largest; n counts all categories
            of the data.
          Range: H from 1/n, H*, Gini and top from 0 to 1; Theil from 0 to ln n.
          Source: Hirschman (1964, AER); Theil (1967); Gini (1912).

          """)
    }
  }

  @Test func `writes CSV with the reasons`() throws {
    try onFile { file in
      let outcome = Outcome.csv("index", "rca", file, "-r", "vnm")
      #expect(outcome.header == "period,reporter,code,value,rca,symmetric,normalised,reason")
      // By hand: (20 / 40) / (50 / 80) in 2020.
      let advantages = try outcome.numbers("rca")
      #expect(advantages.first == 0.8)
      let prices = Outcome.csv("index", "prices", file, "-r", "KAZ")
      // Σ p₁ q₀ / Σ p₀ q₀ = (6 · 10 + 2 · 5) / 40.
      let laspeyres = try prices.numbers("laspeyres")
      #expect(laspeyres == [1, 1.75])
    }
  }

  @Test func `lists every index with its formula, and fits 80 columns`() throws {
    let outcome = Outcome.text("index")
    #expect(outcome.status == 0)
    #expect(outcome.text.lines.allSatisfy { $0.count <= 80 })
    for name in ["shares", "rca", "eci", "terms-of-trade"] { #expect(outcome.text.contains(name)) }
    let table = Outcome.csv("index")
    #expect(table.header == "name,title,formula,range,source")
  }

  @Test(arguments: [false, true]) func `every index fits 80 columns, in ASCII too`(
    ascii: Bool
  ) throws {
    try onFile { file in
      for name in try Outcome.csv("index").texts("name") where name != "openness" {
        let words = ["index", name ?? "", file] + (ascii ? ["--ascii"] : [])
        let outcome = Program.run(words + ["-o", "result.txt"])
        #expect(outcome.isSound)
        #expect(outcome.text.lines.allSatisfy { $0.count <= 80 }, "\(name ?? "")")
        if ascii { #expect(outcome.text.isASCII && !outcome.text.contains("?"), "\(name ?? "")") }
      }
    }
  }

  @Test func `a built-in set has its categories in words`() throws {
    let outcome = Outcome.text("index", "shares", "vnm-exports", "--from", "2021", "--top", "1")
    #expect(outcome.text.contains("2021    Machinery and electrical  155 409  46.3 %"))
    let table = Outcome.csv("index", "shares", "vnm-exports", "--from", "2021", "--top", "1")
    #expect(try table.texts("code") == ["84-85"])
  }

  @Test func `two sets together compare two countries`() throws {
    let outcome = Outcome.csv("index", "similarity", "kaz-exports", "vnm-exports", "--from", "2021")
    #expect(try outcome.numbers("similarity")[0].isClose(to: 0.20740743752674276))
  }

  @Test func `a bound stays a bound`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "flows.csv", "period,flow,value,qualifier\n2018,export,500,>\n2018,import,200,\n")
      let outcome = Outcome.csv("index", "balance", file)
      #expect(try outcome.numbers("balance") == [300])
      #expect(try outcome.texts("balance_qualifier") == ["moreThan"])
      #expect(Outcome.text("index", "balance", file).text.contains(">+300.0"))
    }
  }

  @Test func `openness takes GDP from a file`() throws {
    try withTemporaryFolder { folder in
      let flows = try folder.file(
        "flows.csv",
        "period,reporter,flow,value\n2020,KAZ,export,60\n2020,KAZ,import,40\n2021,KAZ,export,1\n"
          + "2021,KAZ,import,1\n")
      let gdp = try folder.file("gdp.csv", "period,reporter,gdp\n2020,KAZ,200\n")
      let outcome = Outcome.csv("index", "openness", flows, "--gdp", gdp)
      #expect(try outcome.numbers("openness") == [0.5, nil])
      #expect(try outcome.texts("reason")[1] == "no GDP of KAZ for 2021")
      #expect(corridor("index", "openness", flows).problem?.contains("--gdp FILE") == true)
    }
  }

  @Test func `GDP without reporters is that of the one reporter there is`() throws {
    try withTemporaryFolder { folder in
      let flows = try folder.file(
        "flows.csv", "period,flow,value\n2020,export,60\n2020,import,40\n")
      let gdp = try folder.file("gdp.csv", "period,value\n2020,200\n")
      #expect(
        try Outcome.csv("index", "openness", flows, "--gdp", gdp).numbers("openness") == [0.5])
    }
  }

  @Test(
    arguments: [
      (["index", "hhi"], 2, "corridor index concentration"),
      (["index", "rcaa"], 2, "did you mean 'rca'?"),
      (["index", "rca", "kaz-exports"], 1, "reporter WLD"),
      (["index", "eci", "kaz-exports"], 1, "needs 2 reporters or more; the data have 1"),
      (["index", "shares", "--by", "colour"], 2, "--by takes code or partner"),
      (["index", "shares", "--by", "code,partner"], 2, "two are for contributions"),
      (["index", "shares", "--from", "2020", "--until", "2010"], 2, "is before"),
      (["index", "shares", "-r", "USA"], 1, "there is no reporter 'USA'"),
      (["index", "shares", "--top", "0"], 2, "--top is a whole number"),
      (["index", "shares", "nowhere.csv"], 1, "cannot read 'nowhere.csv'"),
    ])
  func `answers what it cannot do`(words: [String], status: Int, part: String) {
    let outcome = Program.run(words)
    #expect(outcome.status == Int32(status))
    #expect(outcome.problem?.contains(part) == true, "\(outcome.problem ?? "")")
    #expect(outcome.text.isEmpty)
  }

  @Test func `odd cells are named with their place`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("flows.csv", "period,code,value,qualifier\n2020,,5,\n2020,1,5,?\n")
      #expect(corridor("index", "shares", file).problem?.contains("line 2, column 'code'") == true)
      let other = try folder.file("other.csv", "period,code,value,qualifier\n2020,1,5,?\n")
      #expect(corridor("index", "shares", other).problem?.contains("line 2") == true)
    }
  }

  @Test func `the help fits 80 columns`() {
    let outcome = corridor("index", "--help")
    #expect(outcome.text.lines.allSatisfy { $0.count <= 80 })
  }
}
