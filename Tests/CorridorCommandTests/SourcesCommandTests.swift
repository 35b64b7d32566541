import Testing
import TradeTables

@testable import CorridorCommand

@Suite struct SourcesCommandTests {
  @Test func `prints who published the figures of one year`() {
    let outcome = Outcome.text("sources", "kz-vn", "2019")
    #expect(
      outcome.text == """
        Published figures, Kazakhstan–Viet Nam, 2019, USD million

             Period  By   Flow      Value     Basis     Published   Publisher
        ─────────────────────────────────────────────────────────────────────────
        [1]  2019    KAZ  turnover  387.6     reported  2020-07-06  Viet Nam News
        [2]  2019    KAZ  turnover  387.6  *  reported  2020-07-07  VietnamNet

        The series takes 387.6, marked * above.

        [1] Viet Nam News (VNA): Kazakhstan Ambassador calls for deeper cooperation with
          Viet Nam, 2020-07-06,
          https://vietnamnews.vn/politics-laws/749212/kazakhstan-ambassador-calls-for-deeper-cooperation-with-viet-nam.html
          (VNS text; quoting the Ambassador of Kazakhstan).
        [2] VietnamNet: Kazakhstan Ambassador calls for deeper cooperation with Vietnam,
          2020-07-07,
          https://vietnamnet.vn/en/politics/kazakhstan-ambassador-calls-for-deeper-cooperation-with-vietnam-654787.html
          (VNS text; quoting the Ambassador of Kazakhstan; same text as Viet Nam News of
          2020-07-06, not an independent source).

        """)
    #expect(outcome.status == 0)
  }

  @Test func `writes one row a figure with its address`() throws {
    let outcome = Outcome.csv("sources", "kz-vn", "2019")
    #expect(
      outcome.header
        == "number,period,reporter,partner,flow,value,qualifier,unit,chosen,basis,published,"
        + "publisher,short_name,title,address,note")
    #expect(try outcome.numbers("value") == [387.6, 387.6])
    #expect(try outcome.texts("chosen") == [nil, "*"])
    #expect(try outcome.texts("address").allSatisfy { $0?.hasPrefix("https://") ?? false })
  }

  @Test func `every figure of every pair names its publisher and address`() throws {
    let table = try Outcome.csv("sources", "kz-vn").table
    #expect(table.rowCount > 100)
    #expect(try table.texts("publisher").allSatisfy { $0 != nil })
  }

  @Test(arguments: ["kz-vn-goods", "vnm-exports", "kaz-exports"])
  func `lists the sources of goods`(name: String) throws {
    let outcome = Outcome.csv("sources", name, "2015")
    #expect(outcome.status == 0)
    #expect(try outcome.texts("period").allSatisfy { $0?.hasPrefix("2015") ?? false })
  }

  @Test func `says which years there are`() {
    for name in ["kz-vn", "kz-vn-goods"] {
      let outcome = corridor("sources", name, "1890")
      #expect(outcome.status == 1)
      #expect(outcome.problem?.contains("\(name) has no figure for 1890; it has ") == true)
    }
  }

  @Test func `takes a year and no other word`() {
    let outcome = corridor("sources", "kz-vn", "2019-Q1")
    #expect(outcome.status == 2)
    #expect(
      outcome.problem?.hasPrefix("a year such as 2024 is expected, not '2019-Q1'") == true)
  }

  @Test func `keeps within the page but for addresses`() {
    let lines = Outcome.text("sources").text.lines
    #expect(lines.filter { $0.count > 80 && !$0.contains("http") }.isEmpty)
  }
}
