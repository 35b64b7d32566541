import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

/// Files damaged in the ways of the Pollock benchmark, through totals, convert and check: read with
/// what was assumed, or refused with the place; never another sum, and never a crash.
///
/// Reference: Vitagliano, Hameed, Jiang, Reisener, Wu & Naumann, "Pollock: a data loading
/// benchmark", *Proceedings of the VLDB Endowment* 16 (2023).
@Suite struct DamagedFilesTests {
  private static let header = "period,reporter,partner,flow,code,value,unit\n"
  private static let rows = [
    "2019,KAZ,VNM,export,TOTAL,100,USD\n", "2019,KAZ,VNM,import,TOTAL,250,USD\n",
    "2020,KAZ,VNM,export,TOTAL,120,USD\n", "2020,KAZ,VNM,import,TOTAL,300,USD\n",
  ]
  private static let whole = header + rows.joined()
  private static let sums = """
    period,flow,value,quantity,rows
    2019,export,100,,1
    2019,import,250,,1
    2020,export,120,,1
    2020,import,300,,1

    """

  /// A damage that leaves the rows as they were, and what is said of it.
  struct Readable: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let said: String

    init(_ name: String, _ text: String, said: String = ": tidy table") {
      self.init(name, bytes: Array(text.utf8), said: said)
    }

    init(_ name: String, bytes: [UInt8], said: String = ": tidy table") {
      (testDescription, self.bytes, self.said) = (name, bytes, said)
    }
  }

  /// Every line with more fields.
  private static func widened(header: String, row: String) -> String {
    var text = ""
    for (line, fields) in whole.split(separator: "\n").enumerated() {
      text += fields + (line == 0 ? header : row) + "\n"
    }
    return text
  }

  private static func utf16(_ isBigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + whole).utf16.flatMap { unit in
      isBigEndian
        ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
  }

  private static let readable = [
    Readable("no damage", whole),
    Readable("semicolons", whole.replacing(",", with: ";")),
    Readable("tabs", whole.replacing(",", with: "\t")),
    Readable("bars", whole.replacing(",", with: "|")),
    Readable("two commas between fields", whole.replacing(",", with: ",,")),
    Readable("a separator named above", "sep=;\n" + whole.replacing(",", with: ";")),
    Readable(
      "quotes round everything",
      whole.split(separator: "\n").map { line in
        line.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ",") + "\n"
      }.joined()),
    Readable("blanks round fields", whole.replacing(",", with: " , ")),
    Readable(
      "lines above", "Source: Ministry\nDownloaded 2024-01-01, 10:00\n\n" + whole,
      said: "header in line 4"),
    Readable(
      "as wide a table above", "a,b,c,d,e,f,g\n1,2,3,4,5,6,7\n" + whole, said: "header in line 3"),
    Readable(
      "notes below", whole + "\nSource: Ministry\nNote: preliminary\n",
      said: "2 lines below the table left out, from line 7: Source: Ministry"),
    Readable(
      "a note below with all separators", whole + "Source: Ministry,,,,,,\n",
      said: "1 line below the table left out"),
    Readable("a byte order mark", "\u{FEFF}" + whole),
    Readable("UTF-16", bytes: utf16(false), said: "read as UTF-16"),
    Readable("UTF-16, high bytes first", bytes: utf16(true), said: "read as UTF-16"),
    Readable("empty lines", "\n\n" + whole.replacing("\n", with: "\n\n") + "\n\n"),
    Readable("lines of blanks", whole.replacing("\n2020", with: "\n   \n2020")),
    Readable("lines of separators", whole.replacing("\n2020", with: "\n,,,,,,\n2020")),
    Readable("a group name above the header", ",,,Trade,Trade,Trade,\n" + whole),
    Readable("CR", whole.replacing("\n", with: "\r")),
    Readable("CRLF", whole.replacing("\n", with: "\r\n")),
    Readable("LF CR", whole.replacing("\n", with: "\n\r")),
    Readable(
      "mixed line ends",
      header.replacing("\n", with: "\r\n") + rows[0].replacing("\n", with: "\r") + rows[1]
        + rows[2].replacing("\n", with: "\r\n") + rows[3].dropLast()),
    Readable(
      "20,000 columns",
      widened(
        header: (0..<20_000).map { ",c\($0)" }.joined(separator: ""),
        row: String(repeating: ",", count: 20_000))),
    Readable(
      "a column of a note twice",
      widened(header: ",note,note", row: ",x,y")),
    Readable(
      "its header again", header + rows[0] + rows[1] + header + rows[2] + rows[3],
      said: "header again in line 4"),
    Readable(
      "a very long field",
      whole.replacing("100,USD", with: "100,USD,").replacing("unit", with: "unit,note")
        .replacing("250,USD", with: "250,USD,\(String(repeating: "x", count: 3 << 20))")
        .replacing("120,USD", with: "120,USD,").replacing("300,USD", with: "300,USD,")),
  ]

  @Test(arguments: readable) func `what can be read is read, and the sums are right`(
    damage: Readable
  ) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("t.csv", bytes: damage.bytes)
      let outcome = Outcome.csv("totals", file, "--by", "period,flow")
      #expect(outcome.text == Self.sums, "\(outcome.problem ?? "")")
      #expect(outcome.remarks.contains { $0.contains(damage.said) }, "\(outcome.remarks)")
      #expect(corridor("check", file).isSound)
      let tidy = try folder.file("tidy.csv", corridor("convert", file).text)
      #expect(Outcome.csv("totals", tidy, "--by", "period,flow").text == Self.sums)
    }
  }

  /// A damage that leaves it open what the file says, and the words in which it is refused.
  struct Refused: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let problem: String

    init(_ name: String, _ text: String, _ problem: String) {
      (testDescription, bytes, self.problem) = (name, Array(text.utf8), problem)
    }

    init(_ name: String, bytes: [UInt8], _ problem: String) {
      (testDescription, self.bytes, self.problem) = (name, bytes, problem)
    }
  }

  private static let refused = [
    Refused("colons", whole.replacing(",", with: ":"), "line 1: no , ; tab or | between columns"),
    Refused("blanks for separators", whole.replacing(",", with: " "), "line 1: no , ; tab or |"),
    Refused(
      "single quotes",
      whole.split(separator: "\n").map { line in
        line.split(separator: ",").map { "'\($0)'" }.joined(separator: ",") + "\n"
      }.joined(), "line 2, column ''period'': ''2019'' is not a period"),
    Refused(
      "quotes set off by a backslash",
      header + "2019,\"Korea, \\\"Rep.\\\"\",VNM,export,TOTAL,100,USD\n",
      "line 2: text follows a closing quote"),
    Refused(
      "a short row", header + rows[0] + "2019,KAZ,VNM,import\n" + rows[2],
      "line 3: 4 fields where the header has 7"),
    Refused(
      "a long row", header + rows[0] + "2019,KAZ,VNM,import,TOTAL,250,USD,a,b\n",
      "line 3: 9 fields where the header has 7"),
    Refused(
      "a name with a comma and no quotes", header + "2019,Korea, Rep.,VNM,export,TOTAL,1,USD\n",
      "line 2: 8 fields where the header has 7"),
    Refused("a cut off end", header + rows[0] + "2019,KAZ,VN", "line 3: 3 fields"),
    Refused(
      "another table below", whole + "\ncountry,gdp\nKAZ,5\n",
      "line 7: 2 fields where the header has 7"),
    Refused(
      "another table as wide", whole + "\na,b,c,d,e,f,g\n1,2,3,4,5,6,7\n",
      "line 7, column 'period': 'a' is not a period"),
    Refused(
      "the same columns in another order",
      whole + "reporter,period,partner,flow,code,value,unit\nKAZ,2021,VNM,export,TOTAL,7,USD\n",
      "line 6, column 'period': 'reporter' is not a period"),
    Refused(
      "the same table twice", whole + whole, "line 2 and line 7: the same trade in two tables"),
    Refused(
      "a total below", whole + "Total,,,,,770,USD\n",
      "line 6, column 'period': 'Total' is not a period"),
    Refused(
      "a total below without a name", whole + ",,,,,770,\n",
      "line 6: a value without a period, country or commodity"),
    Refused(
      "a note between rows", header + rows[0] + "revised\n" + rows[1],
      "line 3: 'revised' stands alone in a line above rows"),
    Refused(
      "units below the header", header + ",,,,,USD million,\n" + rows[0],
      "line 2: 'USD million' stands alone in a line above rows"),
    Refused(
      "names of a second kind below the header", header + "year,iso,iso,x,hs,usd,name\n" + rows[0],
      "line 2, column 'period': 'year' is not a period"),
    Refused(
      "a column twice",
      header.replacing("value", with: "value,value") + "2019,KAZ,VNM,export,10,1,2,USD\n",
      "line 1: 'value' names two columns"),
    Refused(
      "a column twice, in capitals",
      header.replacing("value", with: "value,Value") + "2019,KAZ,VNM,export,10,1,2,USD\n",
      "line 1: 'value' names two columns"),
    Refused(
      "no header", rows.joined(), "no known form of trade statistics has the columns 2019, KAZ"),
    Refused(
      "40,000 columns", header.dropLast() + String(repeating: ",c", count: 40_000) + "\n" + rows[0],
      "line 1: 40007 columns; the limit is 32767"),
    Refused(
      "a header of megabytes", header.dropLast() + String(repeating: "x", count: 2 << 20) + "\n",
      "a record is longer than 1048576 bytes"),
    Refused(
      "a formula for a value", header + "2019,KAZ,VNM,export,TOTAL,=SUM(F1:F3),USD\n",
      "line 2, column 'value': '=SUM(F1:F3)' is not a number"),
    Refused(
      "a formula for a code", header + "2019,KAZ,VNM,export,=cmd|' /C calc'!A0,5,USD\n",
      "line 2, column 'code': '=cmd|' /C calc'!A0' is a formula"),
    Refused(
      "a quote never closed", header + rows[0] + "2019,KAZ,VNM,import,\"TOTAL,250,USD\n" + rows[2],
      "line 3: a quoted field begins here and is never closed"),
    Refused(
      "a quote of the header never closed", "period,reporter,\"flow,value\n" + rows.joined(),
      "line 1: a quoted field begins here and is never closed"),
    Refused(
      "NUL bytes", whole.replacing("100", with: "1\0\0"), "line 2: a NUL byte"),
    Refused(
      "two encodings",
      bytes: Array((header + "2019,Côte d'Ivoire,VNM,export,TOTAL,1,USD\n2019,T").utf8) + [0xFC]
        + Array("rkiye,VNM,export,TOTAL,1,USD\n".utf8), "line 3: Windows-1252 and UTF-8"),
    Refused(
      "a letter that is no number", header + "2019,KAZ,VNM,export,TOTAL,NaN,USD\n",
      "line 2, column 'value': 'NaN' is not a number"),
    Refused("nothing", "", "is empty"),
    Refused("only line ends", "\n\n\n", "line 1: no , ; tab or |"),
    Refused("a header alone", header, "no row has a value"),
    Refused(
      "a truncated archive", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x2B, 0x48],
      "its gzip data are damaged or cut off"),
  ]

  @Test(arguments: refused) func `what is open is refused with the place`(damage: Refused) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("t.csv", bytes: damage.bytes)
      let outcome = Outcome.csv("totals", file, "--by", "period,flow")
      #expect(outcome.status == 1 && outcome.text.isEmpty)
      #expect(outcome.problem?.contains(damage.problem) ?? false, "\(outcome.problem ?? "")")
      for command in ["convert", "check", "growth", "forecast"] {
        #expect(corridor(command, file).isSound)
      }
    }
  }

  @Test func `letters of Latin-1 and Windows-1251 are read, and it is said`() throws {
    let latin = Array((Self.header + "2019,C").utf8) + [0xF4]
    let cyrillic: [UInt8] = [0xCA, 0xE0, 0xE7, 0xE0, 0xF5, 0xF1, 0xF2, 0xE0, 0xED]
    for (name, bytes, encoding) in [
      ("CIV", latin + Array("te d'Ivoire,VNM,export,TOTAL,7,USD\n".utf8), "Windows-1252"),
      (
        "KAZ",
        Array((Self.header + "2019,").utf8) + cyrillic
          + Array(",VNM,export,TOTAL,7,USD\n".utf8), "Windows-1251"
      ),
    ] {
      try withTemporaryFolder { folder in
        let outcome = try Outcome.csv(
          "totals", folder.file("t.csv", bytes: bytes), "--by", "reporter")
        #expect(try outcome.texts("reporter") == [name])
        #expect(try outcome.numbers("value") == [7])
        #expect(outcome.remarks[0].contains("not UTF-8 from line 2 on; read as \(encoding)"))
      }
    }
  }

  @Test func `codes that a spreadsheet keeps as text keep their zeros`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "t.csv", Self.header + "2019,KAZ,VNM,export,\"=\"\"0101\"\"\",100,USD\n")
      let outcome = Outcome.csv("totals", file, "--by", "code")
      #expect(try outcome.texts("code") == ["0101"])
    }
  }
}
