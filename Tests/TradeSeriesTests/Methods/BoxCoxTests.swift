import Foundation
import Testing
import TradeSeries
import TradeTestSupport

@Suite struct BoxCoxTests {
  @Test func `has the values of the formula`() {
    #expect(BoxCox(lambda: 0.5).value(9).isClose(to: 4, tolerance: 1e-15))
    #expect(BoxCox(lambda: 0.5).value(-9).isClose(to: -8, tolerance: 1e-15))
    #expect(BoxCox(lambda: 0.5).value(0) == -2)
    #expect(BoxCox(lambda: 0).value(M_E).isClose(to: 1, tolerance: 1e-15))
    #expect(BoxCox(lambda: 1).value(7.25).isClose(to: 6.25, tolerance: 1e-15))
    #expect(BoxCox(lambda: 0.5).inverse(-8).isClose(to: -9, tolerance: 1e-14))
    #expect(BoxCox(lambda: 0.5).inverse(-2) == 0)
  }

  @Test(arguments: [0, 1e-9, 0.001, 0.3, 0.5, 0.9, 1])
  func `brings back what it took, and rises throughout`(lambda: Double) {
    let scale = BoxCox(lambda: lambda)
    // Small powers of values below zero are all near −2 / λ; amounts are what they are for.
    let least = lambda < 0.3 ? 0 : -1e9
    let values = [-1e9, -3, -0.1, 0, 1e-12, 0.1, 1, 3, 1e9].filter {
      scale.covers($0) && $0 >= least
    }
    let places = values.map(scale.value)
    for (value, place) in zip(values, places) {
      let back = scale.inverse(place)
      // Near zero the power that is left of it has few digits beside the one that is added.
      #expect(abs(back - value) <= 1e-11 * max(abs(value), 1), "\(value) \(back)")
    }
    for (low, high) in zip(places, places.dropFirst()) { #expect(low < high) }
  }

  @Test func `a small power is nearly the logarithm`() {
    #expect(BoxCox(lambda: 1e-12).value(50).isClose(to: log(50), tolerance: 1e-10))
    #expect(!BoxCox(lambda: 0).covers(0))
    #expect(BoxCox(lambda: 0.1).covers(-5))
  }

  // MARK: Guerrero

  @Test(arguments: ["N0337", "N0625", "N0646", "N1321", "N1882", "N2602"])
  func `finds the power that R finds`(series: String) throws {
    let expected = try TransformedReference.number(series, "guerrero", 0, "lambda")
    let found = BoxCox(guerrero: try TransformedReference.history(series)).lambda
    #expect(abs(found - expected) < 1e-6, "\(found)")
  }

  @Test func `finds the power that the spread follows`() {
    // s = m^0.6 in each half of every pair: the power is 0.4.
    let values = (1...8).flatMap { step -> [Double] in
      let mean = 100.0 * Double(step)
      let reach = pow(mean, 0.6) / 2.0.squareRoot()
      return [mean - reach, mean + reach]
    }
    #expect(BoxCox(guerrero: History(values)).lambda.isClose(to: 0.4, tolerance: 1e-6))
    let scaled = BoxCox(guerrero: History(values.map { $0 * 1e-200 })).lambda
    #expect(scaled.isClose(to: 0.4, tolerance: 1e-6))
  }

  @Test(arguments: [[5], [5, 7], [4, 4, 4, 4, 4, 4], [0, 0, 0, 0], [-5, 3, -9, 2, -4, 1]])
  func `values that tell nothing keep their scale`(values: [Double]) {
    let lambda = BoxCox(guerrero: History(values)).lambda
    #expect(lambda == 1)
  }

  @Test func `zero keeps the logarithm away`() {
    let values = (0..<24).map { place in place % 2 == 0 ? 0 : pow(2, Double(place)) }
    let found = BoxCox(guerrero: History(values)).lambda
    #expect(found >= 0.1 && found <= 1)
  }
}
