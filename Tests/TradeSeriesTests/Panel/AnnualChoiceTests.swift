import Testing
import TradeSeries
import TradeTestSupport

/// What `auto` learns from the annual series of a file, as it says and as it shows.
@Suite struct AnnualChoiceTests {
  private let history = History([30, 33, 29, 41, 38, 47])

  private func learned(_ values: [[Double]], horizon: Int = 1, workers: Int = 2) -> any Forecaster {
    Auto().learned(from: SimulatedPanel.panel(values, workers: workers), horizon: horizon)
  }

  private func points(_ method: any Forecaster, _ history: History) throws -> [Double] {
    let fit: any FittedForecaster = try method.fit(history)
    return [1, 2, 5].flatMap { step in
      [0.025, 0.5, 0.975].map { fit.distribution(at: step).quantile($0) }
    }
  }

  /// Series that swing by a rule of their own, unlike any trade.
  private func swinging(_ series: Int, count: Int, seed: Int) -> [[Double]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<series).map { _ in
      let size = Double.random(in: 20...80, using: &generator)
      let first = Double.random(in: -1...1, using: &generator)
      return (0..<count).map { place in
        let side = place % 2 == 0 ? size : -size
        return 500 + side * (1 + 0.1 * first)
          + Double.random(in: -2...2, using: &generator)
      }
    }
  }

  @Test func `nineteen series cannot tell, and the prior for trade stays`() throws {
    let values = swinging(19, count: 8, seed: 1)
    #expect(try points(learned(values), history) == points(.auto, history))
    #expect(learned(values).reason(for: history) == Auto().reason(for: history))
  }

  @Test func `series that are too short to hold back their last value cannot tell`() throws {
    let short = swinging(40, count: 3, seed: 1)
    #expect(try points(learned(short), history) == points(.auto, history))
    let constant = (0..<40).map { [Double](repeating: Double($0), count: 8) }
    #expect(try points(learned(constant), history) == points(.auto, history))
    #expect(try points(learned([]), history) == points(.auto, history))
  }

  @Test func `a file with a rule of its own is learned from`() throws {
    let values = swinging(40, count: 8, seed: 2)
    let method = learned(values)
    let reason = method.reason(for: history)
    #expect(reason.contains(", and in the series of the file"))
    #expect(reason.hasSuffix("of the ways tried, this forecast the last values of 40 series best."))
    // The last value is above; the next one is below, and the last value alone says nothing of it.
    let past = History(values[0].dropLast())
    let own = try method.fit(past) as any FittedForecaster
    let alone = try Auto().fit(past) as any FittedForecaster
    let actual = values[0][7]
    #expect(
      abs(own.distribution(at: 1).point - actual) < abs(alone.distribution(at: 1).point - actual))
  }

  @Test func `says which of the priors was better`() {
    let reason = learned(swinging(24, count: 7, seed: 3)).reason(for: history)
    let origins = Prior.all.filter { reason.contains($0.provenance) }
    #expect(origins.count == 1)
    #expect(reason.hasPrefix("Chosen for 6 values: what followed such values in "))
  }

  @Test func `the unit of a file says nothing`() throws {
    let values = swinging(24, count: 7, seed: 4)
    let plain = learned(values)
    let scaled = learned(values.map { $0.map { $0 * 1024 } })
    for (a, b) in zip(try points(plain, history), try points(scaled, history)) {
      #expect(b.isClose(to: a, tolerance: 1e-6))
    }
    #expect(plain.reason(for: history) == scaled.reason(for: history))
  }

  @Test func `the number of workers says nothing`() throws {
    let values = swinging(24, count: 7, seed: 5)
    let one = try points(learned(values, workers: 1), history)
    #expect(try points(learned(values, workers: 5), history) == one)
  }

  @Test func `constants and series without values of use do not stop it`() throws {
    let values =
      swinging(24, count: 7, seed: 6) + [[5], [5, 5, 5, 5, 5, 5], [0, 0, 0, 0, 0], [1, 2]]
    let method = learned(values)
    #expect(method.reason(for: history).contains("24 series"))
    for values in values.suffix(4) {
      let fit: any FittedForecaster = try method.fit(History(values))
      #expect(isSound(fit, steps: [1, 3], "\(values)"))
    }
  }

  @Test func `seasons are none of its business`() throws {
    let quarters = try Series(
      "quarters", unit: .one, start: Period(year: 2020, quarter: 1),
      values: [5, 9, 6, 8, 6, 10, 7, 9, 7])
    let annual = swinging(24, count: 7, seed: 7).map { Series("s", start: 2000, values: $0) }
    let mixed = Auto().learned(from: Panel(annual + [quarters]), horizon: 1)
    let plain = Auto().learned(from: Panel(annual), horizon: 1)
    #expect(try points(mixed, history) == points(plain, history))
    #expect(try points(mixed, quarters.history) == points(.auto, quarters.history))
  }
}
