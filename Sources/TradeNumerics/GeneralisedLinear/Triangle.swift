/// The triangle R of a tall matrix S [X r] = Q R, which stands for the whole matrix.
struct Triangle: Sendable {
  /// R, zero below its diagonal.
  private let upper: Matrix

  /// Reduces the rows of the variables, each multiplied by its scale.
  init(of variables: WorkingVariables, scales: @escaping @Sendable (Int) -> Double) {
    let order = variables.count
    upper = TallTriangle.reduced(rows: variables.rows, columns: order) { rows, block, stride in
      for row in rows {
        let scale = scales(row)
        let target = block + (row - rows.lowerBound)
        for column in 0..<order { target[column * stride] = scale * variables[row, number: column] }
      }
    }
  }

  /// The order: the number of regressors and one for the residual.
  var order: Int { upper.columns }

  subscript(row: Int, column: Int) -> Double { upper[row, column] }
}

extension Triangle {
  /// The leading rows and columns, without the residual.
  var regressors: Matrix {
    var matrix = Matrix(rows: order - 1, columns: order - 1)
    for column in 0..<order - 1 {
      for row in 0...column { matrix[row, column] = self[row, column] }
    }
    return matrix
  }

  /// The coefficients b that make ‖r − X b‖ smallest; X has full rank.
  var solution: [Double] {
    guard order > 1 else { return [] }
    return LAPACK.solve(upper: regressors, (0..<order - 1).map { self[$0, order - 1] })
  }

  /// (XᵀX)⁻¹ = R⁻¹ R⁻ᵀ.
  var inverseOfProducts: Matrix {
    let count = order - 1
    var inverse = Matrix(rows: count, columns: count)
    let upper = regressors
    for column in 0..<count {
      var unit = [Double](repeating: 0, count: count)
      unit[column] = 1
      let half = LAPACK.solve(upper: upper, transposed: true, unit)
      let whole = LAPACK.solve(upper: upper, half)
      for row in 0..<count { inverse[row, column] = whole[row] }
    }
    return inverse
  }

  /// The columns that the columns before them explain, with their combinations.
  ///
  /// A column counts as explained when what is left of it is below `tolerance` times `sizes`, its
  /// norm before anything was taken out.
  func dependencies(sizes: [Double], tolerance: Double) -> [LeastSquares.Dependency] {
    var found: [LeastSquares.Dependency] = []
    var kept = Array(0..<order - 1)
    var upper = regressors
    var place = 0
    while place < kept.count {
      // The diagonal is the norm of what the columns before leave of a column.
      let left = abs(upper[place, place])
      if left > 0, left > tolerance * sizes[kept[place]] {
        place += 1
        continue
      }
      let column = kept.remove(at: place)
      found.append(
        dependency(column, on: Array(kept[..<place]), size: sizes[column], tolerance: tolerance))
      upper = Triangle.removing(place, from: upper)
    }
    return found
  }

  /// The triangle of the columns without one; those before it stay as they are.
  private static func removing(_ column: Int, from upper: Matrix) -> Matrix {
    let count = upper.columns - 1
    var result = Matrix(rows: count, columns: count)
    var tail = Matrix(rows: count + 1 - column, columns: count - column)
    for target in 0..<count {
      let source = target < column ? target : target + 1
      for row in 0..<min(column, source + 1) { result[row, target] = upper[row, source] }
      guard target >= column else { continue }
      for row in column...source { tail[row - column, target - column] = upper[row, source] }
    }
    guard column < count else { return result }
    let reduced = LAPACK.upperTriangle(of: tail)
    for target in column..<count {
      for row in column...target { result[row, target] = reduced[row - column, target - column] }
    }
    return result
  }

  private func dependency(
    _ column: Int, on kept: [Int], size: Double, tolerance: Double
  ) -> LeastSquares.Dependency {
    let upper = regressors
    let own = upper.column(column)
    let length = own.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard !kept.isEmpty, length > tolerance * size else {
      return LeastSquares.Dependency(column: column, combination: [])
    }
    let factors = LeastSquares(upper.selecting(columns: kept), own).coefficients
    let parts = zip(kept, factors).compactMap { place, factor -> LeastSquares.Dependency.Part? in
      guard let factor else { return nil }
      let reach = upper.column(place).reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard abs(factor) * reach > max(1e-9, tolerance) * length else { return nil }
      return LeastSquares.Dependency.Part(column: place, factor: factor)
    }
    return LeastSquares.Dependency(column: column, combination: parts)
  }
}
