/// The regressors, the working residual and a constant 1, side by side for every row.
///
///     row: x₁ … x_k  r  1  (0 …)        in blocks of four numbers
///
/// Four neighbours are loaded, multiplied by the row's weight and added to a level at once. The
/// constant turns into the weight, so the weight of each level comes with the sums.
final class WorkingVariables: @unchecked Sendable {
  private let values: Buffer<SIMD4<Double>>
  /// The same memory as bare bytes, so that blocks and single numbers may be read and written in
  /// any order.
  private let bytes: UnsafeMutableRawPointer
  let rows: Int
  /// k, the number of regressors.
  let regressors: Int
  /// How many blocks of four a row has.
  let width: Int

  init(rows: Int, regressors: Int) {
    self.rows = rows
    self.regressors = regressors
    width = (regressors + 2 + 3) / 4
    values = Buffer(repeating: .zero, count: rows * width)
    bytes = UnsafeMutableRawPointer(values.start)
    for row in 0..<rows { self[row, number: regressors + 1] = 1 }
  }

  /// The regressors and the residual, without the constant.
  var count: Int { regressors + 1 }
  var residualBlock: Int { regressors / 4 }
  var residualLane: Int { regressors % 4 }
  var constantBlock: Int { (regressors + 1) / 4 }
  var constantLane: Int { (regressors + 1) % 4 }

  /// A block of four numbers of a row.
  subscript(row: Int, block: Int) -> SIMD4<Double> {
    @inline(__always) get {
      bytes.load(fromByteOffset: 32 * (row * width + block), as: SIMD4<Double>.self)
    }
    @inline(__always) set {
      bytes.storeBytes(
        of: newValue, toByteOffset: 32 * (row * width + block), as: SIMD4<Double>.self)
    }
  }

  /// One number of a row: a regressor, the residual at `regressors`, the constant after it.
  subscript(row: Int, number number: Int) -> Double {
    @inline(__always) get {
      bytes.load(fromByteOffset: 8 * (4 * row * width + number), as: Double.self)
    }
    @inline(__always) set {
      bytes.storeBytes(of: newValue, toByteOffset: 8 * (4 * row * width + number), as: Double.self)
    }
  }

  /// The constant is not to be centred.
  func clearConstant(in gamma: inout [SIMD4<Double>]) {
    for level in 0..<gamma.count / width {
      gamma[level * width + constantBlock][constantLane] = 0
    }
  }

  /// The same rows with only some of the regressors.
  func selecting(_ kept: [Int]) -> WorkingVariables {
    let result = WorkingVariables(rows: rows, regressors: kept.count)
    for row in 0..<rows {
      for (place, column) in (kept + [regressors]).enumerated() {
        result[row, number: place] = self[row, number: column]
      }
    }
    return result
  }
}
