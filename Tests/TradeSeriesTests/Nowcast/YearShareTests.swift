import Testing
import TradeTestSupport

@testable import TradeSeries

@Suite struct YearShareTests {
  @Test func `equals numerical integration over the mean share`() throws {
    let rows = try YearShareReference.rows()
    #expect(rows.count == 36)
    for row in rows {
      let shares = (row["shares"] ?? "").split(separator: " ").compactMap { Double($0) }
      let share = YearShare(
        months: try #require(row["months"].flatMap { Int($0) }), shares: shares,
        change: try #require(row["change"].flatMap { Double($0) }))
      let expected = try #require(row["value"].flatMap { Double($0) })
      let quantity = try #require(row["quantity"])
      let found =
        switch quantity {
        case "centre": share.centre
        case "scale": share.scale
        default: share.quantile(try #require(Double(quantity.dropFirst("quantile ".count))))
        }
      #expect(found.isClose(to: expected, tolerance: 1e-9), "\(row)")
    }
  }

  @Test(arguments: 1...11) func `without a known share it is the calendar's`(months: Int) {
    let share = YearShare(months: months, shares: [], change: 0.3)
    #expect(share.expected.isClose(to: Double(months) / 12))
    #expect(share.weight == 0)
    #expect(share.quantile(0.1) < share.expected && share.expected < share.quantile(0.9))
  }

  @Test(arguments: 1...11) func `each known share narrows it`(months: Int) {
    let same = Double(months) / 12
    let scales = (0...5).map { count in
      YearShare(months: months, shares: Array(repeating: same, count: count), change: 0.3).scale
    }
    #expect(zip(scales, scales.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test(arguments: 1...11) func `wilder series are wider`(months: Int) {
    let scales = [0.0, 0.1, 0.5, 2].map { change in
      YearShare(months: months, shares: [], change: change).scale
    }
    #expect(zip(scales, scales.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `later months are known better`() {
    let scales = (1...11).map { YearShare(months: $0, shares: [], change: 0.4).scale }
    #expect(scales[0] > scales[4] && scales[4] > scales[8] && scales[8] > scales[10])
  }

  @Test func `no part is larger than its year, nor the year without end`() {
    let share = YearShare(months: 11, shares: [0.999], change: 50)
    #expect(share.quantile(0.999) == 1)
    #expect(share.expected <= 1)
    #expect(share.quantile(1e-9) >= 1e-12)
  }

  @Test func `the learned numbers are of eleven months, and held where they say so`() {
    for numbers in [YearShares.level, YearShares.between, YearShares.within] {
      #expect(numbers.count == 11 && numbers.allSatisfy { $0 > 0 && $0 < 1 })
    }
    #expect(YearShares.coverages.flatMap(\.self).allSatisfy { (0.91...0.97).contains($0) })
  }
}
