import Testing
import TradeFlows
import TradeTestSupport

@Suite struct PriceIndexTests {
  private typealias Amount = PriceIndex.Amount

  private func amounts(_ prices: [Double], _ quantities: [Double]) -> [PriceIndex.Amount] {
    zip(prices, quantities).map { Amount(value: $0 * $1, quantity: $1) }
  }

  @Test func `match a calculation by hand`() {
    // p₀ = 1, 2; p₁ = 2, 2; q₀ = 10, 5; q₁ = 5, 10.
    let index = PriceIndex(from: amounts([1, 2], [10, 5]), to: amounts([2, 2], [5, 10]))
    #expect(index.laspeyres.value.isClose(to: 1.5))
    #expect(index.paasche.value.isClose(to: 1.2))
    #expect(index.fisher.value.isClose(to: 1.8.squareRoot()))
    #expect(index.volume.value.isClose(to: 1.5 / 1.8.squareRoot()))
    #expect(index.coverage == .number(1))
  }

  @Test(arguments: 1...10) func `equal price rises are found whatever the quantities`(seed: Int) {
    let prices = randomTrade(8, seed: seed).map { $0 + 1 }
    let (q0, q1) = (randomTrade(8, seed: seed + 1), randomTrade(8, seed: seed + 2))
    let index = PriceIndex(
      from: amounts(prices, q0.map { $0 + 1 }),
      to: amounts(prices.map { 1.25 * $0 }, q1.map { $0 + 1 }))
    for value in [index.laspeyres, index.paasche, index.fisher] {
      #expect(value.value.isClose(to: 1.25))
    }
  }

  @Test(arguments: 1...10) func `Fisher passes the tests of reversal`(seed: Int) throws {
    func some(_ offset: Int) -> [Double] { randomTrade(6, seed: seed + offset).map { $0 + 1 } }
    let (before, after) = (amounts(some(1), some(2)), amounts(some(3), some(4)))
    let (forth, back) = (PriceIndex(from: before, to: after), PriceIndex(from: after, to: before))
    let fisher = try #require(forth.fisher.value)
    #expect(back.fisher.value.isClose(to: 1 / fisher))
    // Prices times quantities are values.
    let growth = after.map(\.value).reduce(0, +) / before.map(\.value).reduce(0, +)
    #expect((fisher * (forth.volume.value ?? 0)).isClose(to: growth))
    // Laspeyres one way is Paasche the other way, turned over.
    #expect(forth.laspeyres.value.isClose(to: 1 / (back.paasche.value ?? 0)))
  }

  @Test func `goods without a unit value at both times do not enter and are told`() {
    let before = [Amount(value: 10, quantity: 10), Amount(value: 5, quantity: nil)]
    let after = [Amount(value: 30, quantity: 10), Amount(value: 10, quantity: 4)]
    let index = PriceIndex(from: before, to: after)
    #expect(index.fisher.value.isClose(to: 3))
    #expect(index.coverage == .number(0.75))
    let none = PriceIndex(from: [before[1]], to: [after[1]])
    #expect(none.fisher.reason == "no good has value and quantity at both times")
    #expect(none.volume.value == nil)
  }

  @Test func `a chain multiplies links, and a period that comes back keeps the detour`() {
    let first = amounts([1, 2], [10, 5])
    let second = amounts([2, 2], [5, 10])
    let third = amounts([3, 1], [4, 20])
    let chain = PriceIndex.Chain([first, second, third])
    let links =
      (PriceIndex(from: first, to: second).fisher.value ?? 0)
      * (PriceIndex(from: second, to: third).fisher.value ?? 0)
    #expect(chain.prices[0] == .number(1))
    #expect(chain.prices[2].value.isClose(to: links))
    #expect(chain.direct[2] == PriceIndex(from: first, to: third))
    #expect(PriceIndex.Chain([]).prices.isEmpty)
  }

  @Test func `terms of trade are prices over prices, and what exports buy`() {
    let barter = TermsOfTrade.netBarter(exportPrice: .number(1.2), importPrice: .number(0.8))
    #expect(barter.value.isClose(to: 1.5))
    #expect(
      TermsOfTrade.income(netBarter: barter, exportVolume: .number(2)).value.isClose(to: 3))
    let none = IndexValue.undefined(Undefined("no imports"))
    #expect(
      TermsOfTrade.netBarter(exportPrice: .number(1), importPrice: none).reason == "no imports")
  }
}
