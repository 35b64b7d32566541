import Glibc

/// The covariance of least-squares coefficients that holds when variances differ or rows are
/// correlated.
///
///     V = B M B        B = (XᵀX)⁻¹        M from the scores a e x of the rows
///
/// `Covariance` lists what M is for each kind, and `SmallSample` the factors. M is never formed: the
/// rows s = a e B x, how far each residual moves the coefficients, are solved for one by one and V
/// is made of them as M is of the scores. B M B would square the condition number.
///
/// Everything is in units in which columns and residuals are of size one, so that no square
/// overflows.
///
/// Reference: White (1980); MacKinnon & White (1985); Newey & West (1987); Cameron, Gelbach & Miller
/// (2011).
struct Sandwich {
  /// B x of each row: n rows, a column for each coefficient.
  let influence: Matrix
  let residuals: [Double]
  /// hᵢ = xᵀ B x of each row.
  let leverages: [Double]

  var count: Int { residuals.count }
  private var degrees: Int { count - influence.columns }

  /// V; `nil` where it is undefined.
  func covariance(_ kind: Covariance, clusters: [Factor], _ small: SmallSample) -> Matrix? {
    precondition(
      clusters.allSatisfy { $0.codes.count == count }, "clusters of other than \(count) rows")
    guard degrees > 0 else { return nil }
    let n = Double(count)
    switch kind {
    case .classical:
      let squares = residuals.reduce(0) { $0 + $1 * $1 }
      // B = B XᵀX B.
      return gram(of: influence).scaled(by: squares / Double(degrees))
    case .hc0: return gram(of: scores(power: 0))
    case .hc1:
      let factor = small.contains(.parameters) ? n / Double(degrees) : 1
      return gram(of: scores(power: 0)).scaled(by: factor)
    case .hc2: return gram(of: scores(power: 0.5))
    case .hc3: return gram(of: scores(power: 1))
    case .neweyWest(let lag):
      let lag = lag ?? Sandwich.lag(count)
      return lag < 0 ? nil : longRun(lag: lag)
    case .cluster: return clustered(clusters, small)
    }
  }

  /// ⌊4 (n/100)^(2/9)⌋.
  static func lag(_ count: Int) -> Int { Int(4 * pow(Double(count) / 100, 2.0 / 9)) }

  /// Whether a leverage is one: the row is fitted exactly, whatever its error.
  static func isExact(_ leverage: Double) -> Bool { 1 - leverage <= 1e-12 }

  /// Rows e B x / (1 − h)^power; a row that is fitted exactly says nothing.
  private func scores(power: Double) -> Matrix {
    let factors = zip(residuals, leverages).map { residual, leverage in
      power == 0 ? residual : Self.isExact(leverage) ? 0 : residual / pow(1 - leverage, power)
    }
    var scores = influence
    for column in 0..<influence.columns {
      for row in 0..<count { scores[row, column] *= factors[row] }
    }
    return scores
  }

  /// SᵀS, both triangles.
  private func gram(of scores: Matrix) -> Matrix {
    var gram = LAPACK.gram(scores, rows: 0..<scores.rows)
    for column in 0..<gram.columns {
      for row in 0..<column { gram[column, row] = gram[row, column] }
    }
    return gram
  }

  /// Γ₀ + Σ (1 − l/(L + 1)) (Γ_l + Γ_lᵀ), the kernel of Bartlett.
  private func longRun(lag: Int) -> Matrix {
    let scores = scores(power: 0)
    var meat = gram(of: scores)
    for distance in 1..<max(min(lag, count - 1) + 1, 1) {
      let weight = 1 - Double(distance) / (Double(lag) + 1)
      for i in 0..<scores.columns {
        for j in 0..<scores.columns {
          var sum = 0.0
          for row in distance..<count { sum += scores[row, i] * scores[row - distance, j] }
          meat[i, j] += weight * sum
          meat[j, i] += weight * sum
        }
      }
    }
    return meat
  }

  /// Σ over sets of factors of (−1)^(size + 1) times the sum over the clusters of their crossing.
  private func clustered(_ clusters: [Factor], _ small: SmallSample) -> Matrix? {
    guard let fewest = clusters.map(\.levels.count).min(), fewest > 1 else { return nil }
    let scores = scores(power: 0)
    let parameters =
      small.contains(.parameters) ? Double(count - 1) / Double(degrees) : 1
    var result = Matrix(rows: scores.columns, columns: scores.columns)
    for set in 1..<(1 << clusters.count) {
      let members = clusters.indices.filter { set & (1 << $0) != 0 }.map { clusters[$0] }
      let group = members.dropFirst().reduce(members[0]) { Factor.crossed($0, $1) }
      var sums = Matrix(rows: group.levels.count, columns: scores.columns)
      for column in 0..<scores.columns {
        for row in 0..<count { sums[Int(group.codes[row]), column] += scores[row, column] }
      }
      let g = Double(small.contains(.fewestClusters) ? fewest : group.levels.count)
      let factor = parameters * (small.contains(.clusters) ? g / (g - 1) : 1)
      let part = gram(of: sums)
      let sign = members.count % 2 == 1 ? factor : -factor
      for place in result.elements.indices {
        result.elements[place] += sign * part.elements[place]
      }
    }
    return result
  }
}
