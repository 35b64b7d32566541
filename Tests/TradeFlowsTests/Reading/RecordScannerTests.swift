import Testing
import TradeTables
import TradeTestSupport

@testable import TradeFlows

/// Every record of a text, as the scanner sees it.
func scanned(_ text: String, delimiter: Character = ",", columns: Int) -> [[String]] {
  let bytes = Array(text.utf8) + [UInt8](repeating: 10, count: RecordScanner.padding)
  return bytes.withUnsafeBufferPointer { bytes in
    guard let start = bytes.baseAddress else { return [] }
    var scanner = RecordScanner(
      start, count: bytes.count - RecordScanner.padding, delimiter: delimiter.asciiValue ?? 0,
      columns: columns)
    return records(of: &scanner, start, columns: columns)
  }
}

/// Every record that a source finds in some bytes.
func records(
  of source: inout some RecordSource, _ start: UnsafePointer<UInt8>, columns: Int
) -> [[String]] {
  var bounds = [Int32](repeating: 0, count: columns + 1)
  var records: [[String]] = []
  return bounds.withUnsafeMutableBufferPointer { bounds in
    guard let places = bounds.baseAddress else { return [] }
    while let step = source.next(places) {
      switch step {
      case .record:
        records.append(
          (0..<columns).map {
            FieldRange(start, after: bounds[$0], to: bounds[$0 + 1]).text(in: start)
          })
      case .ragged(let count): records.append(["\(count) fields in line \(source.recordLine)"])
      case .unclosedQuote: return records + [["unclosed in line \(source.recordLine)"]]
      case .textAfterQuote: return records + [["text in line \(source.recordLine)"]]
      }
    }
    return records
  }
}

@Suite struct RecordScannerTests {
  @Test func `Fields of every length up to three words end where the separator stands`() {
    for length in 0...24 {
      for other in 0...9 {
        let (first, second) = (
          String(repeating: "a", count: length), String(repeating: "b", count: other)
        )
        #expect(
          scanned("\(first),\(second)\n\(second),\(first)\n", columns: 2) == [
            [first, second], [second, first],
          ])
      }
    }
  }

  @Test func `Bytes that differ from a separator by one bit are no separators`() {
    #expect(scanned("a-b,c.d\u{B}e,f\u{1A}g\n", columns: 3) == [["a-b", "c.d\u{B}e", "f\u{1A}g"]])
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `Lines end in any of the three ways`(_ end: String) {
    #expect(scanned("a,b\(end)\(end)c,d\(end)", columns: 2) == [["a", "b"], ["c", "d"]])
    #expect(scanned("a,b\(end)c,d", columns: 2) == [["a", "b"], ["c", "d"]])
  }

  @Test func `Quotes hide separators, line ends and doubled quotes`() {
    #expect(
      scanned("\"a,b\",\"c\r\nd\"\n\"e\"\"f\",\"\"\n\"g\" ,h\n", columns: 2) == [
        ["a,b", "c\r\nd"], ["e\"f", ""], ["g", "h"],
      ])
  }

  @Test func `A quote inside a plain field is a character like any other`() {
    #expect(scanned("5\" pipe,1\nx,2\n", columns: 2) == [["5\" pipe", "1"], ["x", "2"]])
  }

  @Test func `One separator before the line's end is too many and means nothing`() {
    #expect(scanned("a,b,\nc,d\n", columns: 2) == [["a", "b"], ["c", "d"]])
  }

  @Test
  func `Too few and too many fields, open quotes and text behind them are told with their line`() {
    #expect(scanned("a,b\nc\n", columns: 2) == [["a", "b"], ["1 fields in line 1"]])
    #expect(scanned("a,b,c,d\n", columns: 2) == [["4 fields in line 0"]])
    #expect(scanned("a,b\n\"c,d\n", columns: 2) == [["a", "b"], ["unclosed in line 1"]])
    #expect(scanned("\"a\"b,c\n", columns: 2) == [["text in line 0"]])
  }

  @Test(arguments: 0..<40) func `Random tables read as the CSV reader reads them`(_ seed: Int)
    throws
  {
    var random = SeededGenerator(seed: seed)
    let columns = Int.random(in: 1...6, using: &random)
    var text = (0..<columns).map { "c\($0)" }.joined(separator: ",") + "\n"
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      let fields = (0..<columns).map { _ in Self.field(&random) }
      // A row of one empty field is a blank line.
      guard columns > 1 || fields[0] != "" else { continue }
      text += fields.joined(separator: ",") + (Bool.random(using: &random) ? "\n" : "\r\n")
    }
    text += (0..<columns).map { _ in "z" }.joined(separator: ",")
    let table = try CSVReader(file: "random").read(Array(text.utf8))
    let expected = try (0..<table.rowCount).map { row in
      try table.names.map { try table.texts($0)[row] ?? "" }
    }
    #expect(Array(scanned(text, columns: columns).dropFirst()) == expected)
  }

  private static func field(_ random: inout SeededGenerator) -> String {
    let letters = Array("ab1.-ü ")
    let length = Int.random(in: 0...19, using: &random)
    let text = String((0..<length).map { _ in letters[Int.random(in: 0..<6, using: &random)] })
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return "\"\(text)\""
    case 1: return "\"\(text),\(text)\"\"\n\""
    default: return text
    }
  }
}
