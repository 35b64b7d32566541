import Testing
import TradeTables
import TradeTestSupport

@testable import TradeFlows

@Suite struct FlowKeyTests {
  @Test func `Every part keeps its number beside all others`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let numbers = FlowKey.Part.allCases.map {
        ($0, Int.random(in: 0..<$0.capacity, using: &random))
      }
      var level = FlowLevel()
      level.commodity = .six
      level.partner = .world
      let key = numbers.reduce(FlowKey(level: level)) { $0 | FlowKey($1.0, $1.1) }
      for (part, number) in numbers { #expect(key[part] == number) }
      #expect(key.level == level)
      #expect(key.with(.partner, 3)[.partner] == 3)
      #expect(key.with(.partner, 3).with(.partner, key[.partner]) == key)
      #expect(key.only([.period])[.period] == key[.period])
      #expect(key.only([.period])[.reporter] == 0)
      #expect(key.with(FlowLevel()).level == FlowLevel())
    }
  }

  @Test func `A level keeps what each of its parts was given`() {
    var level = FlowLevel()
    level.commodity = .init(digits: 6)
    level.reporter = .group
    level.partner = .world
    level[.transport] = true
    level.frequency = .month
    level.isUnmatched = true
    level.qualifier = .moreThan
    level.classification = .h5
    #expect(level.commodity.digits == 6)
    #expect(level.reporter == .group)
    #expect(level.partner == .world)
    #expect(level.details == [.transport])
    #expect(level.frequency == .month)
    #expect(level.isUnmatched)
    #expect(level.qualifier == .moreThan)
    #expect(level.classification == .h5)
    #expect(level.withoutDetails.details.isEmpty)
    level.classification = nil
    level[.transport] = false
    #expect(level.classification == nil)
    #expect(level.details.isEmpty)
    #expect(level.qualifier == .moreThan)
  }

  @Test func `Wider levels come before narrower ones`() {
    let levels = (1...11).map { FlowLevel.Commodity(digits: $0) }
    #expect(levels == levels.sorted())
    #expect(FlowLevel.Commodity.total < .group)
    #expect(FlowLevel.Commodity.group < .one)
    #expect(FlowLevel.Commodity(code: "TOTAL") == .total)
    #expect(FlowLevel.Commodity(code: "0101").digits == 4)
    #expect(FlowLevel.Commodity(code: "AG2") == .group)
  }
}
