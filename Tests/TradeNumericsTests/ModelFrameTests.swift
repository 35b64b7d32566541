import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct ModelFrameTests: FrameSetup {
  // MARK: Against R

  /// One formula of model_matrix.R with the columns that R made of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let formula: String
    var names: [String] = []
    var rows: [Int] = []
    var columns: [[Double]] = []
    var testDescription: String { formula }

    static let all: [Case] = {
      var cases: [Case] = []
      for row in (try? Oracle("model_matrix").all) ?? [] {
        let formula = row["formula"] ?? ""
        if cases.last?.formula != formula { cases.append(Case(formula: formula)) }
        cases[cases.count - 1].names.append(row["name"] ?? "")
        cases[cases.count - 1].rows = (row["rows"] ?? "").split(separator: " ").compactMap {
          Int($0)
        }
        cases[cases.count - 1].columns.append(
          (row["values"] ?? "").split(separator: " ").compactMap { Double($0) })
      }
      return cases
    }()
  }

  private func data(file: String = #filePath) throws -> Table {
    let folder = file.split(separator: "/").dropLast(2).joined(separator: "/")
    return try CSVReader.read("/\(folder)/Oracles/model_matrix_data.csv")
  }

  @Test func `has cases of R to compare with`() {
    #expect(Case.all.count == 52)
  }

  @Test(arguments: Case.all) func `makes the columns that R makes`(reference: Case) throws {
    let frame = try ModelFrame(Formula(reference.formula), data())
    #expect(frame.names == reference.names)
    #expect(frame.rows.map { $0 + 1 } == reference.rows)
    #expect(frame.missing == 24 - reference.rows.count)
    #expect(frame.matrix.rows == reference.rows.count)
    for (column, expected) in reference.columns.enumerated() where column < frame.matrix.columns {
      let size = expected.reduce(0) { max($0, abs($1)) }
      // R's poly loses digits: its columns are orthogonal to 1e-15 of their length, some to less.
      let tolerance = reference.formula.contains("poly") ? 2e-14 : 1e-15
      for (ours, r) in zip(frame.matrix.column(column), expected) {
        #expect(abs(ours - r) <= tolerance * size, "\(frame.names[column])")
      }
    }
  }

  // MARK: Columns

  @Test func `gives response, matrix and names`() throws {
    let frame = try frame("log(y) ~ x + region", y, x, region)
    #expect(frame.names == ["(intercept)", "x", "region[CIS]", "region[EU]"])
    #expect(frame.response[0] == 0)
    #expect(
      frame.matrix == Matrix(columns: [[1, 1, 1, 1], [2, 3, 5, 7], [0, 1, 0, 0], [1, 0, 1, 0]]))
    #expect(frame.low == nil)
    #expect(frame.offset == nil)
    #expect(frame.effects.isEmpty)
    #expect(frame.rows == [0, 1, 2, 3])
  }

  @Test func `a base is named or else the first level`() throws {
    #expect(
      try frame("y ~ dummy(region, base = \"CIS\")", y, region).names
        == ["(intercept)", "region[ASEAN]", "region[EU]"])
    #expect(
      try frame("y ~ 0 + dummy(region, base = \"CIS\")", y, region).names
        == ["region[ASEAN]", "region[CIS]", "region[EU]"])
    #expect(
      try frame("y ~ dummy(x)", y, x).names == ["(intercept)", "x[3]", "x[5]", "x[7]"])
  }

  @Test func `levels are those of the rows that are used`() throws {
    let frame = try frame(
      "y ~ region + x", y, .number("x", [1, 2, 3, nil]), region)
    #expect(frame.names == ["(intercept)", "region[EU]", "x"])
    #expect(frame.missing == 1)
  }

  @Test func `offsets are summed`() throws {
    let frame = try frame("y ~ 1 + offset(log(x)) + offset(2 * x)", y, x)
    #expect(frame.names == ["(intercept)"])
    let offset = try #require(frame.offset)
    #expect(offset[3].isClose(to: 14 + 1.9459101490553132, tolerance: 1e-15))
    #expect(offset.count == 4)
  }

  @Test func `effects are factors and take the intercept's place`() throws {
    let goods = Column.text("good", ["b", "a", "b", "a"])
    let frame = try frame("y ~ x + good | region + region^good", y, x, region, goods)
    #expect(frame.names == ["x", "good[b]"])
    #expect(
      frame.effects == [
        Factor("region", ["EU", "CIS", "EU", "ASEAN"]),
        Factor.crossed(
          Factor("region", ["EU", "CIS", "EU", "ASEAN"]), Factor("good", ["b", "a", "b", "a"])),
      ])
    #expect(frame.effects[1].levels == ["ASEAN^a", "CIS^a", "EU^b"])
  }

  @Test func `a factor beside absorbed effects leaves out its base`() throws {
    let names = try frame("y ~ region:x + region | x", y, x, region).names
    #expect(
      names == ["region[CIS]", "region[EU]", "region[ASEAN]:x", "region[CIS]:x", "region[EU]:x"])
    #expect(try frame("y ~ region:x + x | region", y, x, region).names.count == 3)
  }

  @Test func `effects alone leave a matrix without columns`() throws {
    let frame = try frame("y ~ 1 | region", y, region)
    #expect(frame.names.isEmpty)
    #expect(frame.matrix == Matrix(rows: 4, columns: 0))
  }

  @Test func `text that reads as numbers is numbers`() throws {
    let text = Column.text("x", ["2", " 3", nil, "7e0"])
    let frame = try frame("y ~ x + dummy(x)", y, text)
    #expect(frame.matrix.column(1) == [2, 3, 7])
    #expect(frame.names == ["(intercept)", "x", "x[ 3]", "x[7e0]"])
  }

  @Test func `NA is a level among words and missing among numbers`() throws {
    let country = Column.text("country", ["NA", "ZA", "..", "ZA"])
    let words = try frame("y ~ country", y, country)
    #expect(words.names == ["(intercept)", "country[ZA]"])
    #expect(words.rows == [0, 1, 3])
    let years = try frame("y ~ 1 | year", y, .text("year", ["NA", "2013", "2014", "NA"]))
    #expect(years.effects[0].levels == ["2013", "2014"])
    #expect(years.missing == 2)
  }

  @Test func `lag and diff go by the rows of the table, used or not`() throws {
    let gap = Column.number("x", [2, nil, 5, 7])
    let frame = try frame("y ~ lag(x, 1) + lag(y, 1)", y, gap)
    #expect(frame.rows == [1, 3])
    #expect(frame.matrix.column(1) == [2, 5])
    #expect(frame.matrix.column(2) == [1, 3])
    #expect(try error("y ~ diff(x, 4)", y, gap) == .noCompleteRow(count: 4))
    #expect(try error("y ~ lag(x, 1000)", y, gap) == .noCompleteRow(count: 4))
  }

  @Test(arguments: 1...10) func `the order of rows changes nothing but the order`(seed: Int) throws
  {
    var generator = SeededGenerator(seed: seed)
    let table = try data()
    let order = Array(0..<24).shuffled(using: &generator)
    let formula = try Formula("log(w) ~ x^3 * region + good:region + part | year + year^place")
    let frame = try ModelFrame(formula, table)
    let mixed = try ModelFrame(formula, Table(table.columns.map { $0.selecting(order) }))
    #expect(mixed.names == frame.names)
    #expect(mixed.effects.map(\.levels) == frame.effects.map(\.levels))
    for (place, row) in mixed.rows.enumerated() {
      let other = try #require(frame.rows.firstIndex(of: order[row]))
      #expect(mixed.response[place] == frame.response[other])
      for column in 0..<frame.matrix.columns {
        #expect(mixed.matrix[place, column] == frame.matrix[other, column])
      }
    }
  }

  // MARK: Clusters

  @Test func `a cluster is a column or a cross on the same rows`() throws {
    let table = Table(
      y, .number("x", [1, nil, 3, 4]), region, .text("a^b", ["p", "q", "r", "s"]))
    let frame = try ModelFrame(Formula("y ~ x"), table)
    #expect(try frame.factor("region", in: table) == Factor("region", ["EU", "EU", "ASEAN"]))
    let cross = try frame.factor("region^y", in: table)
    #expect(cross.name == "region^y")
    #expect(cross.levels == ["ASEAN^4", "EU^1", "EU^3"])
    #expect(try frame.factor("a^b", in: table).levels == ["p", "r", "s"])
  }

  @Test func `a cluster that is not there or has a missing level is an error`() throws {
    let table = Table(y, .text("pair", ["a", nil, "b", "b"]))
    let frame = try ModelFrame(Formula("y ~ 1"), table)
    #expect(
      throws: RegressionError.table(.missingValue(at: Place(file: nil, line: 2, column: "pair")))
    ) {
      try frame.factor("pair", in: table)
    }
    for name in ["pear", "pair^pear", "^", ""] {
      #expect(throws: RegressionError.self) { try frame.factor(name, in: table) }
    }
  }

  // MARK: Size

  private func wide(_ levels: Int, rows: Int) -> Table {
    Table(
      .number("y", (0..<rows).map { Double($0 % 7) }),
      .number("x", (0..<rows).map { Double($0 % 11) }),
      .text("pair", (0..<rows).map { "p\($0 % levels)" }))
  }

  @Test func `takes 1 000 dummies of 3 000 rows`() throws {
    let frame = try ModelFrame(Formula("y ~ pair + pair:x"), wide(1000, rows: 3000))
    #expect(frame.matrix.columns == 2000)
    let ones = frame.matrix.elements[..<(1000 * 3000)].reduce(0, +)
    let numbers = frame.matrix.elements[(1000 * 3000)...].reduce(0, +)
    // A row has a 1 for the intercept, one for its pair unless that is the base, and its x.
    #expect(ones == 3000 + 2997)
    #expect(numbers == (0..<3000).reduce(0.0) { $0 + Double($1 % 11) })
  }

  @Test func `more than 10 000 dummies are an error that suggests absorbing`() throws {
    let table = wide(10_002, rows: 10_002)
    let error = #expect(throws: RegressionError.self) {
      try ModelFrame(Formula("y ~ x + pair"), table)
    }
    #expect(error == .tooManyDummies("pair", columns: 10_001, rows: 10_002))
    #expect(error?.description.contains("writing it after '|'") == true)
    #expect(throws: RegressionError.self) {
      try ModelFrame(Formula("y ~ pair:dummy(x):dummy(y)"), table)
    }
    #expect(throws: RegressionError.self) {
      try ModelFrame(Formula("y ~ dummy(x) + pair"), wide(2000, rows: 60_000))
    }
  }

  @Test func `refuses a product of more columns than memory holds before it names them`() throws {
    let words = (0..<100_000).map { "w\($0)" }
    let table = Table(
      .number("y", words.indices.map { Double($0) }), .text("a", words), .text("b", words))
    #expect(
      throws: RegressionError.tooManyDummies("a:b", columns: 10_000_000_000, rows: 100_000)
    ) { try ModelFrame(Formula("y ~ a:b"), table) }
  }

  @Test func `absorbs 10 000 levels`() throws {
    let frame = try ModelFrame(Formula("y ~ x | pair + pair^x"), wide(10_000, rows: 30_000))
    #expect(frame.names == ["x"])
    #expect(frame.effects.map(\.levels.count) == [10_000, 30_000])
  }
}
