/// The effects themselves, after they were absorbed.
///
///     D γ = v        for a v that is a sum of effects in every row
///
/// γ is not unique: to every level of one effect a number may be added and taken off another effect,
/// and rows that do not hang together may each be shifted by numbers of their own. The sum over the
/// levels of a new row is the same for every solution exactly where the row depends on those that
/// were fitted. So a second system is solved beside it: of a random γ₀, what solving takes out of it
/// leaves a random solution of D γ = 0, and its sum over the levels of the row is zero there and, with
/// probability one, nowhere else.
///
/// Reference: Abowd, Creecy & Kramarz, "Computing person and firm effects using linked longitudinal
/// employer-employee data" (2002), on connected groups.
struct LevelValues {
  /// For each variable the value of every level, the effects one after the other.
  let values: [[Double]]
  /// A random solution of D γ = 0.
  let kernel: [Double]
  /// Whether the solutions are as exact as they should be.
  let isSettled: Bool

  /// Whether the sum over these levels is the same for every solution.
  func determines(_ levels: [Int]) -> Bool {
    abs(levels.reduce(0) { $0 + kernel[$1] }) < 1e-7
  }

  func sum(_ levels: [Int], of variable: Int) -> Double {
    levels.reduce(0) { $0 + values[variable][$1] }
  }
}

extension AbsorbedEffects {
  /// The levels' values of variables that are sums of effects in every row.
  func levelValues(of sums: [[Double]]) -> LevelValues {
    var random = SplitMix(state: 1)
    let start = (0..<total).map { _ in random.next() }
    let variables = WorkingVariables(rows: rows, regressors: sums.count)
    for row in 0..<rows {
      for (number, sum) in sums.enumerated() { variables[row, number: number] = sum[row] }
      variables[row, number: sums.count] = (0..<count).reduce(0) {
        $0 + start[Int(codes.start[row * count + $1])]
      }
    }
    let weights = Buffer(repeating: 1.0, count: rows)
    let step = Buffer(repeating: 0.0, count: rows)
    var gamma = [SIMD4<Double>](repeating: .zero, count: total * variables.width)
    let before = levelSums(variables, weights).norms
    // What rounding leaves of the first solution is solved for again.
    for _ in 0..<3 {
      let change = solution(
        levelSums(variables, weights), variables, weights, tolerance: 1e-12)
      for place in gamma.indices { gamma[place] += change[place] }
      subtract(change, from: variables, step: step)
    }
    let after = levelSums(variables, weights).norms
    func values(_ number: Int) -> [Double] {
      (0..<total).map { gamma[$0 * variables.width + number / 4][number % 4] }
    }
    return LevelValues(
      values: sums.indices.map(values),
      kernel: zip(start, values(sums.count)).map { $0 - $1 },
      isSettled: zip(before, after).allSatisfy { $1 <= 1e-6 * max($0, 1e-300) })
  }
}

/// Numbers from −1 to 1 that look random and are the same in every run.
///
/// Reference: Steele, Lea & Flood, "Fast splittable pseudorandom number generators" (2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double(Int64(bitPattern: z ^ (z >> 31))) / 0x1p63
  }
}
