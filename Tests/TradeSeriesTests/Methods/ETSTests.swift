import Testing
import TradeSeries
import TradeTestSupport

@Suite struct ETSTests {
  @Test func `is at least as likely as the models that R finds, and mostly more`() throws {
    var gains: [Double] = []
    for reference in ETSReference.forms {
      let form = try #require(reference.form)
      let gain = try ETS(form).fit(reference.history).logLikelihood - reference.logLikelihood
      #expect(gain >= -1e-6 * abs(reference.logLikelihood), "\(reference.testDescription)")
      if form.season != .none { gains.append(gain) }
    }
    // The simplex search of R stops early in many dimensions.
    #expect(gains.count { $0 > 0.01 } > gains.count * 9 / 10)
    #expect(gains.reduce(0, +) / Double(gains.count) > 3)
  }

  @Test(arguments: ETSReference.choices) func `chooses a model of at least as good an AICc as R`(
    reference: ETSReference
  ) throws {
    let fit = try ETS().fit(reference.history)
    #expect(try #require(fit.aicc) <= reference.aicc + 1e-6 * abs(reference.aicc))
  }

  @Test(arguments: ["AAdN", "AAA", "MAN", "MNM", "MMN"] as [ETSForm])
  func `no parameter improves the likelihood nearby`(form: ETSForm) throws {
    let history = ETSReference.forms.filter { $0.series == "N0781" }[0].history
    let fit = try ETS(form).fit(history)
    func likelihood(_ parameters: ETSParameters, _ initial: ETSState) -> Double {
      ETS.Fitted(form, parameters: parameters, initial: initial, over: history).logLikelihood
    }
    for sign in [-1.0, 1] {
      for field in [\ETSParameters.alpha, \.beta, \.gamma, \.phi] {
        var near = fit.parameters
        near[keyPath: field] *= 1 + sign * 1e-3
        let isInside =
          (0.0001...0.9999).contains(near.alpha) && near.beta <= near.alpha
          && (form.trend == .none || near.beta >= 0.0001)
          && near.gamma <= 1 - near.alpha && (form.season == .none || near.gamma >= 0.0001)
          && (form.isDamped ? (0.8...0.98).contains(near.phi) : near.phi == 1)
        if isInside { #expect(likelihood(near, fit.initial) <= fit.logLikelihood + 1e-6) }
      }
      var state = fit.initial
      state.level *= 1 + sign * 1e-3
      #expect(likelihood(fit.parameters, state) <= fit.logLikelihood + 1e-6)
      state = fit.initial
      state.trend *= 1 + sign * 1e-4
      #expect(likelihood(fit.parameters, state) <= fit.logLikelihood + 1e-6)
    }
  }

  @Test(arguments: ["AAA", "AAdN", "ANA", "MAM", "MMN"] as [ETSForm])
  func `continues what a model makes without errors`(form: ETSForm) throws {
    let seasons: [Double] =
      switch form.season {
      case .none: []
      case .additive: [5, -3, 1, -3]
      case .multiplicative: [1.2, 0.8, 1.1, 0.9]
      }
    let trend = form.trend == .none ? 0 : form.trend == .additive ? 2 : 1.03
    let model = ETS.Fitted(
      form, parameters: ETSParameters(alpha: 0.3, phi: form.isDamped ? 0.9 : 1),
      initial: ETSState(level: 50, trend: trend, seasons: seasons), over: History([50], season: 4))
    let values = model.path(to: 27)
    let fit = try ETS(form).fit(History(Array(values.prefix(23)), season: 4))
    for (expected, value) in zip(fit.path(to: 4), values.suffix(4)) {
      #expect(expected.isClose(to: value, tolerance: 1e-5))
    }
  }

  @Test func `a form is fitted the same alone and among others`() throws {
    let history = ETSReference.choices[8].history
    let choice = try ETS().fit(history)
    let alone = try ETS(choice.form).fit(history)
    #expect(alone.logLikelihood == choice.logLikelihood)
    #expect(alone.parameters == choice.parameters)
  }

  @Test func `factors are for values above zero`() throws {
    let values: [Double] = [3, 5, 4, 0, 6, 5, 7, 8, 6, 9]
    #expect(try !ETS(allowsMultiplicativeTrend: true).fit(History(values)).form.needsPositive)
    #expect(throws: SeriesError.notPositive(method: "ETS(M,N,N)", value: 0)) {
      try ETS("MNN").fit(History(values))
    }
  }

  @Test func `a multiplicative trend is chosen where it is asked for only`() throws {
    var generator = SeededGenerator(seed: 5)
    var value = 10.0
    let growth = (0..<40).map { _ in
      value *= 1.12 * Double.random(in: 0.99...1.01, using: &generator)
      return value
    }
    #expect(try ETS().fit(History(growth)).form.trend == .additive)
    let fit = try ETS(allowsMultiplicativeTrend: true).fit(History(growth))
    #expect(fit.form.trend == .multiplicative)
    #expect((fit.path(to: 10)[9] / value).isClose(to: 3.1, tolerance: 0.05))
  }

  @Test func `a season needs values for its parameters`() throws {
    let year = (0..<12).map { 10 + Double($0 % 4) + Double($0 % 3) }
    #expect(throws: SeriesError.tooShort(method: "ETS(A,N,A)", count: 12, needed: 16)) {
      try ETS("ANA").fit(History(year, season: 12))
    }
    #expect(try ETS().fit(History(year, season: 12)).form.season == .none)
    let more = (0..<20).map { 10 + Double($0 % 12) }
    #expect(try ETS("ANA").fit(History(more, season: 12)).squares < 1e-20)
    // A form without the season that the series has not.
    #expect(try ETS("MAM").fit(History(year)).form == "MAN")
  }

  @Test(arguments: [1, 2, 3]) func `is too short below four values`(count: Int) {
    let values = [Double](repeating: 1, count: count)
    #expect(throws: SeriesError.tooShort(method: "ets", count: count, needed: 4)) {
      try ETS().fit(History(values, season: 4))
    }
  }

  @Test(arguments: [1, 4, 12]) func `answers soundly whatever the values`(season: Int) throws {
    var generator = SeededGenerator(seed: season)
    func noise(_ count: Int) -> [Double] {
      (0..<count).map { _ in Double.random(in: 0.5...1.5, using: &generator) }
    }
    var outlier = noise(40)
    outlier[20] = 1e12
    var inputs: [[Double?]] = [
      [5, 5, 5, 5], [Double](repeating: 0, count: 30), noise(4), noise(5), noise(7), noise(23),
      noise(30).map { -$0 }, noise(30).map { $0 - 1 }, noise(30).map { $0 * 1e-300 },
      noise(30).map { $0 * 1e149 }, outlier, (0..<30).map { Double($0 % season) },
      (0..<30).map { 1e9 + Double($0 % 2) }, (0..<30).map { 1e-6 + ($0 == 29 ? 1 : 0) },
      [1e140] + noise(30), noise(30).enumerated().map { $0 % 3 == 1 ? nil : $1 },
    ]
    inputs[15][29] = 1
    for values in inputs {
      for allowed in season == 4 ? [true] : [false] {
        let fit = try ETS(allowsMultiplicativeTrend: allowed).fit(History(values, season: season))
        #expect(fit.logLikelihood.isFinite && fit.sigma.isFinite, "\(values)")
        #expect(isSound(fit, steps: [1, 2, 13, 1000], "\(fit.form) \(values)"))
      }
    }
  }

  @Test func `gaps change what is learned little`() throws {
    let history = ETSReference.choices[0].history
    var values = history.values
    values[5] = nil
    values[9] = nil
    let (all, some) = (try ETS("AAN").fit(history), try ETS("AAN").fit(History(values)))
    #expect(some.count == all.count - 2)
    #expect((some.path(to: 1)[0] / all.path(to: 1)[0]).isClose(to: 1, tolerance: 0.02))
  }
}
