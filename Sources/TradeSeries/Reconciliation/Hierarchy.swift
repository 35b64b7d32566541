import TradeTables

/// Series that add up: groups, sums of groups and the total of all.
///
///     total = Σ sections        section = Σ its groups
///
/// The series stand in one order everywhere: the groups as they came, then the sums, children
/// before parents, the total last. All end with the same period, so that their forecasts are of the
/// same periods.
///
/// - A group without a figure where others have one had no trade, as in `Comparison`: it counts as
///   zero in the sums, and one that ends early goes on with zeros. `notes` say how often.
/// - Where a total is published, what the groups leave of it is a group of its own, unless rounding
///   explains it.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 11.1.
public struct Hierarchy: Sendable {
  /// The groups, then the sums, the total last.
  public let series: [Series]
  /// How many of the series are groups, which are sums of nothing here.
  public let leafCount: Int
  /// For each sum the places in `series` of what it is the sum of.
  public let children: [[Int]]
  /// What was taken as zero and how the total came about, one sentence each.
  public let notes: [String]

  /// What is left of a published total is called this.
  public static let restName = "not itemised"

  /// Puts groups under a total, with a sum for each section in between where sections are named,
  /// one for each group.
  ///
  /// Throws where there are fewer than two groups or their periods are of different kinds.
  public init(
    _ groups: [Series], sections: [String] = [], total: Series? = nil, name: String = "total"
  ) throws(SeriesError) {
    precondition(sections.isEmpty || sections.count == groups.count, "a section for each group")
    guard groups.count > 1 else { throw .singlePart(groups.first?.name ?? name) }
    var alignment = try Alignment(groups, total: total)
    var notes = alignment.notes
    if let total, let rest = try alignment.rest(of: total) { notes.append(rest) }
    let count = alignment.leaves.count

    var children = Self.sections(sections)
    let inSections = Set(children.flatMap(\.places))
    let top = children.indices.map { count + $0 }
    var sums: [Series] = []
    for section in children {
      sums.append(try alignment.sum(of: section.places, name: section.name))
    }
    children.append((name, (0..<count).filter { !inSections.contains($0) } + top))
    if let total {
      sums.append(try alignment.cut(total))
    } else {
      sums.append(try alignment.sum(of: Array(0..<count), name: name))
    }
    leafCount = count
    self.children = children.map(\.places)
    series = alignment.leaves + sums
    self.notes = notes
  }

  /// The sections in order of appearance; none where each holds one group, or one holds them all.
  private static func sections(_ names: [String]) -> [(name: String, places: [Int])] {
    var order: [String] = []
    var places: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      if places[name] == nil { order.append(name) }
      places[name, default: []].append(place)
    }
    guard order.count > 1, order.count < names.count else { return [] }
    return order.map { ($0, places[$0] ?? []) }
  }
}

extension Hierarchy {
  /// The sum of which each series is a part, counted from 0; -1 for the total.
  var parents: [Int] {
    var parents = [Int](repeating: -1, count: series.count)
    for (sum, places) in children.enumerated() {
      for place in places { parents[place] = sum }
    }
    return parents
  }

  /// The values of all series that add up from those of the groups.
  public func summed(_ leaves: ArraySlice<Double>) -> [Double] {
    precondition(leaves.count == leafCount, "\(leaves.count) values for \(leafCount) groups")
    var values = Array(leaves)
    for places in children { values.append(places.reduce(0) { $0 + values[$1] }) }
    return values
  }

  /// How many groups each series is the sum of; 1 for a group.
  public var sizes: [Double] { summed([Double](repeating: 1, count: leafCount)[...]) }
}
