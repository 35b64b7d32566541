import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct ComparisonTests {
  private static let years = (Period(year: 2010), Period(year: 2021))

  /// Parts with a value in 2010 and one in 2021; `nil` is no trade.
  private func categories(
    _ parts: [(String, Double?, Double?)], total: (Double, Double)? = nil,
    marks: [String: (Qualifier, Qualifier)] = [:]
  ) throws -> Categories {
    func series(_ name: String, _ before: Double?, _ after: Double?) throws -> Series {
      let gap = [Double?](repeating: nil, count: 10)
      let (first, last) = marks[name] ?? (.exact, .exact)
      return try Series(
        name, unit: .millionUSD, start: Self.years.0, values: [before] + gap + [after],
        qualifiers: [first] + gap.map { _ in .exact } + [last])
    }
    return Categories(
      parts: try parts.map { part in
        Categories.Part(code: part.0, name: part.0, series: try series(part.0, part.1, part.2))
      },
      total: try total.map { try series("Total", $0.0, $0.1) }, unit: .millionUSD)
  }

  private func comparison(
    _ parts: [(String, Double?, Double?)], total: (Double, Double)? = nil,
    marks: [String: (Qualifier, Qualifier)] = [:]
  ) throws -> Comparison {
    try Comparison(categories(parts, total: total, marks: marks))
  }

  private func row(_ name: String, in comparison: Comparison) throws -> Comparison.Row {
    try #require(comparison.rows.first { $0.name == name })
  }

  // MARK: An exact case

  @Test func `growth, contribution and share follow their definitions`() throws {
    let comparison = try comparison([("Wheat", 20, 30), ("Zinc", 60, 90), ("Coal", 20, 5)])
    let wheat = try row("Wheat", in: comparison)
    #expect(wheat.from == Figure(20, unit: .millionUSD))
    #expect(wheat.to == Figure(30, unit: .millionUSD))
    #expect(wheat.growth?.value == 0.5)
    #expect(wheat.contribution?.value == 0.1)
    #expect(wheat.share?.value == 0.24)
    #expect(wheat.shareChange?.value.isClose(to: 0.04, tolerance: 1e-15) == true)
    #expect(comparison.total.growth?.value == 0.25)
    #expect(comparison.total.contribution?.value == 0.25)
    #expect(comparison.total.share?.value == 1)
    #expect(comparison.total.from?.value == 100)
    #expect(comparison.total.to?.value == 125)
    #expect(comparison.from == Self.years.0)
    #expect(comparison.to == Self.years.1)
    #expect(comparison.unit == .millionUSD)
  }

  @Test func `rows are sorted by contribution, largest first`() throws {
    let comparison = try comparison([("Coal", 20, 5), ("Wheat", 20, 30), ("Zinc", 60, 90)])
    #expect(comparison.rows.map(\.name) == ["Zinc", "Wheat", "Coal"])
  }

  // MARK: Laws

  /// Categories of which some are new and some vanish, and a published total that is larger.
  private func random(_ seed: Int) throws -> (parts: Comparison, total: Comparison) {
    var random = SeededGenerator(seed: seed)
    let parts = (0..<Int.random(in: 2...30, using: &random)).map { number in
      let kind = number == 0 ? 9 : Int.random(in: 0..<10, using: &random)
      let before = Double.random(in: 0.1...1e4, using: &random)
      let after = Double.random(in: 0.1...1e4, using: &random)
      return ("part \(number)", kind == 0 ? nil : before, kind == 1 ? nil : after)
    }
    let before = parts.compactMap(\.1).reduce(0, +) + Double.random(in: 1...1e3, using: &random)
    let after = parts.compactMap(\.2).reduce(0, +) + Double.random(in: 1...1e3, using: &random)
    return (try comparison(parts), try comparison(parts, total: (before, after)))
  }

  private func sum(_ figures: [Figure?]) -> Double {
    figures.reduce(0) { $0 + ($1?.value ?? .nan) }
  }

  @Test(arguments: 1...50) func `contributions add up to the growth of the total`(seed: Int) throws
  {
    let (parts, total) = try random(seed)
    for comparison in [parts, total, parts.top(3), total.top(3), total.top(1)] {
      let growth = try #require(comparison.total.growth?.value)
      #expect(sum(comparison.rows.map(\.contribution)).isClose(to: growth, tolerance: 1e-12))
    }
    #expect(total.rows.last?.name == "Not itemised")
  }

  @Test(arguments: 1...50) func `shares add up to one and their changes to nothing`(seed: Int)
    throws
  {
    let (parts, total) = try random(seed)
    for comparison in [parts, total, parts.top(3), total.top(3)] {
      #expect(sum(comparison.rows.map(\.share)).isClose(to: 1, tolerance: 1e-12))
      #expect(sum(comparison.rows.map(\.shareChange)).isClose(to: 0, tolerance: 1e-12))
      #expect(
        sum(comparison.rows.map { $0.from ?? Figure(0, unit: .millionUSD) })
          .isClose(to: comparison.total.from?.value ?? 0, tolerance: 1e-12))
      #expect(
        sum(comparison.rows.map { $0.to ?? Figure(0, unit: .millionUSD) })
          .isClose(to: comparison.total.to?.value ?? 0, tolerance: 1e-12))
    }
  }

  @Test(arguments: 1...10) func `fractions do not depend on the unit`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let parts = (0..<8).map { number in
      (
        "part \(number)", Double.random(in: 1...100, using: &random) as Double?,
        Double.random(in: 1...100, using: &random) as Double?
      )
    }
    let one = try comparison(parts)
    let other = try comparison(parts.map { ($0.0, $0.1.map { $0 * 1e3 }, $0.2.map { $0 * 1e3 }) })
    #expect(one.rows.map(\.name) == other.rows.map(\.name))
    for (a, b) in zip(one.rows, other.rows) {
      #expect(a.growth?.value.isClose(to: try #require(b.growth?.value), tolerance: 1e-12) == true)
      #expect(a.share?.value.isClose(to: try #require(b.share?.value), tolerance: 1e-12) == true)
    }
  }

  // MARK: New and vanished categories

  @Test func `a category without an earlier figure is new and has no growth`() throws {
    let comparison = try comparison([("Wheat", nil, 30), ("Zinc", 100, 90)])
    let wheat = try row("Wheat", in: comparison)
    #expect(wheat.growth == nil)
    #expect(wheat.contribution?.value == 0.3)
    #expect(wheat.share?.value == 0.25)
    #expect(wheat.shareChange?.value == 0.25)
    #expect(comparison.new.map(\.name) == ["Wheat"])
    #expect(comparison.gone.isEmpty)
  }

  @Test func `a category without a later figure is gone and has lost everything`() throws {
    let comparison = try comparison([("Wheat", 20, nil), ("Zinc", 80, 90)])
    let wheat = try row("Wheat", in: comparison)
    #expect(wheat.growth?.value == -1)
    #expect(wheat.contribution?.value == -0.2)
    #expect(wheat.share?.value == 0)
    #expect(comparison.gone.map(\.name) == ["Wheat"])
    #expect(comparison.new.isEmpty)
  }

  @Test func `a category without a figure in either period is no row`() throws {
    let categories = Categories(
      parts: [
        Categories.Part(
          code: "1", name: "Wheat", series: Series("w", start: 2010, values: [1, 2, 3])),
        Categories.Part(code: "2", name: "Zinc", series: Series("z", start: 2011, values: [5])),
      ], total: nil, unit: .one)
    let comparison = try Comparison(categories, from: Period(year: 2010), to: Period(year: 2012))
    #expect(comparison.rows.map(\.name) == ["Wheat"])
  }

  // MARK: The rest

  @Test func `what the categories leave of a total is a row of its own`() throws {
    let comparison = try comparison([("Wheat", 20, 30), ("Zinc", 60, 90)], total: (100, 150))
    let rest = try #require(comparison.rows.last)
    #expect(rest.name == "Not itemised")
    #expect(rest.from?.value == 20)
    #expect(rest.to?.value == 30)
    #expect(rest.growth?.value == 0.5)
    #expect(rest.contribution?.value == 0.1)
    #expect(rest.share?.value == 0.2)
    #expect(comparison.total.to?.value == 150)
  }

  @Test func `a rest that rounding explains is called so and has no growth`() throws {
    let comparison = try comparison([("Wheat", 20, 30), ("Zinc", 60, 90)], total: (80.01, 119.99))
    let rest = try #require(comparison.rows.last)
    #expect(rest.name == "Rounding")
    #expect(rest.growth == nil)
    #expect(rest.contribution?.value.isClose(to: -0.02 / 80.01, tolerance: 1e-9) == true)
  }

  @Test func `half a unit of the second decimal a part and one for the total is rounding`() throws {
    // Two parts and the total: at most 0.015.
    let within = try comparison([("Wheat", 20, 30), ("Zinc", 60, 90)], total: (80.014, 120))
    #expect(within.rows.last?.name == "Rounding")
    let beyond = try comparison([("Wheat", 20, 30), ("Zinc", 60, 90)], total: (80.016, 120))
    #expect(beyond.rows.last?.name == "Not itemised")
  }

  @Test func `nothing is left where the categories make the total`() throws {
    // 0.1 + 0.2 is not 0.3 in binary; that is no rest.
    let comparison = try comparison([("Wheat", 0.1, 0.2), ("Zinc", 0.2, 0.1)], total: (0.3, 0.3))
    #expect(comparison.rows.map(\.name).sorted() == ["Wheat", "Zinc"])
  }

  // MARK: The largest

  private func many() throws -> Comparison {
    try comparison(
      [("a", 10, 60), ("b", 10, 11), ("c", 50, 10), ("d", 10, 12), ("e", 10, 9), ("f", 10, 18)],
      total: (110, 140))
  }

  @Test func `the largest contributions of either sign are kept, in their order`() throws {
    let top = try many().top(3)
    #expect(top.rows.map(\.name) == ["a", "f", "c", "Other (3)", "Not itemised"])
    let other = try row("Other (3)", in: top)
    #expect(other.code == "other")
    #expect(other.from?.value == 30)
    #expect(other.to?.value == 32)
    #expect(other.growth?.value.isClose(to: 32.0 / 30 - 1, tolerance: 1e-15) == true)
    #expect(top.total.to?.value == 140)
  }

  @Test func `a single category is never put together with itself`() throws {
    #expect(try many().top(5).rows.map(\.name) == ["a", "f", "d", "b", "e", "c", "Not itemised"])
    #expect(try many().top(100).rows.count == 7)
    #expect(
      try many().top(4).rows.map(\.name) == ["a", "f", "d", "c", "Other (2)", "Not itemised"])
  }

  // MARK: Periods

  @Test func `the first and the last period are compared where none are named`() throws {
    let categories = Categories(
      parts: [
        Categories.Part(
          code: "1", name: "Wheat", series: Series("w", start: 2010, values: [1, 2, 4]))
      ], total: nil, unit: .one)
    let whole = try Comparison(categories)
    #expect(whole.from == Period(year: 2010))
    #expect(whole.to == Period(year: 2012))
    #expect(whole.total.growth?.value == 3)
    let late = try Comparison(categories, from: Period(year: 2011))
    #expect(late.total.growth?.value == 1)
    let early = try Comparison(categories, to: Period(year: 2011))
    #expect(early.total.growth?.value == 1)
  }

  @Test func `a period without figures is an error`() throws {
    let categories = try categories([("Wheat", 1, 2)])
    let error = SeriesError.missingPeriod(
      "2015", series: "the data", available: "2010 to 2021")
    #expect(throws: error) { try Comparison(categories, from: Period(year: 2015)) }
    #expect(throws: error) { try Comparison(categories, to: Period(year: 2015)) }
  }

  @Test func `no category is an error`() {
    #expect(throws: SeriesError.empty("the comparison")) {
      try Comparison(Categories(parts: [], total: nil, unit: .one))
    }
  }

  // MARK: Marks

  @Test func `a bound in a category carries its mark`() throws {
    let comparison = try comparison(
      [("Wheat", 20, 30), ("Zinc", 80, 90)], marks: ["Wheat": (.exact, .moreThan)])
    let wheat = try row("Wheat", in: comparison)
    #expect(wheat.growth == Figure(0.5, .moreThan, unit: .one))
    #expect(wheat.contribution?.qualifier == .moreThan)
    #expect(wheat.contribution?.value.isClose(to: 0.1, tolerance: 1e-15) == true)
    #expect(comparison.total.to == Figure(120, .moreThan, unit: .millionUSD))
    #expect(comparison.total.growth?.qualifier == .moreThan)
    // The share of an exact part in more than 120 is less than so much.
    let zinc = try row("Zinc", in: comparison)
    #expect(zinc.growth?.qualifier == .exact)
    #expect(zinc.share == zinc.to?.share(of: Figure(120, .moreThan, unit: .millionUSD)))
    #expect(zinc.share?.qualifier == .lessThan)
  }

  @Test func `a weak mark reaches the total and what is divided by it`() throws {
    let comparison = try comparison(
      [("Wheat", 20, 30), ("Zinc", 80, 90)], marks: ["Wheat": (.about, .exact)])
    #expect(try row("Zinc", in: comparison).growth?.qualifier == .exact)
    #expect(try row("Zinc", in: comparison).contribution?.qualifier == .about)
    #expect(comparison.total.growth?.qualifier == .about)
  }

  // MARK: Nothing to divide by

  @Test func `where everything has gone no share is determined`() throws {
    let comparison = try comparison([("Wheat", 20, 0), ("Zinc", 80, 0)])
    #expect(comparison.total.growth?.value == -1)
    #expect(comparison.rows.allSatisfy { $0.share?.value == nil })
  }

  @Test func `where there was nothing no contribution is determined`() throws {
    let comparison = try comparison([("Wheat", 0, 20), ("Zinc", 0, 80)])
    #expect(comparison.rows.allSatisfy { $0.contribution?.value == nil })
    #expect(comparison.rows.allSatisfy { $0.growth?.value == nil })
    #expect(try row("Zinc", in: comparison).share?.value == 0.8)
  }

  // MARK: Table

  @Test func `shows itself with the columns of the contract first`() throws {
    let table = try comparison([("Wheat", 20, 30), ("Zinc", nil, 95)], total: (100, 125)).table
    #expect(
      Array(table.names.prefix(8)) == [
        "code", "category", "from", "to", "growth", "contribution", "share", "qualifier",
      ])
    #expect(try table.texts("code") == ["Zinc", "Wheat", "rest", "TOTAL"])
    #expect(try table.texts("category") == ["Zinc", "Wheat", "Not itemised", "Total"])
    #expect(try table.numbers("from") == [nil, 20, 80, 100])
    #expect(try table.numbers("to") == [95, 30, 0, 125])
    #expect(try table.numbers("growth") == [nil, 0.5, -1, 0.25])
    #expect(try table.numbers("contribution") == [0.95, 0.1, -0.8, 0.25])
    #expect(try table.numbers("share") == [0.76, 0.24, 0, 1])
    #expect(try table.texts("qualifier") == ["exact", "exact", "exact", "exact"])
    #expect(try table.texts("from_qualifier") == [nil, "exact", "exact", "exact"])
  }

  @Test(arguments: ["growth", "contribution", "share", "share_change"])
  func `every number of the table stands beside its own mark`(name: String) throws {
    // Before: 20 and more than 80. So the growth of wheat is exact, and its contribution is less
    // than so much; after: more than 30 and 90, so that shares are bounds.
    let comparison = try comparison(
      [("Wheat", 20, 30), ("Zinc", 80, 90)],
      marks: ["Zinc": (.moreThan, .exact), "Wheat": (.exact, .exact)])
    let later = try self.comparison(
      [("Wheat", 20, 30), ("Zinc", 80, 90)], marks: ["Wheat": (.exact, .moreThan)])
    for comparison in [comparison, later] {
      let rows = comparison.rows + [comparison.total]
      let figures = rows.map { row -> Figure? in
        switch name {
        case "growth": row.growth
        case "contribution": row.contribution
        case "share": row.share
        default: row.shareChange
        }
      }
      let table = comparison.table
      let mark = try #require(try table.column(name).mark, "\(name) has no column of marks")
      #expect(try table.texts(mark) == figures.map { $0?.qualifier.rawValue })
    }
  }
}
