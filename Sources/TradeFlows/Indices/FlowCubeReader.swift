import TradeSeries
import TradeTables

/// Reads totals into the cells of a cube: chooses periods and codes, and refuses what would be
/// counted twice.
struct FlowCubeReader {
  private let totals: FlowTotals
  private let marks: [Qualifier?]?
  private let options: IndexOptions
  private let periodKeys: [String]

  init(_ totals: FlowTotals, marks: [Qualifier?]?, options: IndexOptions) {
    self.totals = totals
    self.marks = marks
    self.options = options
    periodKeys = totals.keys(of: .period) ?? totals.values.map { _ in "" }
  }

  /// The largest value that is taken: its square is still a number.
  private static let limit = 1e150

  /// What a cube is made of: the periods in order, the labels of each dimension, the cells.
  typealias Content = (
    periods: [String], labels: [FlowDimension: [String]], cells: [[CubeKey: FlowAmount]]
  )

  func cells() throws(IndexError) -> Content {
    let rows = try chosenRows()
    let periods = try ordered(Set(rows.map { periodKeys[$0] }))
    var labels: [FlowDimension: [String]] = [:]
    var places: [FlowDimension: [Int32]] = [:]
    for dimension in FlowDimension.allCases where dimension != .period {
      guard let keys = totals.keys(of: dimension) else { continue }
      let names = Set(rows.map { keys[$0] }).sorted()
      let order = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int32($0)) })
      labels[dimension] = names
      places[dimension] = rows.map { order[keys[$0]] ?? 0 }
    }
    if let codes = labels[.code] { try checkLevels(codes) }
    let numbers = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
    var cells = [[CubeKey: FlowAmount]](repeating: [:], count: periods.count)
    for (place, row) in rows.enumerated() {
      guard let value = totals.values[row] else { continue }
      let quantity = totals.quantities[row]
      for number in [value, quantity ?? 0] {
        guard number >= 0 else { throw .negative(number, key: name(of: row)) }
        guard number <= Self.limit else { throw .tooLarge(number, key: name(of: row)) }
      }
      let key = CubeKey(
        reporter: places[.reporter]?[place] ?? 0, partner: places[.partner]?[place] ?? 0,
        flow: places[.flow]?[place] ?? 0, code: places[.code]?[place] ?? 0)
      let amount = FlowAmount(
        value: value, quantity: quantity, mark: marks.flatMap { $0[row] } ?? .exact)
      let period = numbers[periodKeys[row]] ?? 0
      guard cells[period].updateValue(amount, forKey: key) == nil else {
        throw .repeated(key: name(of: row))
      }
    }
    return (periods, labels, cells)
  }

  /// The keys of a row as messages name it.
  private func name(of row: Int) -> String {
    zip(totals.dimensions, totals.keys).map { "\($0.rawValue) \(Suggestion.excerpt($1[row]))" }
      .joined(separator: ", ")
  }

  // MARK: Choices

  private func chosenRows() throws(IndexError) -> [Int] {
    var rows = Array(totals.values.indices)
    if let digits = options.digits, let codes = totals.keys(of: .code) {
      rows = rows.filter { codes[$0].count == digits || FlowDimension.code.isTotal(codes[$0]) }
      guard rows.contains(where: { codes[$0].count == digits }) else {
        throw .noCodes(digits: digits)
      }
    }
    guard options.from != nil || options.until != nil else { return rows }
    var isChosen: [String: Bool] = [:]
    for key in Set(periodKeys) {
      guard let period = Period(key) else { throw .notAPeriod(key) }
      isChosen[key] =
        options.from.map { $0 <= period } ?? true && options.until.map { period <= $0 } ?? true
    }
    let chosen = rows.filter { isChosen[periodKeys[$0]] ?? false }
    guard !chosen.isEmpty else {
      let all = try ordered(Set(periodKeys))
      throw .nothingLeft(available: "\(all.first ?? "") to \(all.last ?? "")")
    }
    return chosen
  }

  /// By time; by the alphabet where a period is none.
  private func ordered(_ keys: Set<String>) throws(IndexError) -> [String] {
    let periods = keys.map { (Period($0), $0) }
    guard periods.allSatisfy({ $0.0 != nil }) else {
      return keys.sorted { (Int($0) ?? 0, $0) < (Int($1) ?? 0, $1) }
    }
    return periods.sorted { first, second in
      guard let a = first.0, let b = second.0, a != b else { return first.1 < second.1 }
      return a < b
    }.map(\.1)
  }

  /// Codes of digits where one begins with another are two levels of one classification.
  private func checkLevels(_ codes: [String]) throws(IndexError) {
    // In order of the alphabet a code stands right before those that begin with it.
    var above: [String] = []
    for code in codes where !code.isEmpty && code.utf8.allSatisfy({ $0 &- 48 < 10 }) {
      while let last = above.last, !code.hasPrefix(last) { above.removeLast() }
      if let last = above.last { throw .nestedCodes(last, code) }
      above.append(code)
    }
  }
}
