import Glibc
import TradeNumerics

/// The Kalman filter of one seasonal ARMA model over w and its regression columns, with the state
/// that it ends in.
///
///     P ← shift (P − P[·,0] P[0,·] / F) + R Rᵀ        R = (1, θ[1], θ[2], …)
///
/// It runs once a fitted model: forecasts need the whole covariance of the last state, which the
/// quick recursions of the search do without.
///
/// Reference: Harvey, *Forecasting, Structural Time Series Models and the Kalman Filter* (1989),
/// chapter 3.
struct ARMAFilter: Sendable {
  /// φ[1…], as long as the state.
  let phi: [Double]
  /// R, what an error does to the state.
  let load: [Double]
  /// The state after the last row of each column, w last.
  private(set) var states: [[Double]]
  /// The covariance of the last state, in units of σ².
  private(set) var covariance: [[Double]]
  /// v / √F of each row, the columns' parts taken out.
  let errors: [Double]
  /// Σ v² / F, the columns' parts taken out.
  let squares: Double
  /// What the columns take from w, in units of Q, by generalised least squares.
  let coefficients: [Double]
  /// The root of the columns' products, (Qᵀ Ω⁻¹ Q) = L Lᵀ; `nil` without columns.
  let factor: CholeskyFactor?
  /// Σ ln F.
  let logVariances: Double

  /// `stationary` is the covariance of the first state with the first value.
  init(_ coefficients: ARMACoefficients, stationary: [Double], over sample: ARIMASample) {
    let r = stationary.count
    let width = sample.columns + 1
    var phi = coefficients.fullAR
    phi += [Double](repeating: 0, count: r - phi.count)
    var load = [1] + coefficients.fullMA
    load += [Double](repeating: 0, count: r - load.count)
    var p = Self.start(phi, load, stationary)
    var states = [[Double]](repeating: [Double](repeating: 0, count: r + 1), count: width)
    var whitened = [[Double]](repeating: [], count: width)
    var logs = 0.0
    let rows = sample.rows
    var column = [Double](repeating: 0, count: r + 1)
    for t in 0..<rows {
      for i in 0..<r { column[i] = p[i * (r + 1)] }
      let variance = max(column[0], .leastNormalMagnitude)
      logs += log(variance)
      let root = variance.squareRoot()
      for j in 0..<width {
        let value = sample.data[t * width + j]
        let error = value - states[j][0]
        whitened[j].append(error / root)
        let scaled = error / variance
        for i in 0..<r {
          states[j][i] = states[j][i + 1] + column[i + 1] * scaled + phi[i] * value
        }
      }
      for i in 0..<r {
        let part = column[i + 1] / variance
        for j in 0..<r {
          p[i * (r + 1) + j] =
            p[(i + 1) * (r + 1) + j + 1] - part * column[j + 1] + load[i] * load[j]
        }
      }
    }
    self.phi = phi
    self.load = load
    self.states = states.map { Array($0[..<r]) }
    covariance = (0..<r).map { i in (0..<r).map { p[i * (r + 1) + $0] } }
    logVariances = logs

    var response = whitened.removeLast()
    let products = Self.products(whitened)
    factor = whitened.isEmpty ? nil : CholeskyFactor(products)
    let known = factor
    let right = whitened.map { zip($0, response).reduce(0) { $0 + $1.0 * $1.1 } }
    let solved = known.map { $0.solve(right) } ?? right.map { _ in 0 }
    for (column, coefficient) in zip(whitened, solved) {
      for t in response.indices { response[t] -= coefficient * column[t] }
    }
    self.coefficients = solved
    errors = response
    squares = response.reduce(0) { $0 + $1 * $1 }
  }

  /// P of the first state from its first column: P = T P Tᵀ + R Rᵀ, a row with a zero after it.
  private static func start(
    _ phi: [Double], _ load: [Double], _ column: [Double]
  ) -> [Double] {
    let r = column.count
    let column = column + [0]
    var p = [Double](repeating: 0, count: (r + 1) * (r + 1))
    for i in (0..<r).reversed() {
      for j in (0..<r).reversed() {
        p[i * (r + 1) + j] =
          phi[i] * phi[j] * column[0] + phi[i] * column[j + 1] + phi[j] * column[i + 1]
          + p[(i + 1) * (r + 1) + j + 1] + load[i] * load[j]
      }
    }
    return p
  }

  private static func products(_ columns: [[Double]]) -> SymmetricMatrix {
    var products = SymmetricMatrix(size: columns.count)
    for i in columns.indices {
      for j in 0...i {
        products[i, j] = zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return products
  }

  /// One step on without a value: what each column is expected to be, w last.
  mutating func step() -> [Double] {
    let expected = states.map { $0[0] }
    for j in states.indices { Self.advance(&states[j], phi) }
    return expected
  }

  /// Moves a state one step on: a ← T a.
  static func advance(_ state: inout [Double], _ phi: [Double]) {
    let head = state[0]
    for i in state.indices {
      state[i] = (i + 1 < state.count ? state[i + 1] : 0) + phi[i] * head
    }
  }
}
