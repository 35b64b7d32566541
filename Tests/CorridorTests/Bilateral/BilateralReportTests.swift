import Corridor
import Testing

@Suite struct BilateralReportTests {
  private static let pairs = CatalogueEntry.all.compactMap { entry -> (String, String)? in
    guard case .pair(let reporter, let partner) = entry.content else { return nil }
    return (reporter, partner)
  }

  /// Made once: the report reads every file of the program.
  private static let made = Result { try BilateralReport(reporter: "KAZ", partner: "VNM").report }

  private static func home() throws -> Report { try made.get() }

  /// A line that an address makes too long holds nothing else.
  private func isAddress(_ line: Substring) -> Bool {
    let word = line.trimmed
    return word.hasPrefix("http") && !word.contains(" ")
  }

  // MARK: Form

  @Test(arguments: pairs)
  func `every pair has a report whose sections all say something, on 80 columns`(
    reporter: String, partner: String
  ) throws {
    let report = try BilateralReport(reporter: reporter, partner: partner).report
    #expect(report.sections.allSatisfy { !$0.blocks.isEmpty })
    #expect(report.tables.allSatisfy { $0.table.rowCount > 0 })
    let headings = report.sections.map(\.heading)
    for heading in ["Figures and growth", "Forecast", "Sources"] {
      #expect(headings.contains(heading))
    }
    #expect(headings.contains("Events") == (reporter == "KAZ" && partner == "VNM"))

    let text = report.text
    for line in text.split(separator: "\n") {
      #expect(line.count <= 80 || isAddress(line), "\(line)")
      #expect(line.last != " ", "\(line)")
    }
    #expect(text.hasSuffix("\n"))
    #expect(!text.hasSuffix("\n\n"))
  }

  @Test func `the same data give the same bytes`() throws {
    let again = try BilateralReport(reporter: "KAZ", partner: "VNM").report
    #expect(try Self.home().text == again.text)
    #expect(try Self.home().csv == again.csv)
  }

  @Test func `holds every section in order`() throws {
    #expect(
      try Self.home().sections.map(\.heading) == [
        "", "Figures and growth", "Forecast", "Past errors of the methods",
        "Targets against the forecast", "What drove the change",
        "Goods: exports of Kazakhstan to Viet Nam, SITC sections, USD million",
        "Goods: exports of Viet Nam to Kazakhstan, SITC sections, USD million",
        "Goods: single figures", "Goods: exports of Kazakhstan to the world, USD million",
        "Goods: exports of Viet Nam to the world, USD million", "Both sides' figures",
        "Where publishers disagree", "Events", "Sources", "Method",
      ])
    #expect(
      try Self.home().tables.map(\.name) == [
        "growth", "forecast", "backtest", "targets", "drivers", "compare", "compare", "sources",
        "compare", "compare", "mirror", "disagreements", "events",
      ])
  }

  @Test func `names countries, unit and years in the title`() throws {
    #expect(try Self.home().title == "Kazakhstan–Viet Nam turnover, USD million, 1995–2024")
  }

  // MARK: Content

  @Test func `leads with the latest figure, its change and the forecast`() throws {
    let report = try BilateralReport(
      reporter: "KAZ", partner: "VNM", until: Period(year: 2018), method: .naive, horizon: 1)
    let point = try #require(report.forecast[Period(year: 2019)])
    let interval = try #require(point.intervals.last)
    func whole(_ number: Double) -> String { NumberText.fixed(number, digits: 0) }
    let lead =
      "Kazakhstan–Viet Nam turnover was >500.0 USD million in 2018 (> -7.9 % on the year before). "
      + "For 2019 the forecast is \(whole(point.mean)); with 95 % probability it will lie between "
      + "\(whole(interval.lowerBound)) and \(whole(interval.upperBound))."
    #expect(try Self.lead(report.report) == lead)
  }

  private static func lead(_ report: Report) throws -> String {
    guard case .text(let text) = try #require(report.sections.first?.blocks.first) else {
      return ""
    }
    return text
  }

  @Test func `names the figure of the year so far, which the forecast does not use`() throws {
    #expect(
      try Self.lead(Self.home()).hasSuffix(
        " For 2025 so far, ~1 000.0 was named on 2025-12-16 (Sai Gon Giai Phong (SGGP)); "
          + "the forecast does not use it."))
  }

  @Test func `as of a date nothing is named that was published later`() throws {
    // The figure of 2025 so far is of December 2025.
    let report = try BilateralReport(
      reporter: "KAZ", partner: "VNM", asOf: PublicationDate("2025-06")
    ).report
    #expect(try !Self.lead(report).contains("2025-12-16"))
  }

  @Test func `as of a date no later publication disagrees`() throws {
    let ledger = try Ledger(
      Table(
        text: """
          reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note
          KAZ,VNM,turnover,2017,500,USD million,exact,reported,P,2019,T,,
          KAZ,VNM,turnover,2018,600,USD million,exact,reported,P,2019,T,,
          VNM,KAZ,turnover,2018,900,USD million,exact,reported,Q,2022,T,,
          """))
    func tables(asOf date: String) throws -> [String] {
      try BilateralReport(
        reporter: "KAZ", partner: "VNM", ledger: ledger, asOf: PublicationDate(date)
      ).report.tables.map(\.name)
    }
    #expect(try tables(asOf: "2022").contains("disagreements"))
    #expect(try !tables(asOf: "2020").contains("disagreements"))
  }

  @Test func `of another flow no turnover is named for the year so far`() throws {
    let ledger = try Ledger(
      Table(
        text: """
          reporter,partner,flow,period,value,unit,qualifier,basis,publisher,published,title,address,note
          KAZ,VNM,export,2017,20,USD million,exact,reported,P,2019,T,,
          KAZ,VNM,export,2018,30,USD million,exact,reported,P,2019,T,,
          KAZ,VNM,turnover,2019,100,USD million,exact,reported,Q,2019-06,T,,
          """))
    let report = try BilateralReport(
      reporter: "KAZ", partner: "VNM", flow: .export, ledger: ledger
    ).report
    #expect(try !Self.lead(report).contains("100.0"))
  }

  @Test func `every figure has its source, each publication once`() throws {
    let report = try Self.home()
    let sources = report.sections.first { $0.name == "sources" }
    guard case .notes(let notes)? = sources?.blocks.first else {
      Issue.record("no sources")
      return
    }
    #expect(
      notes.map { $0.prefix { $0 != " " } } == [
        "1995–2012", "2013–2016,", "2017", "2019", "2022–2023", "2024",
      ])
    #expect(
      notes[0]
        == "1995–2012  WITS (World Bank, UN Comtrade): data/countries/KAZ.json, 2017-11-13, "
        + "https://github.com/pandringa/world-trade")
    #expect(notes[1].hasPrefix("2013–2016, 2018  The Astana Times: "))
  }

  @Test func `disagreements are those of five per cent and more`() throws {
    let table = try #require(try Self.home().tables.first { $0.name == "disagreements" }).table
    let ratios = try table.numbers("ratio").compactMap(\.self)
    #expect(ratios.allSatisfy { $0 >= 1.05 })
    // The greatest: WITS, 1997: 7.479699 + 0.0046 of Kazakhstan, 0.025 + 0.14 of Viet Nam.
    #expect(try table.texts("period").first == "1997")
    #expect(abs((ratios.first ?? 0) - 7.484_299 / 0.165) < 1e-9)
  }

  @Test func `events end with the series`() throws {
    let report = try BilateralReport(reporter: "KAZ", partner: "VNM", until: Period(year: 2018))
    let table = try #require(report.report.tables.first { $0.name == "events" }).table
    #expect(try table.texts("date").last == "2018-10-24")
    #expect(try table.texts("address").contains { $0?.hasPrefix("http") ?? false })
  }

  // MARK: Choices

  @Test func `takes period, method, horizon and levels as they are named`() throws {
    let report = try BilateralReport(
      reporter: "KAZ", partner: "VNM", from: Period(year: 2013), until: Period(year: 2017),
      method: .drift, horizon: 2, levels: [0.9])
    #expect(report.data.series.values == [233.2, 271.9, 205.8, 392.5, 542.7])
    #expect(report.forecast.method == "drift")
    #expect(report.forecast.points.count == 2)
    #expect(report.forecast.levels == [0.9])
    #expect(report.report.title == "Kazakhstan–Viet Nam turnover, USD million, 2013–2017")
    #expect(report.report.text.contains("90 % interval"))
  }

  @Test func `the other side has a report of its own`() throws {
    let report = try BilateralReport(reporter: "VNM", partner: "KAZ")
    #expect(report.data.series[Period(year: 2022)]?.qualifier == .about)
    #expect(report.report.title.hasPrefix("Viet Nam–Kazakhstan turnover"))
  }

  @Test func `gaps are filled from the partner where that is asked for`() throws {
    let report = try BilateralReport(reporter: "KAZ", partner: "VNM", fillsFromMirror: true)
    #expect(report.data.series[Period(year: 2021)]?.value == 630)
    #expect(report.report.text.contains("2021: the partner's figure."))
  }

  @Test func `a pair or a span without figures is an error`() {
    #expect(throws: SeriesError.noSelection(reporter: "KAZ", partner: "BRA", flow: "turnover")) {
      try BilateralReport(reporter: "KAZ", partner: "BRA")
    }
    #expect(throws: SeriesError.empty("Kazakhstan–Viet Nam turnover")) {
      try BilateralReport(reporter: "KAZ", partner: "VNM", from: Period(year: 2030))
    }
  }

  @Test func `as CSV every cell of every table stands on a row`() throws {
    let report = try Self.home()
    let table = try CSVReader(file: "report.csv").read(Array(report.csv.utf8))
    #expect(table.names == ["table", "row", "column", "value"])
    let cells = report.tables.reduce(0) { $0 + $1.table.rowCount * $1.table.columns.count }
    #expect(table.rowCount == cells)
  }
}
