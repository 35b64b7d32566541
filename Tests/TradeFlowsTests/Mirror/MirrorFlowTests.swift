import Testing
import TradeFlows
import TradeSeries
import TradeTables

@Suite struct MirrorFlowTests {
  static func flow(
    _ export: Double?, _ imports: Double?, _ marks: (Qualifier, Qualifier) = (.exact, .exact),
    from exporter: String = "VNM", to importer: String = "KAZ", in year: Int = 2014
  ) -> MirrorFlow {
    MirrorFlow(
      exporter: exporter, importer: importer, period: Period(year: year),
      export: export.map { Figure($0, marks.0, unit: .millionUSD) },
      import: imports.map { Figure($0, marks.1, unit: .millionUSD) })
  }

  @Test func `gap and ratio are imports beside exports`() {
    let flow = Self.flow(100, 130)
    #expect(flow.gap?.value == 30)
    #expect(flow.ratio?.value == 1.3)
  }

  @Test func `one side alone has neither`() {
    for flow in [Self.flow(100, nil), Self.flow(nil, 100)] {
      #expect(flow.gap == nil && flow.ratio == nil)
    }
  }

  @Test func `no ratio to zero`() {
    #expect(Self.flow(0, 10).ratio == nil)
    #expect(Self.flow(0, 10).gap?.value == 10)
    #expect(Self.flow(10, 0).ratio?.value == 0)
  }

  @Test func `bounds stay bounds`() {
    let flow = Self.flow(100, 130, (.exact, .moreThan))
    #expect(flow.gap == Figure(30, .moreThan, unit: .millionUSD))
    #expect(flow.ratio?.qualifier == .moreThan)
    #expect(Self.flow(100, 130, (.moreThan, .exact)).ratio?.qualifier == .lessThan)
    #expect(Self.flow(100, 130, (.moreThan, .moreThan)).ratio == nil)
  }
}
