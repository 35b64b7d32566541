import TradeSeries
import TradeTables

extension FlowTotals {
  /// The totals as series over periods: one for each combination of the other dimensions.
  ///
  /// Turnover is the sum of exports and imports in the periods that have both, unless the files
  /// give it. Files with a single flow have series of that one, and say so in their notes; where
  /// they measure something else, each indicator is a series of its own.
  ///
  /// - `unit`: what values are shown in; `nil` takes millions where values are that large.
  ///
  /// Throws where the totals are not by period, or hold years and months alike.
  public func series(_ flow: Flow, unit asked: Unit? = nil) throws(SeriesError) -> [Series] {
    let unit = asked ?? usualUnit
    guard let factor = Unit(self.unit).factor(to: unit) else {
      throw .unit("\(self.unit)", to: "\(unit)")
    }
    var series: [Series] = []
    for group in try groups() {
      for measured in group.measured(flow) {
        var one = try Series(
          group.name.isEmpty ? measured.name : group.name, unit: unit, values: measured.values,
          factor: factor)
        one.notes += measured.notes + group.hiddenNotes
        series.append(one)
      }
    }
    return series
  }

  /// Millions where most values are that large.
  var usualUnit: Unit {
    let sizes = values.compactMap { $0.map(abs) }.sorted()
    guard !unit.isEmpty, let middle = sizes.isEmpty ? nil : sizes[sizes.count / 2], middle >= 1e6
    else { return Unit(unit) }
    return Unit("\(unit) million")
  }

  /// The rows that differ in flow and period only.
  private func groups() throws(SeriesError) -> [Group] {
    let others = dimensions.indices.filter { ![.period, .flow].contains(dimensions[$0]) }
    let periods = keys(of: .period) ?? []
    let flows = keys(of: .flow)
    var groups: [Group] = []
    var places: [[String]: Int] = [:]
    var hidden: [[String]: [String]] = [:]
    for row in values.indices {
      let key = others.map { keys[$0][row] }
      guard let value = values[row] else {
        if isConfidential[row] { hidden[key, default: []].append(periods[row]) }
        continue
      }
      guard periods.indices.contains(row), let period = Period(periods[row]) else {
        throw .noColumn(
          role: "time", option: "--by", available: dimensions.map(\.rawValue), file: nil)
      }
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(Group(name: key.joined(separator: " ")))
      }
      groups[place].flows[flows?[row] ?? Flow.turnover.rawValue, default: [:]][period] = Figure(
        value, qualifiers[row], unit: Unit(unit))
    }
    for (key, place) in places { groups[place].hidden = hidden[key] ?? [] }
    return groups
  }
}

/// One combination of countries and commodities: what it has of each flow.
private struct Group {
  let name: String
  var flows: [String: [Period: Figure]] = [:]
  /// The periods of which a value is kept back.
  var hidden: [String] = []

  var hiddenNotes: [String] {
    let periods = Set(hidden).sorted().joined(separator: ", ")
    return hidden.isEmpty ? [] : ["Confidential, and so a gap: \(periods)."]
  }

  /// The flow, or what stands for it.
  func measured(_ flow: Flow) -> [(name: String, values: [Period: Figure], notes: [String])] {
    if let values = flows[flow.rawValue] { return [(flow.rawValue, values, [])] }
    let isTrade = flows.keys.allSatisfy { Flow(rawValue: $0) != nil }
    guard isTrade, flow == .turnover else {
      return isTrade ? [] : flows.sorted { $0.key < $1.key }.map { ($0.key, $0.value, []) }
    }
    guard let exports = flows[Flow.export.rawValue], let imports = flows[Flow.import.rawValue]
    else {
      return flows.sorted { $0.key < $1.key }.prefix(1).map { name, values in
        (name, values, ["The files have no other flow than \(name)."])
      }
    }
    let both = exports.compactMap { period, figure in
      imports[period].map { (period, figure + $0) }
    }
    let single = Set(exports.keys).symmetricDifference(imports.keys)
    let notes =
      single.isEmpty
      ? []
      : [
        "Left out, as the files have exports or imports alone: "
          + single.sorted().map(\.description).joined(separator: ", ") + "."
      ]
    return [(flow.rawValue, Dictionary(uniqueKeysWithValues: both), notes)]
  }
}

extension Series {
  fileprivate init(
    _ name: String, unit: Unit, values: [Period: Figure], factor: Double
  ) throws(SeriesError) {
    let periods = values.keys.sorted()
    guard let first = periods.first, let last = periods.last else { throw .empty(name) }
    if let other = periods.first(where: { $0.kind != first.kind }) {
      throw .mixedKinds(name, "\(first)", name, "\(other)")
    }
    let span = last.index - first.index + 1
    guard span <= Series.limit else { throw .tooLong(name, count: span, limit: Series.limit) }
    let figures = (0..<span).map { values[first.advanced(by: $0)] }
    try self.init(
      name, unit: unit, start: first, values: figures.map { $0?.value.map { $0 * factor } },
      qualifiers: figures.map { $0?.qualifier ?? .exact })
  }
}
