import TradeNumerics

/// Economic complexity: what a country's exports tell of its know-how, and a good's exporters of the
/// know-how that it asks for.
///
///     M[cp] = 1 where Balassa's index of c in p is at least 1      diversity k[c] = Σ M[cp] over p
///     M̃[cc′] = Σ M[cp] M[c′p] / (k[c] k[p]) over p                 ubiquity  k[p] = Σ M[cp] over c
///     ECI = (K − mean K) / deviation K    PCI likewise of Q[p] = Σ M[cp] K[c] / k[p] over c
///
/// `K` is the eigenvector of M̃ to its second eigenvalue, the limit of the method of reflections.
/// M̃ is similar to the symmetric D⁻½ M U⁻¹ Mᵀ D⁻½ (D, U: diversities and ubiquities), whose
/// eigenvectors are found exactly. The sign is the one that makes ECI rise with diversity. Deviations
/// divide by n. Numbers without unit or range, comparable within one period only.
///
/// References: Hidalgo & Hausmann, "The building blocks of economic complexity", *PNAS* (2009);
/// Hausmann et al., *The Atlas of Economic Complexity* (2014), technical box 2.1.
public struct Complexity: Sendable {
  /// Where each reporter (row) has a revealed comparative advantage in each good: 1, otherwise 0.
  public let advantages: TradeMatrix
  /// In how many goods each reporter has an advantage.
  public let diversity: [Double]
  /// How many reporters have an advantage in each good.
  public let ubiquity: [Double]
  /// The economic complexity index of each reporter.
  public let economies: [IndexValue]
  /// The complexity index of each good.
  public let goods: [IndexValue]

  /// Complexity of exports by reporter (rows) and good (columns).
  public init(_ exports: TradeMatrix) {
    let world = exports.columnSums
    var advantages = Matrix(rows: exports.rows.count, columns: exports.columns.count)
    for row in exports.rows.indices {
      let indices = ComparativeAdvantage.balassa(exports.row(row), world: world)
      for (column, index) in indices.enumerated() {
        // The advantage of an exact 1 must not hang on rounding.
        if (index.value ?? 0) >= 1 - 1e-12 { advantages[row, column] = 1 }
      }
    }
    self.init(
      advantages: TradeMatrix(rows: exports.rows, columns: exports.columns, values: advantages))
  }

  /// Complexity of advantages that were decided elsewhere, 1 or 0.
  public init(advantages: TradeMatrix) {
    self.advantages = advantages
    diversity = advantages.rowSums
    ubiquity = advantages.columnSums
    let (k, u) = (diversity, ubiquity)
    let (rows, columns) = (k.indices.filter { k[$0] > 0 }, u.indices.filter { u[$0] > 0 })
    let none = Undefined("no revealed comparative advantage")
    var economies = [IndexValue](repeating: .undefined(none), count: k.count)
    var goods = [IndexValue](repeating: .undefined(none), count: u.count)
    do throws(Undefined) {
      let kept = advantages.selecting(rows: rows, columns: columns)
      let (eci, pci) = try Self.indices(kept)
      for (row, value) in zip(rows, eci) { economies[row] = IndexValue(value) }
      for (column, value) in zip(columns, pci) { goods[column] = IndexValue(value) }
    } catch {
      for row in rows { economies[row] = .undefined(error) }
      for column in columns { goods[column] = .undefined(error) }
    }
    (self.economies, self.goods) = (economies, goods)
  }
}

extension Complexity {
  /// ECI and PCI of advantages without empty rows and columns.
  private static func indices(
    _ m: TradeMatrix
  ) throws(Undefined) -> (economies: [Double], goods: [Double]) {
    let (k, u) = (m.rowSums, m.columnSums)
    guard k.count >= 2, u.count >= 2 else {
      throw Undefined("fewer than two reporters or goods have an advantage")
    }
    let average = try secondVector(m, k, u)
    let goods = u.indices.map { column in
      k.indices.map { m.values[$0, column] * average[$0] }.sum / u[column]
    }
    // The reflections of either side are each other's averages, so one sign serves both.
    let sign = covariance(average, k) < -1e-12 ? -1.0 : 1
    return (
      try standardised(average.map { sign * $0 }), try standardised(goods.map { sign * $0 })
    )
  }

  /// D⁻½ v for the second eigenvector v of the symmetric form.
  private static func secondVector(
    _ m: TradeMatrix, _ k: [Double], _ u: [Double]
  ) throws(Undefined) -> [Double] {
    var b = m.values
    for column in u.indices {
      for row in k.indices { b[row, column] /= (k[row] * u[column]).squareRoot() }
    }
    // The smaller of B Bᵀ and Bᵀ B: both have the same eigenvalues above zero.
    let isTall = k.count > u.count
    if isTall { b = b.transposed }
    guard let eigen = SymmetricEigen(b.timesTransposed(b)) else {
      throw Undefined("the eigenvalues were not found")
    }
    let (second, third) = (eigen.values[1], eigen.values.count > 2 ? eigen.values[2] : 0)
    guard second > 1e-9 else {
      throw Undefined("all reporters have an advantage in the same goods")
    }
    guard second < 1 - 1e-9 else {
      throw Undefined("the reporters fall into groups that have no good in common")
    }
    guard second - third > 1e-9 else { throw Undefined("two orderings explain the data alike") }
    let vector = eigen.vectors.column(1)
    guard isTall else { return orient(zip(vector, k).map { $0 / $1.squareRoot() }) }
    return orient(
      k.indices.map { row in
        u.indices.map { b[$0, row] * vector[$0] }.sum / k[row].squareRoot()
      })
  }

  /// The first element that is not zero made positive: a sign for where diversity gives none.
  private static func orient(_ vector: [Double]) -> [Double] {
    let largest = vector.map(abs).max() ?? 0
    let first = vector.first { abs($0) > 1e-9 * largest } ?? 1
    return first < 0 ? vector.map(-) : vector
  }

  private static func covariance(_ a: [Double], _ b: [Double]) -> Double {
    let (meanA, meanB) = (a.sum / Double(a.count), b.sum / Double(b.count))
    return zip(a, b).map { ($0 - meanA) * ($1 - meanB) }.sum / Double(a.count)
  }

  private static func standardised(_ values: [Double]) throws(Undefined) -> [Double] {
    let mean = values.sum / Double(values.count)
    let deviation = covariance(values, values).squareRoot()
    guard deviation > 1e-12 * (values.map(abs).max() ?? 0) else {
      throw Undefined("all have the same complexity")
    }
    return values.map { ($0 - mean) / deviation }
  }
}
