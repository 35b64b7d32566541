import Corridor
import Testing
import TradeTestSupport

/// The home case: WITS rows of both sides, 1995 to 2014.
@Suite struct MirrorLedgerTests {
  private func mirror(asOf date: String? = nil) throws -> Mirror {
    try Mirror(
      .builtIn(), between: "KAZ", and: "VNM", asOf: date.flatMap { PublicationDate($0) })
  }

  private func ratios(from exporter: String, _ years: ClosedRange<Int>) throws -> [Double] {
    try mirror().flows.filter {
      $0.exporter == exporter && years.contains($0.period.year)
    }.compactMap { $0.ratio?.value }
  }

  @Test func `from 2003 to 2014 Kazakhstan counts 23 to 193 % more than Viet Nam exports`() throws {
    let ratios = try ratios(from: "VNM", 2003...2014)
    #expect(ratios.count == 12)
    // 2014: 269.930896 / 219.050226, 2005: 4.291865 / 1.46622.
    #expect(try #require(ratios.min()).isClose(to: 1.232278, tolerance: 1e-6))
    #expect(try #require(ratios.max()).isClose(to: 2.927163, tolerance: 1e-6))
  }

  @Test func `before 2003 the flow is below a fifth of a million and goes either way`() throws {
    let early = try mirror().flows.filter {
      $0.exporter == "VNM" && $0.period.year < 2003 && $0.ratio != nil
    }
    #expect(early.map(\.period.year) == [1997, 1999, 2001, 2002])
    #expect(early.allSatisfy { ($0.import?.value ?? 1) < 0.2 })
    #expect(early.count { ($0.ratio?.value ?? 0) > 1 } == 2)
  }

  @Test func `six per cent of freight explains little of it`() throws {
    let mirror = try mirror()
    let flow = try #require(
      mirror.flows.first { $0.exporter == "VNM" && $0.period.year == 2013 })
    #expect(try #require(flow.gap?.value).isClose(to: 81.334729, tolerance: 1e-9))
    #expect(try #require(mirror.explained(flow)?.value).isClose(to: 0.06 * 154.308662))
  }

  @Test func `one partner alone gives both sides the same score and weight`() throws {
    let mirror = try mirror()
    let (one, other) = (
      try #require(mirror.reliabilities["KAZ"]), try #require(mirror.reliabilities["VNM"])
    )
    #expect(one.score == other.score && one.partnerCount == 1 && one.flowCount == 34)
    #expect(mirror.flows.allSatisfy { mirror.weight($0) == 0.5 })
  }

  @Test func `order of the two does not matter`() throws {
    let turned = try Mirror(.builtIn(), between: "VNM", and: "KAZ")
    #expect(try mirror().flows == turned.flows)
  }

  @Test func `as of a day before the copy nothing is known`() throws {
    #expect(throws: MirrorError.noMirror("KAZ and VNM")) { try mirror(asOf: "2017-11-12") }
    #expect(try mirror(asOf: "2017-11-13").flows.allSatisfy { $0.period.year <= 2016 })
  }

  @Test func `a pair with one side only has no mirror`() {
    #expect(throws: MirrorError.noMirror("KAZ and ITA")) {
      try Mirror(.builtIn(), between: "KAZ", and: "ITA")
    }
  }
}
