/// What a fitted ARIMA model expects, step by step after the last value.
///
///     y[n+h] = Σ δ[i] y[n+h−i] + w[n+h]      var = σ² (gᵀ P g + Σ Ψ²)      Ψ of φ Φ Δ Ψ = θ Θ
///
/// P is the covariance of the last state, g what its parts do to the step; the first Ψ are in gᵀ P g.
/// Where coefficients of columns are estimated, eᵀ (Xᵀ Ω⁻¹ X)⁻¹ e is added, e being what the columns
/// hold that the model would not expect of them.
struct ARIMAOutlook: Sendable {
  /// The location and the variances of a step, in units of s and σ².
  struct Step: Sendable {
    let location: Double
    /// With the coefficients taken as known, the values of gaps as estimated.
    let variance: Double
    /// What the estimation of the coefficients adds.
    let uncertainty: Double
  }

  private let sample: ARIMASample
  private var filter: ARMAFilter
  private let differencing: [Double]
  private let covariance: [[Double]]
  /// The last values of each column before differencing, latest last.
  private var tails: [[Double]]
  /// Z T^(k−1), Z the row that picks the value out of the state.
  private var row: [Double]
  /// The last g, latest last.
  private var reaches: [[Double]] = []
  private var psiSquares = 0.0
  private var step = 0

  init(_ sample: ARIMASample, _ filter: ARMAFilter) {
    self.sample = sample
    self.filter = filter
    covariance = filter.covariance
    differencing = sample.orders.differencing
    let n = sample.level.count
    let lost = sample.orders.lost
    let rows = ((n - lost)..<n).map { sample.row(at: $0) + [sample.level[$0]] }
    tails = (0...sample.columns).map { column in rows.map { $0[column] } }
    row = [Double](repeating: 0, count: filter.phi.count)
    row[0] = 1
  }

  private func continued(_ tail: [Double], _ value: Double) -> Double {
    differencing.enumerated().reduce(value) { $0 + $1.element * tail[tail.count - 1 - $1.offset] }
  }

  /// Each call is a step further.
  mutating func next() -> Step {
    let expected = filter.step()
    var values: [Double] = []
    for column in tails.indices {
      values.append(continued(tails[column], expected[column]))
      tails[column].append(values[column])
      if tails[column].count > differencing.count { tails[column].removeFirst() }
    }
    let known = sample.row(at: sample.level.count + step)
    let surprise = zip(known, values).map { $0 - $1 }
    var location = values[sample.columns]
    for j in known.indices {
      location += sample.start[j] * known[j] + filter.coefficients[j] * surprise[j]
    }

    let reach = row.indices.map { i in
      differencing.enumerated().reduce(row[i]) { sum, term in
        let place = reaches.count - 1 - term.offset
        return place >= 0 ? sum + term.element * reaches[place][i] : sum
      }
    }
    reaches.append(reach)
    if reaches.count > differencing.count { reaches.removeFirst() }
    var variance = psiSquares
    for i in reach.indices {
      for j in reach.indices { variance += reach[i] * covariance[i][j] * reach[j] }
    }
    let psi = zip(reach, filter.load).reduce(0) { $0 + $1.0 * $1.1 }
    psiSquares += psi * psi
    advanceRow()
    step += 1
    let parts = filter.factor.map { $0.forward(surprise).map { $0 * $0 } } ?? []
    return Step(
      location: location, variance: max(variance, 0) + parts.prefix(sample.gaps).reduce(0, +),
      uncertainty: parts.dropFirst(sample.gaps).reduce(0, +))
  }

  /// row ← row T, T having φ in its first column and ones above the diagonal.
  private mutating func advanceRow() {
    let first = zip(row, filter.phi).reduce(0) { $0 + $1.0 * $1.1 }
    row = [first] + row.dropLast()
  }
}
