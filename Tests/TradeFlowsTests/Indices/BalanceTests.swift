import Testing
import TradeFlows
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct BalanceTests {
  private func balance(
    _ x: Double, _ m: Double, xMark: Qualifier = .exact, mMark: Qualifier = .exact
  ) -> Balance {
    Balance(
      exports: Figure(x, xMark, unit: .millionUSD), imports: Figure(m, mMark, unit: .millionUSD))
  }

  @Test func `match a calculation by hand`() {
    let balance = balance(60, 40)
    #expect(balance.difference.value == 20)
    #expect(balance.difference.unit == .millionUSD)
    #expect(balance.coverage.value == 1.5)
    #expect(balance.normalised.value.isClose(to: 0.2))
  }

  @Test func `exports of more than 60 leave a balance of more than 20`() {
    let balance = balance(60, 40, xMark: .moreThan)
    #expect(balance.difference.qualifier == .moreThan)
    #expect(balance.difference.value == 20)
    #expect(balance.coverage.qualifier == .moreThan)
    #expect(balance.coverage.value == 1.5)
    #expect(balance.normalised.qualifier == .moreThan)
    #expect(balance.normalised.value.isClose(to: 0.2))
  }

  @Test func `imports of more than 40 leave less`() {
    let balance = balance(60, 40, mMark: .moreThan)
    #expect(balance.difference.qualifier == .lessThan)
    #expect(balance.difference.value == 20)
    #expect(balance.coverage.qualifier == .lessThan)
    #expect(balance.normalised.qualifier == .lessThan)
    #expect(balance.normalised.value.isClose(to: 0.2))
  }

  @Test func `two sides of more than something leave the balance open`() {
    let balance = balance(60, 40, xMark: .moreThan, mMark: .moreThan)
    #expect(balance.difference.value == nil)
    #expect(balance.coverage.value == nil)
    #expect(balance.normalised.value == nil)
  }

  @Test func `no imports have no coverage`() {
    #expect(balance(60, 0).coverage.value == nil)
    #expect(balance(60, 0).normalised.value == 1)
    #expect(balance(0, 0).normalised.value == nil)
  }

  @Test(arguments: 1...5) func `turns its sign where the sides change places`(seed: Int) {
    let sizes = randomTrade(2, seed: seed).map { $0 + 1 }
    let (forth, back) = (balance(sizes[0], sizes[1]), balance(sizes[1], sizes[0]))
    #expect(forth.difference.value.isClose(to: -(back.difference.value ?? 9)))
    #expect(forth.normalised.value.isClose(to: -(back.normalised.value ?? 9)))
    #expect(forth.coverage.value.isClose(to: 1 / (back.coverage.value ?? 9)))
  }
}
