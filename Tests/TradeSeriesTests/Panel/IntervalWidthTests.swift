import Testing
import TradeSeries
import TradeTestSupport

@Suite struct IntervalWidthTests {
  private typealias Outcome = IntervalWidth.Outcome

  @Test func `covers nineteen of twenty, by hand`() {
    // Errors of 0.1 to 2.0 in units of the reach: the nineteenth is 1.9.
    let outcomes = (1...20).map { Outcome(error: Double($0) / 5, reach: 2, width: 4) }
    let width = IntervalWidth(outcomes)
    #expect(width[.covering].isClose(to: 1.9))
    // The score falls while more than a fortieth of the width, one of twenty, is outside.
    #expect(width[.sharpest].isClose(to: 1.935, tolerance: 0.05))
    #expect(width[.middle] == (width[.covering] + width[.sharpest]) / 2)
  }

  @Test func `follows what errors call for`() {
    var generator = SeededGenerator(seed: 1)
    let outcomes = (0..<2000).map { _ in
      Outcome(error: Double.random(in: 0...1, using: &generator), reach: 0.5, width: 1)
    }
    // Even errors up to twice the reach: 95 % lie within 1.9.
    for rule in SeasonalDesign.Width.allCases {
      #expect(abs(IntervalWidth(outcomes)[rule] - 1.9) < 0.1, "\(rule)")
    }
  }

  @Test func `is one where nothing is known, and never beyond ten`() {
    #expect(SeasonalDesign.Width.allCases.allSatisfy { IntervalWidth([])[$0] == 1 })
    let none = [Outcome(error: 1, reach: 0, width: 0)]
    #expect(IntervalWidth(none)[.covering] == 1)
    let wild = [Outcome(error: 1e9, reach: 1, width: 2)]
    #expect(IntervalWidth(wild)[.covering] == 10)
  }
}
