import Testing
import TradeSeries
import TradeTestSupport

@Suite struct SeasonalNaiveTests {
  @Test func `repeats the last season`() throws {
    // Changes over four quarters: 4, 4, 4, 12; σ² = (3 · 16 + 144) / 4 = 48.
    let fit = try SeasonalNaive().fit(History([1, 2, 3, 4, 5, 6, 7, 16], season: 4))
    #expect((1...9).map { fit.distribution(at: $0).point } == [5, 6, 7, 16, 5, 6, 7, 16, 5])
    #expect(fit.variance == 48)
    let scales = try [1, 4, 5, 8, 9].map { try #require(fit.distribution(at: $0).student).scale }
    for (scale, seasons) in zip(scales, [1.0, 1, 2, 2, 3]) {
      #expect(scale.isClose(to: (48 * seasons).squareRoot()))
    }
    #expect(fit.likelihood == Likelihood(squares: 192, count: 4, level: 5.5))
  }

  @Test(arguments: 1...5) func `equals naive without a season`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    var values: [Double?] = (0..<12).map { _ in Double.random(in: 1...9, using: &generator) }
    values[4] = nil
    values[7] = nil
    let history = History(values)
    let (seasonal, naive) = (try SeasonalNaive().fit(history), try Naive().fit(history))
    for step in 1...6 {
      #expect(seasonal.distribution(at: step) == naive.distribution(at: step))
    }
    #expect(seasonal.likelihood == naive.likelihood)
  }

  @Test func `reaches back over a gap, with the variance of the seasons between`() throws {
    let fit = try SeasonalNaive().fit(
      History([1, 2, 3, 4, 2, 4, 3, 7, 3, nil, 4, 5], season: 4))
    #expect((1...4).map { fit.distribution(at: $0).point } == [3, 4, 4, 5])
    #expect(fit.ages == [1, 2, 1, 1])
    let scale = try #require(fit.distribution(at: 6).student).scale
    #expect(scale.isClose(to: (3 * fit.variance).squareRoot()))
  }

  @Test func `takes the last value where no season repeats`() throws {
    let history = History([3, 4, 6, 5, 7], season: 12)
    let fit = try SeasonalNaive().fit(history)
    #expect(fit.season == 1)
    #expect(fit.distribution(at: 7) == (try Naive().fit(history)).distribution(at: 7))
  }

  @Test func `survives any history`() throws {
    for (index, history) in OddHistories.all.enumerated() where history.count >= 2 {
      #expect(isSound(try SeasonalNaive().fit(history), steps: [1, 5, 30], "history \(index)"))
    }
  }
}
