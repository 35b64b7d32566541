import Testing

@testable import TradeFlows

@Suite struct IndexValueTests {
  @Test func `a value that is no number has a reason`() {
    #expect(IndexValue(.nan).reason == "the values are too large to calculate with")
    #expect(IndexValue(.infinity).value == nil)
    #expect(IndexValue(2).value == 2)
    #expect(IndexValue(2).reason == nil)
  }

  @Test func `zero has no sign`() {
    #expect(IndexValue(-0.0).value?.sign == .plus)
  }

  @Test func `a quotient by zero is undefined for the reason given`() {
    #expect(throws: Undefined("no trade")) { try ratio(1, 0, "no trade") }
    #expect(throws: Undefined.tooLarge) { try ratio(.infinity, 1, "no trade") }
  }
}
