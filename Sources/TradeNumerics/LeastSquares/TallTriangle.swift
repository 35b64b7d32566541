/// The triangle R of a tall matrix A = Q R, without a copy of anything as tall as A.
///
///     [R above; next rows] → R        block after block, then the triangles of the pieces at once
///
/// Householder reflections on blocks of rows that fit the cache; the products AᵀA, which would
/// square the condition, are never formed.
///
/// Reference: Demmel, Grigori, Hoemmen & Langou, "Communication-optimal parallel and sequential QR
/// and LU factorizations", *SIAM Journal on Scientific Computing* 34 (2012).
enum TallTriangle {
  /// Writes some rows of A to a column-major block whose columns lie `stride` numbers apart.
  typealias Writer =
    @Sendable (_ rows: Range<Int>, _ block: UnsafeMutablePointer<Double>, _ stride: Int) -> Void

  /// R, zero below its diagonal, of the matrix whose rows `write` hands over as they are needed.
  static func reduced(rows: Int, columns: Int, write: Writer) -> Matrix {
    let parts = Pieces(rows).map { reduced($0, columns, write) }
    guard parts.count > 1 else { return parts[0] }
    var stacked = Matrix(rows: parts.count * columns, columns: columns)
    for (part, triangle) in parts.enumerated() {
      for column in 0..<columns {
        for row in 0...column { stacked[part * columns + row, column] = triangle[row, column] }
      }
    }
    return LAPACK.upperTriangle(of: stacked)
  }

  private static func reduced(_ rows: Range<Int>, _ columns: Int, _ write: Writer) -> Matrix {
    let height = max(256, 2 * columns)
    let stride = columns + height
    let block = Buffer(repeating: 0.0, count: stride * columns)
    let work = Buffer(repeating: 0.0, count: LAPACK.workSize(columns))
    for start in Swift.stride(from: rows.lowerBound, to: rows.upperBound, by: height) {
      let next = start..<min(start + height, rows.upperBound)
      // The triangle of the rows before stands on top.
      write(next, block.start + columns, stride)
      LAPACK.triangularise(
        block.start, rows: columns + next.count, columns: columns, stride: stride, work: work.start)
    }
    var triangle = Matrix(rows: columns, columns: columns)
    for column in 0..<columns {
      for row in 0...column { triangle[row, column] = block.start[column * stride + row] }
    }
    return triangle
  }
}
