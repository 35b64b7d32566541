import Testing
import TradeFlows
import TradeTestSupport

@Suite struct ChangesTests {
  private let labels = ["A", "B", "C", "D", "E"]

  @Test func `tell what entered, left, rose, fell and stayed`() {
    let changes = Changes(
      top: 4, labels: labels, before: [50, 40, 30, 20, 0], after: [50, 20, 30, 5, 60])
    #expect(changes.flows.map(\.label) == ["E", "A", "C", "B", "D"])
    #expect(changes.flows.map(\.status) == [.entered, .down, .same, .down, .left])
    #expect(changes.flows.map(\.rankBefore) == [nil, 1, 3, 2, 4])
    #expect(changes.flows.map(\.rankAfter) == [1, 2, 3, 4, 5])
    #expect(changes.survival == .number(0.75))
  }

  @Test func `equal values rank by label, and what is not traded has no rank`() {
    let changes = Changes(top: 2, labels: labels, before: [5, 5, 5, 0, 0], after: [0, 0, 7, 7, 0])
    #expect(changes.flows.map(\.label) == ["C", "D", "A", "B"])
    #expect(changes.flows.map(\.status) == [.entered, .entered, .left, .left])
    #expect(changes.survival == .number(0))
  }

  @Test(arguments: 1...10) func `change places where the periods do`(seed: Int) {
    let (x, y) = (randomTrade(5, seed: seed), randomTrade(5, seed: seed + 1))
    let forth = Changes(top: 3, labels: labels, before: x, after: y)
    let back = Changes(top: 3, labels: labels, before: y, after: x)
    #expect(forth.flows.count { $0.status == .entered } == back.flows.count { $0.status == .left })
    #expect(forth.flows.count { $0.status == .up } == back.flows.count { $0.status == .down })
    #expect(Set(forth.flows.map(\.label)) == Set(back.flows.map(\.label)))
  }

  @Test func `survival is undefined where there was nothing`() {
    let changes = Changes(top: 2, labels: labels, before: [0, 0, 0, 0, 0], after: [1, 0, 0, 0, 0])
    #expect(changes.survival.reason == "there was no trade before")
    #expect(changes.flows.map(\.status) == [.entered])
  }
}
