/// Exponential smoothing in all its forms, the best one chosen by AICc.
///
///     try series.forecast(with: .ets, horizon: 3)
///     try ETS("MAdM").fit(history).parameters.alpha
///
/// Every form that the values allow is fitted by maximum likelihood, and the one with the least
///
///     AICc = −2 ln L + 2 k + 2 k (k + 1) / (n − k − 1)
///
/// is taken, k counting α, β, γ, φ, the initial state and σ². Factors are for values above zero,
/// relative errors for those of which σ is at most one, a multiplicative trend only where it is
/// asked for: it explodes. Bounds: α from 0.0001 to 0.9999,
/// β from 0.0001 to α, γ from 0.0001 to 1 − α, φ from 0.8 to 0.98, and the influence of old values
/// must die away. A gap moves the state on and teaches nothing; the first error after it counts in
/// units of the spread of a forecast over it.
///
/// Reference: Hyndman, Koehler, Ord & Snyder, *Forecasting with Exponential Smoothing* (2008);
/// Hyndman, Koehler, Snyder & Grose, *International Journal of Forecasting* 18 (2002).
public struct ETS: Forecaster, Hashable {
  /// The form that is asked for; `nil` where the best one is chosen.
  public let form: ETSForm?
  /// Whether a choice may fall on a multiplicative trend.
  public let allowsMultiplicativeTrend: Bool
  /// Whether a choice falls on additive errors, trends and seasons only.
  public let isAdditive: Bool

  /// The automatic choice.
  public init(allowsMultiplicativeTrend: Bool = false, isAdditive: Bool = false) {
    form = nil
    self.allowsMultiplicativeTrend = allowsMultiplicativeTrend
    self.isAdditive = isAdditive
  }

  /// One form; its season is left out where the series has none.
  public init(_ form: ETSForm) {
    self.form = form
    allowsMultiplicativeTrend = form.trend == .multiplicative
    isAdditive = !form.needsPositive
  }

  /// Relative errors and factors mean something only where zero does.
  public var onTransformedValues: (any Forecaster)? {
    form.map { $0.needsPositive ? nil : self } ?? ETS(isAdditive: true)
  }

  /// `ets` on the command line and in tables, or the form, such as `ETS(A,A,N)`.
  public var name: String { form?.description ?? "ets" }

  /// The parameters of the form, and two degrees of freedom for the variance.
  ///
  /// A season needs more, which only a series can tell.
  public var leastCount: Int { (form ?? .simple).parameterCount(season: 1) + 2 }

  /// Learns the parameters of the form, or of every form to choose from.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    var search = ETSSelection(history)
    if let form {
      let form = history.season == 1 ? form.withoutSeason : form
      let needed = form.parameterCount(season: history.season) + 2
      guard history.count >= needed else {
        throw .tooShort(method: name, count: history.count, needed: needed)
      }
      if form.needsPositive, let wrong = history.present.first(where: { $0.value <= 0 }) {
        throw .notPositive(method: name, value: wrong.value)
      }
      return search.fit(form)
    }
    guard history.count >= leastCount else {
      throw .tooShort(method: name, count: history.count, needed: leastCount)
    }
    return search.best(of: candidates(history))
  }

  /// The forms with an AICc for that many values, simple ones first; at least one.
  private func candidates(_ history: History) -> [ETSForm] {
    let isPositive = history.present.allSatisfy { $0.value > 0 }
    let forms = ETSForm.all.filter { form in
      (history.season > 1 || form.season == .none)
        && (isPositive && !isAdditive || !form.needsPositive)
        && (allowsMultiplicativeTrend || form.trend != .multiplicative)
        && history.count > form.parameterCount(season: history.season) + 2
    }
    return forms.isEmpty ? [.simple] : forms
  }

  /// Says how the form was chosen, and what the interval takes for granted.
  public func reason(for history: History) -> String {
    let choice = form.map { "The model \($0)" } ?? "The exponential smoothing model of least AICc"
    return "\(choice), learned from \(history.count) values; its interval takes the model for true."
  }
}

extension ETSForm {
  var withoutSeason: ETSForm {
    ETSForm(error: error, trend: trend, isDamped: isDamped) ?? .simple
  }
}

extension Forecaster where Self == ETS {
  /// The best exponential smoothing model.
  public static var ets: ETS { ETS() }
}
