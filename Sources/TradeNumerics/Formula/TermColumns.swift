/// The columns that one part of a term gives, on the rows that are used.
enum PartColumns {
  /// One column; `low` is what rounding took from a power.
  case numbers(String, high: [Double], low: [Double]?)
  /// Polynomials of rising degree, a column each.
  case basis(names: [String], [[Double]], OrthogonalPolynomials)
  /// A column of 0 and 1 for each level, or for each but the base.
  case levels(Factor, base: Int)

  func width(isFull: Bool) -> Int {
    switch self {
    case .numbers: 1
    case .basis(let names, _, _): names.count
    case .levels(let factor, _): factor.levels.count - (isFull ? 0 : 1)
    }
  }

  func names(isFull: Bool) -> [String] {
    switch self {
    case .numbers(let name, _, _): return [name]
    case .basis(let names, _, _): return names
    case .levels(let factor, let base):
      let names = factor.levels.map { "\(factor.name)[\($0)]" }
      return names.indices.filter { isFull || $0 != base }.map { names[$0] }
    }
  }

  var hasLow: Bool {
    if case .numbers(_, _, _?) = self { true } else { false }
  }
}

/// The columns of one term: every product of a column of each part, the first part's fastest.
///
/// In each row a factor has one level, so that of all columns only those of that level get a
/// number and the cost is the rows times the columns of the parts that are no factors.
struct TermColumns {
  private let parts: [(columns: PartColumns, isFull: Bool, width: Int, stride: Int)]
  /// How many columns the term has.
  let count: Int
  let hasLow: Bool

  init(_ columns: [PartColumns], isFull: [Bool]) {
    var parts: [(columns: PartColumns, isFull: Bool, width: Int, stride: Int)] = []
    var stride = 1
    for (part, isFull) in zip(columns, isFull) {
      let width = part.width(isFull: isFull)
      parts.append((part, isFull, width, stride))
      stride = stride.multipliedReportingOverflow(by: width).overflow ? .max : stride * width
    }
    self.parts = parts
    count = stride
    hasLow = columns.contains(where: \.hasLow)
  }

  var names: [String] {
    parts.reduce(into: [""]) { names, part in
      let own = part.columns.names(isFull: part.isFull)
      names = own.flatMap { name in names.map { $0.isEmpty ? name : "\($0):\(name)" } }
    }
  }

  var hasLevels: Bool {
    parts.contains { part in if case .levels = part.columns { true } else { false } }
  }

  /// A factor with one level, which is its base and leaves no column.
  var singleLevel: Factor? {
    for part in parts where part.width == 0 {
      if case .levels(let factor, _) = part.columns { return factor }
    }
    return nil
  }

  /// Writes the numbers into columns of a matrix of zeros, from `first` on.
  func write(to matrix: inout Matrix, low: inout Matrix?, from first: Int) {
    let rows = matrix.rows
    let places = levelPlaces(rows: rows)
    for product in products() {
      let start = (first + product.place) * rows
      matrix.elements.withUnsafeMutableBufferPointer { elements in
        Self.scatter(product.high, rows, by: places, to: &elements, from: start)
      }
      guard let rest = product.low else { continue }
      low?.elements.withUnsafeMutableBufferPointer { elements in
        Self.scatter(rest, rows, by: places, to: &elements, from: start)
      }
    }
  }

  /// Puts each row's number into the column of the row's levels; 1 where there are no numbers.
  private static func scatter(
    _ numbers: [Double]?, _ rows: Int, by places: [Int]?,
    to elements: inout UnsafeMutableBufferPointer<Double>, from start: Int
  ) {
    for row in 0..<rows {
      let place = places?[row] ?? 0
      guard place >= 0 else { continue }
      elements[start + place * rows + row] = numbers?[row] ?? 1
    }
  }

  /// For each row how many columns its levels are from the first; below zero at a base.
  ///
  /// `nil` without a factor.
  private func levelPlaces(rows: Int) -> [Int]? {
    guard hasLevels else { return nil }
    var places = [Int](repeating: 0, count: rows)
    for part in parts {
      guard case .levels(let factor, let base) = part.columns else { continue }
      for row in 0..<rows where places[row] >= 0 {
        let code = Int(factor.codes[row])
        if part.isFull || code < base {
          places[row] += code * part.stride
        } else {
          places[row] = code == base ? -1 : places[row] + (code - 1) * part.stride
        }
      }
    }
    return places
  }

  /// A product of one column of each part that is no factor, and how many columns it is from the
  /// first.
  private struct Product {
    var place = 0
    /// `nil` while there is nothing to multiply.
    var high: [Double]?
    var low: [Double]?
  }

  private func products() -> [Product] {
    var products = [Product()]
    for part in parts {
      let columns: [(high: [Double], low: [Double]?)]
      switch part.columns {
      case .levels: continue
      case .numbers(_, let high, let low): columns = [(high, low)]
      case .basis(_, let basis, _): columns = basis.map { ($0, nil) }
      }
      products = columns.enumerated().flatMap { index, column in
        products.map { product in
          var next = multiplied(product, by: column)
          next.place += index * part.stride
          return next
        }
      }
    }
    return products
  }

  private func multiplied(
    _ product: Product, by column: (high: [Double], low: [Double]?)
  ) -> Product {
    guard var high = product.high else {
      return Product(place: product.place, high: column.high, low: column.low)
    }
    guard hasLow else {
      for row in high.indices { high[row] *= column.high[row] }
      return Product(place: product.place, high: high)
    }
    var low = product.low ?? [Double](repeating: 0, count: high.count)
    for row in high.indices {
      let right = Twofold(column.high[row], column.low?[row] ?? 0)
      let both = Twofold(high[row], low[row]) * right
      (high[row], low[row]) = (both.high, both.low)
    }
    return Product(place: product.place, high: high, low: low)
  }
}
