extension AbsorbedEffects {
  /// γ from the normal equations of the dummies, by Cholesky factors with pivoting.
  ///
  ///     A = DᵀW D:  weights of the levels on the diagonal, of pairs of levels beside it
  ///     S A S = P Uᵀ U Pᵀ       S = diag(A)^(−1/2)
  ///
  /// A is singular, because the dummies of every effect add up to the same 1; the pivots that are
  /// zero belong to levels whose γ is set to zero. What rounding leaves of DᵀW v is taken away by
  /// the next step of the iteration, which begins from the variables as they are.
  func directSolution(
    _ sums: LevelSums, _ variables: WorkingVariables, _ weights: Buffer<Double>
  ) -> [SIMD4<Double>] {
    let scales = sums.diagonal.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    let cholesky = factors(scales, weights)
    let (width, columns) = (variables.width, variables.count)
    var right = [Double](repeating: 0, count: cholesky.rank * columns)
    for place in 0..<cholesky.rank {
      let level = cholesky.pivots[place]
      for column in 0..<columns {
        right[column * cholesky.rank + place] =
          scales[level] * sums.sums[level * width + column / 4][column % 4]
      }
    }
    LAPACK.solve(cholesky, &right, count: columns)
    var gamma = [SIMD4<Double>](repeating: .zero, count: total * width)
    for place in 0..<cholesky.rank {
      let level = cholesky.pivots[place]
      for column in 0..<columns {
        gamma[level * width + column / 4][column % 4] =
          scales[level] * right[column * cholesky.rank + place]
      }
    }
    return gamma
  }

  /// The factors of S A S.
  private func factors(_ scales: [Double], _ weights: Buffer<Double>) -> LAPACK.PivotedCholesky {
    var matrix = [Double](repeating: 0, count: total * total)
    for level in 0..<total { matrix[level * total + level] = scales[level] > 0 ? 1 : 0 }
    var start = 0
    let tables = pairTables(weights)
    for (first, second) in pairs {
      for i in 0..<levels[first] {
        for j in 0..<levels[second] {
          let (row, column) = (offsets[first] + i, offsets[second] + j)
          matrix[column * total + row] =
            scales[row] * scales[column] * tables[start + i * levels[second] + j]
        }
      }
      start += levels[first] * levels[second]
    }
    return LAPACK.pivotedCholesky(
      matrix, order: total, tolerance: 10 * Double(total) * Double.ulpOfOne)
  }

  private var pairs: [(Int, Int)] {
    (0..<count).flatMap { first in (first + 1..<count).map { (first, $0) } }
  }

  /// The weight of every pair of levels of two effects, effect pair after effect pair.
  private func pairTables(_ weights: Buffer<Double>) -> [Double] {
    let pairs = pairs
    let sizes = pairs.map { levels[$0.0] * levels[$0.1] }
    let starts = pairs.indices.map { pair in
      // The places of codes begin at the offsets of their effects; what they add is taken off.
      sizes[..<pair].reduce(0, +) - offsets[pairs[pair].0] * levels[pairs[pair].1]
        - offsets[pairs[pair].1]
    }
    let size = sizes.reduce(0, +)
    let count = count
    let tables = pieces(for: size).map { rows -> Buffer<Double> in
      let table = Buffer(repeating: 0.0, count: size)
      for (pair, effects) in pairs.enumerated() {
        let (first, second) = effects
        let (start, stride) = (table.start + starts[pair], levels[second])
        for row in rows {
          let codes = codes.start + row * count
          start[Int(codes[first]) * stride + Int(codes[second])] += weights.start[row]
        }
      }
      return table
    }
    return Buffer.sum(tables).contents
  }

  /// Whether `leverage` has an answer.
  var hasLeverage: Bool { count == 1 || total <= Self.denseLimit }

  /// w D A⁻ Dᵀ of every row: what the effects alone add to its leverage.
  ///
  /// `nil` for effects of so many levels that A is not factored.
  func leverage(_ weights: Buffer<Double>) -> [Double]? {
    let (count, total) = (count, total)
    var diagonal = [Double](repeating: 0, count: total)
    for place in 0..<rows * count {
      diagonal[Int(codes.start[place])] += weights.start[place / count]
    }
    if count == 1 {
      return (0..<rows).map { weights.start[$0] / diagonal[Int(codes.start[$0])] }
    }
    guard hasLeverage else { return nil }
    let scales = diagonal.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    let cholesky = factors(scales, weights)
    let inverse = LAPACK.inverse(cholesky)
    var places = [Int](repeating: -1, count: total)
    for place in 0..<cholesky.rank { places[cholesky.pivots[place]] = place }
    return (0..<rows).map { row in
      var sum = 0.0
      for first in 0..<count {
        for second in 0..<count {
          let a = Int(codes.start[row * count + first])
          let b = Int(codes.start[row * count + second])
          guard places[a] >= 0, places[b] >= 0 else { continue }
          let (low, high) = (min(places[a], places[b]), max(places[a], places[b]))
          sum += scales[a] * scales[b] * inverse[high * total + low]
        }
      }
      return weights.start[row] * sum
    }
  }
}
