import Testing
import TradeFlows
import TradeTestSupport

@Suite struct OpennessTests {
  @Test func `match a calculation by hand`() {
    #expect(Openness.ratioToOutput(exports: 60, imports: 40, gdp: 200) == .number(0.5))
    #expect(Openness.exportRatio(exports: 60, gdp: 200) == .number(0.3))
    // 40 / (200 − 60 + 40)
    #expect(
      Openness.importPenetration(exports: 60, imports: 40, gdp: 200).value.isClose(to: 2.0 / 9))
    #expect(Openness.dependence(onPartner: 5, of: 20) == .number(0.25))
  }

  @Test func `undefined without output or trade`() {
    #expect(
      Openness.exportRatio(exports: 1, gdp: 0).reason == "GDP is not above zero")
    #expect(
      Openness.importPenetration(exports: 9, imports: 1, gdp: 5).reason
        == "exports exceed output and imports")
    #expect(Openness.dependence(onPartner: 0, of: 0).reason == "the reporter has no trade")
  }
}
