import Testing
import TradeSeries
import TradeTestSupport

@Suite struct UnitTests {
  @Test(arguments: [
    ("USD million", "USD", 1e6), ("million USD", "USD", 1e6), ("mln USD", "USD", 1e6),
    ("thousand tonnes", "tonnes", 1e3), ("USD thousands", "USD", 1e3), ("bln USD", "USD", 1e9),
    ("Billion Euro", "Euro", 1e9), ("USD", "USD", 1), ("net weight in kg", "net weight in kg", 1),
    ("", "", 1), ("million", "", 1e6), ("thousand million USD", "USD", 1e9),
  ])
  func `reads what is counted and the power of ten`(name: String, base: String, scale: Double) {
    let unit = Unit(name)
    #expect(unit.base == base)
    #expect(unit.scale == scale)
    #expect(unit.description == name)
  }

  @Test func `two spellings of one unit are equal and hash alike`() {
    #expect(Unit("USD million") == Unit("millions usd"))
    #expect(Set([Unit("USD million"), Unit("mln USD"), .millionUSD]).count == 1)
    #expect(Unit("USD million") != Unit("USD thousand"))
    #expect(Unit("USD million") != Unit("EUR million"))
    #expect(Unit("") == .one)
  }

  @Test func `converts between powers of ten of the same thing`() {
    #expect(Unit("USD billion").factor(to: .millionUSD) == 1000)
    #expect(Unit("USD").factor(to: .millionUSD).isClose(to: 1e-6, tolerance: 1e-18))
    #expect(Unit("thousand Tonnes").factor(to: Unit("tonnes")) == 1000)
  }

  @Test func `has no factor between different things`() {
    #expect(Unit("USD million").factor(to: Unit("EUR million")) == nil)
    #expect(Unit("USD million").factor(to: .one) == nil)
  }

  @Test(arguments: ["USD", "USD thousand", "million USD", "USD billion"])
  func `factors there and back cancel`(name: String) throws {
    let there = try #require(Unit(name).factor(to: .millionUSD))
    let back = try #require(Unit.millionUSD.factor(to: Unit(name)))
    #expect((there * back).isClose(to: 1, tolerance: 1e-15))
  }
}
