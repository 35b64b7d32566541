import Corridor
import Testing
import TradeTestSupport

@testable import CorridorCommand

@Suite struct FlowDataTests {
  private let all = FlowQuery(by: FlowDimension.allCases)

  @Test func `a tidy file has the dimensions of its columns, and codes keep their zeros`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file(
        "flows.csv",
        "period,code,value,quantity,unit\n2020,0101,5,2,thousand USD\n2021,0102,,,USD\n")
      let data = try FlowData([file], all, unit: nil)
      #expect(data.totals.dimensions == [.period, .code])
      #expect(data.totals.keys == [["2020", "2021"], ["0101", "0102"]])
      #expect(data.totals.values == [5, nil])
      #expect(data.totals.quantities == [2, nil])
      #expect(data.totals.unit == "thousand USD")
      #expect(try FlowData([file], all, unit: "USD").totals.values == [5000, nil])
      #expect(throws: SeriesError.unit("thousand USD", to: "tonnes")) {
        try FlowData([file], all, unit: "tonnes")
      }
    }
  }

  @Test func `a built-in pair has exports and imports with their qualifiers`() throws {
    let data = try FlowData(["kz-vn"], all, unit: nil)
    #expect(data.totals.dimensions == [.period, .reporter, .partner, .flow])
    #expect(Set(data.totals.keys(of: .flow) ?? []) == ["export", "import"])
    #expect(data.totals.unit == "USD million")
    #expect(data.marks.count == data.totals.values.count)
  }

  @Test func `goods of both sides of a pair stand together`() throws {
    let data = try FlowData(["kz-vn-goods"], all, unit: nil)
    #expect(Set(data.totals.keys(of: .reporter) ?? []) == ["KAZ", "VNM"])
  }

  @Test func `what one source does not tell apart is its total`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("flows.csv", "period,reporter,value\n2021,CHN,5\n")
      let data = try FlowData(["kaz-exports", file], all, unit: nil)
      let last = data.totals.keys.map { $0.last }
      #expect(last == ["2021", "CHN", "WLD", "export", "TOTAL"])
    }
  }

  @Test func `country codes are found in small letters`() throws {
    let data = try FlowData(["kz-vn"], all, unit: nil)
    #expect(data.spelling(of: "kaz", .reporter) == "KAZ")
    #expect(data.spelling(of: "usa", .reporter) == "usa")
  }
}
