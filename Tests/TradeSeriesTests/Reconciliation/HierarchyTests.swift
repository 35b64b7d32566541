import Testing
import TradeSeries
import TradeTables

@Suite struct HierarchyTests {
  private func hierarchy(_ text: String, by columns: [String] = ["goods"]) throws -> Hierarchy {
    var reader = SeriesReader()
    reader.by = columns
    return try Hierarchy(try Table(text: text), reader: reader)
  }

  @Test func `the total is the sum of the groups`() throws {
    let hierarchy = try hierarchy("goods,year,value\na,2010,1\na,2011,2\nb,2010,10\nb,2011,20\n")
    #expect(hierarchy.series.map(\.name) == ["a", "b", "total"])
    #expect(hierarchy.series[2].values == [11, 22])
    #expect(hierarchy.children == [[0, 1]])
    #expect(hierarchy.sizes == [1, 1, 2])
    #expect(hierarchy.notes == [])
  }

  @Test func `two columns make sections with sums of their own`() throws {
    let hierarchy = try hierarchy(
      """
      section,goods,year,value
      s,a,2010,1
      t,b,2010,2
      s,c,2010,4
      """, by: ["section", "goods"])
    #expect(hierarchy.series.map(\.name) == ["s a", "t b", "s c", "s", "t", "total"])
    #expect(hierarchy.series.suffix(3).map(\.values) == [[5], [2], [7]])
    #expect(hierarchy.children == [[0, 2], [1], [3, 4]])
    #expect(hierarchy.summed([1, 2, 4]) == [1, 2, 4, 5, 2, 7])
  }

  @Test func `codes beside names are no sections`() throws {
    let hierarchy = try hierarchy(
      "code,goods,year,value\n1,a,2010,1\n2,b,2010,2\n", by: ["code", "goods"])
    #expect(hierarchy.series.map(\.name) == ["1 a", "2 b", "total"])
  }

  @Test func `a published total counts as such and its rest is a group`() throws {
    let hierarchy = try hierarchy(
      """
      goods,year,value
      a,2010,1
      b,2010,2
      All products,2010,10
      a,2011,2
      b,2011,3
      All products,2011,11
      """)
    #expect(hierarchy.series.map(\.name) == ["a", "b", Hierarchy.restName, "All products"])
    #expect(hierarchy.series[2].values == [7, 6])
    #expect(hierarchy.series[3].values == [10, 11])
    #expect(hierarchy.notes.count == 1)
  }

  @Test func `rounding of a published total is no group`() throws {
    let hierarchy = try hierarchy(
      "goods,year,value\na,2010,100.11\nb,2010,200\nTotal,2010,300.12\n")
    #expect(hierarchy.series.map(\.name) == ["a", "b", "Total"])
  }

  @Test func `a group without a figure counts as zero, and the notes say so`() throws {
    let hierarchy = try hierarchy(
      """
      goods,year,value
      a,2010,1
      b,2010,1
      c,2010,1
      b,2011,2
      a,2012,3
      b,2012,4
      """)
    #expect(hierarchy.series.map(\.values) == [[1, nil, 3], [1, 2, 4], [1, 0, 0], [3, 2, 7]])
    #expect(hierarchy.notes.count == 2)
  }

  @Test func `a bound stays one in the sum`() throws {
    let hierarchy = try hierarchy(
      "goods,year,value,qualifier\na,2010,5,moreThan\nb,2010,1,\n")
    #expect(hierarchy.series[2][Period(year: 2010)]?.qualifier == .moreThan)
    #expect(hierarchy.series[2].values == [6])
  }

  @Test func `all end where both groups and total have figures`() throws {
    let hierarchy = try hierarchy(
      "goods,year,value\na,2010,1\nb,2010,2\nTotal,2010,3\nTotal,2011,4\n")
    #expect(Set(hierarchy.series.map(\.end)) == [Period(year: 2010)])
  }

  @Test func `what does not add up is refused`() throws {
    #expect(throws: SeriesError.singlePart("a")) {
      try hierarchy("goods,year,value\na,2010,1\n")
    }
    #expect(throws: SeriesError.mixedKinds("a", "2010", "b", "2010-01")) {
      try hierarchy("goods,year,value\na,2010,1\nb,2010-01,1\n")
    }
    #expect(throws: SeriesError.repeatedTotal("World")) {
      try hierarchy("goods,year,value\na,2010,1\nb,2010,1\nTotal,2010,1\nWorld,2010,1\n")
    }
  }
}
