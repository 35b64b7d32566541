import Testing
import TradeFlows
import TradeTables
import TradeTestSupport

@Suite struct JSONRowsTests {
  private func open(_ text: String) throws(TableError) -> JSONRows {
    try JSONRows(BytesInMemory(text.utf8), file: "trade.json")
  }

  private func csv(_ text: String) throws -> String { try open(text).text(by: 5) }

  private func fault(_ text: String) -> TableError? {
    do throws(TableError) {
      _ = try open(text).all()
      return nil
    } catch {
      return error
    }
  }

  private func fault(_ line: Int, _ expected: String, _ found: String) -> TableError {
    InputFault.json(line: line, expected: expected, found: found).error(in: "trade.json")
  }

  // MARK: Records

  @Test func `An array, lines and an object around records say the same`() throws {
    let expected = "year,value\n2020,1.50\n2021,\n"
    let records = ["{\"year\": 2020, \"value\": 1.50}", "{\"year\": 2021, \"value\": null}"]
    #expect(try csv("[\(records.joined(separator: ","))]") == expected)
    #expect(try csv(records.joined(separator: "\n")) == expected)
    #expect(try csv("{\"data\":[\(records.joined(separator: ","))],\"error\":\"\"}") == expected)
    #expect(try csv("{\"data\":[\(records[0])]}\n{\"data\":[\(records[1])]}") == expected)
  }

  @Test func `Keys become columns in the order of their appearance`() throws {
    #expect(
      try csv("[{\"a\":1},{\"b\":2,\"a\":3},{},{\"c\":\"x\"}]") == "a,b,c\n1,,\n3,2,\n,,\n,,x\n")
  }

  @Test func `Values are what they are in the source`() throws {
    let text = """
      [{"n": 123456789012345678.90, "e": -1E+2, "t": true, "s": "a, \\"b\\"\\n", "u": "\\u20ac\\ud800\\udf48\\/"}]
      """
    #expect(
      try csv(text)
        == "n,e,t,s,u\n123456789012345678.90,-1E+2,true,\"a, \"\"b\"\"\n\",€𐍈/\n")
  }

  @Test func `What is nested is left out and said`() throws {
    let source = try open("[{\"a\":1,\"b\":{\"c\":[1,{}]},\"d\":[]},{\"a\":2,\"b\":{\"c\":[]}}]")
    #expect(try source.text() == "a\n1\n2\n")
    #expect(source.remarks.last == "left out of the records, as they are nested: b, d")
  }

  @Test func `A number of records that is not theirs is said`() throws {
    let source = try open("{\"count\": 3, \"data\": [{\"a\": 1}], \"next\": [1, [2], {\"x\": {}}]}")
    #expect(try source.text() == "a\n1\n")
    #expect(
      source.remarks.dropFirst() == [
        "the file says that there are 3 records and holds 1 of them",
        "left out around the records in 'data': count, next",
      ])
  }

  @Test func `A new key after the header line was written is refused if it has a value`() throws {
    let records = String(repeating: "{\"a\":1}\n", count: JSONRows.headRecords)
    #expect(try open(records + "{\"a\":1,\"b\":null}").text().hasSuffix("1\n1\n"))
    #expect(
      fault(records + "{\"a\":1,\"b\":2}")
        == InputFault.lateKey("b", line: 1001, records: 1000).error(in: "trade.json"))
  }

  @Test func `The answer of UN Comtrade is read with every digit`() throws {
    let text = """
      {"elapsedTime": "0.21 secs", "count": 1, "data": [{"period": "2010", "cmdCode": "01",
      "qty": null, "isReported": false, "cifvalue": 6804128143.0}], "error": ""}
      """
    #expect(
      try csv(text) == "period,cmdCode,qty,isReported,cifvalue\n2010,01,,false,6804128143.0\n")
  }

  // MARK: Faults

  @Test func `Faults have the line and what is expected there`() {
    #expect(fault("[{\"a\":1}\n{\"a\":2}]") == fault(2, "a comma or ']'", "'{'"))
    #expect(fault("[{\"a\":1,\n\n}]") == fault(3, "a key in quotes", "'}'"))
    #expect(fault("[{\"a\":01}]") == fault(1, "no digit after 0", "'1'"))
    #expect(fault("[{\"a\":NaN}]") == fault(1, "a value", "'N'"))
    #expect(
      fault("[{\"a\":\"x\n\"}]") == fault(1, "the closing quote of a string", "a control character")
    )
    #expect(fault("[{\"a\":1}") == fault(1, "a comma or ']'", "the end"))
    #expect(fault("[{\"a\":1}] x") == fault(1, "the end", "'x'"))
    #expect(fault("{\"a\":1} [") == fault(1, "a record", "'['"))
    #expect(
      fault("{\"data\":[{\"a\":1}]}\n{\"b\":1}\n")
        == InputFault.noRecords(line: 2).error(in: "trade.json"))
  }

  @Test func `A repeated key, an error message and an answer without records are refused`() {
    #expect(
      fault("[{\"a\":1,\"a\":2}]")
        == InputFault.repeatedKey("a", line: 1).error(in: "trade.json"))
    #expect(
      fault("{\"data\":[{\"a\":1}],\"error\":\"too many rows\"}")
        == InputFault.answer("too many rows").error(in: "trade.json"))
    for text in ["[]", "{\"count\":0,\"data\":[],\"error\":\"\"}", "{}", "[{},{}]"] {
      #expect(fault(text) == .noRows("trade.json"))
    }
  }

  @Test func `Damaged text is read, or refused, as by Python`() throws {
    func text(_ hexadecimal: String?) -> String {
      let digits = Array(hexadecimal ?? "")
      let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    for row in try Oracle("json_rows").all {
      let expected = row["csv"] == "-" ? nil : text(row["csv"])
      #expect((try? csv(text(row["text"]))) == expected, "\(text(row["text"]))")
    }
  }
}
