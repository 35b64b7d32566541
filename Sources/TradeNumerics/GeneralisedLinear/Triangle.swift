/// The triangle R of a tall matrix S [X r] = Q R, which stands for the whole matrix.
///
///     [R above; next rows] → R        block after block, then piece after piece
///
/// Householder reflections on blocks that fit the cache, so nothing as tall as the data is copied
/// and the products XᵀX, which would square the condition, are never formed.
///
/// Reference: Demmel, Grigori, Hoemmen & Langou, "Communication-optimal parallel and sequential
/// QR and LU factorizations" (2012).
struct Triangle: Sendable {
  /// The order: the number of regressors and one for the residual.
  let order: Int
  /// Column-major; what is below the diagonal is zero.
  let elements: [Double]

  /// Reduces the rows of the variables, each multiplied by its scale.
  init(of variables: WorkingVariables, scales: @escaping @Sendable (Int) -> Double) {
    let order = variables.count
    let parts = RowChunks(rows: variables.rows).map { rows in
      Triangle.reduce(variables, rows, scales)
    }
    self.order = order
    elements = parts.count == 1 ? parts[0] : Triangle.merge(parts, order: order)
  }

  subscript(row: Int, column: Int) -> Double { elements[column * order + row] }

  private static func reduce(
    _ variables: WorkingVariables, _ rows: Range<Int>, _ scales: (Int) -> Double
  ) -> [Double] {
    let order = variables.count
    let height = max(256, 2 * order)
    let block = Buffer(repeating: 0.0, count: (height + order) * order)
    let work = Buffer(repeating: 0.0, count: 65 * order)
    let tall = height + order
    for start in Swift.stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
      let end = min(start + height, rows.upperBound)
      for row in start..<end {
        let scale = scales(row)
        let target = block.start + order + (row - start)
        for column in 0..<order { target[column * tall] = scale * variables[row, number: column] }
      }
      LAPACK.triangularise(
        block.start, rows: order + (end - start), columns: order, stride: tall, work: work.start)
      clearBelow(block.start, order: order, stride: tall)
    }
    return (0..<order * order).map { block.start[($0 / order) * tall + $0 % order] }
  }

  private static func merge(_ parts: [[Double]], order: Int) -> [Double] {
    let tall = parts.count * order
    let block = Buffer(repeating: 0.0, count: tall * order)
    let work = Buffer(repeating: 0.0, count: 65 * order)
    for (part, elements) in parts.enumerated() {
      for place in 0..<order * order {
        block.start[(place / order) * tall + part * order + place % order] = elements[place]
      }
    }
    LAPACK.triangularise(
      block.start, rows: tall, columns: order, stride: tall, work: work.start)
    clearBelow(block.start, order: order, stride: tall)
    return (0..<order * order).map { block.start[($0 / order) * tall + $0 % order] }
  }

  /// Sets the reflectors below the diagonal of the leading triangle to zero.
  private static func clearBelow(
    _ block: UnsafeMutablePointer<Double>, order: Int, stride: Int
  ) {
    for column in 0..<order {
      for row in column + 1..<max(order, column + 1) { block[column * stride + row] = 0 }
    }
  }
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
    let tail = Buffer(repeating: 0.0, count: (count + 1 - column) * (count - column))
    for target in 0..<count {
      let source = target < column ? target : target + 1
      for row in 0..<min(column, source + 1) { result[row, target] = upper[row, source] }
      guard target >= column else { continue }
      for row in column...source {
        tail.start[(target - column) * (count + 1 - column) + row - column] = upper[row, source]
      }
    }
    guard column < count else { return result }
    let work = Buffer(repeating: 0.0, count: 65 * count)
    LAPACK.triangularise(
      tail.start, rows: count + 1 - column, columns: count - column, stride: count + 1 - column,
      work: work.start)
    for target in column..<count {
      for row in column...target {
        result[row, target] =
          tail.start[(target - column) * (count + 1 - column) + row - column]
      }
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
