import Testing
import TradeSeries

@Suite struct PublicationDateTests {
  @Test(arguments: ["2019", "2019-02", "2019-02-27", "1992-12-31"])
  func `reads a year, a month or a day and prints it as it stood`(text: String) {
    #expect(PublicationDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "19", "20190", "2019-", "2019-2", "2019-13", "2019-00", "2019-02-00", "2019-02-32",
    "2019-02-27-01", "2019/02", "-2019", "2019-02-2a", "٢٠١٩", "+019", "2019 ", "Feb 2019",
  ])
  func `refuses anything else`(text: String) {
    #expect(PublicationDate(text) == nil)
  }

  @Test(arguments: [
    ("2020", "2019"), ("2019-03", "2019-02"), ("2019-02-28", "2019-02-27"), ("2020", "2019-12-31"),
    ("2020-01-01", "2019"), ("2019-03-01", "2019-02"), ("2019-10", "2019-09-30"),
  ])
  func `is later where every day it can mean is later`(later: String, earlier: String) throws {
    let (a, b) = (try date(later), try date(earlier))
    #expect(a.isLater(than: b))
    #expect(!b.isLater(than: a))
  }

  @Test(arguments: [
    ("2019", "2019-02"), ("2019", "2019-12-31"), ("2019-02", "2019-02-27"), ("2019", "2019"),
    ("2019-02-27", "2019-02-27"),
  ])
  func `neither is later where the days overlap`(first: String, second: String) throws {
    #expect(!(try date(first)).isLater(than: try date(second)))
    #expect(!(try date(second)).isLater(than: try date(first)))
  }

  @Test(arguments: [
    ("2019", "2019", true), ("2019", "2019-12-31", true), ("2019-06-30", "2019-06", true),
    ("2019-06", "2019", true), ("2018", "2019-01", true), ("2019", "2019-06", false),
    ("2019-06", "2019-06-15", false), ("2019-06-16", "2019-06-15", false), ("2020", "2019", false),
  ])
  func `is within a date where it is certainly published by then`(
    published: String, asOf: String, isWithin: Bool
  ) throws {
    #expect(try date(published).isWithin(try date(asOf)) == isWithin)
  }

  private func date(_ text: String) throws -> PublicationDate {
    try #require(PublicationDate(text))
  }
}
