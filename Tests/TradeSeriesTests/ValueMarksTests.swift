import Testing
import TradeSeries
import TradeTables

@Suite struct ValueMarksTests {
  private func marks(_ text: String) throws -> ValueMarks {
    try ValueMarks(of: "v", in: CSVReader(file: "marks.csv").read(Array(text.utf8)))
  }

  @Test func `without a column qualifier every value is exact`() throws {
    let marks = try marks("v,upper\n1,2\n3,4\n")
    #expect(marks.qualifiers == [.exact, .exact])
    #expect(marks.uppers == [nil, nil])
  }

  @Test func `words and symbols say the same`() throws {
    let words = try marks("v,qualifier\n1,moreThan\n1,lessThan\n1,about\n1,\n1,preliminary\n")
    let symbols = try marks("v,qualifier\n1,>\n1, < \n1,~\n1,=\n1,p\n")
    #expect(words == symbols)
    #expect(symbols.qualifiers == [.moreThan, .lessThan, .about, .exact, .preliminary])
    #expect(
      try marks("v,qualifier\n1,≥\n1,≤\n1,>=\n1,<=\n").qualifiers
        == [.moreThan, .lessThan, .moreThan, .lessThan])
  }

  @Test func `a value between two bounds keeps both`() throws {
    let marks = try marks("v,upper,qualifier\n800,1000,between\n5,9,exact\n,9,between\n")
    #expect(marks.qualifiers == [.moreThan, .exact, .moreThan])
    #expect(marks.uppers == [1000, nil, nil])
  }

  @Test func `names the place of a fault`() {
    #expect(
      throws: SeriesError.unknownQualifier(
        "betwen", at: Place(file: "marks.csv", line: 2, column: "qualifier"))
    ) { try marks("v,upper,qualifier\n800,1000,betwen\n") }
    #expect(
      throws: SeriesError.table(
        .missingValue(at: Place(file: "marks.csv", line: 2, column: "upper")))
    ) { try marks("v,upper,qualifier\n800,,between\n") }
    #expect(
      throws: SeriesError.reversedBounds(
        800, 500, at: Place(file: "marks.csv", line: 2, column: "upper"))
    ) { try marks("v,upper,qualifier\n800,500,between\n") }
    #expect(
      throws: SeriesError.table(
        .noSuchColumn("upper", available: ["v", "qualifier"], file: "marks.csv"))
    ) { try marks("v,qualifier\n800,between\n") }
    #expect(throws: SeriesError.self) { try marks("v,qualifier\n800,undetermined\n") }
  }

  @Test func `a series takes the lower bound and says so`() throws {
    let table = try CSVReader(file: "marks.csv").read(
      Array("year,v,upper,qualifier\n2017,5,,\n2018,800,1000,between\n2019,7,,>\n".utf8))
    let series = try #require(try SeriesReader().series(in: table).first)
    #expect((0..<3).map { series.qualifier(at: $0) } == [.exact, .moreThan, .moreThan])
    #expect(series.notes == ["1 value between two bounds: taken as more than the lower"])
  }
}
