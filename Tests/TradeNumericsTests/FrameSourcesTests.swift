import Testing
import TradeNumerics
import TradeTables

/// What a formula cannot make of a table, and how it says so.
@Suite struct FrameSourcesTests: FrameSetup {
  @Test func `suggests the column that was meant`() throws {
    let error = try error("y ~ regoin", y, region)
    #expect(error == .table(.noSuchColumn("regoin", available: ["y", "region"], file: nil)))
    #expect(error?.description.contains("did you mean 'region'?") == true)
    for formula in [
      "z ~ y", "y ~ dummy(z)", "y ~ poly(z, 2)", "y ~ offset(z)", "y ~ 1 | z", "y ~ y:lag(z)",
      "y ~ 1 | region^z",
    ] {
      #expect(
        try self.error(formula, y, region)
          == .table(.noSuchColumn("z", available: ["y", "region"], file: nil)))
    }
  }

  @Test(arguments: [
    "region ~ y", "y ~ log(region)", "y ~ poly(region, 2)", "y ~ offset(region)", "y ~ region^2",
  ])
  func `words where a number belongs are named with their place`(formula: String) throws {
    #expect(
      try error(formula, y, region)
        == .table(.notANumber("EU", at: Place(file: nil, line: 1, column: "region"))))
  }

  @Test func `a word among numbers is a fault, no factor`() throws {
    let codes = Column.text("code", ["27", "TOTAL", "2709", "71"])
    #expect(
      try error("y ~ code", y, codes)
        == .table(.notANumber("TOTAL", at: Place(file: nil, line: 2, column: "code"))))
    #expect(
      try frame("y ~ dummy(code)", y, codes).names
        == ["(intercept)", "code[2709]", "code[71]", "code[TOTAL]"])
  }

  @Test func `names the row and line of a logarithm that does not exist`() throws {
    let table = Table(
      [.number("y", [1, 2, 3]), .number("x", [5, -1, 2]), .number("z", [3, 2, 2])],
      origin: .init(file: "trade.csv", lines: [2, 5, 9]))
    func fault(_ formula: String) throws -> RegressionError? {
      let formula = try Formula(formula)
      return #expect(throws: RegressionError.self) { try ModelFrame(formula, table) }
    }
    #expect(
      try fault("y ~ log(x + 1)")
        == .undefined("log(x + 1)", of: -1, at: Place(file: "trade.csv", line: 5, column: "x")))
    #expect(
      try fault("y ~ log(x - z)")
        == .undefined("log(x - z)", of: -3, at: Place(file: "trade.csv", line: 5)))
    #expect(
      try fault("y ~ I(x / (z - 2))")
        == .undefined("I(x / (z - 2))", of: 0, at: Place(file: "trade.csv", line: 5)))
    #expect(
      try fault("y ~ I(z + log(x))")
        == .undefined("log(x)", of: -1, at: Place(file: "trade.csv", line: 5, column: "x")))
    #expect(
      try fault("y ~ lag(sqrt(x), 1)")
        == .undefined("sqrt(x)", of: -1, at: Place(file: "trade.csv", line: 5, column: "x")))
    #expect(
      try fault("diff(log(x)) ~ y")
        == .undefined("log(x)", of: -1, at: Place(file: "trade.csv", line: 5, column: "x")))
    #expect(
      try fault("y ~ poly(log(x), 1)")
        == .undefined("log(x)", of: -1, at: Place(file: "trade.csv", line: 5, column: "x")))
    #expect(
      try fault("y ~ z + offset(log(x))")?.description
        == "trade.csv, line 5, column 'x': log(x) is no number up to 1e150 for -1")
  }

  @Test func `what is undefined inside stays undefined outside`() throws {
    // Without care exp(log(0)) were 0, and 1 / log(0) too.
    let zero = Column.number("x", [0, 3, 5, 7])
    for formula in ["y ~ exp(log(x))", "y ~ I(1 / log(x))", "y ~ I(0 * log(x))"] {
      #expect(
        try error(formula, y, zero)
          == .undefined(
            String(formula.dropFirst(4)), of: 0, at: Place(file: nil, line: 1, column: "x")))
    }
  }

  @Test func `a base that is no level is an error`() throws {
    let error = try error("y ~ dummy(region, base = \"CSI\")", y, region)
    #expect(error == .noSuchLevel("CSI", column: "region", available: ["ASEAN", "CIS", "EU"]))
    #expect(
      error?.description
        == "the column 'region' has no level 'CSI' in the rows that are used (did you mean 'CIS'?); "
        + "the levels are ASEAN, CIS, EU")
  }

  @Test func `a factor with one level is an error where it leaves no column`() throws {
    let same = Column.text("unit", ["USD", "USD", "USD", "USD"])
    let error = try error("y ~ unit", y, same)
    #expect(error == .oneLevel("USD", column: "unit"))
    #expect(
      error?.description
        == "the column 'unit' is 'USD' in every row that is used; as a factor it explains nothing: "
        + "leave it out")
    #expect(try frame("y ~ 0 + unit", y, same).names == ["unit[USD]"])
    #expect(try frame("y ~ 1 | unit", y, same).effects[0].levels == ["USD"])
  }

  @Test func `two terms may not make one column`() throws {
    #expect(try error("y ~ region + dummy(region)", y, region) == .repeatedColumn("region[CIS]"))
    #expect(
      try error("y ~ dummy(region) + dummy(region, base = \"EU\")", y, region)
        == .repeatedColumn("region[CIS]"))
  }

  @Test func `polynomials need more values than their degree`() throws {
    let few = Column.number("x", [1, 2, 2, 1])
    #expect(try frame("y ~ poly(x, 1)", y, few).names == ["(intercept)", "poly(x, 1)"])
    let error = try error("y ~ poly(x, 2)", y, few)
    #expect(error == .tooFewValues("poly(x, 2)", needed: 3))
    #expect(
      error?.description == "poly(x, 2) needs 3 different numbers in the rows that are used")
    #expect(
      try self.error("y ~ poly(x, 1)", y, .number("x", [3, 3, 3, 3]))
        == .tooFewValues("poly(x, 1)", needed: 2))
  }

  @Test func `a product beyond 1e150 is named`() throws {
    let large = Column.number("x", [1, 1e100, 1, 1])
    let error = try error("y ~ x:z", y, large, .number("z", [1, 1e60, 2, 3]))
    #expect(error == .productTooLarge("x:z", at: Place(file: nil, line: 2)))
    #expect(error?.description == "row 2: x:z is no number up to 1e150")
  }

  @Test func `a power that vanishes is named, a single small one is zero`() throws {
    let tiny = Column.number("x", [1e-200, 2e-200, nil, 1e-201])
    let error = try error("y ~ x^2", y, tiny)
    #expect(error == .tooSmall("x^2", of: 2e-200, at: Place(file: nil, line: 2)))
    #expect(
      error?.description == "row 2: x^2 is too small for a number for 2e-200, the largest of its "
        + "column; choose a larger unit")
    #expect(
      try frame("y ~ x^2", y, .number("x", [1e-200, 2, 3, 4])).matrix.column(1) == [0, 4, 9, 16])
    #expect(try frame("y ~ x^2", y, .number("x", [0, 0, 0, 0])).matrix.column(1) == [0, 0, 0, 0])
  }
}
