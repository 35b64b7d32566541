import Testing
import TradeReport
import TradeTables

@Suite struct TerminalBarsTests {
  private func lines(
    _ values: [Double?], style: Column.Style = .decimal(0), ascii: Bool = false
  ) -> [String] {
    lines(
      BarChart(
        seriesNames: ["2024"], bars: zip(["a", "b", "c", "d"], values).map { .init($0, [$1]) },
        style: style), ascii: ascii)
  }

  private func lines(_ chart: BarChart, ascii: Bool = false) -> [String] {
    Chart(.bars(chart)).terminalLines(width: 40, ascii: ascii)
  }

  @Test func `a bar is exact to an eighth of a character, and whole characters in ASCII`() {
    // Of 40 characters the name takes 1 + 2 and the number 1 + 3: 33 are left for 264.
    let longest = { (fill: Character) in "a  " + String(repeating: fill, count: 33) + " 264" }
    #expect(lines([264, 8, 9, 0.1]) == [longest("█"), "b  █ 8", "c  █▏ 9", "d  ▏ 0"])
    #expect(lines([264, 8, 13], ascii: true) == [longest("#"), "b  # 8", "c  ## 13"])
  }

  @Test func `below zero bars go to the left, each number at the end of its bar`() {
    // Of 40 characters 4 are for the name and the axis, 3 and 3 for the numbers: 30 for 27.
    let blank = String(repeating: " ", count: 13)
    #expect(
      lines([18, -9, 0, nil]) == [
        "a  \(blank)│████████████████████ 18", "b  -9 ██████████│", "c  \(blank)│ 0",
        "d  \(blank)│ –",
      ])
  }

  @Test func `further series have shades, and the legend names them`() {
    let chart = BarChart(
      seriesNames: ["2024", "2023"], bars: [.init("a", [31, 31]), .init("b", [1, nil])],
      style: .decimal(0))
    #expect(
      lines(chart) == [
        "a  " + String(repeating: "█", count: 34) + " 31",
        "   " + String(repeating: "▒", count: 34) + " 31", "b  █▏ 1", "    –", "█ 2024  ▒ 2023",
      ])
  }

  @Test func `a bound has an open end and its mark, which is explained`() {
    let chart = BarChart(
      seriesNames: ["2024"],
      bars: [.init("a", [500], qualifier: .moreThan), .init("b", [50], qualifier: .lessThan)],
      style: .decimal(0))
    let lines = lines(chart)
    #expect(lines[0].hasSuffix("█▹ >500"))
    #expect(lines[1].hasSuffix("◃ <50"))
    #expect(lines[2] == "> more than  < less than")
    #expect(lines[0].count == 40)
  }

  @Test func `numbers that leave no room for bars have fewer digits`() {
    let lines = lines([1e14, -1e14])
    #expect(lines[0].hasSuffix("█ 1e+14"))
    #expect(lines[1].contains(" -1e+14 █"))
  }

  @Test func `only a terminal gets a total in bold print`() {
    let chart = BarChart(
      seriesNames: ["2024"], bars: [.init("Total", [1], isEmphasised: true), .init("a", [1])])
    let text = TextRenderer(TextStyle(isColoured: true)).render(
      Report("T", .chart(.init(.bars(chart)))))
    #expect(text.contains("\u{1B}[1mTotal\u{1B}[0m  █"))
    #expect(!lines(chart).joined().contains("\u{1B}"))
  }
}
