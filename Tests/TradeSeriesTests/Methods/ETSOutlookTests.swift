import Glibc
import Testing
import TradeSeries
import TradeTestSupport

@Suite struct ETSOutlookTests {
  /// A model whose σ is that of its two kinds of errors, up and down by as much.
  private func model(_ form: ETSForm, spread: Double) -> ETS.Fitted {
    let seasons: [Double] =
      switch form.season {
      case .none: []
      case .additive: [8, -8, 14, -14]
      case .multiplicative: [1.1, 0.9, 1.2, 0.8]
      }
    let initial = ETSState(
      level: 100, trend: form.trend == .none ? 0 : form.trend == .additive ? 1.5 : 1.01,
      seasons: seasons)
    let parameters = ETSParameters(
      alpha: 0.4, beta: form.trend == .none ? 0 : 0.1, gamma: seasons.isEmpty ? 0 : 0.2,
      phi: form.isDamped ? 0.9 : 1)
    // Values are made one by one so that each error is what it should be.
    var values: [Double] = []
    for index in 0..<40 {
      let error = index % 4 == 0 || index % 4 == 3 ? spread : -spread
      let expected = (values.isEmpty ? nil : next(form, parameters, initial, values))
      let f = expected ?? first(form, initial, parameters)
      values.append(form.error == .multiplicative ? f * (1 + error) : f + 100 * error)
    }
    return ETS.Fitted(form, parameters: parameters, initial: initial, over: history(values))
  }

  private func history(_ values: [Double]) -> History { History(values, season: 4) }

  private func next(
    _ form: ETSForm, _ parameters: ETSParameters, _ initial: ETSState, _ values: [Double]
  ) -> Double {
    ETS.Fitted(form, parameters: parameters, initial: initial, over: history(values)).path(to: 1)[0]
  }

  private func first(
    _ form: ETSForm, _ initial: ETSState, _ parameters: ETSParameters
  ) -> Double {
    ETS.Fitted(form, parameters: parameters, initial: initial, over: history([1])).expected[0]
  }

  /// Standard deviation of `step` periods ahead in 1500 futures, made with the model's own recursion.
  private func simulated(_ fit: ETS.Fitted, steps: Int, seed: Int) -> [(mean: Double, sd: Double)] {
    var generator = SeededGenerator(seed: seed)
    let start = fit.final.seasons
    // The season of the next period comes first.
    let state = ETSState(
      level: fit.final.level, trend: fit.final.trend,
      seasons: start.indices.map { start[(fit.expected.count + $0) % start.count] })
    var sums = [(Double, Double)](repeating: (0, 0), count: steps)
    let count = 1500
    for _ in 0..<count {
      var values: [Double] = []
      for step in 0..<steps {
        let uniform = (0..<12).reduce(-6.0) { sum, _ in
          sum + Double.random(in: 0...1, using: &generator)
        }
        let f =
          values.isEmpty
          ? ETS.Fitted(
            fit.form, parameters: fit.parameters, initial: state, over: history([1])
          ).expected[0] : next(fit.form, fit.parameters, state, values)
        let error = fit.sigma * uniform
        let value = fit.form.error == .multiplicative ? f * (1 + error) : f + error
        values.append(value)
        sums[step].0 += value
        sums[step].1 += value * value
      }
    }
    return sums.map { sum, square in
      let mean = sum / Double(count)
      return (mean, (square / Double(count) - mean * mean).squareRoot())
    }
  }

  @Test(arguments: ["AAdA", "MAN", "MNA", "MAdM", "MMN", "MMdM"] as [ETSForm])
  func `spreads as simulated futures do`(form: ETSForm) throws {
    let fit = model(form, spread: 0.04)
    let futures = simulated(fit, steps: 6, seed: 11)
    for step in [1, 2, 4, 6] {
      let distribution = fit.distribution(at: step)
      let future = futures[step - 1]
      // The error of 1500 draws is 1.8 % of a standard deviation; the formula of factors adds some.
      #expect(distribution.point.isClose(to: future.mean, tolerance: 0.01))
      let sd: Double =
        if case .exponential(let inner) = distribution, let student = inner.student {
          student.scale * distribution.point
        } else { try #require(distribution.student).scale }
      #expect((sd / future.sd).isClose(to: 1, tolerance: 0.08), "step \(step)")
    }
  }

  @Test func `a multiplicative trend stays above zero`() {
    let fit = model("MMN", spread: 0.2)
    #expect(fit.distribution(at: 20).quantile(0.001) > 0)
  }
}
