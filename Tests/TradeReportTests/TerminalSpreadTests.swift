import Testing
import TradeReport

@Suite struct TerminalSpreadTests {
  @Test func `a line leads from the first figure to the last, which stands beside it`() {
    let chart = SpreadChart(
      rows: [
        .init("2023", [.init("a", 0), .init("b", 50), .init("c", 100)]),
        .init("2024", [.init("a", 100), .init("b", 60, qualifier: .moreThan)]), .init("2025", []),
      ], style: .decimal(0))
    // Of 40 characters the names take 4 + 2 and the numbers 2 + 3: 29 are left for 0 to 100.
    #expect(
      Chart(.spread(chart)).terminalLines(width: 40) == [
        "2023  ○─────────────○─────────────●  100", "2024                   >──────────○  >60",
        "2025                                   –", "      ┬─────────────┬─────────────┬",
        "      0            50           100", "○ earlier figure  ● latest figure", "> more than",
      ])
  }
}
