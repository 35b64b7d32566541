import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct LedgerTests {
  private static let header =
    "reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note"

  /// A ledger of rows such as `KAZ,VNM,turnover,2017,542.7,exact,reported,2019`.
  private func ledger(_ rows: String...) throws -> Ledger {
    let lines = rows.enumerated().map { number, row in
      let f = row.split(separator: ",", omittingEmptySubsequences: false)
      return
        "\(f[0]),\(f[1]),\(f[2]),\(f[3]),\(f[4]),USD million,\(f[5]),\(f[6]),"
        + "Publisher \(number + 1),\(f[7]),Title \(number + 1),,"
    }
    return try Ledger(Table(text: ([Self.header] + lines).joined(separator: "\n")))
  }

  private func turnover(
    _ ledger: Ledger, reporter: String = "KAZ", partner: String = "VNM", flow: Flow = .turnover,
    asOf date: String? = nil, fills: Bool = false
  ) throws -> Ledger.Selection {
    try ledger.selection(
      reporter: reporter, partner: partner, flow: flow,
      asOf: date.flatMap { PublicationDate($0) }, fillsFromMirror: fills, name: "turnover")
  }

  private let none = SeriesError.noSelection(reporter: "KAZ", partner: "VNM", flow: "turnover")

  // MARK: Rule 1, the reporter's own side

  @Test func `a reconciled figure never counts, however late it was published`() throws {
    let ledger = try ledger(
      "KAZ,VNM,turnover,2017,542.7,exact,reported,2019",
      "KAZ,VNM,turnover,2017,999,exact,reconciled,2022",
      "KAZ,VNM,turnover,2018,888,exact,reconciled,2022")
    let selection = try turnover(ledger)
    #expect(selection.series.values == [542.7])
    #expect(!selection.choices[0].isDisputed)
    #expect(ledger.entries.map(\.isReported) == [true, false, false])
  }

  @Test func `a figure of the other side never counts by itself`() throws {
    let ledger = try ledger("VNM,KAZ,turnover,2017,600,exact,reported,2019")
    #expect(throws: none) { try turnover(ledger) }
    #expect(try turnover(ledger, reporter: "VNM", partner: "KAZ").series.values == [600])
  }

  @Test func `a figure with another partner never counts`() throws {
    let ledger = try ledger("KAZ,CHN,turnover,2017,600,exact,reported,2019")
    #expect(throws: none) { try turnover(ledger) }
  }

  @Test func `only reconciled figures are no selection`() throws {
    let ledger = try ledger("KAZ,VNM,turnover,2017,600,exact,reconciled,2019")
    #expect(throws: none) { try turnover(ledger) }
  }

  // MARK: Rule 2, figures of the year so far

  @Test(arguments: [
    ("2025-12-16", false), ("2025-06", false), ("2025", false), ("2025-12-31", false),
    ("2024-05", false), ("2026-01-01", true), ("2026", true), ("", true),
  ])
  func `a figure published before its year was over is listed and never taken`(
    published: String, isTaken: Bool
  ) throws {
    let ledger = try ledger(
      "KAZ,VNM,turnover,2024,879,exact,reported,2025-05-06",
      "KAZ,VNM,turnover,2025,1000,about,reported,\(published)")
    #expect(ledger.entries.map(\.isYearToDate) == [false, !isTaken])
    #expect(try turnover(ledger).series.end == Period(year: isTaken ? 2025 : 2024))
  }

  @Test func `months and quarters are no years`() throws {
    let ledger = try ledger(
      "KAZ,VNM,turnover,2023-01/2023-05,532.9,exact,reported,2023-08-21",
      "KAZ,VNM,turnover,2023-Q1,200,exact,reported,2023-08-21",
      "KAZ,VNM,turnover,2023-01,90,exact,reported,2023-08-21")
    #expect(throws: none) { try turnover(ledger) }
  }

  // MARK: Rule 3, a published turnover before a sum

  @Test func `exports and imports are added where no turnover is published`() throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,export,2012,5.5,exact,reported,2017",
        "KAZ,VNM,import,2012,115,about,reported,2017"))
    #expect(selection.series[Period(year: 2012)] == Figure(120.5, .about, unit: .millionUSD))
    #expect(selection.choices[0].entries.map(\.flow) == [.export, .import])
    #expect(
      selection.series.notes == ["2012: exports and imports added, no turnover being published."])
  }

  @Test func `a published turnover goes before a later sum`() throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,export,2013,1.4,exact,reported,2021",
        "KAZ,VNM,import,2013,235.6,exact,reported,2021",
        "KAZ,VNM,turnover,2013,233.2,exact,reported,2019"))
    #expect(selection.series.values == [233.2])
    #expect(selection.choices[0].entries.map(\.flow) == [.turnover])
    #expect(selection.series.notes.isEmpty)
  }

  @Test func `an export alone makes no turnover`() throws {
    let ledger = try ledger("KAZ,VNM,export,2012,5.5,exact,reported,2017")
    #expect(throws: none) { try turnover(ledger) }
    #expect(try turnover(ledger, flow: .export).series.values == [5.5])
    #expect(throws: SeriesError.noSelection(reporter: "KAZ", partner: "VNM", flow: "import")) {
      try turnover(ledger, flow: .import)
    }
  }

  @Test func `a sum with a bound is a bound`() throws {
    let series = try turnover(
      try ledger(
        "KAZ,VNM,export,2012,5,moreThan,reported,2017",
        "KAZ,VNM,import,2012,115,exact,reported,2017")
    ).series
    #expect(series[Period(year: 2012)] == Figure(120, .moreThan, unit: .millionUSD))
  }

  // MARK: Rule 4, the latest publication

  @Test func `the latest publication is taken, wherever it stands`() throws {
    let late = "KAZ,VNM,turnover,2022,528.3,exact,reported,2024-05-16"
    let early = "KAZ,VNM,turnover,2022,500,exact,reported,2023-08-24"
    for ledger in [try ledger(late, early), try ledger(early, late)] {
      let selection = try turnover(ledger)
      #expect(selection.series.values == [528.3])
      #expect(!selection.choices[0].isDisputed)
    }
  }

  @Test func `a later approximate figure goes before an earlier exact one`() throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,turnover,2022,528.3,exact,reported,2023-01-16",
        "KAZ,VNM,turnover,2022,500,about,reported,2023-02"))
    #expect(selection.series.values == [500])
  }

  @Test(arguments: [
    ("2024-05", "2024-05-16", true), ("2024", "2024-05-16", true), ("2024", "2024-12", true),
    ("2024-04", "2024-05-16", false), ("2023", "2024-01", false), ("", "2024-01", false),
  ])
  func `a partial date ties with the dates inside it`(
    first: String, second: String, isTie: Bool
  ) throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,turnover,2022,500,exact,reported,\(first)",
        "KAZ,VNM,turnover,2022,528.3,exact,reported,\(second)"))
    // On this tie both are equally near the median, and the order of the ledger decides.
    #expect(selection.choices[0].isDisputed == isTie)
    #expect(selection.series.values == [isTie ? 500 : 528.3])
  }

  @Test func `two figures without a date tie`() throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,turnover,2022,500,about,reported,", "KAZ,VNM,turnover,2022,528.3,exact,reported,"))
    #expect(selection.series.values == [528.3])
    #expect(selection.choices[0].isDisputed)
  }

  // MARK: Rule 5, ties

  @Test func `on a tie the year is disputed and exact goes before approximate`() throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,turnover,2022,600,moreThan,reported,2024-05-16",
        "KAZ,VNM,turnover,2022,600,about,reported,2024-05-16",
        "KAZ,VNM,turnover,2022,528.3,exact,reported,2024-05-16"))
    #expect(selection.series.values == [528.3])
    #expect(selection.choices[0].isDisputed)
    #expect(
      selection.series.notes == [
        "2022: disputed; publications of the same date give different figures."
      ])
  }

  @Test func `then the figure nearest the median of all the reporter's figures`() throws {
    // The ledger of 2024: the median of 1000, 860, 879, 1000 is 939.5.
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,turnover,2024,1000,about,reported,2025-05",
        "KAZ,VNM,turnover,2024,860,exact,reported,2025-05-06",
        "KAZ,VNM,turnover,2024,879,exact,reported,2025-05-06",
        "KAZ,VNM,turnover,2024,1000,about,reported,2025-05",
        "VNM,KAZ,turnover,2024,100,exact,reported,2025-05-06",
        "VNM,KAZ,turnover,2024,100,exact,reported,2025-05-06"))
    #expect(selection.series.values == [879])
    #expect(selection.choices[0].isDisputed)
  }

  @Test func `an older figure counts in the median, though it is not taken`() throws {
    // The median of 880, 900, 800 is 880; of the two latest alone it would be 850.
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,turnover,2024,800,exact,reported,2025-06",
        "KAZ,VNM,turnover,2024,900,exact,reported,2025-06",
        "KAZ,VNM,turnover,2024,880,exact,reported,2025-05"))
    #expect(selection.series.values == [900])
  }

  @Test func `then the order of the ledger`() throws {
    let first = "KAZ,VNM,turnover,2024,800,exact,reported,2025-06"
    let second = "KAZ,VNM,turnover,2024,900,exact,reported,2025-06"
    #expect(try turnover(try ledger(first, second)).series.values == [800])
    #expect(try turnover(try ledger(second, first)).series.values == [900])
  }

  @Test func `publications of one date that agree are no dispute`() throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,turnover,2019,387.6,exact,reported,2020-07",
        "KAZ,VNM,turnover,2019,387.6,exact,reported,2020-07-07"))
    #expect(!selection.choices[0].isDisputed)
    #expect(selection.series.notes.isEmpty)
  }

  @Test func `one amount in two units is no dispute`() throws {
    let rows = [
      "KAZ,VNM,turnover,2019,500,USD million,exact,reported,A,2020-07,T,,",
      "KAZ,VNM,turnover,2019,500000,USD thousand,exact,reported,B,2020-07,T,,",
      "KAZ,VNM,turnover,2020,0.6,USD billion,exact,reported,B,2021-07,T,,",
    ]
    let ledger = try Ledger(Table(text: ([Self.header] + rows).joined(separator: "\n")))
    let selection = try turnover(ledger)
    #expect(selection.series.values == [500, 600])
    #expect(selection.series.unit == .millionUSD)
    #expect(!selection.choices[0].isDisputed)
  }

  @Test func `a dispute over the export disputes the sum`() throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,export,2012,5,exact,reported,2017", "KAZ,VNM,export,2012,6,exact,reported,2017",
        "KAZ,VNM,import,2012,100,exact,reported,2017"))
    #expect(selection.choices[0].isDisputed)
  }

  // MARK: Gaps

  @Test func `a year without a figure is a gap`() throws {
    let selection = try turnover(
      try ledger(
        "KAZ,VNM,turnover,2022,528.3,exact,reported,2024",
        "KAZ,VNM,turnover,2019,387.6,exact,reported,2020"))
    #expect(selection.series.start == Period(year: 2019))
    #expect(selection.series.values == [387.6, nil, nil, 528.3])
    #expect(selection.choices.map(\.period.year) == [2019, 2022])
    #expect(selection.series.notes == ["2020–2021: no figure was published; the gap stays."])
  }

  // MARK: As of a date

  @Test(arguments: [
    // A figure of March counts from the end of March, one of 2020 from the end of 2020.
    ("2019", [542.7]), ("2019-03", [542.7]), ("2020-07-05", [542.7]),
    ("2020-07-06", [542.7, nil, 387.6]), ("2020-12-30", [542.7, nil, 387.6]),
    ("2020-12-31", [542.7, 500, 387.6]), ("2022", [542.7, 500, 387.6]),
    ("2023", [542.7, 500, 387.6, 400]),
  ])
  func `as of a date only what was published by then counts`(
    date: String, values: [Double?]
  ) throws {
    let ledger = try ledger(
      "KAZ,VNM,turnover,2018,500,moreThan,reported,2020",
      "KAZ,VNM,turnover,2017,542.7,exact,reported,2019-03",
      "KAZ,VNM,turnover,2019,387.6,exact,reported,2020-07-06",
      "KAZ,VNM,turnover,2020,400,exact,reported,2023-01-01",
      "KAZ,VNM,turnover,2021,450,exact,reported,")
    #expect(try turnover(ledger, asOf: date).series.values == values)
    #expect(throws: none) { try turnover(ledger, asOf: "2019-02") }
  }

  @Test func `as of an earlier date the earlier figure is the latest`() throws {
    let ledger = try ledger(
      "KAZ,VNM,turnover,2022,500,about,reported,2023-08-21",
      "KAZ,VNM,turnover,2022,528.3,exact,reported,2024-05-16")
    #expect(try turnover(ledger, asOf: "2023-12").series.values == [500])
    #expect(try turnover(ledger, asOf: "2024-12").series.values == [528.3])
  }

  // MARK: The partner's figures

  private func twoSides() throws -> Ledger {
    try ledger(
      "KAZ,VNM,export,2010,10,exact,reported,2017", "KAZ,VNM,import,2010,20,exact,reported,2017",
      "VNM,KAZ,export,2010,99,exact,reported,2017", "VNM,KAZ,import,2010,99,exact,reported,2017",
      "VNM,KAZ,export,2011,30,exact,reported,2017", "VNM,KAZ,import,2011,40,about,reported,2017",
      "VNM,KAZ,export,2012,50,exact,reported,2017", "VNM,KAZ,import,2012,60,moreThan,reported,2017",
      "VNM,KAZ,export,2013,70,exact,reported,2017")
  }

  @Test func `years without a figure take the partner's where that is asked for`() throws {
    let selection = try turnover(try twoSides(), fills: true)
    #expect(selection.series.values == [30, 70, 110])
    #expect(selection.choices.map(\.isMirror) == [false, true, true])
    #expect(selection.series.qualifier(at: 0) == .exact)
    #expect(selection.series.qualifier(at: 1) == .mirror)
    #expect(selection.series.qualifier(at: 2) == .moreThan)
    #expect(
      selection.series.notes == [
        "2010–2012: exports and imports added, no turnover being published.",
        "2011–2012: the partner's figure.",
      ])
    #expect(try turnover(try twoSides()).series.values == [30])
  }

  @Test func `the partner's import is the reporter's export`() throws {
    let exports = try turnover(try twoSides(), flow: .export, fills: true)
    #expect(exports.series.values == [10, 40, 60])
    let imports = try turnover(try twoSides(), flow: .import, fills: true)
    #expect(imports.series.values == [20, 30, 50, 70])
    #expect(imports.series.qualifier(at: 1) == .mirror)
    #expect(imports.choices[1].entries.map(\.reporter) == ["VNM"])
  }

  @Test func `only the partner's figures are a selection too`() throws {
    let ledger = try ledger("VNM,KAZ,turnover,2017,600,exact,reported,2019")
    let selection = try turnover(ledger, fills: true)
    #expect(selection.series[Period(year: 2017)] == Figure(600, .mirror, unit: .millionUSD))
  }

  @Test func `flows mirror each other`() {
    #expect(Flow.export.mirrored == .import)
    #expect(Flow.turnover.mirrored == .turnover)
    #expect(Flow.published.allSatisfy { $0.mirrored.mirrored == $0 })
    #expect(Flow.reExport.mirrored == .import)
    #expect(Flow.reImport.mirrored == .export)
  }

  // MARK: A law

  @Test(arguments: 1...10)
  func `the order of rows decides nothing but a last tie`(seed: Int) throws {
    // No two figures of one year are equally near its median.
    var random = SeededGenerator(seed: seed)
    let dates = ["2019", "2020-02", "2020-02-11", "2021", ""]
    var rows: [String] = []
    for year in 2000...2010 {
      for number in 0..<5 {
        let value = 100 + 7 * number * number
        let date = dates.randomElement(using: &random) ?? ""
        rows.append("KAZ,VNM,turnover,\(year),\(value),exact,reported,\(date)")
      }
    }
    func values(_ rows: [String]) throws -> [Double?] {
      let lines = rows.map { row in
        let f = row.split(separator: ",", omittingEmptySubsequences: false)
        return "KAZ,VNM,turnover,\(f[3]),\(f[4]),USD million,exact,reported,P,\(f[7]),T,,"
      }
      return try turnover(
        try Ledger(Table(text: ([Self.header] + lines).joined(separator: "\n")))
      ).series.values
    }
    #expect(try values(rows) == values(rows.shuffled(using: &random)))
  }

  // MARK: Reading

  @Test func `reads every column of a row`() throws {
    let ledger = try Ledger(
      Table(
        text: """
          \(Self.header)
          KAZ,VNM,export,2018-03,0.72,thousand tonnes,about,reported,"Times, The",2018-04,Wheat,https://example.org,a remark
          """))
    let entry = try #require(ledger.entries.first)
    #expect(entry.reporter == "KAZ")
    #expect(entry.partner == "VNM")
    #expect(entry.flow == .export)
    #expect(entry.period == Period(year: 2018, month: 3))
    #expect(entry.figure == Figure(0.72, .about, unit: Unit("thousand tonnes")))
    #expect(entry.isReported)
    #expect(entry.publisher == "Times, The")
    #expect(entry.published == PublicationDate("2018-04"))
    #expect(entry.title == "Wheat")
    #expect(entry.address == "https://example.org")
    #expect(entry.note == "a remark")
  }

  @Test func `reads only the pairs that are asked for, and no fault of the others`() throws {
    let table = try Table(
      text: """
        \(Self.header)
        KAZ,CHN,transit,soon,much,USD million,perhaps,reported,P,2019,T,,
        KAZ,VNM,turnover,2017,542.7,USD million,exact,reported,P,2019,T,,
        """)
    let ledger = try Ledger(table) { $1 == "VNM" }
    #expect(ledger.entries.count == 1)
    #expect(throws: SeriesError.self) { try Ledger(table) }
  }

  @Test(
    arguments: header.split(separator: ",").map(String.init))
  func `a missing column is an error`(name: String) throws {
    let row = "KAZ,VNM,turnover,2017,542.7,USD million,exact,reported,P,2019,T,,"
    let table = try Table(text: "\(Self.header)\n\(row)\n")
    let rest = Table(table.columns.filter { $0.name != name }, origin: table.origin)
    #expect(
      throws: SeriesError.table(.noSuchColumn(name, available: rest.names, file: "trade.csv"))
    ) { try Ledger(rest) }
  }

  private static func place(_ column: String) -> Place {
    Place(file: "trade.csv", line: 3, column: column)
  }

  @Test(arguments: [
    (
      "transit,2017,5,exact",
      SeriesError.unknownWord(
        "transit", among: ["export", "import", "turnover"], at: place("flow"))
    ),
    (",2017,5,exact", .table(.missingValue(at: place("flow")))),
    ("export,2017-13,5,exact", .notAPeriod("2017-13", at: place("period"), isCounter: false)),
    ("export,,5,exact", .notAPeriod("", at: place("period"), isCounter: false)),
    ("export,2017,much,exact", .table(.notANumber("much", at: place("value")))),
    ("export,2017,,exact", .table(.notANumber("", at: place("value")))),
    ("export,2017,5,perhaps", .unknownQualifier("perhaps", at: place("qualifier"))),
    ("export,2017,5,", .unknownQualifier("", at: place("qualifier"))),
    ("export,2017,5,undetermined", .unknownQualifier("undetermined", at: place("qualifier"))),
  ])
  func `a fault in a row is an error with its place`(fields: String, error: SeriesError) throws {
    let f = fields.split(separator: ",", omittingEmptySubsequences: false)
    let table = try Table(
      text: """
        \(Self.header)
        KAZ,VNM,turnover,2017,542.7,USD million,exact,reported,P,2019,T,,
        KAZ,VNM,\(f[0]),\(f[1]),\(f[2]),USD million,\(f[3]),reported,P,2019,T,,
        """)
    #expect(throws: error) { try Ledger(table) }
  }

  @Test func `figures of different things in one flow are an error`() async {
    // In a process of its own: what is wrong with data must not end the program.
    await #expect(processExitsWith: .success) {
      let table = try Table(
        text: """
          reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note
          KAZ,VNM,export,2017,5,USD million,exact,reported,P,2019,T,,
          KAZ,VNM,export,2018,720,tonnes,exact,reported,P,2019,T,,
          """)
      let ledger = try Ledger(table)
      #expect(throws: SeriesError.unit("tonnes", to: "USD million")) {
        try ledger.selection(reporter: "KAZ", partner: "VNM", flow: .export, name: "exports")
      }
    }
  }
}
