/// A reporter's exports and imports in one period, along one dimension.
struct TwoWayTrade: Sendable {
  let period: Int
  let reporter: Int
  /// The period and the reporter as a table shows them.
  let keys: [String]
  let parts: [String]
  let exports: [Double]
  let imports: [Double]

  /// Exports and imports of one part.
  func trade(_ place: Int) -> Double { exports[place] + imports[place] }
}

extension FlowCube {
  /// Exports and imports of every period and reporter that has rows of either.
  func twoWay(over part: FlowDimension) throws(IndexError) -> [TwoWayTrade] {
    let labels = parts(part).map { names(part)[$0] }
    var seen: [TwoWayTrade] = []
    for (number, period) in periods.enumerated() {
      let exports = try slice(number, "export", by: [.reporter, part])
      let imports = try slice(number, "import", by: [.reporter, part])
      for reporter in reporters where exports.has(reporter) || imports.has(reporter) {
        seen.append(
          TwoWayTrade(
            period: number, reporter: reporter, keys: [period, names(.reporter)[reporter]],
            parts: labels, exports: exports.values(reporter, over: part),
            imports: imports.values(reporter, over: part)))
      }
    }
    return seen
  }

  /// The places of the codes of each group, by so many leading characters; each code by itself where
  /// no groups were asked for.
  func groups(of codes: [String]) -> [(name: String, places: [Int])] {
    guard let length = options.group else { return codes.enumerated().map { ($1, [$0]) } }
    var groups: [(name: String, places: [Int])] = []
    for (place, code) in codes.enumerated() {
      let name = String(code.prefix(length))
      if groups.last?.name == name {
        groups[groups.count - 1].places.append(place)
      } else {
        groups.append((name, [place]))
      }
    }
    return groups
  }
}
