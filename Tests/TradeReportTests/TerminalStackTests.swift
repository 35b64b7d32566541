import Testing
import TradeReport

@Suite struct TerminalStackTests {
  private let chart = StackedChart(
    labels: ["2023", "2024"],
    parts: [.init("Exports", [20, -20]), .init("Imports", [10, 10])], totals: [30, -10],
    totalName: "Turnover", style: .decimal(0))

  @Test func `parts above zero lie to the right, below it to the left, and the sum is marked`() {
    let lines = Chart(.stacked(chart)).terminalLines(width: 40)
    #expect(lines.count == 5)
    #expect(lines[4] == "█ Exports  ▒ Imports  ◆ Turnover")
    #expect(lines[0] == "2023           │██████████▒▒▒◆        30")
    // Zero has the same place, and the sum of −10 stands among the exports.
    #expect(lines[1] == "2024  █████◆███│▒▒▒▒▒                -10")
    #expect(lines[2].hasPrefix("      ┬────────┬──"))
  }

  @Test func `parts of equal size take as much room wherever they lie`() {
    let parts = (0..<5).map { StackedChart.Part("p\($0)", [12]) }
    let line = Chart(.stacked(StackedChart(labels: ["a"], parts: parts))).terminalLines(width: 80)[
      0]
    let counts = Set(
      ["█", "▒", "░", "▓", "▚"].map { mark in line.filter { "\($0)" == mark }.count })
    #expect(counts.count <= 2 && (counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
  }

  @Test func `an unknown sum is a dash, and ASCII has other marks`() {
    let chart = StackedChart(
      labels: ["2024"], parts: [.init("Exports", [nil])], totals: [nil], style: .decimal(0))
    #expect(Chart(.stacked(chart)).terminalLines(width: 40)[0].hasSuffix("│                 –"))
    let lines = Chart(.stacked(self.chart)).terminalLines(width: 40, ascii: true)
    #expect(lines[4] == "# Exports  = Imports  @ Turnover")
  }
}
