extension AbsorbedEffects {
  /// γ by conjugate gradients with the weights of the levels as preconditioner.
  ///
  ///     A p = Σ_rows w d (dᵀp)       d: the dummies of the row
  ///
  /// A step reads every row once, gathers p at its levels and adds w times the sum back to them.
  /// Only vectors as long as the levels are written. Every variable has its own step lengths and
  /// rests once its residual, measured by √(ρᵀ diag(A)⁻¹ ρ), is small.
  ///
  /// Reference: Golub & Van Loan, *Matrix Computations*, 4th edition, section 11.5.
  func conjugateSolution(
    _ sums: LevelSums, _ variables: WorkingVariables, _ weights: Buffer<Double>,
    tolerance: Double
  ) -> [SIMD4<Double>] {
    let width = variables.width
    let pieces = pieces(for: total * width * 4)
    let scratch = (0..<pieces.count).map { _ in
      Buffer(repeating: SIMD4<Double>.zero, count: total * width)
    }
    var descent = Descent(sums, variables, tolerance: tolerance)
    var steps = 0
    while descent.isActive, steps < Self.longestIteration {
      descent.step(along: product(descent.direction, width, weights, scratch, pieces))
      steps += 1
    }
    return descent.gamma
  }

  /// Enough for graphs of levels that barely hang together.
  private static let longestIteration = 2000

  /// A p, in the first scratch table.
  private func product(
    _ direction: [SIMD4<Double>], _ width: Int, _ weights: Buffer<Double>,
    _ scratch: [Buffer<SIMD4<Double>>], _ pieces: Pieces
  ) -> Buffer<SIMD4<Double>> {
    let count = count
    pieces.perform { piece, rows in
      let own = scratch[piece]
      let table = own.start
      table.update(repeating: .zero, count: own.count)
      direction.withUnsafeBufferPointer { direction in
        for row in rows {
          let codes = codes.start + row * count
          let weight = weights.start[row]
          for block in 0..<width {
            var sum = SIMD4<Double>.zero
            for effect in 0..<count { sum += direction[Int(codes[effect]) * width + block] }
            sum *= weight
            for effect in 0..<count { table[Int(codes[effect]) * width + block] += sum }
          }
        }
      }
    }
    return Buffer.sum(scratch)
  }
}

/// The vectors of conjugate gradients, one system for each of the numbers of a row.
private struct Descent {
  private(set) var gamma: [SIMD4<Double>]
  private(set) var direction: [SIMD4<Double>]
  private var residual: [SIMD4<Double>]
  /// 1 / diag(A).
  private let inverse: [Double]
  /// ρᵀ diag(A)⁻¹ ρ, and where it is small enough.
  private var size: [SIMD4<Double>]
  private var goal: [SIMD4<Double>]
  private let width: Int

  init(
    _ sums: AbsorbedEffects.LevelSums, _ variables: WorkingVariables, tolerance: Double
  ) {
    width = variables.width
    inverse = sums.diagonal.map { $0 > 0 ? 1 / $0 : 0 }
    residual = sums.sums
    variables.clearConstant(in: &residual)
    gamma = [SIMD4<Double>](repeating: .zero, count: residual.count)
    direction = gamma
    size = [SIMD4<Double>](repeating: .zero, count: width)
    goal = size
    for level in inverse.indices {
      for block in 0..<width {
        let place = level * width + block
        direction[place] = inverse[level] * residual[place]
        size[block] += direction[place] * residual[place]
      }
    }
    for column in 0..<variables.count {
      // What is below 1e-14 of the variable itself is rounding.
      let rounding = 1e-28 * sums.norms[column] * sums.norms[column]
      let relative = tolerance * tolerance * size[column / 4][column % 4]
      goal[column / 4][column % 4] = max(relative, rounding)
    }
  }

  /// Whether a system is not solved yet.
  var isActive: Bool { (0..<width).contains { any(size[$0] .> goal[$0]) } }

  /// One step; `image` is A times the direction.
  mutating func step(along image: Buffer<SIMD4<Double>>) {
    var curvature = [SIMD4<Double>](repeating: .zero, count: width)
    for level in inverse.indices {
      for block in 0..<width {
        let place = level * width + block
        curvature[block] += direction[place] * image.start[place]
      }
    }
    let length = (0..<width).map { block in
      quotient(size[block], curvature[block])
        .replacing(with: 0, where: size[block] .<= goal[block])
    }
    var next = [SIMD4<Double>](repeating: .zero, count: width)
    for level in inverse.indices {
      for block in 0..<width {
        let place = level * width + block
        gamma[place] += length[block] * direction[place]
        let left = residual[place] - length[block] * image.start[place]
        residual[place] = left
        next[block] += inverse[level] * left * left
      }
    }
    let turn = (0..<width).map { quotient(next[$0], size[$0]) }
    for level in inverse.indices {
      for block in 0..<width {
        let place = level * width + block
        direction[place] = inverse[level] * residual[place] + turn[block] * direction[place]
      }
    }
    size = next
  }

  /// a / b, zero where b is not above zero.
  private func quotient(_ a: SIMD4<Double>, _ b: SIMD4<Double>) -> SIMD4<Double> {
    let isZero = b .<= .zero
    return (a / b.replacing(with: 1, where: isZero)).replacing(with: 0, where: isZero)
  }
}
