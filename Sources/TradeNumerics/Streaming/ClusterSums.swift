import TradeTables

/// The sums of scores over clusters, for every set of one or more factors.
///
///     M = Σ over sets of (−1)^(size + 1) Σ over the clusters of their crossing (Σ s)(Σ s)ᵀ
///
/// Reference: Cameron, Gelbach & Miller, "Robust inference with multiway clustering", *Journal of
/// Business & Economic Statistics* 29 (2011).
struct ClusterSums: Sendable {
  private let names: [String]
  private let columns: Int
  private var words: WordColumns
  private var sets: [Sums]

  /// The crossing of some factors.
  fileprivate struct Sums: Sendable {
    /// The places of the factors in `names`.
    let members: [Int]
    /// The place of each combination of levels.
    var places: [[String]: Int] = [:]
    /// One row of scores after the other.
    var scores: [Double] = []
  }

  init(_ names: [String], columns: Int) {
    self.names = names
    self.columns = columns
    words = WordColumns(levels: names.flatMap { [$0] + Self.parts($0) })
    sets = (1..<(1 << names.count)).map { set in
      Sums(members: names.indices.filter { set & (1 << $0) != 0 })
    }
  }

  /// The number of clusters of each factor.
  var counts: [(name: String, count: Int)] {
    sets.filter { $0.members.count == 1 }.map { (names[$0.members[0]], $0.places.count) }
  }

  /// Adds the scores of rows to those of their clusters.
  mutating func add(_ scores: Matrix, _ part: StreamedFrame.Part) throws(RegressionError) {
    try words.read(part.table)
    var reader = FormulaReader(part.table, isWords: words.isWords)
    var factors: [[Factor]] = []
    for name in names {
      var crossed: [Factor] = []
      let own = part.table.firstColumn(name) == nil ? Self.parts(name) : []
      for column in own.isEmpty ? [name] : own {
        crossed.append(
          try FrameSources.factor(column, try reader.levels(column), part.rows, part.table))
      }
      factors.append(crossed)
    }
    for set in sets.indices { sets[set].add(scores, sets[set].members.flatMap { factors[$0] }) }
  }

  /// The columns that are crossed in a name such as `origin^destination`.
  private static func parts(_ name: String) -> [String] {
    name.split(separator: "^").map(String.init)
  }

  /// M; `nil` where a factor has one cluster only.
  func meat(count: Int, degrees: Int, _ small: SmallSample) -> Matrix? {
    guard let fewest = counts.map(\.count).min(), fewest > 1 else { return nil }
    let parameters = small.contains(.parameters) ? Double(count - 1) / Double(degrees) : 1
    var result = Matrix(rows: columns, columns: columns)
    for set in sets {
      let g = Double(small.contains(.fewestClusters) ? fewest : set.places.count)
      let factor = parameters * (small.contains(.clusters) ? g / (g - 1) : 1)
      let sign = set.members.count % 2 == 1 ? factor : -factor
      let part = set.gram(columns: columns)
      for place in result.elements.indices { result.elements[place] += sign * part.elements[place] }
    }
    return result
  }
}

extension ClusterSums.Sums {
  fileprivate mutating func add(_ scores: Matrix, _ factors: [Factor]) {
    let crossed = factors.dropFirst().reduce(factors[0]) { Factor.crossed($0, $1) }
    // The place of each level of these rows among those of all rows.
    var all = [Int](repeating: -1, count: crossed.levels.count)
    let p = scores.columns
    for (row, code) in crossed.codes.enumerated() {
      if all[Int(code)] < 0 {
        let key = factors.map { $0.levels[Int($0.codes[row])] }
        let place = places[key] ?? places.count
        if place == places.count {
          places[key] = place
          self.scores += [Double](repeating: 0, count: p)
        }
        all[Int(code)] = place
      }
      let first = all[Int(code)] * p
      for column in 0..<p { self.scores[first + column] += scores[row, column] }
    }
  }

  /// Σ over the clusters of (Σ s)(Σ s)ᵀ, the upper triangle.
  fileprivate func gram(columns: Int) -> Matrix {
    var sums = Matrix(rows: places.count, columns: columns)
    for row in 0..<sums.rows {
      for column in 0..<columns { sums[row, column] = scores[row * columns + column] }
    }
    return LAPACK.gram(sums, rows: 0..<sums.rows)
  }
}
