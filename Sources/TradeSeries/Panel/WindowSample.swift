import TradeNumerics

/// Windows of one length out of many series, with what followed them.
struct WindowSample: Sendable {
  /// One window and the scaled changes after it.
  fileprivate struct Case: Sendable {
    let series: Int
    let features: [Double]
    /// (y[n+h] − y[n]) / s for as many steps as there are.
    let changes: [Double]
    /// The same of the mean forecast of other methods; empty where none are asked for.
    let companions: [Double]
  }

  private let cases: [Case]
  /// How many windows each series has.
  private let counts: [Int: Int]
  private let design: PooledDesign

  /// The most windows in a sample of a file; more would add time and hardly any knowledge.
  static let limit = 60_000
  /// The most windows out of one series.
  private static let limitOfSeries = 24
  /// A change of more than so many usual ones counts as that many.
  static let farthest = 1e6

  /// Takes windows at even distances from every series, the latest first of all.
  init(
    length: Int, horizon: Int, from series: [[Double]], companions: Companions,
    design: PooledDesign = .chosen, limit: Int, workers: Int
  ) {
    let perSeries = max(1, min(Self.limitOfSeries, limit / max(series.count, 1)))
    let stride = max(1, series.count / limit)
    let chosen = Swift.stride(from: 0, to: series.count, by: stride).map { $0 }
    let cases = concurrentMap(chosen.count, workers: workers) { index -> [Case] in
      let values = series[chosen[index]]
      let starts = values.count - length
      guard starts > 0 else { return [] }
      let count = min(starts, perSeries)
      return (0..<count).compactMap { place in
        let start = starts - 1 - place * starts / count
        return Case(
          values, from: start, length: length, horizon: horizon, series: index,
          companions: companions, hinges: design.hinges)
      }
    }.flatMap(\.self)
    self.cases = cases
    var counts: [Int: Int] = [:]
    for window in cases { counts[window.series, default: 0] += 1 }
    self.counts = counts
    self.design = design
  }

  /// The rows of a regression for one step ahead.
  struct Rows {
    let features: Matrix
    let changes: [Double]
    let companions: [Double]
    /// As the design shares them.
    let weights: [Double]
    let seriesCount: Int

    /// xᵀb for every row.
    func fitted(_ coefficients: [Double]) -> [Double] {
      var fitted = [Double](repeating: 0, count: features.rows)
      for (column, coefficient) in coefficients.enumerated() {
        let start = column * features.rows
        for row in fitted.indices { fitted[row] += features.elements[start + row] * coefficient }
      }
      return fitted
    }
  }

  /// The windows with a value so many steps later.
  func rows(withStep step: Int) -> Rows {
    let used = cases.filter { $0.changes.count >= step }
    var features = Matrix(rows: used.count, columns: design.featureCount)
    for (row, window) in used.enumerated() {
      for (column, value) in window.features.enumerated() { features[row, column] = value }
    }
    return Rows(
      features: features,
      changes: used.map { $0.changes[step - 1] },
      companions: used.map { $0.companions.isEmpty ? 0 : $0.companions[step - 1] },
      weights: weights(of: used),
      seriesCount: Set(used.map(\.series)).count)
  }

  private func weights(of used: [Case]) -> [Double] {
    switch design.weighting {
    case .window: return used.map { _ in 1 }
    case .series: return used.map { 1 / Double(counts[$0.series] ?? 1) }
    case .seriesInStep:
      let inStep = used.reduce(into: [Int: Int]()) { $0[$1.series, default: 0] += 1 }
      return used.map { 1 / Double(inStep[$0.series] ?? 1) }
    }
  }
}

extension WindowSample.Case {
  init?(
    _ values: [Double], from start: Int, length: Int, horizon: Int, series: Int,
    companions: Companions,
    hinges: [SeriesWindow.Hinge]
  ) {
    let end = start + length
    guard let window = SeriesWindow(values[start..<end], hinges: hinges) else { return nil }
    func scaled(_ value: Double) -> Double {
      let change = (value - window.last) / window.scale
      return min(max(change, -WindowSample.farthest), WindowSample.farthest)
    }
    self.series = series
    features = window.features
    changes = values[end..<min(end + horizon, values.count)].map(scaled)
    guard !companions.areNone else {
      self.companions = []
      return
    }
    let fit = companions.fit(History(Array(values[start..<end])))
    self.companions = (1...horizon).map { scaled(fit?.location(at: $0) ?? window.last) }
  }
}
