import Foundation
import Testing
import TradeReport
import TradeTables
import TradeTestSupport

@Suite struct JSONRendererTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a small report, whole`() {
    #expect(
      SmallReport.report.json == #"""
        {
          "schema":"corridor-report/1",
          "title":"Turnover & growth",
          "language":"en",
          "sections":[
            {"name":"growth","heading":"Figures","blocks":[
              {"type":"text","text":"Turnover fell (-10.2 %)."},
              {"type":"key_figures","figures":[
                {"name":"turnover","label":"turnover 2018","value":500,"qualifier":"moreThan","style":"decimal","digits":1}
              ]},
              {"type":"table","name":"growth","columns":[
                {"name":"period","heading":"Period","type":"text"},
                {"name":"value","heading":"USD million","type":"number","style":"decimal","digits":1,"mark":"qualifier"},
                {"name":"qualifier","heading":"qualifier","type":"text","hidden":true},
                {"name":"lower","heading":"80 %","type":"number","style":"percent","digits":0,"upper":"upper"},
                {"name":"upper","heading":"upper","type":"number","style":"plain"}
              ],"rows":[
                {"period":"2018","value":1500,"qualifier":"moreThan","lower":-0.5,"upper":0.25},
                {"period":null,"value":null,"qualifier":null,"lower":null,"upper":null}
              ]},
              {"type":"notes","notes":[
                "See https://example.org/a_b?x=1&y=2."
              ]},
              {"type":"sparkline","label":"2016–2018","values":[
                1,
                null,
                2
              ]}
            ]}
          ]
        }

        """#)
  }

  @Test func `an empty report has no sections`() throws {
    let document = try object(Report("", []).json)
    #expect((document["sections"] as? [Any])?.isEmpty == true)
    #expect(document["title"] as? String == "")
  }

  @Test(arguments: HostileText.all) func `any text reads back as it was`(text: String) throws {
    let json = HostileText.report(text).json
    #expect(try object(json)["title"] as? String == text)
    // Nothing invisible is in the file itself.
    #expect(
      !json.unicodeScalars.contains { scalar in
        scalar.value < 0x20 && scalar != "\n" || (0x202A...0x202E).contains(scalar.value)
          || (0x2028...0x2029).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      })
  }

  @Test func `numbers keep full precision, and what is no number is null`() {
    let numbers: [Double?] = [0.1 + 0.2, 1e300, -0.0, .leastNonzeroMagnitude, .nan, .infinity, nil]
    let lines = Report("", .table("t", Table(.number("x", numbers)))).jsonLines
    let values = lines.split(separator: "\n").map { $0.dropFirst(17).dropLast() }
    #expect(
      values == ["0.30000000000000004", "1e+300", "-0", "5e-324", "null", "null", "null"])
  }

  @Test func `members of a row have each name once`() throws {
    let table = Table(.text("a", ["1"]), .text("a", ["2"]), .text("a_2", ["3"]))
    let json = Report("", .table("t", table)).json
    #expect(json.contains(#"{"a":"1","a_2":"2","a_2_2":"3"}"#))
  }

  @Test(arguments: [SampleReport.report, SmallReport.report, HostileText.hollow, Report("", [])])
  func `documents have the form that the schema describes`(report: Report) throws {
    guard let python = Program("python3") else {
      print("python3 is missing: documents are not held against the schema")
      return
    }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let schema = "/\(root)/Sources/Corridor/Corridor.docc/report.schema.json"
    try withTemporaryFolder { folder in
      let script = """
        import json, sys
        try:
            from jsonschema import Draft202012Validator as Validator
        except ImportError:
            print("jsonschema is missing"); sys.exit()
        schema = json.load(open(sys.argv[1]))
        Validator.check_schema(schema)
        Validator(schema).validate(json.load(open(sys.argv[2])))
        # The schema must be able to say no.
        assert not Validator(schema).is_valid({"schema": "corridor-report/2"})
        print("valid")
        """
      let path = try folder.file("report.json", report.json)
      let run = try python.run(["-c", script, schema, path], folder: folder.url)
      if run.output == "jsonschema is missing\n" { return print(run.output) }
      #expect(run.output == "valid\n", "\(run.errors)")
    }
  }
}
