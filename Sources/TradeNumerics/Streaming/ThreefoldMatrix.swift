/// A square matrix in three times the working precision, column by column.
struct ThreefoldMatrix: Sendable {
  let order: Int
  private var elements: [Threefold]

  init(order: Int) {
    self.order = order
    elements = [Threefold](repeating: .zero, count: order * order)
  }

  subscript(row: Int, column: Int) -> Threefold {
    get { elements[column * order + row] }
    set { elements[column * order + row] = newValue }
  }

  /// The elements rounded to doubles.
  var rounded: Matrix {
    var matrix = Matrix(rows: order, columns: order)
    for place in elements.indices { matrix.elements[place] = elements[place].high }
    return matrix
  }

  /// The same rows and columns only, in that order.
  func selecting(_ places: [Int]) -> ThreefoldMatrix {
    var result = ThreefoldMatrix(order: places.count)
    for (j, column) in places.enumerated() {
      for (i, row) in places.enumerated() { result[i, j] = self[row, column] }
    }
    return result
  }

  /// Σ a_k b_k over the first rows of two columns.
  func dot(_ a: Int, _ b: Int, rows: Int) -> Threefold {
    var sum = Threefold.zero
    for k in 0..<rows { sum += elements[a * order + k] * elements[b * order + k] }
    return sum
  }
}

/// The triangle R of XᵀX = RᵀR, by Cholesky in the order of the columns.
///
///     r_jj² = g_jj − Σ_k r_kj²        r_ij = (g_ij − Σ_k r_ki r_kj) / r_ii
///
/// A column that the ones before explain to half of the precision has a zero on the diagonal and
/// nothing to the right of it, so that the columns of R depend on each other as those of X do.
///
/// Reference: Golub & Van Loan, *Matrix Computations*, 4th edition, section 4.2.
struct ThreefoldTriangle: Sendable {
  private(set) var r: ThreefoldMatrix
  /// r_jj², which for a response after its regressors is the sum of squared residuals.
  private(set) var squares: [Threefold] = []

  /// What rounding may leave of an exact zero among squares, as a part of g_jj.
  private static let tolerance = 0x1p-120

  init(products g: ThreefoldMatrix) {
    r = ThreefoldMatrix(order: g.order)
    for j in 0..<g.order {
      for i in 0..<j where r[i, i].high > 0 {
        r[i, j] = (g[i, j] - r.dot(i, j, rows: i)) / r[i, i]
      }
      let square = g[j, j] - r.dot(j, j, rows: j)
      squares.append(square)
      if square.high > Self.tolerance * g[j, j].high { r[j, j] = square.squareRoot() }
    }
  }

  /// R x = b for the leading rows and columns.
  func solve(_ b: [Threefold]) -> [Threefold] {
    var x = b
    for j in x.indices.reversed() {
      x[j] = x[j] / r[j, j]
      for i in 0..<j { x[i] -= r[i, j] * x[j] }
    }
    return x
  }

  /// √ diag (RᵀR)⁻¹ for the leading rows and columns: the lengths of the rows of R⁻¹.
  func inverseLengths(order: Int) -> [Double] {
    var squares = [Threefold](repeating: .zero, count: order)
    for column in 0..<order {
      var unit = [Threefold](repeating: .zero, count: column + 1)
      unit[column] = Threefold(1)
      for (row, element) in solve(unit).enumerated() { squares[row] += element * element }
    }
    return squares.map { $0.squareRoot().high }
  }
}
