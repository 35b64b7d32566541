/// Polynomials of x of degree 1, 2, … that are orthogonal to each other and to the constant.
///
///     Σ p_j(x_i) = 0,   Σ p_j(x_i) p_k(x_i) = 1 if j = k, else 0,   leading coefficients above 0
///
/// The same numbers as R's `poly`, found by multiplying the last polynomial by x and taking out
/// what is not orthogonal, twice, which keeps all digits where a QR factorisation of powers would
/// lose them.
///
/// Reference: Brubeck, Nakatsukasa & Trefethen, "Vandermonde with Arnoldi", *SIAM Review* 63
/// (2021).
enum OrthogonalPolynomials {
  /// One column a degree; `nil` where x has too few values that can be told apart.
  static func columns(_ x: [Double], degree: Int) -> [[Double]]? {
    let mean = x.reduce(0) { $0 + $1 / Double(x.count) }
    let reach = x.reduce(0) { max($0, abs($1 - mean)) }
    guard reach > 0 else { return nil }
    let centred = x.map { ($0 - mean) / reach }

    var basis = [[Double](repeating: 1 / Double(x.count).squareRoot(), count: x.count)]
    for _ in 1...degree {
      var next = zip(centred, basis[basis.count - 1]).map { $0 * $1 }
      let before = norm(next)
      for _ in 1...2 {
        for column in basis { subtract(dot(column, next), column, from: &next) }
      }
      let after = norm(next)
      // What is left of a zero is rounding.
      guard after > 1e-13 * before else { return nil }
      basis.append(next.map { $0 / after })
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
