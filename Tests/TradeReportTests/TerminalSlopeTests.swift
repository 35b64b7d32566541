import Testing
import TradeReport

@Suite struct TerminalSlopeTests {
  private let chart = SlopeChart(
    from: "2010", to: "2021",
    lines: [
      .init("Textiles", from: 0.2, to: 0.1), .init("Machinery", from: 0.1, to: 0.5),
      .init("Metals", from: 0.3, to: 0.3),
    ])

  @Test func `the largest now stands first, with both values and the change`() {
    #expect(
      Chart(.slope(chart)).terminalLines(width: 40)
        == [
          "             2010    2021  Change", "Machinery  10.0 %  50.0 %   +40.0",
          "Metals     30.0 %  30.0 %     0.0", "Textiles   20.0 %  10.0 %   -10.0",
        ].map { $0.isEmpty ? "" : $0 })
  }

  @Test func `where there is room a line leads from then to now`() {
    let lines = Chart(.slope(chart)).terminalLines(width: 80)
    #expect(lines.last == "○ 2010  ● 2021")
    func drawing(_ line: Int) -> String { String(lines[line].dropFirst(33)) }
    #expect(drawing(1).filter { $0 != " " }.hasPrefix("○──"))
    #expect(drawing(1).hasSuffix("──●"))
    #expect(drawing(2).filter { $0 != " " } == "●")
    #expect(drawing(3).filter { $0 != " " }.hasPrefix("●──"))
    #expect(drawing(3).hasSuffix("──○"))
    // The same value has the same place in every line.
    let places = [1, 3].map {
      drawing($0).distance(from: drawing($0).startIndex, to: place(drawing($0)))
    }
    #expect(places[0] == places[1])
    #expect(Chart(.slope(chart)).terminalLines(width: 80, ascii: true).last == "o 2010  @ 2021")
  }

  /// Where a line begins, at 10 per cent.
  private func place(_ line: String) -> String.Index {
    line.firstIndex { $0 != " " } ?? line.endIndex
  }

  @Test func `equal values keep the order of the data`() {
    let chart = SlopeChart(
      from: "a", to: "b", lines: ["x", "y", "z"].map { .init($0, from: 0, to: 1) })
    let names = Chart(.slope(chart)).terminalLines(width: 40).dropFirst().compactMap(\.first)
    #expect(names.prefix(3) == ["x", "y", "z"])
  }
}
