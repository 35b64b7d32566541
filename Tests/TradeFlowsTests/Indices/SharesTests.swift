import Testing
import TradeFlows
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct SharesTests {
  @Test func `match a calculation by hand`() {
    #expect(Shares.of([1, 3, 0]) == [.number(0.25), .number(0.75), .number(0)])
  }

  @Test(arguments: 1...5) func `add up to 1 and follow no change of unit`(seed: Int) throws {
    let values = randomTrade(20, seed: seed)
    let shares = Shares.of(values).compactMap(\.value)
    #expect(shares.reduce(0, +).isClose(to: 1))
    for (share, scaled) in zip(shares, Shares.of(values.map { $0 * 1e6 })) {
      #expect(scaled.value.isClose(to: share))
    }
  }

  @Test func `nothing has no shares`() {
    #expect(Shares.of([0, 0])[0].reason == "there is no trade to take shares of")
    #expect(Shares.of([1, -1])[0].reason == "a value is negative")
    #expect(Shares.of([Double]()).isEmpty)
  }

  @Test func `a part of more than 500 beside exactly 500 has more than half`() {
    let exact = Figure(500, unit: .millionUSD)
    let bound = Figure(500, .moreThan, unit: .millionUSD)
    let shares = Shares.of([bound, exact])
    #expect(shares[0].qualifier == .moreThan)
    #expect(shares[0].value == 0.5)
    #expect(shares[1].qualifier == .lessThan)
    #expect(shares[1].value == 0.5)
  }

  @Test func `a part of less than 5 beside exactly 95 has less than a twentieth`() {
    let shares = Shares.of([
      Figure(5, .lessThan, unit: .millionUSD), Figure(95, unit: .millionUSD),
    ])
    #expect(shares[0].qualifier == .lessThan)
    #expect(shares[0].value.isClose(to: 0.05))
    #expect(shares[1].qualifier == .moreThan)
    #expect(shares[1].value.isClose(to: 0.95))
  }

  @Test func `units of one thing are brought together`() {
    let shares = Shares.of([
      Figure(1, .moreThan, unit: Unit("USD billion")), Figure(1000, unit: .millionUSD),
    ])
    #expect(shares[0].value == 0.5)
    #expect(shares[1].value == 0.5)
  }

  @Test(arguments: 1...20) func `hold the share of every true value`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let marks: [Qualifier] = [.exact, .moreThan, .lessThan]
    let values = (0..<4).map { _ in Double.random(in: 1...100, using: &random) }
    let figures = values.map {
      Figure($0, marks.randomElement(using: &random) ?? .exact, unit: .millionUSD)
    }
    let shares = Shares.of(figures)
    for _ in 0..<50 {
      let truth = figures.map { figure in
        Double.random(in: figure.lower...min(figure.upper, figure.lower + 1000), using: &random)
      }
      for (share, value) in zip(shares, truth) {
        let actual = value / truth.reduce(0, +)
        #expect(share.lower <= actual + 1e-12 && actual <= share.upper + 1e-12)
      }
    }
  }
}
