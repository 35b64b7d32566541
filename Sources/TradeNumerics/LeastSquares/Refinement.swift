import CRefinement

/// Numbers held as unevaluated pairs high + low, for sums in twice the working precision.
///
/// Reference: Dekker, "A floating-point technique for extending the available precision",
/// *Numerische Mathematik* 18 (1971); Ogita, Rump & Oishi, "Accurate sum and dot product", *SIAM
/// Journal on Scientific Computing* 26 (2005).
struct PairVector: Sendable {
  var high: [Double]
  var low: [Double]

  init(_ values: [Double]) {
    high = values
    low = [Double](repeating: 0, count: values.count)
  }

  init(zeros count: Int) { self.init([Double](repeating: 0, count: count)) }

  /// The pairs rounded to doubles.
  var rounded: [Double] { zip(high, low).map { $0 + $1 } }

  /// Adds a vector and renormalises every pair.
  mutating func add(_ values: [Double]) {
    for index in values.indices { cr_add(&high[index], &low[index], values[index]) }
  }

  /// Subtracts another vector of pairs.
  mutating func subtract(_ other: PairVector) {
    add(other.high.map { -$0 })
    add(other.low.map { -$0 })
  }

  /// Σ x², rounded once.
  var sumOfSquares: Double { cr_sum_of_squares(high, low, high.count) }
}

/// A design matrix for products in twice the working precision: the columns as they are, and what
/// rounding took from them where it is known.
struct PairMatrix: Sendable {
  let high: Matrix
  let low: Matrix?

  var rows: Int { high.rows }
  var columns: Int { high.columns }

  /// Rows are cut into pieces of this size, whatever the number of workers, so that sums have the
  /// same bits on every machine.
  static let pieceSize = 1 << 16

  /// v − X b.
  func subtractProduct(with b: PairVector, from vector: PairVector) -> PairVector {
    var result = vector
    result.high.withUnsafeMutableBufferPointer { out in
      result.low.withUnsafeMutableBufferPointer { outLow in
        guard let out = out.baseAddress, let outLow = outLow.baseAddress else { return }
        nonisolated(unsafe) let places = (out, outLow)
        eachPiece { start, count, x, low in
          cr_subtract_product(
            x, low, count, columns, rows, b.high, b.low, places.0 + start, places.1 + start)
        }
      }
    }
    return result
  }

  /// Xᵀ r.
  func transposedProduct(with r: PairVector) -> PairVector {
    let parts = Pieces(rows, of: Self.pieceSize).map { rows in
      let start = rows.lowerBound
      var sum = PairVector(zeros: columns)
      withPointers { x, low in
        r.high.withUnsafeBufferPointer { high in
          r.low.withUnsafeBufferPointer { lower in
            guard let high = high.baseAddress, let lower = lower.baseAddress else { return }
            cr_add_transposed_product(
              x + start, low.map { $0 + start }, rows.count, columns, self.rows, high + start,
              lower + start, &sum.high, &sum.low)
          }
        }
      }
      return sum
    }
    var total = PairVector(zeros: columns)
    for part in parts {
      total.add(part.high)
      total.add(part.low)
    }
    return total
  }

  private func eachPiece(
    _ body: @Sendable (Int, Int, UnsafePointer<Double>, UnsafePointer<Double>?) -> Void
  ) {
    Pieces(rows, of: Self.pieceSize).perform { _, rows in
      let start = rows.lowerBound
      withPointers { x, low in body(start, rows.count, x + start, low.map { $0 + start }) }
    }
  }

  func withPointers(_ body: (UnsafePointer<Double>, UnsafePointer<Double>?) -> Void) {
    high.elements.withUnsafeBufferPointer { x in
      guard let x = x.baseAddress else { return }
      guard let low else { return body(x, nil) }
      low.elements.withUnsafeBufferPointer { body(x, $0.baseAddress) }
    }
  }
}
