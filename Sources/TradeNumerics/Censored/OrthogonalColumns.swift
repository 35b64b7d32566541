/// Columns made orthogonal to one another, each of mean square 1.
///
///     X S = Q T          S scales every column to largest element 1, QᵀQ = n I, T upper triangular
///
/// Gram–Schmidt, every column twice, which leaves it orthogonal to rounding. A likelihood worked
/// out on Q instead of X is as well conditioned as its data allow.
///
/// Reference: Giraud, Langou & Rozložník, "The loss of orthogonality in the Gram–Schmidt
/// orthogonalization process", *Computers & Mathematics with Applications* 50 (2005).
struct OrthogonalColumns {
  let rows: Int
  /// The columns of Q.
  let columns: [[Double]]
  /// The columns of T, each down to its diagonal.
  private let triangle: [[Double]]
  private let scales: [Double]

  /// The columns of X must be independent of one another.
  init(_ x: Matrix) {
    rows = x.rows
    var columns: [[Double]] = []
    var triangle: [[Double]] = []
    var scales: [Double] = []
    for index in 0..<x.columns {
      var column = x.column(index)
      let scale = column.reduce(0) { max($0, abs($1)) }
      precondition(scale > 0, "column \(index) is zero")
      for row in 0..<x.rows { column[row] /= scale }
      var factors = [Double](repeating: 0, count: index + 1)
      for _ in 0..<2 {
        for (other, q) in columns.enumerated() {
          let factor = Self.product(q, column) / Double(x.rows)
          factors[other] += factor
          for row in 0..<x.rows { column[row] -= factor * q[row] }
        }
      }
      let size = (Self.product(column, column) / Double(x.rows)).squareRoot()
      precondition(size > 0, "column \(index) depends on those before it")
      factors[index] = size
      columns.append(column.map { $0 / size })
      triangle.append(factors)
      scales.append(scale)
    }
    self.columns = columns
    self.triangle = triangle
    self.scales = scales
  }

  /// Q, row by row.
  var rowByRow: [Double] {
    var result: [Double] = []
    result.reserveCapacity(rows * columns.count)
    for row in 0..<rows {
      for column in columns { result.append(column[row]) }
    }
    return result
  }

  /// The coefficients c of the orthogonal columns that make ‖y − Q c‖ smallest, and y − Q c.
  func leastSquares(_ y: [Double]) -> (coefficients: [Double], residuals: [Double]) {
    var residuals = y
    var coefficients = [Double](repeating: 0, count: columns.count)
    for _ in 0..<2 {
      for (index, q) in columns.enumerated() {
        let factor = Self.product(q, residuals) / Double(rows)
        coefficients[index] += factor
        for row in 0..<rows { residuals[row] -= factor * q[row] }
      }
    }
    return (coefficients, residuals)
  }

  /// S T⁻¹ c: the coefficients of X's columns that say the same as c of Q's.
  func original(_ c: [Double]) -> [Double] {
    var b = c
    for index in b.indices.reversed() {
      b[index] /= triangle[index][index]
      for other in 0..<index { b[other] -= triangle[index][other] * b[index] }
    }
    return zip(b, scales).map { $0 / $1 }
  }

  private static func product(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }
}
