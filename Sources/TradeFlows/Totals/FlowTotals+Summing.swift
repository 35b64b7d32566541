import TradeSeries

extension FlowTotals {
  /// Some of the rows, in the order given.
  public func selecting(_ rows: [Int]) -> FlowTotals {
    var part = FlowTotals(
      dimensions: dimensions, keys: keys.map { column in rows.map { column[$0] } },
      values: rows.map { values[$0] }, quantities: rows.map { quantities[$0] },
      counts: rows.map { counts[$0] }, unit: unit)
    part.qualifiers = rows.map { qualifiers[$0] }
    part.isConfidential = rows.map { isConfidential[$0] }
    part.remarks = remarks
    return part
  }

  /// Sums over the dimensions that are not named, in the order in which their keys first occur.
  ///
  /// A sum over a bound is a bound, and so is one over a value that is kept back; a row without a value adds nothing, and a sum of such rows alone
  /// has none. Quantities are not added up, as they may have different units.
  public func summed(by wanted: [FlowDimension]) -> FlowTotals {
    let columns = wanted.compactMap { keys(of: $0) }
    precondition(columns.count == wanted.count, "a dimension that the totals do not have")
    var places: [[String]: Int] = [:]
    var order: [[String]] = []
    var sums: [Figure?] = []
    var counted: [Int] = []
    var isHidden: [Bool] = []
    for row in values.indices {
      let key = columns.map { $0[row] }
      let place = places[key] ?? order.count
      if place == order.count {
        places[key] = place
        order.append(key)
        sums.append(nil)
        counted.append(0)
        isHidden.append(false)
      }
      counted[place] += counts[row]
      isHidden[place] = isHidden[place] || isConfidential[row]
      guard let value = values[row] else { continue }
      let figure = Figure(value, qualifiers[row], unit: Unit(unit))
      sums[place] = sums[place].map { $0 + figure } ?? figure
    }
    var result = FlowTotals(
      dimensions: wanted, keys: wanted.indices.map { column in order.map { $0[column] } },
      values: sums.map { $0?.value }, quantities: sums.map { _ in nil }, counts: counted,
      unit: unit)
    result.qualifiers = zip(sums, isHidden).map { sum, isHidden in
      isHidden && sum?.isBound == false ? .moreThan : sum?.qualifier ?? .exact
    }
    result.isConfidential = zip(sums, isHidden).map { $0 == nil && $1 }
    result.remarks = remarks
    return result
  }
}
