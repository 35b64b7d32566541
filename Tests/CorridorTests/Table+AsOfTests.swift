import Corridor
import Testing

@Suite struct TableAsOfTests {
  private let table = Table(
    .text("published", ["2018", "2019-02", nil, "2019-03-01", "soon"]),
    .number("value", [1, 2, 3, 4, 5]))

  @Test func `keeps what was certainly published by the day`() throws {
    let date = try #require(PublicationDate("2019-02-28"))
    #expect(try table.asOf(date).numbers("value") == [1])
    #expect(try table.asOf(PublicationDate("2019-02")).numbers("value") == [1, 2])
  }

  @Test func `without a day everything is kept`() {
    #expect(table.asOf(nil) == table)
  }

  @Test func `a table without dates has nothing that is known to have been published`() throws {
    let date = try #require(PublicationDate("2030"))
    #expect(Table(.number("value", [1])).asOf(date).rowCount == 0)
  }

  @Test func `goods are those published by the day`() throws {
    let (before, after) = (PublicationDate("2018-08-12"), PublicationDate("2018-08-13"))
    #expect(throws: SeriesError.self) {
      try Goods.pair(reporter: "KAZ", partner: "VNM", asOf: before)
    }
    let goods = try Goods.pair(reporter: "KAZ", partner: "VNM", asOf: after)
    let all = try Goods.pair(reporter: "KAZ", partner: "VNM")
    #expect(goods.categories.parts.map(\.series) == all.categories.parts.map(\.series))
    #expect(throws: SeriesError.self) {
      try Goods.groups(reporter: "VNM", asOf: PublicationDate("2025-08-24"))
    }
  }
}
