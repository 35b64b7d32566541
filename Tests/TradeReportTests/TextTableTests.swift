import Testing
import TradeReport
import TradeTables
import TradeTestSupport

@Suite struct TextTableTests {
  private func text(_ table: Table, ascii: Bool = false, width: Int = 80) -> String {
    TextRenderer(TextStyle(width: width, ascii: ascii)).render(
      Report("Trade", .table("table", table)))
  }

  // MARK: Numbers

  private let growth = Table(
    .text("period", ["2022", "2023", "2024", "2025"], heading: "year"),
    .number(
      "value", [542.7, 500, nil, 1387.64], heading: "m USD", style: .decimal(1), mark: "qualifier"),
    .qualifiers("qualifier", [.exact, .moreThan, .about, .preliminary]),
    .number(
      "growth", [nil, -0.0787, nil, 0.0004], style: .signedPercent(1), mark: "growth_qualifier"),
    .qualifiers("growth_qualifier", [nil, .moreThan, nil, .lessThan]))

  @Test func `text stands to the left, numbers to the right, marks before them`() {
    #expect(
      text(growth) == """
        Trade

        year     m USD   growth
        ───────────────────────
        2022     542.7        –
        2023    >500.0  >-7.9 %
        2024         –        –
        2025  p1 387.6   <0.0 %
        > more than   < less than   ~ about   p preliminary

        """)
  }

  @Test func `is plain ASCII where that is asked for`() {
    #expect(
      text(growth, ascii: true) == """
        Trade

        year     m USD   growth
        -----------------------
        2022     542.7        -
        2023    >500.0  >-7.9 %
        2024         -        -
        2025  p1 387.6   <0.0 %
        > more than   < less than   ~ about   p preliminary

        """)
  }

  @Test func `both ends of an interval are one column`() {
    let table = Table(
      .text("period", ["2025", "2026", "2027"]),
      .number("mean", [550, 561.25, nil], style: .decimal(1)),
      .number(
        "lower_80", [460.8, 98.04, nil], heading: "80 %", style: .decimal(1), upper: "upper_80"),
      .number("upper_80", [882.8, 1204.5, nil], style: .decimal(1)))
    #expect(
      text(table) == """
        Trade

        period   mean             80 %
        ──────────────────────────────
        2025    550.0  460.8 –   882.8
        2026    561.2   98.0 – 1 204.5
        2027        –                –

        """)
    #expect(text(table, ascii: true).contains("\n2026    561.2   98.0 - 1 204.5\n"))
  }

  @Test func `counts stay whole among measures`() {
    let table = Table(
      .number("value", [23, 139.82651, 1_000_000, -0.25, 0], style: .mixed(5)))
    #expect(
      text(table) == """
        Trade

            value
        ─────────
               23
           139.83
        1 000 000
         -0.25000
                0

        """)
  }

  @Test func `every style prints its way`() {
    let numbers = [0, 1234.5678, -0.25]
    let table = Table(
      .number("plain", numbers),
      .number("decimal", numbers, style: .decimal(2)),
      .number("signed", numbers, style: .signed(2)),
      .number("percent", numbers, style: .percent(0)),
      .number("signed percent", numbers, style: .signedPercent(2)),
      .number("points", numbers, style: .signedPoints(1)),
      .number("digits", numbers, style: .significant(3)))
    #expect(
      text(table) == """
        Trade

            plain   decimal     signed    percent  signed percent      points  digits
        ─────────────────────────────────────────────────────────────────────────────
                0      0.00       0.00        0 %          0.00 %         0.0       0
        1234.5678  1 234.57  +1 234.57  123 457 %   +123 456.78 %  +123 456.8   1 235
            -0.25     -0.25      -0.25      -25 %        -25.00 %       -25.0  -0.250

        """)
  }

  @Test func `columns that do not fit go on below, each row with what it is about`() {
    let wide = (1...3).map {
      Column.number("column \($0) of a wide table", [1], style: .decimal(2))
    }
    #expect(
      text(Table([.text("year", ["2024"])] + wide)) == """
        Trade

        year  column 1 of a wide table  column 2 of a wide table
        ────────────────────────────────────────────────────────
        2024                      1.00                      1.00

        year  column 3 of a wide table
        ──────────────────────────────
        2024                      1.00

        """)
  }

  @Test func `years are never grouped`() {
    #expect(
      text(Table(.number("year", [2024]), .number("code", [271_000]))) == """
        Trade

        year    code
        ────────────
        2024  271000

        """)
  }

  /// One decimal is the usual; large numbers have none, and small ones more.
  @Test(arguments: [
    (123_456.7, "123 457", "+123 457"), (99_999.9, "99 999.9", "+99 999.9"),
    (12.345, "12.3", "+12.3"), (1.2345, "1.23", "+1.23"), (0.12345, "0.123", "+0.123"),
    (-0.0001, "0.000", "0.000"),
  ]) func `a column has the decimals that its largest number needs`(
    number: Double, decimal: String, signed: String
  ) {
    let table = Table(
      .text("a", ["x"]), .number("decimal", [number], style: .decimal(1)),
      .number("signed", [number], style: .signed(1)))
    let row = text(table).split(separator: "\n").last ?? ""
    let cells = row.split(separator: "  ").map { $0.filter { $0 != " " } }
    #expect(cells == ["x", decimal.filter { $0 != " " }, signed.filter { $0 != " " }])
  }

  @Test func `growth of a thousand per cent has no decimals`() {
    let table = Table(.number("growth", [12.3456, -0.079], style: .signedPercent(1)))
    #expect(
      text(table)
        == """
        Trade

          growth
        ────────
        +1 235 %
            -8 %

        """)
  }

  @Test func `what rounds to zero has no sign`() {
    let table = Table(
      .number("change", [0.004, -0.004, 12], style: .signed(1)),
      .number("growth", [0.0004, -0.0004, 0.12], style: .signedPercent(1)),
      .number("points", [0.0004, -0.0004, 0.12], style: .signedPoints(1)))
    #expect(
      text(table) == """
        Trade

        change   growth  points
        ───────────────────────
           0.0    0.0 %     0.0
           0.0    0.0 %     0.0
         +12.0  +12.0 %   +12.0

        """)
  }

  @Test func `a hidden column is not printed, nor is its mark explained twice`() {
    let table = Table(
      .text("period", ["2023", "2024"]),
      .number("exports", [500, 20], style: .decimal(0), mark: "exports_qualifier"),
      .qualifiers("exports_qualifier", [.moreThan, .estimated]),
      .number("imports", [300, 10], style: .decimal(0), mark: "imports_qualifier"),
      .qualifiers("imports_qualifier", [.moreThan, .mirror]),
      .text("source", ["A", "B"], isHidden: true))
    #expect(
      text(table) == """
        Trade

        period  exports  imports
        ────────────────────────
        2023       >500     >300
        2024        ~20      m10
        > more than   ~ estimated   m the partner's figure

        """)
  }

  @Test func `the explanation of many marks stays within the width`() {
    let qualifiers = Qualifier.allCases
    let table = Table(
      .number("value", qualifiers.map { _ in 1 }, style: .decimal(1), mark: "qualifier"),
      .qualifiers("qualifier", qualifiers))
    let lines = text(table).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    for qualifier in qualifiers where !qualifier.symbol.isEmpty {
      #expect(lines.contains { $0.contains(qualifier.explanation) })
    }
  }

  @Test func `a table without rows is its header`() {
    #expect(
      text(Table(.text("period", []), .number("value", []))) == """
        Trade

        period  value
        ─────────────

        """)
  }

  // MARK: Text

  @Test func `long text stands on several lines beside its numbers`() {
    let table = Table(
      .text("code", ["10", "26"]),
      .text(
        "commodity",
        [
          "Cereals: wheat and meslin, barley, maize, rice, buckwheat, millet and other cereals",
          "Ores, slag and ash",
        ]),
      .number("value", [1234.5, 1], style: .decimal(1)))
    #expect(
      text(table) == """
        Trade

        code  commodity                                                            value
        ────────────────────────────────────────────────────────────────────────────────
        10    Cereals: wheat and meslin, barley, maize, rice, buckwheat, millet  1 234.5
              and other cereals
        26    Ores, slag and ash                                                     1.0

        """)
  }

  @Test func `a word that is longer than its column is cut`() {
    let table = Table(
      .text("name", ["a " + String(repeating: "x", count: 60) + " b"]),
      .number("value", [1.5]))
    let rule = String(repeating: "─", count: 40)
    #expect(
      text(table, width: 40) == """
        Trade

        name                               value
        \(rule)
        a                                    1.5
        \(String(repeating: "x", count: 32))…
        b

        """)
    #expect(
      text(table, ascii: true, width: 40).contains("\n\(String(repeating: "x", count: 32)).\n"))
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\t"])
  func `a cell with a line break or a tab in it stays in its column`(separator: String) {
    let table = Table(
      .text("name", ["wheat\(separator)and rye", "ores"]), .number("value", [1.5, 2]))
    #expect(
      text(table) == """
        Trade

        name           value
        ────────────────────
        wheat and rye    1.5
        ores               2

        """)
  }

  // MARK: Laws

  @Test(arguments: 1...30, [40, 80]) func `no line is over the width or ends in a blank`(
    seed: Int, width: Int
  ) {
    var generator = SeededGenerator(seed: seed)
    let table = randomTable(&generator)
    for ascii in [false, true] {
      let lines = text(table, ascii: ascii, width: width).split(
        separator: "\n", omittingEmptySubsequences: false)
      for line in lines {
        #expect(line.count <= width, "\(line)")
        #expect(line.last != " ", "\(line)")
      }
      #expect(lines.count >= table.rowCount + 5)
    }
  }

  @Test(arguments: 1...30) func `wrapping loses no word`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let words = (1...20).map { _ in randomWord(&generator, upTo: 9) }
    let table = Table(.text("a", [words.joined(separator: " ")]), .number("value", [1]))
    let printed = text(table, width: 40).split(separator: "\n").dropFirst(3)
    let cell = printed.joined(separator: " ").split(separator: " ").map(String.init)
    #expect(cell.filter { $0 != "1" } == words)
  }

  /// Two text columns of up to ninety characters among numbers that take no room.
  private func randomTable(_ generator: inout SeededGenerator) -> Table {
    let rows = Int.random(in: 1...8, using: &generator)
    func texts() -> [String?] {
      (0..<rows).map { _ in
        let count = Int.random(in: 0...12, using: &generator)
        guard count > 0 else { return nil }
        return (0..<count).map { _ in randomWord(&generator, upTo: 20) }.joined(separator: " ")
      }
    }
    func numbers() -> [Double?] {
      (0..<rows).map { _ in
        Int.random(in: 0..<4, using: &generator) > 0
          ? Double.random(in: -99...99, using: &generator) : nil
      }
    }
    return Table(
      .text("first", texts()), .number("n", numbers(), style: .decimal(1)),
      .text("second", texts(), heading: randomWord(&generator, upTo: 60)),
      .number("m", numbers(), style: .signed(1)))
  }

  private func randomWord(_ generator: inout SeededGenerator, upTo length: Int) -> String {
    let letters = ["a", "b", "đ", "e\u{301}", "Қ", "-", "(", "%", "👩‍🌾"]
    return (0..<Int.random(in: 1...length, using: &generator))
      .compactMap { _ in letters.randomElement(using: &generator) }.joined()
  }
}
