import Corridor
import Testing

@testable import CorridorCommand

@Suite struct CodesCommandTests {
  @Test func `prints what has a word`() {
    let outcome = Outcome.text("codes", "wheat")
    #expect(
      outcome.text == """
        Codes for 'wheat'

        Kind     Code  Name
        ───────────────────────────────────────────────
        heading  1001  Wheat
        heading  1101  Wheat flour
        heading  1109  Wheat gluten
        heading  1008  Buckwheat, millet, other cereals
        chapter  11    Milling products
        heading  1102  Other cereal flours

        1001: Wheat and meslin.

        """)
    #expect(outcome.status == 0)
  }

  @Test func `prints a group with its members`() {
    #expect(
      Outcome.text("codes", "EAEU").text == """
        Codes for 'EAEU'

        Kind     Code  Name                     From
        ──────────────────────────────────────────────────
        group    EAEU  Eurasian Economic Union
        country  BLR   Belarus                  2015-01-01
        country  KAZ   Kazakhstan               2015-01-01
        country  RUS   Russia                   2015-01-01
        country  ARM   Armenia                  2015-01-02
        country  KGZ   Kyrgyzstan               2015-08-12

        Source: Treaty on the Eurasian Economic Union, eaeunion.org.

        """)
  }

  @Test func `prints a country with its groups, numbers and names`() {
    #expect(
      Outcome.text("codes", "Қазақстан").text == """
        Codes for 'Қазақстан'

        Kind     Code  Name                                From        Until
        ─────────────────────────────────────────────────────────────────────────
        country  KAZ   Kazakhstan
        group    EAEU  Eurasian Economic Union             2015-01-01
        group    EACU  Eurasian Customs Union              2010-01-01  2014-12-31
        group    CIS   Commonwealth of Independent States  1991-12-21
        group    SCO   Shanghai Cooperation Organisation   2001-06-15
        group    OTS   Organization of Turkic States       2009

        Alpha-2 KZ, M49 398, Comtrade 398.
        Russian Казахстан, Vietnamese Kazakhstan, Kazakh Қазақстан.

        """)
  }

  @Test func `a code of the nomenclature has its place and its parts`() throws {
    #expect(try Outcome.csv("codes", "1001").texts("code") == ["1001", "10", "II"])
    let section = try Outcome.csv("codes", "section", "15").texts("code")
    #expect(section == ["XV"] + (72...83).map { "\($0)" })
    let chapter = try Outcome.csv("codes", "85").texts("code")
    #expect(chapter.count == 2 + HarmonizedSystem.headings.count { $0.code.hasPrefix("85") })
    let kinds = try Outcome.csv("codes", "100199").texts("kind")
    #expect(kinds == ["subheading", "heading", "chapter", "section"])
  }

  /// "Customs Union of Belarus, Kazakhstan and Russia" is a match and a membership.
  @Test func `nothing stands in a table twice`() throws {
    let codes = try Outcome.csv("codes", "kazakhstan").texts("code")
    #expect(codes == ["KAZ", "EAEU", "EACU", "CIS", "SCO", "OTS"])
  }

  @Test func `CSV has descriptions and numbers in full`() throws {
    let outcome = Outcome.csv("codes", "USA")
    #expect(outcome.header == "kind,code,name,from,until,alpha2,m49,comtrade,description")
    #expect(outcome.text.lines[1].hasPrefix("country,USA,United States,,,US,840,842,"))
    let wheat = try Outcome.csv("codes", "1001").texts("description")
    #expect(wheat.first == "Wheat and meslin")
    #expect(Outcome.csv("codes", "oil").header == outcome.header)
  }

  @Test func `--top counts what it leaves out`() {
    let outcome = Outcome.text("codes", "oil", "--top", "3")
    #expect(outcome.text.contains(" more: --top "))
    #expect(outcome.text.lines.count { $0.hasPrefix("heading") || $0.hasPrefix("chapter") } <= 3)
    #expect(!Outcome.text("codes", "oil", "--top", "10000").text.contains(" more: "))
  }

  @Test(
    arguments: [
      ("wheet", "there is no commodity, country or group 'wheet' (did you mean 'Wheat'?)"),
      ("101", "there is no commodity, country or group '101' (did you mean '0101'?)"),
      ("xqzzyq", "there is no commodity, country or group 'xqzzyq'"),
      (
        "8520",
        "HS 2022 has no code 8520, which another edition may have; its chapter is shown by: "
          + "corridor codes 85"
      ),
    ]
  )
  func `says that there is nothing`(words: String, problem: String) {
    let outcome = corridor("codes", words)
    #expect(outcome.status == 1)
    #expect(outcome.problem == problem)
    #expect(outcome.text.isEmpty)
  }

  @Test func `needs words`() {
    for words in [["codes"], ["codes", ""], ["codes", " "]] {
      let outcome = Program.run(words)
      #expect(outcome.status == 2)
      #expect(
        outcome.problem == "a code or words are expected, such as: corridor codes wheat\n"
          + "Try: corridor help codes")
    }
    #expect(corridor("codes", "wheat", "--top", "0").status == 2)
  }

  @Test(
    arguments: [
      "a", "1001", "VI", "29", "EU", "OECD", "GBR", "CPTPP", "oil", "other", "section 16", "SUN",
      "Myanmar", "nes", "TOTAL", "Antarctica",
    ]
  )
  func `text fits 80 columns, also in ASCII`(words: String) {
    for flags in [[], ["--ascii"]] {
      let outcome = Program.run(["codes", words, "--top", "200", "-o", "r.txt"] + flags)
      #expect(outcome.isSound)
      #expect(outcome.text.lines.filter { $0.count > 80 || $0.last == " " } == [])
      #expect(flags.isEmpty || outcome.text.isASCII)
    }
  }

  @Test func `names are understood where codes are`() {
    let byName = Outcome.csv("growth", "kz-vn", "-r", "вьетнам")
    #expect(byName.status == 0)
    #expect(byName.text == Outcome.csv("growth", "kz-vn", "-r", "VNM").text)
  }
}
