import Testing
import TradeReport
import TradeTables

@Suite struct ExcelRendererTests {
  private static let noPython: Comment = "there is no python3 to open the workbook with"
  private static let noOpenpyxl: Comment = "openpyxl is not installed for the Python in use"

  private func bytes(_ report: Report) throws -> [UInt8] {
    try ReportFormat.excel.render(report, .init())
  }

  private func content(_ blocks: Report.Block...) throws -> WorkbookReader.Content {
    try WorkbookReader.content(bytes(Report("Trade", [Report.Section("", blocks)])))
  }

  /// What data may hold to do harm, and what a workbook cannot hold.
  private static let hostile = [
    "=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(1)", "{=1}", "https://example.org", "mailto:a@b",
    "internal:Notes!A1", "<script>alert(1)</script>", "&amp; \"quoted\" 'single'", "_x0041_",
    "a\u{1B}[31mb\u{0}c\nd", "\u{202E}txet", "\u{FFFF}\u{FFFE}", "#N/A", "TRUE", "1e5",
    String(repeating: "long ", count: 8000),
  ]

  private static var hostileReport: Report {
    let texts = hostile
    let numbers = texts.indices.map { Double($0) }
    let table = Table(
      .text("text", texts, heading: "=1+1"), .number("value", numbers, heading: texts[17]))
    let words = texts.map { Report.Block.text($0) }
    let charts = texts.flatMap { text in
      [
        Chart(
          .bars(BarChart(seriesNames: [text], bars: texts.map { .init($0, [1]) })), name: text,
          title: text, subtitle: text, description: text),
        Chart(
          .scatter(
            ScatterChart(
              xName: text, yName: text, points: [.init(text, x: 1, y: 2, group: text)])),
          name: text, title: text),
      ].map { Report.Block.chart($0) }
    }
    let figure = KeyFigure("a", 1, label: texts[0])
    return Report(
      texts[0],
      texts.map { Report.Section($0, name: $0, [.table($0, table)]) }
        + [Report.Section("", words + [.keyFigures([figure])]), Report.Section("c", charts)])
  }

  // MARK: The file

  @Test func `two runs give the same bytes`() throws {
    let first = try bytes(SampleReport.report)
    #expect(first.starts(with: [0x50, 0x4B]))
    #expect(try bytes(SampleReport.report) == first)
  }

  @Test(
    .enabled(if: WorkbookReader.hasPython, noPython),
    arguments: [0, 1, 6, 600])
  func `every part is well formed, whatever the number of rows`(count: Int) throws {
    let values = (0..<count).map { Double($0) }
    let labels = values.map { "\(Int(1400 + $0))" }
    let table = Table(.text("period", labels), .number("value", values, style: .significant(4)))
    let kinds: [Chart.Kind] = [
      .periods(PeriodChart(history: zip(labels, values).map { .init(label: $0, value: $1) })),
      .bars(BarChart(seriesNames: ["2024"], bars: zip(labels, values).map { .init($0, [$1]) })),
      .stacked(StackedChart(labels: labels, parts: [.init("part", values)], totals: values)),
      .slope(
        SlopeChart(
          from: "2023", to: "2024", lines: zip(labels, values).map { .init($0, from: 1, to: $1) })),
      .scatter(
        ScatterChart(
          xName: "x", yName: "y", points: zip(labels, values).map { .init($0, x: $1, y: -$1) },
          showsEquality: true)),
      .spread(SpreadChart(rows: labels.map { .init($0, [.init("a", 1)]) })),
    ]
    let blocks = [Report.Block.table("growth", table)] + kinds.map { .chart(Chart($0)) }
    let parts = try WorkbookReader.parts(bytes(Report("Trade", [Report.Section("", blocks)])))
    #expect(parts.keys.filter { $0.hasPrefix("xl/worksheets/sheet") }.count == 8)
    #expect(parts.keys.filter { $0.hasPrefix("xl/charts/") }.count == (count == 0 ? 0 : 5))
  }

  @Test(.enabled(if: WorkbookReader.hasPython, noPython))
  func `no formula and no link comes out of text`() throws {
    let parts = try WorkbookReader.parts(bytes(Self.hostileReport))
    for (name, text) in parts where name.hasPrefix("xl/worksheets/") {
      #expect(!text.contains("<f>") && !text.contains("<f "), "\(name)")
      #expect(!text.contains("hyperlink"), "\(name)")
    }
    // What reads as a character's number is told apart from one.
    #expect(parts["xl/sharedStrings.xml"]?.contains("<t>_x005F_x0041_</t>") == true)
    // Charts refer to cells of their own sheets alone.
    let charts = parts.filter { $0.key.hasPrefix("xl/charts/") }
    #expect(charts.count == 2 * Self.hostile.count)
    for (name, text) in charts {
      let references = text.split(separator: "<c:f>").dropFirst().map { $0.prefix { $0 != "<" } }
      #expect(references.allSatisfy { $0.contains("!$") }, "\(name): \(references)")
    }
    #expect(!parts.values.contains { $0.contains("<script") || $0.contains("\u{1B}") })
    #expect(!parts.values.contains { $0.contains("\u{202E}") || $0.contains("\u{FFFF}") })
  }

  @Test func `a table that a sheet cannot hold is an error with its size`() {
    let table = Table(.number("value", Array(repeating: 1, count: 1_048_576)))
    let error = #expect(throws: ReportError.self) { try bytes(Report("T", .table("big", table))) }
    #expect(error?.description.contains("1048576 rows") == true)
    #expect(error?.description.contains("'big'") == true)
    let wide = Table((0...16_384).map { .number("c\($0)", [1]) })
    #expect(throws: ReportError.self) { try bytes(Report("T", .table("wide", wide))) }
  }

  // MARK: As another library sees it

  @Test(.enabled(if: WorkbookReader.hasOpenpyxl, noOpenpyxl))
  func `numbers are numbers, text is text, and nothing is an empty cell`() throws {
    let content = try content(
      .table(
        "growth",
        Table(
          .text("period", ["2023", nil]), .text("code", ["085", "=1+1"]),
          .number("value", [1.0 / 3, nil]), .number("bad", [.nan, .infinity]))))
    #expect(content.cell("growth", "A2")?.type == "text")
    #expect(content.value("growth", "B2") == "085")
    #expect(content.cell("growth", "B3")?.type == "text")
    #expect(content.value("growth", "B3") == "=1+1")
    #expect(content.cell("growth", "C2")?.type == "number")
    #expect(Double(content.value("growth", "C2") ?? "") == 0.3333333333333333)
    for place in ["A3", "C3", "D2", "D3"] { #expect(content.cell("growth", place) == nil) }
  }

  @Test(.enabled(if: WorkbookReader.hasOpenpyxl, noOpenpyxl))
  func `a bound shows its mark and stays a number, with its qualifier beside it`() throws {
    let content = try content(
      .table(
        "growth",
        Table(
          .number("value", [500, 20], style: .decimal(1), mark: "q"), .text("name", ["a", "b"]),
          .text("method", ["auto", "auto"], isHidden: true),
          .qualifiers("q", [.moreThan, .exact]))))
    let headings = ["A1", "B1", "C1", "D1"].map { content.value("growth", $0) }
    #expect(headings == ["value", "q", "name", "method"])
    let bound = WorkbookReader.Cell(
      sheet: "growth", place: "A2", type: "number", value: "500",
      format: "\">\"#,##0.0;\">\"-#,##0.0")
    #expect(content.cell("growth", "A2") == bound)
    #expect(content.value("growth", "B2") == "moreThan")
    #expect(content.cell("growth", "A3")?.format == "#,##0.0")
    #expect(content.cells.contains { $0.sheet == "Notes" && $0.value == "> more than" })
  }

  @Test(.enabled(if: WorkbookReader.hasOpenpyxl, noOpenpyxl))
  func `formats follow the styles of print`() throws {
    func format(_ style: Column.Style, _ number: Double) throws -> String? {
      let table = Table(.number("value", [number], style: style))
      return try content(.table("t", table)).cell("t", "A2")?.format
    }
    #expect(try format(.plain, 2024) == "General")
    #expect(try format(.plain, 123_456_789_012) == "0")
    #expect(try format(.decimal(1), 250_000) == "#,##0")
    #expect(try format(.decimal(1), 0.5) == "#,##0.000")
    #expect(try format(.percent(1), 0.5) == "#,##0.0 %")
    #expect(
      try format(.signedPercent(1), 0.5) == "+#,##0.0 %;-#,##0.0 %;#,##0.0 %")
    #expect(try format(.significant(4), 1234.5) == "#,##0")
    #expect(try format(.significant(4), 1.2345) == "#,##0.000")
    #expect(try format(.significant(4), 1e-9) == "0.000E+00")
    #expect(try format(.mixed(4), 12) == "#,##0")
  }

  @Test(.enabled(if: WorkbookReader.hasOpenpyxl, noOpenpyxl))
  func `both ends of an interval stand side by side under its heading`() throws {
    let content = try content(.table("forecast", SampleReport.forecast))
    let headings = ["B1", "C1", "D1", "E1"].map { content.value("forecast", $0) }
    #expect(
      headings == [
        "Forecast", "80 % interval, lower end", "80 % interval, upper end", "method",
      ])
    let apart = Table(
      .number("low", [1], upper: "high"), .text("name", ["a"]), .number("high", [2]))
    let moved = try self.content(.table("t", apart))
    #expect(["A2", "B2", "C2"].map { moved.value("t", $0) } == ["1", "2", "a"])
    #expect(content.cell("forecast", "D2")?.format == content.cell("forecast", "C2")?.format)
  }

  @Test(.enabled(if: WorkbookReader.hasOpenpyxl, noOpenpyxl))
  func `the sample has a sheet for each table and chart, frozen and filtered`() throws {
    let content = try WorkbookReader.content(bytes(SampleReport.report))
    #expect(
      content.sheets.map(\.name) == [
        "Summary", "turnover", "growth", "forecast", "categories", "shares", "compare",
        "contributions", "mirror", "revisions", "Notes",
      ])
    let data = content.sheets.dropFirst().dropLast()
    #expect(data.allSatisfy { $0.frozen == "A2" && $0.filter.hasPrefix("A1:") })
    // A spread is a table alone.
    #expect(
      content.sheets.filter { $0.charts > 0 }.map(\.name) == [
        "turnover", "categories", "shares", "contributions", "mirror",
      ])
    #expect(content.value("Summary", "A1") == SampleReport.report.title)
    #expect(content.cells.contains { $0.sheet == "Summary" && $0.value == "878.98" })
    #expect(content.cells.contains { $0.sheet == "Notes" && $0.value == "Method auto." })
    #expect(
      content.cells.contains { $0.sheet == "turnover" && $0.value == "1500" && $0.place == "I16" })
  }

  @Test(.enabled(if: WorkbookReader.hasOpenpyxl, noOpenpyxl))
  func `names of sheets are legal and differ`() throws {
    let names = [
      "a/b:c*d?e[f]\\g", "growth", "Growth", "", "'quoted'", "History", "Summary", "Notes",
      "2024", "hs2", "R1C1",
      String(repeating: "x", count: 40), String(repeating: "x", count: 50),
    ]
    let table = Table(.number("value", [1]))
    let report = Report("T", [Report.Section("", names.map { .table($0, table) })])
    #expect(
      try WorkbookReader.content(bytes(report)).sheets.map(\.name) == [
        "Summary", "a-b-c-d-e-f--g", "growth", "Growth 2", "Table", "quoted", "History 2",
        "Summary 2", "Notes", "Table 2024", "Table hs2", "Table R1C1",
        String(repeating: "x", count: 30) + "…",
        String(repeating: "x", count: 28) + "… 2",
      ])
  }

  @Test(.enabled(if: WorkbookReader.hasOpenpyxl, noOpenpyxl))
  func `hostile text arrives as the text that it is`() throws {
    let content = try WorkbookReader.content(bytes(Self.hostileReport))
    #expect(content.cells.allSatisfy { $0.type == "text" || $0.type == "number" })
    let sheet = content.sheets[1].name
    let texts = Self.hostile.indices.map { content.value(sheet, "A\($0 + 2)") }
    #expect(texts[0] == Self.hostile[0])
    #expect(texts[9] == Self.hostile[9])
    #expect(texts[10] == Self.hostile[10])
    #expect(texts[11] == "a [31mb c d")
    #expect(texts[12] == " txet")
    #expect(texts[17]?.utf16.count == 32_767)
  }
}
