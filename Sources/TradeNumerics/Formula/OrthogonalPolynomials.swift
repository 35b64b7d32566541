/// Polynomials of x of degree 1, 2, … that are orthogonal to each other and to the constant, on the
/// numbers that they were found for.
///
///     Σ p_j(x_i) = 0,   Σ p_j(x_i) p_k(x_i) = 1 if j = k, else 0,   leading coefficients above 0
///     t p_k(t) = h_k0 p_0(t) + … + h_k,k p_k(t) + h_k,k+1 p_k+1(t)      t = (x − mean) / reach
///
/// The same numbers as R's `poly`, found by multiplying the last polynomial by x and taking out
/// what is not orthogonal, twice, which keeps all digits where a QR factorisation of powers would
/// lose them. The factors h are all that another x needs to get the values of the same polynomials.
///
/// Reference: Brubeck, Nakatsukasa & Trefethen, "Vandermonde with Arnoldi", *SIAM Review* 63
/// (2021).
struct OrthogonalPolynomials: Sendable, Equatable {
  private let mean: Double
  private let reach: Double
  /// The constant polynomial, 1 / √n.
  private let constant: Double
  /// h_k of each degree: one factor for every polynomial up to k, and last the norm h_k,k+1.
  private let factors: [[Double]]

  /// The polynomials for these numbers and their values, one column a degree.
  ///
  /// `nil` where x has too few values that can be told apart.
  static func fitted(
    to x: [Double], degree: Int
  ) -> (polynomials: OrthogonalPolynomials, columns: [[Double]])? {
    let mean = x.reduce(0) { $0 + $1 / Double(x.count) }
    let reach = x.reduce(0) { max($0, abs($1 - mean)) }
    guard reach > 0 else { return nil }
    let centred = x.map { ($0 - mean) / reach }

    let constant = 1 / Double(x.count).squareRoot()
    var basis = [[Double](repeating: constant, count: x.count)]
    var factors: [[Double]] = []
    for _ in 1...degree {
      var next = zip(centred, basis[basis.count - 1]).map { $0 * $1 }
      let before = norm(next)
      var taken = [Double](repeating: 0, count: basis.count)
      for _ in 1...2 {
        for (place, column) in basis.enumerated() {
          let factor = dot(column, next)
          taken[place] += factor
          subtract(factor, column, from: &next)
        }
      }
      let after = norm(next)
      // What is left of a zero is rounding.
      guard after > 1e-13 * before else { return nil }
      basis.append(next.map { $0 / after })
      factors.append(taken + [after])
    }
    let polynomials = OrthogonalPolynomials(
      mean: mean, reach: reach, constant: constant, factors: factors)
    return (polynomials, Array(basis.dropFirst()))
  }

  /// The values of the polynomials for other numbers, one column a degree.
  func columns(_ x: [Double]) -> [[Double]] {
    let centred = x.map { ($0 - mean) / reach }
    var basis = [[Double](repeating: constant, count: x.count)]
    for taken in factors {
      var next = zip(centred, basis[basis.count - 1]).map { $0 * $1 }
      for (factor, column) in zip(taken, basis) { Self.subtract(factor, column, from: &next) }
      let norm = taken[taken.count - 1]
      basis.append(next.map { $0 / norm })
    }
    return Array(basis.dropFirst())
  }

  private static func norm(_ a: [Double]) -> Double { dot(a, a).squareRoot() }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in a.indices { sum += a[index] * b[index] }
    return sum
  }

  private static func subtract(_ factor: Double, _ a: [Double], from b: inout [Double]) {
    for index in a.indices { b[index] -= factor * a[index] }
  }
}
