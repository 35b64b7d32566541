import TradeSeries

/// One series of a training part with its last values held back.
struct Case: Sendable {
  /// What errors are alike in: the two countries of a flow, or the series itself.
  let group: String
  let past: Series
  let future: [Double]

  /// Holds back the last values and keeps so many before them, or all.
  init(_ series: Series, group: String, heldBack: Int, keeping count: Int? = nil) throws {
    let values = series.values.dropLast(heldBack)
    self.group = group
    past = try Series(
      series.name, unit: series.unit, start: series.start,
      values: Array(count.map { values.suffix($0) } ?? values), season: series.season)
    future = series.values.suffix(heldBack).compactMap(\.self)
  }

  /// mean |y[t] − y[t−m]| of the past, m the season.
  var scale: Double {
    let (values, season) = (past.values.compactMap(\.self), past.season)
    let changes = zip(values.dropFirst(season), values).map { abs($0 - $1) }
    return changes.reduce(0, +) / Double(max(changes.count, 1))
  }
}

/// Series inside the training parts that are forecast to compare designs.
struct InnerSet: Sendable {
  let name: String
  let horizon: Int
  let cases: [Case]

  /// Leaves out the series that have no scale to measure errors in.
  init(_ name: String, horizon: Int, _ cases: [Case]) {
    self.name = name
    self.horizon = horizon
    self.cases = cases.filter { $0.scale > 0 && $0.future.count == horizon }
  }

  /// The series as one file.
  var panel: Panel { Panel(cases.map(\.past)) }
}

extension Collection {
  /// About so many elements at even distances.
  func thinned(to count: Int) -> [Element] {
    let stride = Swift.max(1, self.count / count)
    return enumerated().filter { $0.offset % stride == 0 }.map(\.element)
  }
}
