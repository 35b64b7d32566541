import Testing
import TradeTables

@Suite struct TableErrorTests {
  private static let place = Place(file: "trade.csv", line: 7, column: "value")

  @Test(arguments: [
    (place, "trade.csv, line 7, column 'value'"),
    (Place(file: "trade.csv", line: 7), "trade.csv, line 7"),
    (Place(file: nil, line: 7), "row 7"),
    (Place(file: nil, line: 7, column: "value"), "row 7, column 'value'"),
  ]) func `a place is file, line and column`(place: Place, text: String) {
    #expect(place.description == text)
  }

  @Test(arguments: [
    (
      TableError.cannotRead("a.csv", reason: "no such file or directory"),
      "cannot read 'a.csv': no such file or directory"
    ),
    (
      .cannotWrite("a.csv", reason: "no space left on device"),
      "cannot write 'a.csv': no space left on device"
    ),
    (.emptyFile("a.csv"), "a.csv is empty; a CSV file with a header line is expected"),
    (.noRows("a.csv"), "a.csv has a header line and no rows below it"),
    (
      .binary("a.csv", line: 3),
      "a.csv, line 3: a NUL byte; this is no text file (a spreadsheet? save it as CSV UTF-8)"
    ),
    (
      .utf16("a.csv"),
      "a.csv, line 1: the text is UTF-16; save it as CSV UTF-8, or: iconv -f utf-16 -t utf-8"
    ),
    (
      .notUTF8(at: Place(file: "a.csv", line: 3)),
      "a.csv, line 3: a character is not UTF-8; if the file is Latin-1: iconv -f latin1 -t utf-8"
    ),
    (
      .lineTooLong(at: Place(file: "a.csv", line: 3), limit: 1_048_576),
      "a.csv, line 3: the line is longer than 1048576 bytes; is this a CSV file?"
    ),
    (
      .unclosedQuote(at: Place(file: "a.csv", line: 3)),
      "a.csv, line 3: a quoted field begins here and is never closed"
    ),
    (
      .textAfterQuote(at: Place(file: "a.csv", line: 3)),
      "a.csv, line 3: text follows a closing quote; a quote inside a field is written twice"
    ),
    (
      .ragged(at: Place(file: "a.csv", line: 3), fields: 4, expected: 3),
      "a.csv, line 3: 4 fields where the header has 3"
    ),
    (
      .ragged(at: Place(file: "a.csv", line: 3), fields: 1, expected: 3),
      "a.csv, line 3: 1 field where the header has 3"
    ),
    (
      .repeatedColumn("value", file: "a.csv"),
      "a.csv, line 1: the column 'value' appears twice; give each a name of its own"
    ),
    (
      .noSuchColumn("turnver", available: ["year", "turnover"], file: "a.csv"),
      "a.csv, line 1: there is no column 'turnver' (did you mean 'turnover'?)"
        + "; the columns are year, turnover"
    ),
    (
      .noSuchColumn("gdp", available: ["year", "turnover"], file: nil),
      "there is no column 'gdp'; the columns are year, turnover"
    ),
    (.missingValue(at: place), "trade.csv, line 7, column 'value': the value is missing"),
  ]) func `says what, where, and what would help`(error: TableError, text: String) {
    #expect(error.description == text)
  }

  private static let empty = "; leave the cell empty where there is no value"
  private static let grouping = "; write it without grouping"
  private static let point = "; write a decimal point and no grouping"
  private static let bound =
    "; write the number alone and 'moreThan', 'lessThan' or 'about' in a column 'qualifier'"

  @Test(arguments: [
    ("nan", empty), ("inf", empty), ("-inf", empty), ("five", empty), ("-", empty),
    ("0x10", empty), ("1e999", " that fits; the largest is 1.8e308"),
    ("-1e999", " that fits; the largest is 1.8e308"), ("1,234", point), ("542,7", point),
    ("1 234", grouping), ("1\u{A0}234.5", grouping), (">500", bound), ("<5", bound),
    ("~600", bound), ("> 500", bound), (">1,234", bound),
  ]) func `a text that is no number has the hint that helps`(text: String, hint: String) {
    #expect(
      TableError.notANumber(text, at: Self.place).description
        == "trade.csv, line 7, column 'value': '\(text)' is not a number\(hint)")
  }

  @Test func `words are no grouped number`() {
    let error = TableError.notANumber("not published", at: Self.place)
    #expect(!error.description.contains("grouping"), "\(error)")
  }

  @Test func `a long text is cut in a message`() {
    let text = String(repeating: "x", count: 1000)
    let error = TableError.notANumber(text, at: Self.place)
    #expect(error.description.count < 200)
  }
}
