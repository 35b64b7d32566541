/// The order of sums by the texts of some parts of their keys; sums with the same stand together, as
/// they came.
///
/// Texts are compared once a name and not once a sum: each has its rank among the names of its part,
/// and a sum is known by the ranks of its names, side by side in two words.
struct RankOrder {
  /// Places among the sums, in order.
  let places: [UInt32]
  /// The runs of those whose parts are all the same.
  let runs: [Range<Int>]

  init(_ sums: [FlowSum], parts: [FlowKey.Part], texts: [[String]]) {
    let ranks = texts.map { texts in
      var ranks = [UInt64](repeating: 0, count: texts.count)
      for (rank, place) in texts.indices.sorted(by: { texts[$0] < texts[$1] }).enumerated() {
        ranks[place] = UInt64(rank)
      }
      return ranks
    }
    var entries = sums.enumerated().map { place, sum in
      var entry = Entry(place: UInt32(place))
      // 24 bits hold any rank, and five parts are all there are.
      for (part, ranks) in zip(parts, ranks) { entry.append(ranks[sum.key[part]]) }
      return entry
    }
    entries.sort()
    places = entries.map(\.place)
    var runs: [Range<Int>] = []
    for place in entries.indices {
      if place > 0, entries[place].hasRanks(of: entries[place - 1]) {
        runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    self.runs = runs
  }

  private struct Entry: Comparable {
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    let place: UInt32

    init(place: UInt32) { self.place = place }

    mutating func append(_ rank: UInt64) {
      high = high << 24 | low >> 40
      low = low << 24 | rank
    }

    func hasRanks(of other: Entry) -> Bool { high == other.high && low == other.low }

    static func < (first: Entry, second: Entry) -> Bool {
      (first.high, first.low, first.place) < (second.high, second.low, second.place)
    }
  }
}
