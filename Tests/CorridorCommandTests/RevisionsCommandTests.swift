import Testing
import TradeTables

@testable import CorridorCommand

@Suite struct RevisionsCommandTests {
  @Test func `prints how the years of the home pair changed`() {
    let outcome = Outcome.text("revisions", "kz-vn", "--from", "2016")
    #expect(
      outcome.text == """
        Revisions, Kazakhstan–Viet Nam turnover, USD million

        Period  Publications  First known   First  Last known   Last  Change  Revision
        ──────────────────────────────────────────────────────────────────────────────
        2016               2  2017-11-13    366.2  2019        392.5   +26.3    +7.2 %
        2017               2  2019          542.7  2019        542.7       –         –
        2019               2  2020-07-06    387.6  2020-07-06  387.6       –         –
        2022               3  2023-08-21   ~500.0  2024-05-16  528.3  ~+28.3   ~+5.7 %
        2024               4  2025-05-06    860.0  2025-05     879.0   +19.0    +2.2 %
        ~ about

        7 periods have a figure, 5 of them from several publications, and 3 changed with
          a later one.

        """)
  }

  @Test func `prints the publications of one year`() {
    #expect(
      Outcome.text("revisions", "kz-vn", "2022").text == """
        Revisions, Kazakhstan–Viet Nam turnover, 2022, USD million

        Period  Published   Figure  Series takes  Publisher
        ─────────────────────────────────────────────────────────────
        2022    2023-08-21  ~500.0        ~500.0  Agenzia Nova
        2022    2023-08-24  >500.0        >500.0  La Presse turquoise
        2022    2024-05-16   528.3         528.3  Kazinform
        > more than   ~ about

        From ~500.0 (2023-08-21) to 528.3 (2024-05-16): a change of 28.3, ~ +5.7 %.

        """)
  }

  @Test func `as of a day the later publication is not there`() throws {
    let outcome = Outcome.csv("revisions", "kz-vn", "2022", "--as-of", "2023-08-23")
    #expect(try outcome.numbers("value") == [500])
  }

  @Test func `works for the other side, flows and every pair`() throws {
    #expect(Outcome.csv("revisions", "-r", "VNM").status == 0)
    #expect(Outcome.csv("revisions", "kz-world", "--flow", "export").status == 0)
  }

  @Test func `says which years there are`() {
    let outcome = corridor("revisions", "kz-vn", "2020")
    #expect(outcome.status == 1)
    #expect(outcome.problem?.contains("it has 1995–2019, 2022–2024") == true)
  }

  @Test(arguments: [
    ["revisions", "kz-vn", "soon"], ["revisions", "kaz-exports"], ["revisions", "x.csv"],
  ]) func `says what is wrong with the command line`(words: [String]) {
    #expect(Program.run(words).status == 2)
  }
}
