import TradeNumerics

/// The automatic choice of an ARIMA model: differences by tests, orders by a walk in the direction
/// of a smaller AICc.
///
///     AICc = −2 ln L + 2 k + 2 k (k + 1) / (n − k − 1)
///
/// The walk begins at the best of a few simple models and looks at neighbours, one order or two at
/// a time, with the constant or without, until none is better. A model with a root closer to the
/// unit circle than 1 % does not count. Every candidate is estimated by its exact likelihood; there
/// is no approximation for long series.
///
/// Two rules are stricter than those of the paper: a model has eight observations for each of φ, θ,
/// Φ and Θ, and a series with a season is differenced at most once besides its season. Both were
/// learned from the training parts of the M3 competition, the last periods forecast from those
/// before: they took 3 % off the error of monthly series and 1 % off that of yearly ones.
///
/// Reference: Hyndman & Khandakar, "Automatic time series forecasting: the forecast package for R",
/// *Journal of Statistical Software* 27 (2008), as in version 8 of the package.
struct ARIMASearch {
  private typealias Candidate = (estimate: ARIMAEstimate, aicc: Double)

  private let values: [Double?]
  private let season: Int
  private let regressors: Regressors?
  private let d: Int
  private let seasonalD: Int
  /// Without a constant, and with one where there may be one.
  private let samples: [Bool: ARIMASample]
  private var tried: Set<ARIMAOrders> = []
  private var best: Candidate?

  /// The most models that are looked at.
  static let limit = 94
  /// The fewest observations for each of φ, θ, Φ and Θ.
  private static let observations = 8
  /// The circle that no root may be within.
  private static let radius = 1.01
  /// What a model gains per observation when its estimation stops, in the walk and at its end.
  private static let tolerances = (walk: 1e-9, end: 1e-13)

  /// `nil` where no differences leave enough values for the columns.
  init?(_ values: [Double?], season: Int, regressors: Regressors?) {
    self.values = values
    self.season = season
    self.regressors = regressors
    let chosen = Self.differences(values, season: season, regressors: regressors)
    var (d, seasonalD) = chosen
    func samples(_ d: Int, _ seasonalD: Int) -> [Bool: ARIMASample] {
      var samples: [Bool: ARIMASample] = [:]
      for constant in [false, true] where !constant || d + seasonalD < 2 {
        let orders = ARIMAOrders(
          (0, d, 0), seasonal: (0, seasonalD, 0), season: season, constant: constant)
        guard let sample = ARIMASample(values, orders: orders, regressors: regressors),
          sample.count - sample.names.count >= 1
        else { continue }
        samples[constant] = sample
      }
      return samples
    }
    var found = samples(d, seasonalD)
    // Fewer differences where columns are no longer independent or nothing is left.
    while (found[false]?.count ?? 0) < 3 || found[false] == nil, d + seasonalD > 0 {
      if d > 0 { d -= 1 } else { seasonalD -= 1 }
      found = samples(d, seasonalD)
    }
    guard found[false] != nil else { return nil }
    (self.d, self.seasonalD) = (d, seasonalD)
    self.samples = found
  }

  /// D by the strength of the season, then d by the KPSS test, of what regressors leave.
  private static func differences(
    _ values: [Double?], season: Int, regressors: Regressors?
  ) -> (Int, Int) {
    var rest = values
    if let regressors {
      let places = values.indices.filter { values[$0] != nil }
      let columns =
        [[Double](repeating: 1, count: places.count)]
        + regressors.columns.map { column in places.map { column[$0] } }
      let fit = LeastSquares(Matrix(columns: columns), places.compactMap { values[$0] })
      for (place, residual) in zip(places, fit.residuals) { rest[place] = residual }
    }
    let seasonalD =
      season > 1
      ? SeasonalStrength.differences(of: ARIMASample.filled(rest), season: season) : 0
    if seasonalD > 0 {
      rest = zip(rest.dropFirst(season), rest).map { late, early in
        late.flatMap { late in early.map { late - $0 } }
      }
    }
    let limit = season > 1 ? 1 : 2
    return (KPSSTest.differences(of: rest.compactMap(\.self), limit: limit), seasonalD)
  }

  /// The model with the smallest AICc.
  mutating func run() -> ARIMAEstimate? {
    let mayHaveConstant = samples[true] != nil
    let widest = samples[mayHaveConstant]
    guard let plain = widest else { return nil }
    if plain.isExact || isConstantAfterDifferencing {
      return ARIMAEstimate(orders(0, 0, 0, 0, mayHaveConstant), plain)
    }
    let third = values.count { $0 != nil } / 3
    var limits = (p: min(5, third), q: min(5, third), 0, 0)
    if season > 1 {
      limits.2 = min(2, third / season)
      limits.3 = min(2, third / season)
      if limits.2 > 0 { limits.p = min(limits.p, season - 1) }
      if limits.3 > 0 { limits.q = min(limits.q, season - 1) }
    }
    begin(limits, mayHaveConstant)
    walk(limits, mayHaveConstant)
    guard var chosen = best?.estimate else {
      // Nothing has an AICc where values are as few as coefficients.
      return samples[false].map { ARIMAEstimate(orders(0, 0, 0, 0, false), $0) }
    }
    chosen.search(from: chosen.angles, tolerance: Self.tolerances.end)
    for start in ARIMAEstimate.starts(for: chosen.orders).dropFirst() {
      var other = ARIMAEstimate(chosen.orders, chosen.sample)
      other.search(from: start, tolerance: Self.tolerances.end)
      if other.value < chosen.value - 1e-9, isAdmissible(other) { chosen = other }
    }
    return chosen
  }

  private var isConstantAfterDifferencing: Bool {
    guard regressors == nil, !values.contains(where: { $0 == nil }) else { return false }
    return orders(0, 0, 0, 0, false).differenced(values.compactMap(\.self)).isConstant
  }

  private func orders(
    _ p: Int, _ q: Int, _ seasonalP: Int, _ seasonalQ: Int, _ constant: Bool
  ) -> ARIMAOrders {
    ARIMAOrders(
      (p, d, q), seasonal: (seasonalP, seasonalD, seasonalQ), season: season, constant: constant)
  }

  /// The simple models that the walk begins from.
  private mutating func begin(_ limits: (p: Int, q: Int, Int, Int), _ constant: Bool) {
    let isShort = values.count < 10
    let (p, q) = (min(isShort ? 1 : 2, limits.p), min(isShort ? 1 : 2, limits.q))
    let (seasonalP, seasonalQ) = (isShort ? 0 : min(1, limits.2), isShort ? 0 : min(1, limits.3))
    let (hasP, hasQ) = (min(1, limits.2), min(1, limits.3))
    consider(orders(p, q, seasonalP, seasonalQ, constant))
    consider(orders(0, 0, 0, 0, constant))
    if limits.p + limits.2 > 0 { consider(orders(min(1, limits.p), 0, hasP, 0, constant)) }
    if limits.q + limits.3 > 0 { consider(orders(0, min(1, limits.q), 0, hasQ, constant)) }
    if constant { consider(orders(0, 0, 0, 0, false)) }
  }

  /// Steps (p, q, P, Q) in the order in which they are tried; the last stands for the constant.
  private static let moves = [
    (0, 0, -1, 0), (0, 0, 0, -1), (0, 0, 1, 0), (0, 0, 0, 1), (0, 0, -1, -1), (0, 0, -1, 1),
    (0, 0, 1, -1), (0, 0, 1, 1), (-1, 0, 0, 0), (0, -1, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0),
    (-1, -1, 0, 0), (-1, 1, 0, 0), (1, -1, 0, 0), (1, 1, 0, 0), (0, 0, 0, 0),
  ]

  private mutating func walk(_ limits: (p: Int, q: Int, Int, Int), _ mayHaveConstant: Bool) {
    // From a model without an AICc too: its neighbours may have one.
    var here = best?.estimate.orders ?? orders(0, 0, 0, 0, mayHaveConstant)
    var isMoving = true
    while isMoving {
      isMoving = false
      for move in Self.moves where tried.count < Self.limit {
        let p = here.autoregressive + move.0
        let q = here.movingAverage + move.1
        let seasonalP = here.seasonalAutoregressive + move.2
        let seasonalQ = here.seasonalMovingAverage + move.3
        guard (0...limits.p).contains(p), (0...limits.q).contains(q),
          (0...limits.2).contains(seasonalP), (0...limits.3).contains(seasonalQ)
        else { continue }
        let isToggle = move == (0, 0, 0, 0)
        guard !isToggle || mayHaveConstant else { continue }
        let next = orders(p, q, seasonalP, seasonalQ, here.hasConstant != isToggle)
        if consider(next) {
          here = next
          isMoving = true
          break
        }
      }
    }
  }

  /// Estimates a model that was not seen before; whether it is the best so far.
  @discardableResult
  private mutating func consider(_ orders: ARIMAOrders) -> Bool {
    guard tried.insert(orders).inserted, let sample = samples[orders.hasConstant] else {
      return false
    }
    let k = Double(orders.coefficientCount + sample.names.count + 1)
    let n = Double(sample.count)
    guard n - k - 1 > 0, sample.count >= Self.observations * orders.coefficientCount else {
      return false
    }
    var estimate = ARIMAEstimate(orders, sample)
    estimate.search(from: ARIMAEstimate.starts(for: orders)[0], tolerance: Self.tolerances.walk)
    // Less the constants and the unit, which all models share.
    let aicc = 2 * n * estimate.value + 2 * k + 2 * k * (k + 1) / (n - k - 1)
    guard aicc < best?.aicc ?? .infinity, isAdmissible(estimate) else { return false }
    best = (estimate, aicc)
    return true
  }

  private func isAdmissible(_ estimate: ARIMAEstimate) -> Bool {
    ARMACoefficients(estimate.orders, angles: estimate.angles).hasRoots(beyond: Self.radius)
  }
}
