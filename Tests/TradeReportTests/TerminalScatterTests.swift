import Testing
import TradeReport

@Suite struct TerminalScatterTests {
  private typealias Point = ScatterChart.Point

  private func lines(
    _ points: [Point], isLogarithmic: Bool = false, showsEquality: Bool = false,
    ascii: Bool = false
  ) -> [String] {
    Chart(
      .scatter(
        ScatterChart(
          xName: "exports", yName: "imports", points: points, isLogarithmic: isLogarithmic,
          showsEquality: showsEquality, style: .decimal(0)))
    ).terminalLines(width: 60, ascii: ascii)
  }

  private let corners = [Point("a", x: 0, y: 0), Point("b", x: 100, y: 10)]

  @Test func `points stand where they are, between two axes with their names`() {
    let lines = lines(corners)
    #expect(lines.count == 19)
    #expect(lines[0] == "↑ imports")
    #expect(lines[1] == "10 ┤" + String(repeating: " ", count: 55) + "●")
    #expect(lines[15] == " 0 ┤●")
    #expect(lines[16].hasPrefix("   └┬──"))
    #expect(lines[17].hasPrefix("    0"))
    #expect(lines[17].hasSuffix("100"))
    #expect(lines[18] == "→ exports")
  }

  @Test func `groups have a mark each, and a letter in ASCII`() {
    let points = [Point("a", x: 0, y: 0, group: "G"), Point("b", x: 1, y: 1, group: "H")]
    #expect(lines(points).last == "● G  ○ H")
    let plain = lines(points, ascii: true)
    #expect(plain.last == "a G  b H")
    #expect(plain[1].hasSuffix("b"))
    #expect(plain[15].hasSuffix("a"))
  }

  @Test func `a cloud is drawn in dots, a point a dot`() {
    let points = (0..<100).map { Point("\($0)", x: Double($0), y: Double($0)) }
    let drawing = lines(points)[1...15].joined()
    let dots = drawing.unicodeScalars.filter { (0x2801...0x28FF).contains($0.value) }
      .reduce(0) { $0 + ($1.value - 0x2800).nonzeroBitCount }
    #expect(!drawing.contains("●"))
    #expect((90...100).contains(dots))
    #expect(lines(points, ascii: true)[1...15].joined().contains("x"))
  }

  @Test func `the dots of the corners are those of braille`() {
    let many = Array(repeating: Point("a", x: 0, y: 0), count: 60)
    let lines = lines(many + [Point("b", x: 100, y: 100)])
    #expect(lines[1].hasSuffix("⠈"))
    #expect(lines[15].hasSuffix("┤⡀"))
  }

  @Test func `both axes are the same where equality is drawn`() {
    let lines = lines(corners, showsEquality: true)
    #expect(lines[1].hasPrefix("100 ┤"))
    #expect(lines[15].hasPrefix("  0 ┤●"))
    #expect(lines.last == "⠢ both are equal")
    #expect(self.lines(corners, showsEquality: true, ascii: true).last == ". both are equal")
  }

  @Test func `powers of ten are as far apart as each other`() {
    let points = [1.0, 100, 10_000].map { Point("\($0)", x: $0, y: $0) }
    let rows = lines(points, isLogarithmic: true)[1...15].enumerated()
      .filter { $0.element.contains("●") }.map(\.offset)
    #expect(rows.count == 3)
    #expect(rows[2] - rows[1] == rows[1] - rows[0])
    #expect(lines(points, isLogarithmic: true)[17].contains("10 000"))
  }
}
