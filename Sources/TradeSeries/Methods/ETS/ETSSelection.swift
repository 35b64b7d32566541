/// Fits forms to one series, each beginning where its simpler relatives ended.
///
/// A richer form holds the simpler one at a border of its parameters, so that its likelihood never
/// falls below, and fewer starts of its own are needed.
struct ETSSelection {
  /// Values that the starts of a longer series are tried on.
  private static let screened = 500

  private let history: History
  private let start: ETSStart
  /// Where the forms fitted so far ended, not centred.
  private var found: [ETSForm: [Double]] = [:]

  init(_ history: History) {
    self.history = history
    start = ETSStart(history)
  }

  /// The form of least AICc; the first of equals.
  ///
  /// Relative errors with σ above one are left out: of values that must stay above zero such a model
  /// would send one in six below, and the variance of its forecasts more than doubles a period.
  mutating func best(of forms: [ETSForm]) -> ETS.Fitted {
    var best = fit(forms[0])
    for form in forms.dropFirst() {
      let fit = fit(form)
      guard form.error == .additive || fit.variance <= 1 else { continue }
      if (fit.aicc ?? .infinity) < (best.aicc ?? .infinity) { best = fit }
    }
    return best
  }

  /// The parameters and the state of largest likelihood.
  mutating func fit(_ form: ETSForm) -> ETS.Fitted {
    let z = end(form)
    return ETS.Fitted(
      form, ETSSearch.parameters(z, form), from: state(z, form), over: history,
      floor: start.floor(of: form))
  }

  /// Where the search of a form ends, not centred.
  private mutating func end(_ form: ETSForm) -> [Double] {
    if let z = found[form] { return z }
    let centre = start.centre(form)
    func centred(_ points: [[Double]]) -> [[Double]] {
      points.map { point in
        var point = point
        point[ETSKernel.Slot.level] -= centre
        return point
      }
    }
    let relatives = relatives(form)
    let values = centre == 0 ? start.values : start.values.map { $0 - centre }
    let floor = start.floor(form)
    var starts = centred(starts(form))
    // The first part of a long series tells where to begin.
    let part = Array(values.prefix(ETSSelection.screened))
    if part.count < values.count, part.count(where: { !$0.isNaN }) > 10 * starts[0].count {
      var search = ETSSearch(ETSKernel(form, part, season: start.season), floor: floor)
      starts = [search.best(from: starts, refined: 3, also: []).z]
    }
    var search = ETSSearch(ETSKernel(form, values, season: start.season), floor: floor)
    var z = search.best(from: starts, refined: 3, also: centred(relatives)).z
    z[ETSKernel.Slot.level] += centre
    found[form] = z
    return z
  }

  /// The initial state in the unit of the series.
  private func state(_ z: [Double], _ form: ETSForm) -> ETSState {
    typealias Slot = ETSKernel.Slot
    let scale = start.scale
    let rest = Array(z[Slot.seasons...])
    let seasons =
      switch form.season {
      case .none: [Double]()
      case .additive: [-rest.reduce(0, +) * scale] + rest.map { $0 * scale }
      case .multiplicative: [Double(start.season) - rest.reduce(0, +)] + rest
      }
    let trend = z[Slot.trend] * (form.trend == .multiplicative ? 1 : scale)
    return ETSState(level: z[Slot.level] * scale, trend: trend, seasons: seasons)
  }

  /// Points to search from: α, part of β, part of γ, φ and the state.
  private func starts(_ form: ETSForm) -> [[Double]] {
    let state = start.state(form)
    let hasSeason = form.season != .none
    let alphas = [0.02, 0.2, 0.5, 0.95]
    let betas = form.trend == .none ? [0] : hasSeason ? [0.02, 0.4, 0.95] : [0.02, 0.3, 0.95]
    let gammas = hasSeason ? [0.02, 0.3] : [0]
    let phis = !form.isDamped ? [1] : hasSeason ? [0.95] : [0.82, 0.96]
    var points: [[Double]] = []
    for alpha in alphas {
      for beta in betas {
        for gamma in gammas {
          for phi in phis { points.append([alpha, beta, gamma, phi] + state) }
        }
      }
    }
    // A level at the first value and no trend expect nothing below zero of values above it.
    var flat = state
    flat[0] = start.values[0]
    flat[1] = form.trend == .multiplicative ? 1 : 0
    points.append([0.5, 0.02, 0.02, form.isDamped ? 0.9 : 1] + flat)
    return points
  }

  /// Where the simpler relatives of a form ended, in its variables.
  private mutating func relatives(_ form: ETSForm) -> [[Double]] {
    var points: [[Double]] = []
    if form.error == .multiplicative, form.season != .multiplicative,
      let additive = ETSForm(
        error: .additive, trend: form.trend, isDamped: form.isDamped, season: form.season)
    {
      points.append(end(additive))
    }
    if form.isDamped,
      let undamped = ETSForm(error: form.error, trend: form.trend, season: form.season)
    {
      var point = end(undamped)
      point[ETSKernel.Slot.phi] = 0.98
      points.append(point)
    }
    return points
  }
}
