/// The coefficients b that make ‖y − X b‖ smallest, to the last digits that the data allow.
///
///     X S = Q R                   S scales every column by a power of two
///     b₀ = S R⁻¹ Qᵀ y             then refined: residuals in twice the working precision
///     (XᵀX)⁻¹ = S R⁻¹ R⁻ᵀ S
///
/// A small problem is factorised by Householder reflections with column pivoting and refined on the
/// augmented system; a tall one goes over its rows in pieces. Never the normal equations alone,
/// which square the condition number. A column that is a combination of columns before it is
/// dropped and named.
///
/// Reference: Björck, *Numerical Methods for Least Squares Problems* (1996), sections 2.4 and 2.9;
/// Golub & Van Loan, *Matrix Computations*, 4th edition, sections 5.3 to 5.5.
public struct LeastSquares: Sendable {
  /// One number a column of X; `nil` where the column was dropped.
  public let coefficients: [Double?]
  /// The places of the columns that were kept, ascending.
  public let kept: [Int]
  /// The columns that were left out, each with what it equals.
  public let dropped: [Dependency]
  /// What the fit leaves of each response: y − X b.
  public let residuals: [Double]
  /// Σ (y − X b)².
  public let residualSumOfSquares: Double
  private let solver: any LeastSquaresSolver

  /// Solves the problem for a matrix of n rows and p columns and n responses, all finite.
  ///
  /// - `low`: what rounding took from the elements of X, where that is known: the powers of a
  ///   polynomial need it to keep their digits.
  public init(_ x: Matrix, _ y: [Double], low: Matrix? = nil) {
    precondition(x.rows == y.count, "\(x.rows) rows but \(y.count) responses")
    precondition(
      low.map { $0.rows == x.rows && $0.columns == x.columns } ?? true, "low parts differ")
    let whole = PairMatrix(high: x, low: low)
    (kept, dropped, solver) = Self.independentColumns(of: x) { kept in
      Self.solver(for: kept.count == x.columns ? whole : whole.selecting(columns: kept))
    }

    let solution = solver.solve(y)
    var all = [Double?](repeating: nil, count: x.columns)
    for (index, column) in kept.enumerated() { all[column] = solution.coefficients[index] }
    coefficients = all
    residuals = solution.residuals.rounded
    residualSumOfSquares = solution.residuals.sumOfSquares
  }

  /// The number of columns that were kept.
  public var rank: Int { kept.count }

  /// The observations that are left to estimate a variance from: n − rank.
  public var degreesOfFreedom: Int { residuals.count - rank }

  /// An estimate of the condition number of the kept columns, each scaled to size one.
  ///
  /// About so many digits as its decimal logarithm can be lost to errors in the data.
  public var conditionNumber: Double { solver.conditionNumber }

  /// √ diag (XᵀX)⁻¹ for each kept column: standard errors in units of the residual deviation.
  public var standardErrorFactors: [Double] { solver.standardErrorFactors }

  /// (XᵀX)⁻¹ x of each row x of a matrix with a column for each kept one, a row each.
  ///
  /// Column j is in units of units[j], in `rows` as in the X of (XᵀX)⁻¹, so that nothing overflows.
  func influence(of rows: Matrix, units: [Double]) -> Matrix {
    let parts = Pieces(rows.rows, of: 1 << 10).map { range in
      range.flatMap { row in
        let x = units.indices.map { rows[row, $0] * units[$0] }
        return zip(solver.solveGram(x), units).map { $0 * $1 }
      }
    }
    var result = Matrix(rows: rows.rows, columns: rows.columns)
    for (place, number) in parts.joined().enumerated() {
      result[place / rows.columns, place % rows.columns] = number
    }
    return result
  }

  /// R⁻ᵀ S x of each row x of a matrix with a column for each kept one, a row each.
  ///
  /// In these coordinates XᵀX is the identity: their square length is xᵀ (XᵀX)⁻¹ x.
  func coordinates(of rows: Matrix) -> Matrix {
    var result = Matrix(rows: rows.rows, columns: rows.columns)
    guard rows.rows > 0, rows.columns > 0 else { return result }
    let parts = Pieces(rows.rows, of: 1 << 10).map { piece in
      piece.flatMap { row in solver.halfSolve((0..<rows.columns).map { rows[row, $0] }) }
    }
    for (place, number) in parts.joined().enumerated() {
      result[place / rows.columns, place % rows.columns] = number
    }
    return result
  }

  /// xᵀ (XᵀX)⁻¹ x: the variance of a fitted value at x, in units of the residual variance.
  ///
  /// `x` has one element for each kept column.
  public func variance(of x: [Double]) -> Double {
    solver.halfSolve(x).reduce(0) { $0 + $1 * $1 }
  }
}

/// A factorisation that solves least-squares problems with one matrix.
protocol LeastSquaresSolver: Sendable {
  var rank: Int { get }
  /// The column that adds least to the others, where the rank is too small.
  var weakest: Int { get }
  var conditionNumber: Double { get }
  /// A small matrix with the dependencies of the columns of X: X itself, or its R.
  var rowEquivalent: Matrix { get }
  /// Coefficients and residuals; the matrix has full column rank.
  func solve(_ y: [Double]) -> (coefficients: [Double], residuals: PairVector)
  /// √ diag (XᵀX)⁻¹.
  var standardErrorFactors: [Double] { get }
  /// R⁻ᵀ S x, whose square length is xᵀ (XᵀX)⁻¹ x.
  func halfSolve(_ x: [Double]) -> [Double]
  /// (XᵀX)⁻¹ v.
  func solveGram(_ v: [Double]) -> [Double]
}

extension LeastSquares {
  /// A number of rows and columns up to which all of Q is kept; measured in Benchmarks.
  static let smallLimit = 1 << 16

  private static func solver(for x: PairMatrix) -> any LeastSquaresSolver {
    isTall(rows: x.rows, columns: x.columns) ? TallSolver(x) : HouseholderSolver(x)
  }

  /// Whether R alone is kept for a matrix of that size.
  static func isTall(rows: Int, columns: Int) -> Bool {
    rows > 4 * columns && rows * columns > smallLimit
  }

  /// What rounding can leave of an exact zero on the diagonal of R, as a part of the largest.
  static func rankTolerance(rows: Int, columns: Int) -> Double {
    Double(max(rows, columns, 50)) * Double.ulpOfOne
  }
}

// MARK: - Dependencies

extension LeastSquares {
  /// Leaves out columns until those that are kept have full rank, and factorises them.
  ///
  /// `solver` factorises the columns of these places.
  static func independentColumns(
    of x: Matrix, solver factorise: ([Int]) -> any LeastSquaresSolver
  ) -> (kept: [Int], dropped: [Dependency], solver: any LeastSquaresSolver) {
    var (kept, found) = (Array(0..<x.columns), [Dependency]())
    var solver = factorise(kept)
    while solver.rank < kept.count {
      var dependencies = dependencies(in: solver.rowEquivalent, zeros: x, places: kept)
      if dependencies.isEmpty {
        // On the edge of the tolerance pivoting sees what the walk does not.
        dependencies = [Dependency(column: kept[solver.weakest], combination: [], isZero: false)]
      }
      let names = Set(dependencies.map(\.column))
      kept.removeAll { names.contains($0) }
      found += dependencies
      solver = factorise(kept)
    }
    return (kept, found, solver)
  }

  /// A dropped column and the combination of kept columns that it equals.
  public struct Dependency: Sendable, Equatable {
    /// The place of the dropped column.
    public let column: Int
    /// Pairs of a kept column and its factor; empty where the column is zero, or where the others
    /// explain it to working precision and no factors can be told.
    public let combination: [Part]
    /// Whether every element of the column is zero.
    public let isZero: Bool

    init(column: Int, combination: [Part], isZero: Bool = false) {
      self.column = column
      self.combination = combination
      self.isZero = isZero
    }

    /// One column of a combination.
    public struct Part: Sendable, Equatable {
      /// The place of a kept column.
      public let column: Int
      /// What it is multiplied by.
      public let factor: Double
    }
  }

  /// Walks the columns from left to right and finds those that the ones before them explain.
  ///
  /// `places` are those of the columns in the matrix that the caller gave.
  private static func dependencies(
    in x: Matrix, zeros original: Matrix, places: [Int]
  ) -> [Dependency] {
    var kept: [Int] = []
    var found: [Dependency] = []
    for column in 0..<x.columns {
      let values = x.column(column)
      let size = values.reduce(0) { max($0, abs($1)) }
      guard size > 0, original.column(places[column]).contains(where: { $0 != 0 }) else {
        found.append(Dependency(column: places[column], combination: [], isZero: true))
        continue
      }
      let candidate = HouseholderSolver(
        PairMatrix(high: x.selecting(columns: kept + [column]), low: nil))
      guard candidate.rank <= kept.count else {
        kept.append(column)
        continue
      }
      let basis = HouseholderSolver(PairMatrix(high: x.selecting(columns: kept), low: nil))
      let factors = kept.isEmpty ? [] : basis.solve(values).coefficients
      found.append(
        Dependency(
          column: places[column],
          combination: zip(kept, factors)
            .map { (column: $0, factor: $1) }
            .filter { part in
              let reach = x.column(part.column).reduce(0) { max($0, abs($1)) }
              return abs(part.factor) * reach > 1e-9 * size
            }
            .map { Dependency.Part(column: places[$0.column], factor: $0.factor) },
          isZero: false))
    }
    return found
  }
}

extension PairMatrix {
  /// The same matrix with only these columns.
  func selecting(columns: [Int]) -> PairMatrix {
    PairMatrix(
      high: high.selecting(columns: columns), low: low.map { $0.selecting(columns: columns) })
  }

  /// The columns times powers of two.
  func scaled(by scales: [Double]) -> PairMatrix {
    func scaled(_ matrix: Matrix) -> Matrix {
      var result = matrix
      for column in 0..<columns { result.scale(column, by: scales[column]) }
      return result
    }
    return PairMatrix(high: scaled(high), low: low.map(scaled))
  }

  /// For each column a power of two near one over its largest element; multiplying by it is exact.
  var scales: [Double] { (0..<columns).map { high.size(ofColumn: $0).scale } }
}

extension Double {
  /// A power of two near one over a size.
  ///
  /// The reciprocal of a number below the normal ones would be infinite.
  var scale: Double { self > 0 && isFinite ? 1 / max(self, .leastNormalMagnitude).binade : 1 }
}

extension Matrix {
  /// Multiplies a column by a factor.
  mutating func scale(_ column: Int, by factor: Double) {
    for index in column * rows..<(column + 1) * rows { elements[index] *= factor }
  }

  /// The largest size of a number in a column.
  func size(ofColumn column: Int) -> Double {
    elements.withUnsafeBufferPointer { elements in
      // Eight running maxima, because one would wait for itself.
      var sizes = SIMD8<Double>(repeating: 0)
      let place = column * rows
      let whole = rows - rows % 8
      for row in stride(from: 0, to: whole, by: 8) {
        var eight = SIMD8<Double>()
        for lane in 0..<8 { eight[lane] = abs(elements[place + row + lane]) }
        sizes.replace(with: eight, where: eight .> sizes)
      }
      var size = sizes.max()
      for row in whole..<rows { size = max(size, abs(elements[place + row])) }
      return size
    }
  }
}
