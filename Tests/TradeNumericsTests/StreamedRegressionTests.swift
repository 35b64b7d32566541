import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct StreamedRegressionTests {
  /// 120 rows of numbers and words; some values are missing, and regions and groups begin one after
  /// the other, so that levels turn up late and some never meet.
  private static func flows(seed: Int) throws -> Table {
    var random = SeededGenerator(seed: seed)
    var text = "x,z,w,region,group,k,cluster,y\n"
    for row in 0..<120 {
      let x = 10 + Double.random(in: -3...3, using: &random)
      let z = Double.random(in: 0...1, using: &random)
      let region = ["EU", "AFTA", "NA", "EAEU"][
        min(Int.random(in: 0...(1 + row / 30), using: &random), 3)]
      let group = Bool.random(using: &random) && row > 20 ? "late" : row < 60 ? "early" : "middle"
      let y = 3 + 2 * x - z + Double.random(in: -1...1, using: &random)
      let cells = [
        row % 17 == 3 ? ".." : "\(x)", row % 23 == 5 ? "" : "\(z)", "\(row + 1)",
        row == 77 ? "n/a" : region, group, "\(1 + Int.random(in: 0...2, using: &random))",
        "c\(row / 9)", "\(y)",
      ]
      text += cells.joined(separator: ",") + "\n"
    }
    return try CSVReader(file: "flows.csv").read(Array(text.utf8))
  }

  /// The rows in tables of random size, from one row on.
  private static func tables(_ table: Table, seed: Int, upTo size: Int = 40) -> [Table] {
    var random = SeededGenerator(seed: seed)
    var tables: [Table] = []
    var start = 0
    while start < table.rowCount {
      let end = start + Int.random(in: 1...size, using: &random)
      tables.append(table.filtered { (start..<end).contains($0) })
      start = end
    }
    return tables
  }

  private static func streamed(
    _ formula: String, _ tables: [Table]
  ) throws -> StreamedRegression.Fit {
    var regression = try StreamedRegression(Formula(formula))
    for table in tables { try regression.add(table) }
    return try regression.fit()
  }

  /// Equal to so many digits of the number itself, or of another size where the number is near zero.
  private static func expectEqual(
    _ a: [Double?], _ b: [Double?], tolerance: Double = 1e-13, _ comment: Comment
  ) {
    #expect(a.count == b.count)
    for (a, b) in zip(a, b) {
      #expect((a == nil) == (b == nil), comment)
      guard let a, let b else { continue }
      #expect(abs(a - b) <= tolerance * abs(b), "\(comment): \(a), not \(b)")
    }
  }

  // MARK: As in memory

  @Test(
    arguments: [
      "y ~ x + z", "y ~ 0 + x + z", "log(w) ~ 1", "y ~ x + region", "y ~ 0 + region + x",
      "y ~ x * region", "y ~ x:region", "y ~ region + x:region + z:region",
      "y ~ region * group + x", "y ~ dummy(k, base = \"3\") + dummy(region, base = \"NA\")",
      "y ~ x + x^2 + x^3 + x:z^2 + region:x^2", "y ~ lag(x, 3) + diff(z) + lag(diff(log(w)), 2)",
      "diff(y) ~ lag(y, 1) + region", "y ~ x + offset(z)", "y ~ x + I(2 * x - 3) + z + I(z - z)",
      "y ~ x + I(x * 1e-140) + I(z * 1e140)",
    ], [1, 2])
  func `equals the fit in memory`(formula: String, seed: Int) throws {
    let table = try Self.flows(seed: seed)
    let memory = try Regression(formula).fit(table)
    for size in [4, 40, 200] {
      let fit = try Self.streamed(formula, Self.tables(table, seed: seed, upTo: size))
      #expect(fit.formula == memory.formula)
      #expect(fit.coefficients.map(\.name) == memory.coefficients.map(\.name))
      #expect(fit.count == memory.count)
      #expect(fit.missing == memory.missing)
      #expect(fit.kept == memory.kept)
      #expect(fit.dropped.map(\.column) == memory.dropped.map(\.column))
      #expect(fit.notes == memory.notes)
      // An estimate, which depends on the order of columns of equal length.
      #expect((0.25...4).contains(fit.conditionNumber / memory.conditionNumber))
      Self.expectEqual(
        fit.coefficients.map(\.estimate), memory.coefficients.map(\.estimate), "estimate")
      Self.expectEqual(
        fit.coefficients.map(\.standardError), memory.coefficients.map(\.standardError), "error")
      Self.expectEqual(
        [
          fit.residualSumOfSquares, fit.totalSumOfSquares, fit.residualStandardError,
          fit.fTest?.statistic, fit.logLikelihood, fit.aic, fit.bic,
        ],
        [
          memory.residualSumOfSquares, memory.totalSumOfSquares, memory.residualStandardError,
          memory.fTest?.statistic, memory.logLikelihood, memory.aic,
          memory.bic,
        ], tolerance: 1e-12, "statistics")
      #expect(
        fit.rSquared?.isClose(to: memory.rSquared ?? 9, tolerance: 1e-13)
          ?? (memory.rSquared == nil))
    }
  }

  @Test(arguments: [1, 5, 21]) func `a polynomial of degree 10 keeps every digit`(
    size: Int
  ) throws {
    // By hand: y = 1 + x + x² + … + x¹⁰, whole numbers below 2⁵³.
    let x = (12...32).map(Double.init)
    let y = x.map { x in (0..<10).reduce(1.0) { sum, _ in sum * x + 1 } }
    let rows = Table(.number("x", x), .number("y", y))
    let powers = (2...10).map { " + x^\($0)" }.joined()
    let tables = stride(from: 0, to: 21, by: size).map { start in
      rows.filtered { (start..<start + size).contains($0) }
    }
    let fit = try Self.streamed("y ~ x\(powers)", tables)
    #expect(fit.conditionNumber > 1e10)
    for coefficient in fit.coefficients {
      #expect(coefficient.estimate.isClose(to: 1, tolerance: 1e-15), "\(coefficient)")
    }
  }

  @Test func `knows a response that does not vary and a fit that is exact`() throws {
    let table = try Self.flows(seed: 4)
    for formula in ["I(x - x + 2) ~ z", "I(2 * w - 7) ~ w", "w ~ 0 + w"] {
      let memory = try Regression(formula).fit(table)
      let fit = try Self.streamed(formula, Self.tables(table, seed: 4))
      #expect(fit.residualSumOfSquares == 0)
      #expect(fit.rSquared == memory.rSquared)
      #expect(fit.fTest == nil)
      #expect(fit.notes == memory.notes)
    }
  }

  @Test func `has the condition number of a tall matrix`() throws {
    var random = SeededGenerator(seed: 5)
    let n = 23_000
    func draw() -> [Double] { (0..<n).map { _ in Double.random(in: 0...1, using: &random) } }
    let table = Table(.number("x", draw()), .number("z", draw()), .number("y", draw()))
    for formula in ["y ~ x + z", "y ~ x + x^2 + x^3 + z"] {
      let memory = try Regression(formula).fit(table)
      let fit = try Self.streamed(formula, [table])
      #expect(fit.conditionNumber.isClose(to: memory.conditionNumber, tolerance: 1e-6))
    }
  }

  @Test func `keeps columns whose size changes from table to table`() throws {
    // By hand: y = 3 + 2 x at 1e-300, 0 and 1e140, which no product of doubles can hold.
    let x = [1e-300, 2e-300, 0, 1, 1e140, 3e140]
    let tables = x.map { x in Table(.number("x", [x]), .number("y", [3 + 2 * x])) }
    for tables in [tables, tables.reversed()] {
      let fit = try Self.streamed("y ~ x", tables)
      #expect(fit.coefficients[1].estimate.isClose(to: 2, tolerance: 1e-13))
    }
  }

  @Test func `reads a file block by block`() throws {
    let path = try #require(Self.cars)
    let formula = "dist ~ speed + speed^2"
    let memory = try Regression(formula).fit(try CSVReader.read(path))
    for size in [50, 97, 1 << 20] {
      let fit = try Regression(formula).fit(TableStream(path, blockSize: size))
      Self.expectEqual(
        fit.coefficients.map(\.estimate), memory.coefficients.map(\.estimate), "blocks of \(size)")
    }
    #expect(
      throws: RegressionError.table(
        .cannotRead("absent.csv", reason: "no such file or directory"))
    ) {
      do throws(TableError) {
        _ = try TableStream("absent.csv")
      } catch { throw RegressionError.table(error) }
    }
  }

  /// Tests/Oracles/cars.csv.
  private static var cars: String? {
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Oracles/cars.csv"
  }

  // MARK: Errors

  private static func table(_ text: String, line: Int = 1) throws -> Table {
    let table = try CSVReader(file: "flows.csv").read(Array(text.utf8))
    let lines = table.origin?.lines.map { $0 + line - 1 } ?? []
    return Table(table.columns, origin: Table.Origin(file: "flows.csv", lines: lines))
  }

  private static func at(_ line: Int, _ column: String) -> Place {
    Place(file: "flows.csv", line: line, column: column)
  }

  @Test(arguments: [
    ("y ~ poly(x, 2)", RegressionError.needsAllRows("poly(x, 2)")),
    ("y ~ x | origin", .absorbed("origin")),
  ]) func `refuses what needs all rows at once`(formula: String, error: RegressionError) {
    #expect(throws: error) { try StreamedRegression(Formula(formula)) }
    #expect("\(error)".contains(formula.contains("|") ? "origin" : "poly(x, 2)"))
  }

  @Test func `a column of words with a number in a later table is the fault that it is in memory`()
    throws
  {
    let error = RegressionError.table(.notANumber("EU", at: Self.at(2, "r")))
    let first = "y,r\n1,EU\n2,EFTA\n"
    #expect(throws: error) {
      try Self.streamed("y ~ r", [Self.table(first), Self.table("y,r\n3,7\n", line: 3)])
    }
    #expect(throws: error) { try Regression("y ~ r").fit(Self.table(first + "3,7\n")) }
    #expect(throws: RegressionError.table(.notANumber("EU", at: Self.at(5, "r")))) {
      try Self.streamed(
        "y ~ r", [Self.table("y,r\n3,7\n4,8\n"), Self.table(first, line: 4)])
    }
  }

  @Test func `NA is a level among words of other tables, if they came before`() throws {
    let words = try Self.table("y,r\n1,EU\n2,EU\n5,EFTA\n")
    let marks = try Self.table("y,r\n3,NA\n4,NA\n", line: 4)
    let fit = try Self.streamed("y ~ r", [words, marks])
    #expect(fit.coefficients.map(\.name) == ["(intercept)", "r[EU]", "r[NA]"])
    #expect(fit.count == 5)
    #expect(throws: RegressionError.lateWord("EU", at: Self.at(2, "r"))) {
      try Self.streamed("y ~ r", [marks, words])
    }
    #expect(throws: RegressionError.lateWord("EU", at: Self.at(2, "r"))) {
      try Self.streamed("y ~ dummy(r)", [marks, words])
    }
  }

  @Test func `names what is missing at the end`() throws {
    let one = try Self.table("y,x,r\n1,2,EU\n2,5,EU\n4,5,EU\n")
    let empty = try Self.table("y,x,r\n,2,EU\n2,,EU\n")
    #expect(throws: RegressionError.noCompleteRow(count: 4)) {
      try Self.streamed("y ~ x", [empty, empty])
    }
    #expect(throws: RegressionError.noCompleteRow(count: 0)) { try Self.streamed("y ~ x", []) }
    #expect(throws: RegressionError.oneLevel("EU", column: "r")) {
      try Self.streamed("y ~ r", [one, one])
    }
    #expect(
      throws: RegressionError.noSuchLevel("EFTA", column: "r", available: ["EU"])
    ) { try Self.streamed("y ~ dummy(r, base = \"EFTA\")", [one]) }
    #expect(throws: RegressionError.repeatedColumn("r[EU]")) {
      try Self.streamed("y ~ r + dummy(r)", [one])
    }
    #expect(
      throws: RegressionError.table(
        .noSuchColumn("q", available: ["y", "x", "r"], file: "flows.csv"))
    ) { try Self.streamed("y ~ q", [one]) }
  }

  @Test func `names the line of a number that is undefined`() throws {
    let tables = [
      try Self.table("y,x\n1,2\n2,3\n"), try Self.table("y,x\n1,4\n2,0\n", line: 3),
    ]
    #expect(throws: RegressionError.undefined("log(x)", of: 0, at: Self.at(5, "x"))) {
      try Self.streamed("y ~ log(x)", tables)
    }
    // The row above stands in the table before.
    #expect(
      throws: RegressionError.undefined(
        "log(lag(x, 1))", of: 0, at: Place(file: "flows.csv", line: 6))
    ) {
      try Self.streamed(
        "y ~ log(lag(x, 1))", tables + [Self.table("y,x\n3,1\n", line: 5)])
    }
  }

  @Test func `takes 512 columns and no more`() throws {
    func table(levels: Range<Int>) throws -> Table {
      try Self.table("y,r\n" + levels.map { "\($0 % 7),w\($0)\n" }.joined())
    }
    let error = RegressionError.tooManyColumns(limit: 512)
    #expect(throws: error) { try Self.streamed("y ~ r", [table(levels: 0..<512)]) }
    #expect(throws: error) {
      try Self.streamed("y ~ r", [table(levels: 0..<300), table(levels: 300..<512)])
    }
    var regression = try StreamedRegression(Formula("y ~ r"))
    for start in [0, 250] { try regression.add(table(levels: start..<start + 260)) }
    #expect("\(error)".contains("512 columns"))
  }
}
