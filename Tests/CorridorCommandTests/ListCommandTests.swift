import Testing
import TradeTables

@testable import CorridorCommand

@Suite struct ListCommandTests {
  @Test func `prints every built-in set`() {
    let outcome = Outcome.text("list")
    #expect(
      outcome.text == """
        Built-in data

        Name         Content                           Unit         From  Until  Figures
        ────────────────────────────────────────────────────────────────────────────────
        kz-vn        Kazakhstan–Viet Nam turnover      USD million  1995  2024       151
        kz-cn        Kazakhstan–China turnover         USD million  2009  2022        52
        kz-id        Kazakhstan–Indonesia turnover     USD million  2009  2016        16
        kz-it        Kazakhstan–Italy turnover         USD million  2009  2019        20
        kz-kg        Kazakhstan–Kyrgyzstan turnover    USD million  2009  2016        16
        kz-kr        Kazakhstan–South Korea turnover   USD million  2009  2016        18
        kz-my        Kazakhstan–Malaysia turnover      USD million  2009  2016        16
        kz-ru        Kazakhstan–Russia turnover        USD million  2009  2021        46
        kz-sg        Kazakhstan–Singapore turnover     USD million  2009  2016        16
        kz-th        Kazakhstan–Thailand turnover      USD million  2009  2016        16
        kz-tr        Kazakhstan–Türkiye turnover       USD million  2009  2021        18
        kz-uz        Kazakhstan–Uzbekistan turnover    USD million  2009  2022        28
        kz-world     Kazakhstan–world turnover         USD million  2000  2024        97
        vn-world     Viet Nam–world turnover           USD million  2000  2024        94
        kg-world     Kyrgyzstan–world turnover         USD million  2005  2024        40
        uz-world     Uzbekistan–world turnover         USD million  2006  2024        39
        world        World exports and imports         USD million  2000  2023        49
        kaz-exports  Exports of Kazakhstan to the      USD million  2000  2021       374
                     world
        vnm-exports  Exports of Viet Nam to the world  USD million  2000  2021       374
        kz-vn-goods  Kazakhstan–Viet Nam exports,      USD million  1995  2015        23
                     SITC

        Figures counts what was published, by either side; corridor sources NAME lists
          it.

        """)
    #expect(outcome.status == 0)
  }

  @Test func `every set that is listed answers`() throws {
    let names = try Outcome.csv("list").texts("name").compactMap(\.self)
    #expect(names.count == 20)
    for name in names {
      for command in ["growth", "forecast", "sources"] {
        #expect(Outcome.csv(command, name).isSound, "\(command) \(name)")
        #expect(Outcome.csv(command, name).status == 0, "\(command) \(name)")
      }
    }
  }

  @Test func `the range and the number of figures are those of the sources`() throws {
    let list = Outcome.csv("list")
    #expect(list.header == "name,content,unit,from,until,figures")
    let counts = try list.numbers("figures")
    let periods = zip(try list.texts("from"), try list.texts("until")).map { [$0, $1] }
    for (row, name) in try list.texts("name").enumerated().prefix(17) {
      let series = try Outcome.csv("growth", name ?? "").texts("period")
      #expect([series.first ?? nil, series.last ?? nil] == periods[row], "\(name ?? "")")
      #expect(
        try Double(Outcome.csv("sources", name ?? "").table.rowCount) == counts[row],
        "\(name ?? "")")
    }
  }

  @Test func `takes no data`() {
    let outcome = corridor("list", "kz-vn")
    #expect(outcome.status == 2)
    #expect(outcome.problem == "'kz-vn' is one word too many\nTry: corridor help list")
  }
}
