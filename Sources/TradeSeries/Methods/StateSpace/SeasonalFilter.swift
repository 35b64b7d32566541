import Glibc

/// The Kalman filter of the basic structural model (`Structural`).
///
/// The state is μ, β and the m − 1 latest seasons. The seasons stand in a ring: a period on, the
/// oldest makes room for γ[t+1], so that nothing moves but one row. As in `StructuralFilter` the
/// variances are shares of one σ² and nothing is known before the first value: the infinite part P∞
/// of the covariance is carried beside the finite part P until m + 1 values have used it up.
///
///     F∞ = Z P∞ Zᵀ above zero         K = P∞ Zᵀ / F∞       P∞ ← P∞ − K F∞ Kᵀ
///                                     P ← (I − K Z) P (I − K Z)ᵀ + K h Kᵀ
///     otherwise                       K = P Zᵀ / F         P ← P − K F Kᵀ
///
/// This file is a hot path: a row of a covariance is one SIMD vector of 16, and symmetry gives the
/// columns.
///
/// Reference: Durbin & Koopman, *Time Series Analysis by State Space Methods*, 2nd edition,
/// sections 3.2.1 and 5.2.
struct SeasonalFilter: Sendable {
  typealias Row = SIMD16<Double>

  /// The variances of noise, level, slope and season; only their ratios matter.
  struct Shares: Sendable, Equatable {
    var irregular: Double
    var level: Double
    var slope: Double
    var season: Double
  }

  let shares: Shares
  private let size: Int
  /// Where γ[t] stands.
  private var current: Int
  /// Where there is a season.
  private let ring: SIMDMask<Row.MaskStorage>
  private(set) var state = Row.zero
  private var finite: [Row]
  private var infinite: [Row]
  /// How many directions of the state are not known at all.
  private(set) var unknown: Int

  /// Σ v² / F.
  private(set) var squares = 0.0
  /// Σ ln F, those of infinite parts included.
  private(set) var logVariances = 0.0
  /// How many values there are beyond those that set the state.
  private(set) var count = 0
  /// F of the last value.
  private(set) var lastVariance = 1.0

  /// The longest season.
  static let seasonLimit = Row.scalarCount - 1

  init(_ shares: Shares, season: Int) {
    precondition(season > 1 && season <= Self.seasonLimit, "a season of \(season)")
    self.shares = shares
    size = season + 1
    current = 2
    ring = Self.lanes(from: 2, to: size)
    finite = [Row](repeating: .zero, count: size)
    infinite = (0..<size).map { Self.unit(at: $0) }
    unknown = size
  }

  private static func lanes(from first: Int, to end: Int) -> SIMDMask<Row.MaskStorage> {
    var marks = Row.zero
    for place in first..<end { marks[place] = 1 }
    return marks .> 0
  }

  private static func unit(at place: Int) -> Row {
    var row = Row.zero
    row[place] = 1
    return row
  }

  /// Runs through values of which the first is there; NaN is a gap.
  mutating func run(over values: [Double]) {
    // A product of many F is taken the logarithm of at once.
    var product = 1.0
    for (place, value) in values.enumerated() {
      if place > 0 { predict() }
      guard !value.isNaN else { continue }
      if unknown > 0 {
        logVariances += log(begin(value))
      } else {
        product *= correct(value)
        guard product < 1e-100 || product > 1e100 else { continue }
        logVariances += log(product)
        product = 1
      }
    }
    logVariances += log(product)
  }

  /// What is expected of the present period, and F.
  var expected: (value: Double, variance: Double) {
    let row = finite[0] + finite[current]
    return (state[0] + state[current], row[0] + row[current] + shares.irregular)
  }

  /// One period on.
  mutating func predict() {
    let next = current + 1 < size ? current + 1 : 2
    state[0] += state[1]
    state[next] = -Row.zero.replacing(with: state, where: ring).sum()
    Self.advance(&finite, size, ring, next)
    if unknown > 0 { Self.advance(&infinite, size, ring, next) }
    current = next
    finite[0][0] += shares.level
    finite[1][1] += shares.slope
    finite[current][current] += shares.season
  }

  /// P ← T P Tᵀ.
  @inline(__always)
  private static func advance(
    _ rows: inout [Row], _ size: Int, _ ring: SIMDMask<Row.MaskStorage>, _ next: Int
  ) {
    rows[0] += rows[1]
    rows[0][0] += rows[0][1]
    var sum = -rows[2]
    var place = 3
    while place < size {
      sum -= rows[place]
      place += 1
    }
    // The row of the level has moved on, its column not yet.
    let level = rows[0]
    sum[0] = -Row.zero.replacing(with: level, where: ring).sum()
    sum[next] = -Row.zero.replacing(with: sum, where: ring).sum()
    place = 0
    while place < size {
      if place > 0 { rows[place][0] = level[place] }
      rows[place][next] = sum[place]
      place += 1
    }
    rows[next] = sum
  }

  /// Takes up a value of which the model knew what to expect; returns F.
  @inline(__always)
  private mutating func correct(_ value: Double) -> Double {
    let row = finite[0] + finite[current]
    let variance = row[0] + row[current] + shares.irregular
    let error = value - state[0] - state[current]
    let gain = row / variance
    state += error * gain
    Self.reduce(&finite, size, gain, row)
    squares += error * error / variance
    count += 1
    lastVariance = variance
    return variance
  }

  /// P ← P − K (P Zᵀ)ᵀ.
  @inline(__always)
  private static func reduce(_ rows: inout [Row], _ size: Int, _ gain: Row, _ row: Row) {
    var place = 0
    while place < size {
      rows[place] -= gain[place] * row
      place += 1
    }
  }

  /// Takes up a value while something is not known at all; returns F∞, or F where it was expected.
  private mutating func begin(_ value: Double) -> Double {
    let wide = infinite[0] + infinite[current]
    let infiniteVariance = wide[0] + wide[current]
    // The entries of P∞ are sums of whole numbers in the beginning: what is left of 1e-16 is none.
    let size = infinite.indices.reduce(1) { max($0, infinite[$1][$1]) }
    guard infiniteVariance > 1e-9 * size else { return correct(value) }
    let gain = wide / infiniteVariance
    let row = finite[0] + finite[current]
    let variance = row[0] + row[current] + shares.irregular
    state += (value - state[0] - state[current]) * gain
    for place in finite.indices {
      finite[place] += gain[place] * (variance * gain - row) - row[place] * gain
    }
    Self.reduce(&infinite, self.size, gain, wide)
    unknown -= 1
    return infiniteVariance
  }
}
