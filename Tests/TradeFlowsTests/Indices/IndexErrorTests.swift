import Testing
import TradeFlows

@Suite struct IndexErrorTests {
  @Test(
    arguments: [
      IndexError.lacks(.code, index: "rca"), .noFlow("import", index: "balance", available: []),
      .noWorld(index: "rca"), .tooFew(.reporter, count: 1, needed: 2, index: "eci"),
      .onePeriod(index: "changes"), .noQuantity(index: "prices"), .noOutput(index: "openness"),
      .notThere(.partner, "VNN", available: ["VNM"]), .nestedCodes("10", "1001"),
      .noCodes(digits: 4), .negative(-1, key: "period 2020"), .tooLarge(1e200, key: "period 2020"),
      .repeated(key: "period 2020"), .notAPeriod("x"), .nothingLeft(available: "2019 to 2020"),
      .noResult(index: "rca"), .noIndex("x", hint: ""),
    ])
  func `is one sentence without a full stop`(error: IndexError) {
    #expect(!error.description.isEmpty && !error.description.hasSuffix("."))
    #expect(!error.description.contains("\n"))
  }

  @Test func `a slip is answered by the nearest name`() {
    #expect(
      IndexError.notThere(.partner, "VNN", available: ["VNM"]).description
        == "there is no partner 'VNN' in the data (did you mean 'VNM'?); there are VNM")
  }
}
