import TradeSeries
import TradeTables

/// Totals of trade, indexed for looking up, as the indices take them.
///
/// A dimension may hold totals beside parts: the reporter or partner WLD, the code TOTAL. Where an
/// index compares parts, the total is left out; where it sums over them, a published total counts
/// and the parts do not, so that nothing is counted twice. Dimensions that the data do not have are
/// one nameless part.
struct FlowCube: Sendable {
  /// The name of the index, for messages.
  let index: String
  let options: IndexOptions
  /// The chosen periods in order of time.
  let periods: [String]
  /// What the data tell apart.
  let dimensions: Set<FlowDimension>
  /// The unit of the values.
  let unit: Unit
  private let labels: [FlowDimension: [String]]
  /// The cells of each period.
  private let cells: [[CubeKey: FlowAmount]]

  /// The labels of a dimension, in order of the alphabet.
  func names(_ dimension: FlowDimension) -> [String] { labels[dimension] ?? [""] }

  /// The places of the labels that are parts and no total.
  func parts(_ dimension: FlowDimension) -> [Int] {
    let names = names(dimension)
    return names.indices.filter { !dimension.isTotal(names[$0]) }
  }

  /// The reporters to show: the one that was asked for, or all but the world; the world where it is
  /// the only one.
  var reporters: [Int] {
    let (names, parts) = (names(.reporter), parts(.reporter))
    guard let wanted = options.reporter else { return parts.isEmpty ? Array(names.indices) : parts }
    return names.indices.filter { names[$0] == wanted }
  }

  /// The place of the world among the reporters.
  var worldReporter: Int? {
    names(.reporter).firstIndex { FlowDimension.reporter.isTotal($0) }
  }
}

/// A row's place in each dimension but the period; -1 where it was summed over.
struct CubeKey: Hashable, Sendable {
  var reporter: Int32
  var partner: Int32
  var flow: Int32
  var code: Int32
}

/// A value with its quantity and its mark.
struct FlowAmount: Sendable {
  var value: Double
  var quantity: Double?
  var mark = Qualifier.exact

  /// The sum, in which a bound stays a bound and an unknown quantity unknown.
  mutating func add(_ other: FlowAmount, unit: Unit) {
    quantity = quantity.flatMap { mine in other.quantity.map { mine + $0 } }
    guard mark != .exact || other.mark != .exact else {
      value += other.value
      return
    }
    let sum = figure(unit) + other.figure(unit)
    (value, mark) = (sum.value ?? value + other.value, sum.qualifier)
  }

  func figure(_ unit: Unit) -> Figure { Figure(value, mark, unit: unit) }
}

extension FlowDimension {
  private static let worlds: Set = ["WLD", "WORLD", "W00"]

  /// Whether a label is the total over the dimension.
  func isTotal(_ label: String) -> Bool {
    switch self {
    case .reporter, .partner: Self.worlds.contains(label.uppercased())
    case .code: label.uppercased() == "TOTAL"
    case .period, .flow: false
    }
  }
}

// MARK: - Building

extension FlowCube {
  /// Reads totals; `marks` are the qualifiers of the rows, all exact where there are none.
  init(
    _ totals: FlowTotals, marks: [Qualifier?]?, index: String, options: IndexOptions
  ) throws(IndexError) {
    self.index = index
    self.options = options
    dimensions = Set(totals.dimensions)
    unit = Unit(totals.unit)
    let reader = FlowCubeReader(totals, marks: marks, options: options)
    (periods, labels, cells) = try reader.cells()
    try checkChoice(.reporter, options.reporter, also: [])
    try checkChoice(.partner, options.partner, also: names(.reporter))
  }

  private func checkChoice(
    _ dimension: FlowDimension, _ name: String?, also others: [String]
  ) throws(IndexError) {
    guard let name else { return }
    guard dimensions.contains(dimension) || others.contains(name) else {
      throw .lacks(dimension, index: index)
    }
    let available = names(dimension)
    guard available.contains(name) || others.contains(name) else {
      throw .notThere(dimension, name, available: available)
    }
  }

  /// The pairs of periods that an index of change compares.
  func pairs() throws(IndexError) -> [(from: Int, to: Int)] {
    guard periods.count > 1 else { throw .onePeriod(index: index) }
    if options.isConsecutive { return (1..<periods.count).map { ($0 - 1, $0) } }
    return [(0, periods.count - 1)]
  }
}

// MARK: - Looking up

extension FlowCube {
  /// The amounts of one flow in one period by reporter and some other dimensions.
  ///
  /// A partner that was asked for counts alone, unless partners are kept or `allPartners` is set.
  func slice(
    _ period: Int, _ flow: String, by kept: Set<FlowDimension>, allPartners: Bool = false
  ) throws(IndexError) -> FlowSlice {
    // Data without reporters are of one nameless reporter.
    for dimension in kept where dimension != .reporter && !dimensions.contains(dimension) {
      throw .lacks(dimension, index: index)
    }
    var sum: [CubeKey: FlowAmount] = [:]
    for part in flow == "turnover" ? ["export", "import"] : [flow] {
      for (key, amount) in try amounts(period, part, by: kept, allPartners: allPartners) {
        sum.merge(amount, at: key, unit: unit)
      }
    }
    return FlowSlice(cube: self, amounts: sum)
  }

  private func amounts(
    _ period: Int, _ flow: String, by kept: Set<FlowDimension>, allPartners: Bool
  ) throws(IndexError) -> [CubeKey: FlowAmount] {
    let flows = names(.flow)
    // Without a column the file is of the flow that is asked for.
    let number = dimensions.contains(.flow) ? flows.firstIndex(of: flow) : 0
    guard let number else { throw .noFlow(flow, index: index, available: flows) }
    let partner = allPartners || kept.contains(.partner) ? nil : options.partner
    let wanted = partner.flatMap { names(.partner).firstIndex(of: $0) }
    if partner != nil, wanted == nil { return [:] }
    var chosen: [CubeKey: FlowAmount] = [:]
    for (key, amount) in cells[period] where key.flow == number {
      if let wanted, key.partner != wanted { continue }
      var key = key
      key.flow = -1
      if wanted != nil { key.partner = -1 }
      chosen[key] = amount
    }
    if wanted == nil {
      chosen = reduced(chosen, .partner, \.partner, isKept: kept.contains(.partner))
    }
    return reduced(chosen, .code, \.code, isKept: kept.contains(.code))
  }

  /// Leaves the total out of a dimension that is kept, and sums over one that is not.
  private func reduced(
    _ amounts: [CubeKey: FlowAmount], _ dimension: FlowDimension,
    _ place: WritableKeyPath<CubeKey, Int32>, isKept: Bool
  ) -> [CubeKey: FlowAmount] {
    let isTotal = names(dimension).map { dimension.isTotal($0) }
    guard !isKept else { return amounts.filter { !isTotal[Int($0.key[keyPath: place])] } }
    var totals: [CubeKey: FlowAmount] = [:]
    var sums: [CubeKey: FlowAmount] = [:]
    // In the order of the labels, so that the same data give the same last digit.
    for (key, amount) in amounts.sorted(by: { $0.key[keyPath: place] < $1.key[keyPath: place] }) {
      var collapsed = key
      collapsed[keyPath: place] = -1
      if isTotal[Int(key[keyPath: place])] {
        totals[collapsed] = amount
      } else {
        sums.merge(amount, at: collapsed, unit: unit)
      }
    }
    return sums.merging(totals) { _, total in total }
  }
}

extension [CubeKey: FlowAmount] {
  /// Adds an amount to the one that is there.
  fileprivate mutating func merge(_ amount: FlowAmount, at key: CubeKey, unit: Unit) {
    if self[key]?.add(amount, unit: unit) == nil { self[key] = amount }
  }
}
