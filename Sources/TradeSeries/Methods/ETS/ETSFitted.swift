import Glibc

extension ETS {
  /// One exponential smoothing model with what it learned from one series.
  public struct Fitted: FittedForecaster {
    /// The model that was taken.
    public let form: ETSForm
    /// α, β, γ and φ.
    public let parameters: ETSParameters
    /// The state before the first value.
    public let initial: ETSState
    /// The state after the last value.
    public let final: ETSState
    /// Σ e²; of relative errors (y − f) / f where the error is multiplicative.
    public let squares: Double
    /// How many values there are, gaps not among them.
    public let count: Int
    /// n, gaps included.
    let periods: Int
    /// α, β, γ, φ and the initial state, as far as the form has them; σ² is not among them.
    public let parameterCount: Int
    /// Σ ln f where errors are multiplicative, after gaps with their spread.
    private let logs: Double
    /// Σ e² below which errors are the rounding of the values.
    private let floor: Double
    private let meanSize: Double
    private let history: History

    /// The model with parameters and a first state that are known, as if they had been learned.
    ///
    /// `initial` has as many seasons as the history where the form has a season, otherwise none. A
    /// form of factors needs values above zero.
    public init(
      _ form: ETSForm, parameters: ETSParameters, initial: ETSState, over history: History
    ) {
      let seasons = form.season == .none ? 0 : history.season
      precondition(initial.seasons.count == seasons, "\(initial.seasons.count) seasons")
      self.init(
        form, parameters, from: initial, over: history, floor: ETSStart(history).floor(of: form))
    }

    init(
      _ form: ETSForm, _ parameters: ETSParameters, from initial: ETSState, over history: History,
      floor: Double
    ) {
      self.form = form
      self.parameters = parameters
      self.initial = initial
      self.floor = floor
      self.history = history
      periods = history.values.count
      count = history.count
      meanSize = history.level
      parameterCount = form.parameterCount(season: history.season)
      var state = initial
      var (squares, logs) = (0.0, 0.0)
      Fitted.run(form, parameters, &state, over: history.values) { _, error, scale, _ in
        guard let error else { return }
        squares += error * error
        logs += log(scale)
      }
      final = state
      self.squares = squares
      self.logs = logs
    }

    /// Runs through the values; the body sees the expected value, the error in units of its spread,
    /// the spread, and the state after it.
    fileprivate static func run(
      _ form: ETSForm, _ parameters: ETSParameters, _ state: inout ETSState,
      over values: [Double?],
      _ body: (_ expected: Double, _ error: Double?, _ scale: Double, _ state: ETSState) -> Void
    ) {
      let recursion = ETSRecursion(form, parameters)
      var gap = ETSGap()
      for (period, value) in values.enumerated() {
        let expected = recursion.advance(&state, at: period, value: value).expected
        if let value {
          let scale = (form.error == .multiplicative ? expected : 1) * gap.scale
          body(expected, (value - expected) / scale, scale, state)
          gap = ETSGap()
        } else {
          body(expected, nil, 1, state)
          gap.widen(
            parameters, hasTrend: form.trend != .none, hasSeason: form.season != .none,
            period: max(state.seasons.count, 1))
        }
      }
    }
  }
}

extension ETS.Fitted {
  /// σ² = Σ e² / (n − parameters).
  public var variance: Double { squares / degrees }
  /// σ, of relative errors where the error is multiplicative.
  public var sigma: Double { variance.squareRoot() }
  /// n − parameters.
  var degrees: Double { Double(count - parameterCount) }

  /// −½ (n ln Σ e² + 2 Σ ln f), as R's forecast::ets prints it: without the constants.
  ///
  /// Σ e² counts at least as the rounding of the values, so that an exact fit has a likelihood too.
  public var logLikelihood: Double {
    -0.5 * (Double(count) * log(max(squares, floor)) + 2 * logs)
  }
  /// −2 ln L + 2 k, k the parameters and σ².
  public var aic: Double { -2 * logLikelihood + 2 * Double(parameterCount + 1) }
  /// aic + 2 k (k + 1) / (n − k − 1); `nil` where n leaves nothing to divide by.
  public var aicc: Double? {
    let k = Double(parameterCount + 1)
    let left = Double(count) - k - 1
    return left > 0 ? aic + 2 * k * (k + 1) / left : nil
  }
  /// −2 ln L + k ln n.
  public var bic: Double {
    -2 * logLikelihood + Double(parameterCount + 1) * log(Double(count))
  }

  /// That of the errors one step ahead, on the scale of the values.
  public var likelihood: Likelihood {
    Likelihood(
      squares: squares, count: count, level: form.error == .multiplicative ? 1 : meanSize,
      logJacobian: -logs)
  }

  /// f, what was expected of each period before its value was known.
  public var expected: [Double] { path { expected, _, _ in expected } }
  /// The errors one step ahead, relative ones where the error is multiplicative; `nil` for a gap.
  ///
  /// The first error after a gap is in units of the spread of a forecast over it.
  public var errors: [Double?] { path { _, error, _ in error } }
  /// The states before the first value and after each period.
  public var states: [ETSState] { [initial] + path { _, _, state in state } }

  private func path<Value>(_ value: (Double, Double?, ETSState) -> Value) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(periods)
    var state = initial
    Self.run(form, parameters, &state, over: history.values) { expected, error, _, state in
      values.append(value(expected, error, state))
    }
    return values
  }
}
