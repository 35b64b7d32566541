import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct FrameEncodingTests {
  @Test(arguments: ModelFrameTests.Case.all)
  func `encodes the rows it was learned from as they are`(
    reference: ModelFrameTests.Case
  ) throws {
    let table = try PredictionsTests.table("model_matrix_data")
    let frame = try ModelFrame(Formula(reference.formula), table)
    let rows = try frame.encoding.encode(table)
    // A response that is missing is no matter here.
    let places = frame.rows.compactMap { rows.rows.firstIndex(of: $0) }
    #expect(places.count == frame.rows.count)
    #expect(frame.encoding.names == frame.names)
    for column in frame.names.indices {
      let (learned, encoded) = (frame.matrix.column(column), rows.matrix.column(column))
      let size = learned.reduce(0) { max($0, abs($1)) }
      for (index, place) in places.enumerated() {
        #expect(abs(encoded[place] - learned[index]) <= 4e-15 * size, "\(frame.names[column])")
      }
    }
  }

  @Test func `one row gives the columns of all levels`() throws {
    let table = try PredictionsTests.table("model_matrix_data")
    let frame = try ModelFrame(Formula("y ~ dummy(region, base = \"EU\") + poly(x, 2)"), table)
    let rows = try frame.encoding.encode(
      Table(.text("region", ["CIS"]), .number("x", [1])))
    #expect(rows.matrix.columns == frame.names.count)
    #expect((0..<3).map { rows.matrix[0, $0] } == [1, 0, 1])
  }

  @Test func `names row, column and level of a level that is new`() throws {
    let table = try PredictionsTests.table("model_matrix_data")
    let encoding = try ModelFrame(Formula("y ~ region"), table).encoding
    let new = Table(
      [.text("region", ["EU", "EUU"])], origin: .init(file: "new.csv", lines: [2, 3]))
    let error = #expect(throws: RegressionError.self) { try encoding.encode(new) }
    #expect(
      error?.description
        == "new.csv, line 3, column 'region': 'EUU' is no level of the rows that were fitted "
        + "(did you mean 'EU'?); the levels are ASEAN, CIS, EU")
  }

  @Test func `a column that is not there is named, and the response need not be`() throws {
    let table = try PredictionsTests.table("model_matrix_data")
    let encoding = try ModelFrame(Formula("y ~ x + region"), table).encoding
    #expect(encoding.columns == ["x", "region"])
    #expect(
      throws: RegressionError.table(.noSuchColumn("region", available: ["x"], file: nil))
    ) { try encoding.encode(Table(.number("x", [1]))) }
  }

  @Test func `a level may be spelt as another file spells numbers`() throws {
    let table = Table(.number("y", [1, 2, 3]), .number("year", [2017, 2018, 2019]))
    let encoding = try ModelFrame(Formula("y ~ dummy(year)"), table).encoding
    let rows = try encoding.encode(Table(.text("year", ["2018.0", "2019", "NA", "2.017e3"])))
    #expect(rows.rows == [0, 1, 3])
    #expect(rows.matrix.column(1) == [1, 0, 0])
    #expect(rows.matrix.column(2) == [0, 1, 0])
  }

  @Test func `NA is the level that it was, and missing where it was none`() throws {
    let y = Column.number("y", [1, 2, 3, 4])
    let countries = Table(y, .text("c", ["NA", "KZ", "VN", "NA"]))
    let namibia = try ModelFrame(Formula("y ~ c"), countries).encoding
    #expect(try namibia.encode(Table(.text("c", ["NA"]))).matrix.column(1) == [1])
    let regions = Table(y, .text("c", ["EU", "KZ", "VN", "EU"]))
    let none = try ModelFrame(Formula("y ~ c"), regions).encoding
    #expect(try none.encode(Table(.text("c", ["NA", "EU"]))).rows == [1])
  }

  @Test func `a number that does not exist is named as in the fit`() throws {
    let table = Table(.number("y", [1, 2, 3]), .number("x", [1, 2, 5]))
    let encoding = try ModelFrame(Formula("y ~ log(x)"), table).encoding
    #expect(
      throws: RegressionError.undefined(
        "log(x)", of: -1, at: Place(file: nil, line: 2, column: "x"))
    ) { try encoding.encode(Table(.number("x", [1, -1]))) }
    let poly = try ModelFrame(Formula("y ~ poly(x, 2)"), table).encoding
    #expect(
      throws: RegressionError.undefined("poly(x, 2)", of: 1e140, at: Place(file: nil, line: 1))
    ) {
      try poly.encode(Table(.number("x", [1e140])))
    }
  }

  @Test func `an effect's new level is no error`() throws {
    let table = Table(
      .number("y", [1, 2, 3]), .text("a", ["p", "q", "p"]), .number("t", [1, 1, 2]))
    let encoding = try ModelFrame(Formula("y ~ 1 | a^t"), table).encoding
    let rows = try encoding.encode(Table(.text("a", ["p", "q"]), .number("t", [2, 2])))
    #expect(rows.effects[0].map(\.text) == ["p^2", "q^2"])
    #expect(rows.effects[0].map(\.code) == [1, nil])
  }

  @Test func `a table without a complete row is encoded as nothing`() throws {
    let table = Table(.number("y", [1, 2, 3]), .number("x", [1, 2, 5]))
    let rows = try ModelFrame(Formula("y ~ poly(x, 2)"), table).encoding
      .encode(Table(.number("x", [nil, nil])))
    #expect(rows.rows.isEmpty && rows.count == 2)
  }
}
