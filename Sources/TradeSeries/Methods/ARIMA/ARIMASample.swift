import Glibc

/// A series made ready for estimation: differenced, scaled, with its regression columns.
///
///     w = Δ y / s − Q b₀        X = Δ (gaps, constant, regressors) = Q R
///
/// A gap is filled with a first guess and given a column of its own that is one there: its
/// coefficient is what the model expects at the gap, and integrating over it gives the likelihood
/// of the values that are there. That is what a Kalman filter that passes over gaps computes. Q is
/// orthonormal, so that the products of columns keep their digits.
///
/// Reference: Gómez, Maravall & Peña, "Missing observations in ARIMA models: skipping approach
/// versus additive outlier approach", *Journal of Econometrics* 88 (1999).
struct ARIMASample: Sendable {
  /// The differences, the season and the constant; the rest does not matter here.
  let orders: ARIMAOrders
  /// s, the unit of everything in here.
  let scale: Double
  /// Q and at last w, row by row.
  let data: [Double]
  /// How many columns Q has, gaps first.
  let columns: Int
  /// How many of them are gaps.
  let gaps: Int
  /// The names of the others, the constant first.
  let names: [String]
  /// y / s − b₀ times those, so that its differences are w.
  let level: [Double]
  /// b₀.
  let start: [Double]
  /// R⁻¹, row by row, so that the coefficients of X are R⁻¹ times those of Q.
  let back: [[Double]]
  /// ln |det R| of the gaps' part.
  let logDeterminant: Double

  /// The observations that the likelihood is of.
  var count: Int { rows - gaps }
  /// The differenced values, gaps among them.
  var rows: Int { level.count - orders.lost }
  /// The mean square of w, in units of s².
  var meanSquare: Double {
    stride(from: columns, to: data.count, by: columns + 1).reduce(0) { $0 + data[$1] * data[$1] }
      / Double(max(count, 1))
  }
  /// Whether the columns leave nothing but rounding to explain.
  var isExact: Bool { meanSquare <= max(1e-24, rounding * rounding) }
  /// What rounding of the values comes to, in units of s.
  private let rounding: Double

  private let missing: [Int]
  private let regressors: Regressors?

  /// `nil` where fewer values than columns are left, or columns are no longer independent.
  init?(_ values: [Double?], orders: ARIMAOrders, regressors: Regressors?) {
    self.orders = orders
    self.regressors = regressors
    let n = values.count
    missing = values.indices.filter { values[$0] == nil }
    gaps = missing.count
    let hasMean = orders.hasConstant && orders.lost == 0
    names =
      (orders.hasConstant ? [hasMean ? "intercept" : "drift"] : []) + (regressors?.names ?? [])
    columns = gaps + names.count
    let rows = n - orders.lost
    guard rows - columns >= 1 else { return nil }
    let raw = (0..<n).map { [missing] t in
      Self.row(t, missing: missing, constant: orders.hasConstant, hasMean, regressors)
    }
    let y = Self.filled(values)
    let w = orders.differenced(y)
    var scale = Self.size(w)
    if scale < 1e-14 * Self.size(y) || !scale.isNormal { scale = 0 }
    let unit = scale > 0 ? scale : 1
    self.scale = unit
    rounding = 8 * Double.ulpOfOne * Self.size(y) / unit
    let columns = (0..<columns).map { j in raw.map { $0[j] } }
    guard
      let basis = Orthonormal(columns.map(orders.differenced), sizes: columns.map(Self.size))
    else { return nil }
    back = basis.inverse
    logDeterminant = basis.diagonal.prefix(gaps).reduce(0) { $0 + log($1) }
    var response = scale > 0 ? w.map { $0 / unit } : [Double](repeating: 0, count: rows)
    start = basis.project(&response)
    level = y.indices.map { [start, back] t in
      zip(start, Self.rotated(raw[t], back)).reduce(y[t] / unit) { $0 - $1.0 * $1.1 }
    }
    data = (0..<rows).flatMap { t in basis.columns.map { $0[t] } + [response[t]] }
  }

  /// The periods after the last value that the regressors reach; `nil` without regressors.
  var future: Int? { regressors.map { $0.rows - level.count } }

  /// The columns before differencing in one period, past or future, turned as Q is.
  func row(at t: Int) -> [Double] {
    let hasMean = orders.hasConstant && orders.lost == 0
    return Self.rotated(
      Self.row(t, missing: missing, constant: orders.hasConstant, hasMean, regressors), back)
  }

  private static func row(
    _ t: Int, missing: [Int], constant: Bool, _ hasMean: Bool, _ regressors: Regressors?
  ) -> [Double] {
    let known = regressors?.columns.map { column in
      precondition(t < column.count, "no regressors for period \(t + 1) of the series")
      return column[t]
    }
    return missing.map { $0 == t ? 1 : 0 }
      + (constant ? [hasMean ? 1 : Double(t + 1)] : []) + (known ?? [])
  }

  private static func rotated(_ row: [Double], _ back: [[Double]]) -> [Double] {
    row.indices.map { j in (0...j).reduce(0) { $0 + row[$1] * back[$1][j] } }
  }

  /// The largest size in a column, by which a difference counts as nothing.
  private static func size(_ column: [Double]) -> Double {
    column.reduce(0) { max($0, abs($1)) }
  }

  /// Straight lines across the gaps.
  static func filled(_ values: [Double?]) -> [Double] {
    var filled = [Double](repeating: 0, count: values.count)
    var last = 0
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      filled[index] = value
      let before = filled[last]
      for gap in (last + 1)..<max(index, last + 1) {
        let part = Double(gap - last) / Double(index - last)
        filled[gap] = before + part * (value - before)
      }
      last = index
    }
    return filled
  }
}

/// Columns made orthonormal from left to right: X = Q R, by Gram and Schmidt's method done twice.
struct Orthonormal {
  let columns: [[Double]]
  /// R⁻¹, upper triangular, `inverse[row][column]`.
  let inverse: [[Double]]
  /// The diagonal of R.
  let diagonal: [Double]

  /// `nil` where a column is a combination of those before it.
  ///
  /// What is below 1e-10 of a column's `sizes` counts as nothing.
  init?(_ x: [[Double]], sizes: [Double]) {
    let k = x.count
    var q: [[Double]] = []
    var triangle = [[Double]](repeating: [Double](repeating: 0, count: k), count: k)
    for j in 0..<k {
      var column = x[j]
      for _ in 0..<2 {
        for i in 0..<j {
          let product = zip(q[i], column).reduce(0) { $0 + $1.0 * $1.1 }
          triangle[i][j] += product
          for t in column.indices { column[t] -= product * q[i][t] }
        }
      }
      let norm = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard norm > 1e-10 * sizes[j], norm.isFinite else { return nil }
      triangle[j][j] = norm
      q.append(column.map { $0 / norm })
    }
    columns = q
    diagonal = (0..<k).map { triangle[$0][$0] }
    var inverse = [[Double]](repeating: [Double](repeating: 0, count: k), count: k)
    for j in 0..<k {
      inverse[j][j] = 1 / triangle[j][j]
      for i in stride(from: j - 1, through: 0, by: -1) {
        let sum = (i + 1...j).reduce(0) { $0 + triangle[i][$1] * inverse[$1][j] }
        inverse[i][j] = -sum / triangle[i][i]
      }
    }
    self.inverse = inverse
  }

  /// Takes the columns' part out of a response and returns its coefficients.
  func project(_ response: inout [Double]) -> [Double] {
    var coefficients = [Double](repeating: 0, count: columns.count)
    for _ in 0..<2 {
      for (j, column) in columns.enumerated() {
        let product = zip(column, response).reduce(0) { $0 + $1.0 * $1.1 }
        coefficients[j] += product
        for t in response.indices { response[t] -= product * column[t] }
      }
    }
    return coefficients
  }
}
