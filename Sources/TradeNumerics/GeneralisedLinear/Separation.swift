/// Rows whose response the regressors and effects separate from the rest.
///
/// Where some combination z of regressors and effects is zero for every response inside its range
/// and not negative for those at the end of it, the likelihood rises for ever as the coefficients
/// follow z: no finite estimate exists, and the rows with z > 0 say nothing about the others. The
/// iterative rectifier finds the largest such set:
///
///     u = 1 where the response is at the end, 0 elsewhere
///     û = regression of u, responses inside weighted by a large K
///     u ← max(û, 0) at the end; repeat until û is not negative
///
/// A response of 1 (logit) has the opposite sign.
///
/// Reference: Correia, Guimarães & Zylkin, "Verifying the existence of maximum likelihood
/// estimates for generalized linear models" (2019), section 4.
enum Separation {
  /// Where û counts as zero: a little below, to avoid finding what is not there.
  private static let band = -1e-5...1e-4
  private static let interiorWeight = 1e9
  private static let limit = 300

  /// The places of the separated rows, or `nil` where the rectifier did not settle.
  static func rows(
    _ regression: AbsorbedRegression, _ response: Buffer<Double>, _ family: Family
  ) -> [Int]? {
    let signs = (0..<response.count).map { -Double(family.boundary(of: response.start[$0])) }
    var u = signs
    var isFirst = true
    var current = regression
    for row in 0..<signs.count {
      regression.weights.start[row] = signs[row] == 0 ? interiorWeight : 1
    }
    for _ in 0..<limit {
      let variables = current.variables
      for row in 0..<u.count {
        variables[row, number: variables.regressors] = u[row]
      }
      let sizes = current.absorb(tolerance: 1e-10)
      var triangle = current.triangle()
      if isFirst {
        isFirst = false
        let gone = Set(triangle.dependencies(sizes: sizes, tolerance: 1e-9).map(\.column))
        if !gone.isEmpty {
          current = current.selecting((0..<variables.regressors).filter { !gone.contains($0) })
          triangle = current.triangle()
        }
      }
      current.complete(triangle.solution)
      var isSettled = true
      for row in 0..<u.count where signs[row] != 0 {
        var fitted = signs[row] * current.step.start[row]
        if band.contains(fitted) { fitted = 0 }
        if fitted < 0 { isSettled = false }
        u[row] = signs[row] * max(fitted, 0)
      }
      if isSettled { return (0..<u.count).filter { u[$0] != 0 } }
    }
    return nil
  }
}
