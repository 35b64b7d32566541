import Foundation
import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct NormalTailTests {
  // mpmath 1.3, 50 digits: log(erfc(z/sqrt(2))/2) and npdf(z)/(erfc(z/sqrt(2))/2).
  @Test(arguments: [
    (-30.0, -4.90671392714818706e-198, 1.47364613487854752e-196),
    (0.0, -0.693147180559945309, 0.797884560802865356),
    (4.9, -14.5511826893553126, 5.08982860012988363),
    (5.0, -15.0649983939887257, 5.18650396712584212),
    (40.0, -804.608442013753788, 40.0249688472072637),
    (1e6, -500000000014.734449, 1000000.000001),
    (1e10, -5.0e19, 10000000000.0),
  ])
  func `is known to the last digits`(z: Double, logUpper: Double, hazard: Double) {
    #expect(abs(StandardNormal.logUpper(z) - logUpper) <= 1e-15 * abs(logUpper))
    #expect(abs(StandardNormal.hazard(z) - hazard) <= 2e-15 * hazard)
  }

  @Test func `goes on smoothly where the formula changes`() {
    for z in [0.0, 5] {
      let (below, above) = (z.nextDown, z.nextUp)
      #expect(
        StandardNormal.logUpper(below).isClose(to: StandardNormal.logUpper(above), tolerance: 4e-15)
      )
      #expect(
        StandardNormal.hazard(below).isClose(to: StandardNormal.hazard(above), tolerance: 4e-15))
    }
  }

  @Test func `the hazard is minus the slope of the logarithm`() {
    for z in stride(from: -6, through: 30, by: 0.37) {
      let slope = (StandardNormal.logUpper(z + 1e-5) - StandardNormal.logUpper(z - 1e-5)) / 2e-5
      #expect(slope.isClose(to: -StandardNormal.hazard(z), tolerance: 1e-6))
    }
  }
}
