import Testing
import TradeSeries
import TradeTestSupport

@Suite struct ThetaTests {
  @Test(arguments: ThetaReference.names) func `equals R with an alpha searched to the end`(
    name: String
  ) throws {
    let history = try ThetaReference.history(name)
    let fit = try Theta().fit(history)
    let squares = try ThetaReference.number(name, "theta_exact", 0, "squares")
    #expect(fit.squares <= squares * (1 + 1e-11))
    #expect(fit.squares.isClose(to: squares, tolerance: 1e-9))
    let alpha = try ThetaReference.number(name, "theta_exact", 0, "alpha")
    #expect(fit.alpha.isClose(to: alpha, tolerance: 1e-6))
    for step in 1...8 {
      let mean = try ThetaReference.number(name, "theta_exact", step, "mean")
      #expect(fit.distribution(at: step).point.isClose(to: mean, tolerance: 1e-6), "\(step)")
    }
  }

  /// `ses` of R stops early: its alpha is right to about three digits.
  @Test(arguments: ThetaReference.names) func `is near thetaf of R`(name: String) throws {
    let fit = try Theta().fit(ThetaReference.history(name))
    for step in 1...8 {
      let mean = try ThetaReference.number(name, "thetaf", step, "mean")
      #expect(fit.distribution(at: step).point.isClose(to: mean, tolerance: 2e-3), "\(step)")
    }
  }

  @Test func `widens as simple smoothing does`() throws {
    let fit = try Theta().fit(ThetaReference.history("Nile"))
    let first = try #require(fit.distribution(at: 1).student)
    let fifth = try #require(fit.distribution(at: 5).student)
    #expect(first.degrees == 98)
    #expect(first.scale.isClose(to: (fit.squares / 98).squareRoot()))
    #expect(fifth.scale.isClose(to: first.scale * (1 + 4 * fit.alpha * fit.alpha).squareRoot()))
    #expect(fit.theta == 2)
    #expect(fit.errors.count == 100)
  }

  @Test func `drifts by half the slope of a line`() throws {
    let fit = try Theta().fit(History((0..<30).map { 10 + 3 * Double($0) }))
    let points = (1...3).map { fit.distribution(at: $0).point }
    #expect((points[1] - points[0]).isClose(to: 1.5))
    #expect((points[2] - points[1]).isClose(to: 1.5))
  }

  @Test func `says when a season was taken out`() throws {
    let seasonal = Theta().reason(for: try ThetaReference.history("AirPassengers"))
    #expect(seasonal.hasSuffix("144 values, after the season was taken out."))
    #expect(!Theta().reason(for: try ThetaReference.history("Nile")).contains("season"))
  }
}
