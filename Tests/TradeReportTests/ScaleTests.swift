import Testing
import TradeTestSupport

@testable import TradeReport

@Suite struct ScaleTests {
  @Test func `equal differences have equal lengths`() {
    let scale = Scale(0...10, from: 100, to: 0)
    #expect([0, 5, 10, 12].map(scale.place) == [100, 50, 0, -20])
  }

  @Test func `equal ratios have equal lengths on a logarithmic scale`() {
    let scale = Scale(1...100, from: 0, to: 80, isLogarithmic: true)
    #expect(scale.place(10).isClose(to: 40))
    #expect(scale.place(100).isClose(to: 80))
  }

  @Test func `no value is too large for a place`() {
    for scale in [
      Scale(-1e300...1e300, from: 0, to: 100), Scale(0...1, from: 0, to: 100),
      Scale(1...2, from: 0, to: 100, isLogarithmic: true), Scale(3...3, from: 0, to: 100),
    ] {
      for value in [-1e300, 0, 1e300] { #expect(abs(scale.place(value)) <= 5000) }
    }
    #expect(Scale(3...3, from: 0, to: 100).place(3) == 50)
  }
}
