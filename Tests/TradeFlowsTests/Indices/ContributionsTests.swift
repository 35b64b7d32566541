import Testing
import TradeFlows
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct ContributionsTests {
  private func part(
    _ x: Double, _ y: Double, _ mark: Qualifier = .exact
  ) -> Contributions.Part {
    Contributions.Part(
      before: Figure(x, unit: .millionUSD), after: Figure(y, mark, unit: .millionUSD))
  }

  @Test func `match a calculation by hand`() throws {
    let contributions = try #require(Contributions([part(100, 150), part(300, 240)]))
    #expect(contributions.parts.map(\.value) == [0.125, -0.15])
    #expect(contributions.total.growth.value.isClose(to: -0.025))
  }

  @Test(arguments: 1...10) func `add up to the growth of the total`(seed: Int) throws {
    let pairs = zip(randomTrade(12, seed: seed), randomTrade(12, seed: seed + 30))
    let contributions = try #require(Contributions(pairs.map { part($0, $1) }))
    let sum = contributions.parts.compactMap(\.value).reduce(0, +)
    #expect(contributions.total.growth.value.isClose(to: sum))
  }

  @Test func `a bound stays a bound`() throws {
    let contributions = try #require(
      Contributions([part(100, 150, .moreThan), part(300, 240)]))
    #expect(contributions.parts[0].qualifier == .moreThan)
    #expect(contributions.parts[0].value == 0.125)
    #expect(contributions.parts[1].qualifier == .exact)
    #expect(contributions.total.growth.qualifier == .moreThan)
  }

  @Test func `nothing is known without earlier trade`() throws {
    #expect(Contributions([]) == nil)
    let contributions = try #require(Contributions([part(0, 5)]))
    #expect(contributions.parts[0].value == nil)
    #expect(contributions.total.growth.value == nil)
  }

  @Test(arguments: 1...3) func `two levels add up in the table, cut or whole`(top: Int) throws {
    var options = IndexOptions()
    options.by = [.code, .partner]
    options.top = top
    let table = try TradeIndex.contributions.table(of: IndexReference.flows(), options: options)
    let reporters = try table.texts("reporter")
    let (codes, partners) = (try table.texts("code"), try table.texts("partner"))
    let numbers = try table.numbers("contribution").map { $0 ?? 0 }
    for row in 0..<table.rowCount where partners[row]?.isEmpty ?? true {
      let inner = (0..<table.rowCount).filter { other in
        reporters[other] == reporters[row]
          && (codes[row] == "TOTAL"
            ? (partners[other]?.isEmpty ?? true) && codes[other] != "TOTAL"
            : codes[other] == codes[row] && !(partners[other]?.isEmpty ?? true))
      }
      if codes[row] == "other" { continue }
      #expect(inner.map { numbers[$0] }.reduce(0, +).isClose(to: numbers[row], tolerance: 1e-9))
    }
  }
}
