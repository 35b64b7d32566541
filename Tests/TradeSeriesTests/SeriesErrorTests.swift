import Testing
import TradeSeries
import TradeTables

@Suite struct SeriesErrorTests {
  private static let place = Place(file: "trade.csv", line: 7, column: "year")

  private static let texts: [(error: SeriesError, text: String)] = [
    (
      SeriesError.table(.missingValue(at: place)),
      "trade.csv, line 7, column 'year': the value is missing"
    ),
    (.empty("turnover"), "turnover has no value in the chosen periods"),
    (
      .notAPeriod("2019-13", at: place, isCounter: false),
      "trade.csv, line 7, column 'year': '2019-13' is not a period; "
        + "periods are written 2019, 2025-Q1, 2018-03 or 2023-01/2023-05"
    ),
    (
      .notAPeriod("12", at: place, isCounter: true),
      "trade.csv, line 7, column 'year': '12' is not a period; "
        + "periods are written 2019, 2025-Q1, 2018-03 or 2023-01/2023-05"
        + "; for a plain counter add --season 1, 4 or 12"
    ),
    (
      .repeatedPeriod("2019", at: place),
      "trade.csv, line 7, column 'year': the period 2019 appears a second time; "
        + "if the rows belong to several series, name the columns that tell them apart: --by COLUMN"
    ),
    (
      .backwards("2018", after: "2019", at: place),
      "trade.csv, line 7, column 'year': the period 2018 comes after 2019; sort the rows by time"
    ),
    (
      .mixedPeriods("2019-Q1", expected: "2018", at: place),
      "trade.csv, line 7, column 'year': the period 2019-Q1 stands among periods like 2018; "
        + "use one kind"
    ),
    (
      .tooLong("turnover", count: 900_000, limit: 100_000),
      "turnover would span 900000 periods, gaps included; the limit is 100000"
    ),
    (
      .tooLarge(1e151, at: place),
      "trade.csv, line 7, column 'year': 1e+151 is beyond 1e150; is the unit right?"
    ),
    (
      .unknownQualifier("moreThn", at: place),
      "trade.csv, line 7, column 'year': 'moreThn' is not a qualifier (did you mean 'moreThan'?); "
        + "the qualifiers are exact, moreThan, lessThan, about, estimated, preliminary, mirror, "
        + "between, or one of > < ~"
    ),
    (
      .reversedBounds(800, 500, at: place),
      "trade.csv, line 7, column 'year': the upper bound 500 is below the value 800"
    ),
    (
      .singlePart("turnover"),
      "a total needs at least two groups, and there is only turnover; "
        + "name the column that tells groups apart: --by COLUMN"
    ),
    (
      .mixedKinds("grain", "2010", "zinc", "2010-01"),
      "grain has periods like 2010 and zinc like 2010-01, which do not add up"
    ),
    (
      .missingPeriod("2020", series: "turnover", available: "1995 to 2024"),
      "turnover has no figure for 2020; it has 1995 to 2024"
    ),
    (
      .baseIsBound("2018"),
      "the figure of 2018 is a bound, which an index cannot stand on; choose another base"
    ),
    (.tooShort(method: "drift", count: 2, needed: 3), "drift needs 3 values and the series has 2"),
    (
      .notPositive(method: "log-trend", value: -0.5),
      "log-trend needs values above zero and the series has -0.5"
    ),
    (
      .noColumn(role: "time", option: "--time", available: ["a", "b"], file: "trade.csv"),
      "trade.csv, line 1: no column is plainly the time; name it: --time COLUMN; "
        + "the columns are a, b"
    ),
    (
      .noColumn(role: "value", option: "--value", available: ["a", "b"], file: nil),
      "no column is plainly the value; name it: --value COLUMN; the columns are a, b"
    ),
    (
      .repeatedTotal("World"),
      "'World' is a total among its parts more than once; the sums would double"
    ),
    (
      .noSelection(reporter: "KAZ", partner: "BRA", flow: "export"),
      "no published export of KAZ with BRA"
    ),
    (.unit("USD million", to: "tonnes"), "USD million cannot be converted to tonnes"),
  ]

  @Test(arguments: texts)
  func `says what is wrong, where, and what would help`(error: SeriesError, text: String) {
    #expect(error.description == text)
  }

  @Test func `a text of any length is cut in a message`() {
    let long = String(repeating: "x", count: 10_000)
    let error = SeriesError.notAPeriod(long, at: Self.place, isCounter: false)
    #expect(error.description.count < 250)
  }

  @Test func `errors with other values are other errors`() {
    #expect(SeriesError.empty("a") != .empty("b"))
    #expect(SeriesError.empty("a") == .empty("a"))
  }
}
