import Testing
import TradeReport

@Suite struct SparklineTests {
  @Test func `goes from the lowest to the highest in eight steps`() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7]) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], ascii: true) == "_.,-=+*#")
    #expect(Sparkline.text([3, 1, 2]) == "█▁▅")
    #expect(Sparkline.text([-7, 0, -3.5]) == "▁█▅")
  }

  @Test func `a gap is a blank`() {
    #expect(Sparkline.text([1, nil, 2]) == "▁ █")
    #expect(Sparkline.text([nil, 1, nil, 2, nil]) == " ▁ █ ")
  }

  @Test func `values that are all equal stand at the middle`() {
    #expect(Sparkline.text([5, 5, nil, 5]) == "▅▅ ▅")
    #expect(Sparkline.text([0]) == "▅")
  }

  @Test func `nothing known is nothing drawn`() {
    #expect(Sparkline.text([]) == "")
    #expect(Sparkline.text([nil, nil]) == "")
  }

  @Test func `a change of unit changes nothing`() {
    let values: [Double?] = [387.6, 542.7, nil, 500, 631.25]
    #expect(
      Sparkline.text(values.map { $0.map { $0 * 1024 + 4096 } }) == Sparkline.text(values))
  }
}
