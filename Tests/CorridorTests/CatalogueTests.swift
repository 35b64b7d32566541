import Corridor
import Testing
import TradeTestSupport

@Suite struct CatalogueTests {
  private static let pairs = CatalogueEntry.all.compactMap { entry -> (String, String)? in
    guard case .pair(let reporter, let partner) = entry.content else { return nil }
    return (reporter, partner)
  }

  // MARK: Names

  @Test func `every name is there once and found`() {
    let names = CatalogueEntry.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { CatalogueEntry.named($0)?.name == $0 })
    #expect(CatalogueEntry.named("kz-br") == nil)
    #expect(CatalogueEntry.named("KZ-VN") == nil)
  }

  @Test func `the default is the pair of Kazakhstan and Viet Nam`() throws {
    guard
      case .pair(let reporter, let partner) = try #require(CatalogueEntry.named("kz-vn")).content
    else {
      Issue.record("kz-vn is no pair")
      return
    }
    #expect(reporter == "KAZ")
    #expect(partner == "VNM")
  }

  @Test(arguments: pairs) func `every pair has a series, growth and a forecast`(
    reporter: String, partner: String
  ) throws {
    let selection = try Ledger.builtIn(between: reporter, and: partner).selection(
      reporter: reporter, partner: partner, flow: .turnover, name: "turnover")
    #expect(selection.series.unit == .millionUSD)
    _ = try selection.series.growth()
    #expect(try selection.series.forecast(with: .auto, horizon: 3).points.count == 3)
  }

  @Test(arguments: ["KAZ", "VNM"]) func `every set of groups can be compared`(
    reporter: String
  ) throws {
    for classification in Goods.Classification.allCases {
      let goods = try Goods.groups(reporter: reporter, classification: classification)
      #expect(try !goods.comparison().rows.isEmpty)
    }
  }

  // MARK: The series of the pair

  private func selection(
    reporter: String = "KAZ", flow: Flow = .turnover, asOf date: String? = nil,
    fills: Bool = false
  ) throws -> Ledger.Selection {
    try Ledger.builtIn(between: "KAZ", and: "VNM").selection(
      reporter: reporter, partner: reporter == "KAZ" ? "VNM" : "KAZ", flow: flow,
      asOf: date.flatMap { PublicationDate($0) }, fillsFromMirror: fills, name: "series")
  }

  @Test func `the turnover of the pair is that of the ledger's rule`() throws {
    let series = Series.kazakhstanVietnamTurnover
    #expect(series.start == Period(year: 1995))
    #expect(series.end == Period(year: 2024))
    #expect(series.gaps == [Period(year: 2020), Period(year: 2021)])
    // As published: The Astana Times (2019), Viet Nam News (2020), Kazinform and Trend (2024, 2025).
    let published: [Int: Double] = [
      2013: 233.2, 2014: 271.9, 2015: 205.8, 2016: 392.5, 2017: 542.7, 2019: 387.6, 2022: 528.3,
      2023: 979.2, 2024: 879,
    ]
    for (year, value) in published {
      #expect(series[Period(year: year)] == Figure(value, unit: .millionUSD))
    }
    #expect(series[Period(year: 2018)] == Figure(500, .moreThan, unit: .millionUSD))
    // WITS, export and import added: 2.771598 + 0.029 and 5.3213 + 115.862.
    #expect(series[Period(year: 1995)]?.value.isClose(to: 2.800_598, tolerance: 1e-12) == true)
    #expect(series[Period(year: 2012)]?.value.isClose(to: 121.1833, tolerance: 1e-12) == true)
  }

  @Test func `the year 2024 is disputed and no other year`() throws {
    let selection = try selection()
    #expect(selection.choices.filter(\.isDisputed).map(\.period) == [Period(year: 2024)])
    let chosen = try #require(selection.choices.last?.entries.first)
    #expect(chosen.publisher == "Trend News Agency")
  }

  @Test func `the notes say what was added, disputed and missing`() {
    #expect(
      Series.kazakhstanVietnamTurnover.notes == [
        "1995–2012: exports and imports added, no turnover being published.",
        "2024: disputed; publications of the same date give different figures.",
        "2020–2021: no figure was published; the gap stays.",
      ])
  }

  @Test func `the figure of 2025 so far is listed and not taken`() throws {
    let toDate = Ledger.builtIn(between: "KAZ", and: "VNM").entries.filter {
      $0.isYearToDate && $0.period == Period(year: 2025)
    }
    #expect(toDate.map(\.figure) == [Figure(1000, .about, unit: .millionUSD)])
    #expect(try selection().series[Period(year: 2025)] == nil)
  }

  @Test func `the Vietnamese side counts otherwise`() throws {
    let theirs = try selection(reporter: "VNM").series
    // Three publications of August 2023; the latest says nearly 600, three days after 584.
    #expect(theirs[Period(year: 2022)] == Figure(600, .about, unit: .millionUSD))
    let ours = Series.kazakhstanVietnamTurnover
    let common = ours.periods.filter { ours[$0] != nil && theirs[$0] != nil }
    #expect(common.count > 10)
    #expect(common.filter { ours[$0] == theirs[$0] }.isEmpty)
  }

  @Test func `as of 2019 the series ends with more than 500`() throws {
    let series = try selection(asOf: "2019").series
    #expect(series.end == Period(year: 2018))
    #expect(series[Period(year: 2018)]?.qualifier == .moreThan)
    // Before The Astana Times there was WITS only.
    #expect(try selection(asOf: "2018").series.end == Period(year: 2016))
    #expect(try selection(asOf: "2024-05-16").series.end == Period(year: 2023))
  }

  @Test func `the gap of 2021 can be filled from the other side, with its mark`() throws {
    let selection = try selection(fills: true)
    let figure = try #require(selection.series[Period(year: 2021)])
    #expect(figure.value == 630)
    // Vietnam Pictorial says more than 630, VietnamPlus about 630, four days or more apart at most.
    #expect(figure.qualifier == .mirror)
    #expect(selection.choices.first { $0.period.year == 2021 }?.isMirror == true)
    #expect(selection.series.gaps == [Period(year: 2020)])
  }

  @Test func `exports and imports have series of their own`() throws {
    let exports = try selection(flow: .export).series
    #expect(exports.start == Period(year: 1995))
    #expect(exports[Period(year: 2023)]?.value == 180.2)
    let imports = try selection(flow: .import).series
    #expect(imports[Period(year: 2023)]?.value == 799)
  }

  @Test func `a pair that nobody reported is an error`() {
    #expect(throws: SeriesError.noSelection(reporter: "KAZ", partner: "BRA", flow: "turnover")) {
      try Ledger.builtIn(between: "KAZ", and: "BRA").selection(
        reporter: "KAZ", partner: "BRA", flow: .turnover, name: "none")
    }
  }

  // MARK: The home case

  @Test func `growth of the home case is that of the press, its bound a bound`() throws {
    let growth = try Series.kazakhstanVietnamTurnover
      .from(Period(year: 2013), until: Period(year: 2018)).growth()
    // By hand from the published values, as fractions.
    let rates = [0.165_95, -0.243_10, 0.907_19, 0.382_68, -0.078_68]
    for (step, rate) in zip(growth.steps.dropFirst(), rates) {
      #expect(step.rate?.value.isClose(to: rate, tolerance: 1e-5) == true)
    }
    #expect(
      growth.steps.dropFirst().compactMap { $0.rate?.qualifier }
        == [.exact, .exact, .exact, .exact, .moreThan])
  }
}
