import Glibc
import Testing
import TradeSeries
import TradeTestSupport

@Suite struct ETSFittedTests {
  private func known(_ reference: ETSReference) -> ETS.Fitted {
    ETS.Fitted(
      reference.chosen, parameters: reference.parameters, initial: reference.initial,
      over: reference.history)
  }

  @Test func `every form of R is compared`() {
    #expect(ETSReference.forms.count == 116)
    #expect(ETSReference.choices.count == 13)
  }

  @Test(arguments: ETSReference.all) func `has the likelihood that R gives the same parameters`(
    reference: ETSReference
  ) throws {
    let fit = known(reference)
    #expect(fit.logLikelihood.isClose(to: reference.logLikelihood, tolerance: 1e-9))
    #expect(try #require(fit.aicc).isClose(to: reference.aicc, tolerance: 1e-9))
    let k = Double(fit.parameterCount + 1)
    #expect(fit.aic == -2 * fit.logLikelihood + 2 * k)
    #expect((fit.bic - fit.aic).isClose(to: k * (log(Double(fit.count)) - 2)))
  }

  @Test(arguments: ETSReference.all) func `expects what R expects of the same parameters`(
    reference: ETSReference
  ) throws {
    let fit = known(reference)
    let form = reference.chosen
    let isProduct = form.season == .multiplicative
    for step in 1...8 {
      let expected = try #require(fit.distribution(at: step).student)
      let (mean, error) = (reference.means[step - 1], reference.errors[step - 1])
      #expect(expected.degrees == Double(fit.count - fit.parameterCount))
      // R adds σ² α γ to the mean of a product of level and season, and drops φ from it.
      if !(isProduct && form.isDamped) {
        #expect(expected.location.isClose(to: mean, tolerance: isProduct ? 1e-3 : 1e-9))
      }
      // Without a trend R puts γ a period too early (G[3,1] in class1 and class2, for G[2,1]).
      if form.season == .additive, form.trend == .none, step >= reference.history.season {
        continue
      }
      // Of a product R takes the moments exactly, the formula to the first order.
      #expect(expected.scale.isClose(to: error, tolerance: isProduct ? 6e-2 : 1e-8))
    }
    #expect(fit.path(to: 8) == (1...8).map { fit.distribution(at: $0).point })
    #expect(fit.path(to: 0).isEmpty)
  }

  @Test(arguments: ["AAA", "MAdM", "MMN"] as [ETSForm])
  func `errors, expectations and states tell one story`(form: ETSForm) {
    let values: [Double?] = [10, 12, 9, 14, nil, 16, 11, 17, 12, 15, 13, nil, nil, 21]
    let fit = ETS.Fitted(
      form, parameters: ETSParameters(alpha: 0.4, beta: 0.1, gamma: 0.2, phi: 0.9),
      initial: ETSState(
        level: 10, trend: form.trend == .multiplicative ? 1.02 : 0.3,
        seasons: form.season == .none
          ? [] : form.season == .additive ? [1, -1, 2, -2] : [1.1, 0.9, 1.2, 0.8]),
      over: History(values, season: 4))
    #expect(fit.errors.count == 14 && fit.expected.count == 14 && fit.states.count == 15)
    #expect(fit.states[0] == fit.initial)
    #expect(fit.states[14] == fit.final)
    #expect(fit.errors.map { $0 == nil } == values.map { $0 == nil })
    #expect(fit.squares.isClose(to: fit.errors.reduce(0) { $0 + ($1 ?? 0) * ($1 ?? 0) }))
    #expect(fit.sigma.isClose(to: (fit.squares / Double(11 - fit.parameterCount)).squareRoot()))
    let first = (10 - fit.expected[0]) / (form.error == .multiplicative ? fit.expected[0] : 1)
    #expect(fit.errors[0].isClose(to: first))
    // A gap moves the level by the trend and nothing else.
    let (before, after) = (fit.states[4], fit.states[5])
    let moved =
      form.trend == .multiplicative
      ? before.level * pow(before.trend, 0.9) : before.level + 0.9 * before.trend
    #expect(after.level.isClose(to: moved))
    #expect(after.seasons == before.seasons)
    // The density of the values: their errors' times 1 / f.
    let shift = fit.logLikelihood - fit.likelihood.logarithm
    #expect(shift.isClose(to: -5.5 * log(11), tolerance: 1e-9))
  }

  @Test func `the first error after a gap counts in units of the spread over it`() {
    // c = α and v = 1 + 2 · 0.5² after two missing values.
    let fit = ETS.Fitted(
      "ANN", parameters: ETSParameters(alpha: 0.5), initial: ETSState(level: 4),
      over: History([4, nil, nil, 7]))
    #expect(fit.errors[3].isClose(to: 3 / 1.5.squareRoot()))
  }
}
