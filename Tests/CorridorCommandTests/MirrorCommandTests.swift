import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct MirrorCommandTests {
  private static let flows = """
    period,reporter,partner,flow,code,value
    2013,KAZ,VNM,export,TOTAL,100
    2013,VNM,KAZ,import,TOTAL,130
    2014,KAZ,VNM,export,TOTAL,110
    2014,VNM,KAZ,import,TOTAL,120
    2014,KAZ,CHN,export,TOTAL,1000
    2014,CHN,KAZ,import,TOTAL,1100
    """

  @Test func `prints both sides of the home pair`() {
    let outcome = Outcome.text("mirror", "kz-vn", "--from", "2013", "--until", "2014")
    #expect(
      outcome.text == """
        Both sides, Kazakhstan–Viet Nam, USD million

        From  To   Period  Exports  Imports    Gap  Ratio  Freight  Reconciled
        ──────────────────────────────────────────────────────────────────────
        KAZ   VNM  2013        1.4      5.2   +3.8   3.66      0.1        ~2.7
        KAZ   VNM  2014        1.7     10.4   +8.7   6.06      0.1        ~4.1
        VNM   KAZ  2013      154.3    235.6  +81.3   1.53      9.3      ~185.2
        VNM   KAZ  2014      219.1    269.9  +50.9   1.23     13.1      ~236.2
        ~ estimated

        KAZ to VNM, both sides known in 2013–2014: the importer counts more in 2 of 2;
          imports over exports 3.66 to 6.06, median 4.86.
        VNM to KAZ, both sides known in 2013–2014: the importer counts more in 2 of 2;
          imports over exports 1.23 to 1.53, median 1.38.
        Freight: what transport and insurance of 6 % of exports could explain of the
          gap; imports are valued with them (CIF), exports without (FOB).
        Reconciled: exports^w (imports / (1 + freight))^(1 - w), free on board; each
          side weighs as 1 / score^2. Scores, the median gap of logarithms with all
          partners: KAZ 0.59 (34 flows, 1 partner), VNM 0.59 (34 flows, 1 partner). From
          one pair alone both are equal: neither side is known to err more.

        """)
    #expect(outcome.status == 0)
  }

  @Test func `the default is the home pair, and the rate is the one given`() throws {
    let outcome = Outcome.csv("mirror", "--cif-fob", "0.1")
    #expect(try outcome.numbers("rate").allSatisfy { $0 == 0.1 })
    #expect(try outcome.texts("exporter").contains("VNM"))
  }

  @Test func `reads files, and scores every reporter`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("flows.csv", Self.flows)
      let pair = Outcome.csv("mirror", file, "-r", "KAZ", "-p", "VNM")
      #expect(try pair.numbers("gap") == [30, 10])
      let scores = Outcome.csv("mirror", file, "--scores", "--cif-fob", "0")
      // ln 1.1 with China, ln 1.3 and ln 12/11 with Viet Nam.
      #expect(try scores.texts("reporter") == ["CHN", "KAZ", "VNM"])
      #expect(try scores.numbers("partners") == [1, 2, 1])
    }
  }

  @Test func `learns freight from distances`() throws {
    let codes = ["KAZ", "VNM", "CHN", "RUS", "JPN", "KOR"]
    var flows = ["period,reporter,partner,flow,code,value"]
    var distances = ["exporter,importer,distance"]
    for (place, one) in codes.enumerated() {
      for other in codes[(place + 1)...] {
        let ratio = 1.06 + 0.01 * Double(distances.count)
        flows.append("2014,\(one),\(other),export,TOTAL,1000")
        flows.append("2014,\(other),\(one),import,TOTAL,\(1000 * ratio)")
        distances.append("\(one),\(other),\(1000 * distances.count)")
      }
    }
    try withTemporaryFolder { folder in
      let outcome = Outcome.csv(
        "mirror", try folder.file("flows.csv", flows.joined(separator: "\n")), "--distance",
        try folder.file("d.csv", distances.joined(separator: "\n")))
      let rates = try outcome.numbers("rate").compactMap { $0 }
      #expect(rates.count == 15)
      #expect(rates.allSatisfy { $0 > 0 && $0 < 0.3 } && Set(rates).count == 15)
    }
  }

  @Test(arguments: [
    ["mirror", "kaz-exports"], ["mirror", "kz-vn", "-r", "CHN"], ["mirror", "--cif-fob", "-1"],
    ["mirror", "--cif-fob", "much"], ["mirror", "--flow", "export"],
    ["mirror", "kz-vn", "--digits", "2"], ["mirror", "kz-vn", "--distance", "d.csv"],
    ["mirror", "--cif-fob", "0.1", "--distance", "d.csv"],
    ["mirror", "flows.csv", "--as-of", "2019"],
    ["mirror", "--as-of", "soon"],
  ]) func `says what is wrong with the command line`(words: [String]) {
    let outcome = Program.run(words)
    #expect(outcome.status == 2, "\(words)")
    #expect(outcome.problem?.contains("Try: corridor help mirror") == true)
  }

  @Test func `a pair that one side counts alone has no mirror`() {
    let outcome = corridor("mirror", "kz-it")
    #expect(outcome.status == 1)
    #expect(outcome.problem?.contains("both reporters") == true)
  }
}
