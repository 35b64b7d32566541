import Glibc

/// The exact likelihood of a seasonal ARMA model at four points of its parameters at once.
///
///     v[t] = w[t] − E(w[t] | before)      f = ½ (ln σ̂² + Σ ln F[t] / ν)      σ̂² = Σ v² / F / ν
///
/// F σ² is the variance of v. Gain and variance follow the recursions of Chandrasekhar, in which
/// the change of the state's covariance stays a single outer product −l lᵀ / F:
///
///     ρ = l[0] / F      F ← F − ρ l[0]      k ← k − ρ T l      l ← T l − ρ k
///
/// so a step costs O(r) where the Kalman filter costs O(r²). Once l has died out the errors follow
/// from the difference equation alone. Regression columns run through the same filter beside w,
/// and their coefficients are the generalised least squares ones: they are no parameters of the
/// search. f is per observation; ν is how many there are.
///
/// This file is a hot path: a call allocates nothing, and the four points are lanes of a vector,
/// because one chain of dependent steps leaves the processor waiting.
///
/// Reference: Morf, Sidhu & Kailath, "Some new algorithms for recursive estimation", *IEEE
/// Transactions on Automatic Control* 19 (1974); Pearlman, *Biometrika* 67 (1980).
struct ARMALanes {
  typealias Lanes = SIMD4<Double>

  let orders: ARIMAOrders
  private let rows: Int
  /// w is the last of the columns.
  private let width: Int
  /// The columns whose coefficients are integrated out, values of gaps; they stand first.
  private let gaps: Int
  private let data: [Double]
  private let scratchCount: Int
  private let arLags: [Int]
  private let maLags: [Int]

  private var r: Int { orders.dimension }
  private var ar: Int { orders.fullAutoregressive }
  private var ma: Int { orders.fullMovingAverage }

  /// `data` holds the columns row by row.
  init(_ orders: ARIMAOrders, data: [Double], width: Int, gaps: Int) {
    self.orders = orders
    self.data = data
    self.width = width
    self.gaps = gaps
    rows = data.count / width
    arLags = Self.lags(orders.autoregressive, orders.seasonalAutoregressive, orders.season)
    maLags = Self.lags(orders.movingAverage, orders.seasonalMovingAverage, orders.season)
    let places = orders.dimension + 2
    let reach = orders.dimension + orders.fullMovingAverage + 2
    let triangle = (orders.fullAutoregressive + 1) * (orders.fullAutoregressive + 2) / 2
    scratchCount =
      (7 + width) * places + 2 * reach + triangle + width * width + rows * width + 32
  }

  /// Room for the calls that follow, to be used again and again.
  var scratch: [Lanes] { [Lanes](repeating: .zero, count: scratchCount) }

  /// The lags at which a product of polynomials in B and B^m is not zero.
  private static func lags(_ order: Int, _ seasonal: Int, _ season: Int) -> [Int] {
    var lags: [Int] = []
    for j in 0...seasonal {
      for i in 0...order where i + j > 0 { lags.append(j * season + i) }
    }
    return lags
  }

  /// f at four points, whose coordinates are partial autocorrelations of φ, θ, Φ and Θ in turn; +∞
  /// where there is no likelihood.
  func objective(_ partial: [Lanes], _ scratch: inout [Lanes]) -> Lanes {
    let (r, width, rows) = (r, width, rows)
    return scratch.withUnsafeMutableBufferPointer { buffer in
      data.withUnsafeBufferPointer { data in
        guard let base = buffer.baseAddress, let y = data.baseAddress else { return .zero }
        let places = r + 2
        let phi = base
        let theta = phi + places
        let gain = theta + places
        let change = gain + places
        let spare = change + places
        let state = spare + 3 * places
        let covariance = state + width * places
        let cross = covariance + 2 * (r + ma + 2) + (ar + 1) * (ar + 2) / 2
        let errors = cross + width * width
        polynomials(partial, phi, theta, spare)
        var f = start(phi, theta, gain, spare, covariance)
        for place in 0..<places { change[place] = gain[place] }
        for place in 0..<width * places { state[place] = .zero }
        for place in 0..<width * width { cross[place] = .zero }

        var logs = Lanes.zero
        var product = Lanes(repeating: 1)
        var t = 0
        while t < rows {
          if t & 7 == 0, t >= r, isSteady(change) { break }
          let inverse = 1 / f
          product *= f
          if any(product .> 1e100) {
            logs += Self.log(product)
            product = Lanes(repeating: 1)
          }
          let row = errors + t * width
          for j in 0..<width {
            let a = state + j * places
            let head = a[0]
            let error = Lanes(repeating: y[t * width + j]) - head
            row[j] = error
            let scaled = error * inverse
            for i in 0..<r { a[i] = a[i + 1] + phi[i] * head + gain[i] * scaled }
            for k in 0...j { cross[j * width + k] += scaled * row[k] }
          }
          let lead = change[0]
          let rho = lead * inverse
          f -= rho * lead
          for i in 0..<r {
            let moved = change[i + 1] + phi[i] * lead
            let old = gain[i]
            gain[i] = old - rho * moved
            change[i] = moved - rho * old
          }
          t += 1
        }
        logs += Self.log(product)
        if t < rows {
          logs += Double(rows - t) * Self.log(f)
          steady(from: t, phi, theta, y, errors, cross, 1 / f)
        }
        return profile(cross, logs)
      }
    }
  }

  /// The covariance of the state with the value before anything is known, in units of σ².
  func stationary(_ partial: [Lanes]) -> [Double] {
    let places = r + 2
    var scratch = scratch
    return scratch.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let (phi, theta, gain) = (base, base + places, base + 2 * places)
      let spare = base + 4 * places
      polynomials(partial, phi, theta, spare)
      _ = start(phi, theta, gain, spare, spare + (3 + width) * places)
      let column = spare + 2 * places
      return (0..<r).map { column[$0][0] }
    }
  }

  private func isSteady(_ change: UnsafeMutablePointer<Lanes>) -> Bool {
    var largest = Lanes.zero
    for i in 0..<r { largest += change[i] * change[i] }
    return all(largest .< 1e-20)
  }

  /// The rest of the rows by the difference equation, v = φ(B) w − (θ(B) − 1) v.
  private func steady(
    from first: Int, _ phi: UnsafeMutablePointer<Lanes>, _ theta: UnsafeMutablePointer<Lanes>,
    _ y: UnsafePointer<Double>, _ errors: UnsafeMutablePointer<Lanes>,
    _ cross: UnsafeMutablePointer<Lanes>, _ inverse: Lanes
  ) {
    for t in first..<rows {
      let row = errors + t * width
      for j in 0..<width {
        var error = Lanes(repeating: y[t * width + j])
        for lag in arLags { error -= phi[lag - 1] * y[(t - lag) * width + j] }
        for lag in maLags { error -= theta[lag] * (row - lag * width)[j] }
        row[j] = error
        let scaled = error * inverse
        for k in 0...j { cross[j * width + k] += scaled * row[k] }
      }
    }
  }

  /// Cholesky's factor of the products leaves in its last corner what the columns do not explain.
  private func profile(_ cross: UnsafeMutablePointer<Lanes>, _ logs: Lanes) -> Lanes {
    var logs = logs
    for j in 0..<width {
      for k in 0..<j {
        var sum = cross[j * width + k]
        for i in 0..<k { sum -= cross[j * width + i] * cross[k * width + i] }
        cross[j * width + k] = sum / cross[k * width + k]
      }
      var sum = cross[j * width + j]
      for i in 0..<j { sum -= cross[j * width + i] * cross[j * width + i] }
      if j < width - 1 {
        if j < gaps { logs += Self.log(sum) }
        cross[j * width + j] = sum.squareRoot()
      } else {
        cross[j * width + j] = sum
      }
    }
    let count = Double(rows - gaps)
    let f = 0.5 * (Self.log(cross[width * width - 1] / count) + logs / count)
    var result = f
    // No logarithm of what is not positive; −∞ is a perfect fit, which is left before it comes here.
    for lane in 0..<4 where !f[lane].isFinite { result[lane] = .infinity }
    return result
  }

  private static func log(_ x: Lanes) -> Lanes {
    Lanes(Glibc.log(x[0]), Glibc.log(x[1]), Glibc.log(x[2]), Glibc.log(x[3]))
  }
}

extension ARMALanes {
  /// φ[1…] from place 0 on and θ[0…] with θ[0] = 1, multiplied out.
  private func polynomials(
    _ partial: [Lanes], _ phi: UnsafeMutablePointer<Lanes>, _ theta: UnsafeMutablePointer<Lanes>,
    _ spare: UnsafeMutablePointer<Lanes>
  ) {
    let (p, q) = (orders.autoregressive, orders.movingAverage)
    let (seasonalP, seasonalQ) = (orders.seasonalAutoregressive, orders.seasonalMovingAverage)
    for place in 0..<r + 2 {
      phi[place] = .zero
      theta[place] = .zero
    }
    let short = spare
    let long = spare + max(p, q) + 1
    let copy = long + max(seasonalP, seasonalQ) + 1
    Self.coefficients(partial[0..<p], short, copy)
    Self.coefficients(partial[p + q..<p + q + seasonalP], long, copy)
    for j in 0...seasonalP {
      for i in 0...p where i + j > 0 {
        let place = j * orders.season + i - 1
        phi[place] += j == 0 ? short[i - 1] : i == 0 ? long[j - 1] : -short[i - 1] * long[j - 1]
      }
    }
    Self.coefficients(partial[p..<p + q], short, copy)
    Self.coefficients(partial[(p + q + seasonalP)...], long, copy)
    theta[0] = Lanes(repeating: 1)
    for j in 0...seasonalQ {
      for i in 0...q where i + j > 0 {
        let place = j * orders.season + i
        theta[place] += j == 0 ? -short[i - 1] : i == 0 ? -long[j - 1] : short[i - 1] * long[j - 1]
      }
    }
  }

  /// The coefficients of an autoregression with these partial autocorrelations (Durbin).
  private static func coefficients(
    _ partial: ArraySlice<Lanes>, _ out: UnsafeMutablePointer<Lanes>,
    _ copy: UnsafeMutablePointer<Lanes>
  ) {
    for (k, last) in partial.enumerated() {
      for j in 0..<k { copy[j] = out[j] - last * out[k - 1 - j] }
      for j in 0..<k { out[j] = copy[j] }
      out[k] = last
    }
  }

  /// Sets the gain of the first step and returns its F: the stationary covariance of the state with
  /// the value is all that the recursions need.
  private func start(
    _ phi: UnsafeMutablePointer<Lanes>, _ theta: UnsafeMutablePointer<Lanes>,
    _ gain: UnsafeMutablePointer<Lanes>, _ spare: UnsafeMutablePointer<Lanes>,
    _ workspace: UnsafeMutablePointer<Lanes>
  ) -> Lanes {
    let reach = r + ma + 1
    let pure = workspace
    let products = pure + reach + 1
    autocovariance(phi, pure, reach, products + r + ma + 2)
    // γ of the whole from that of the autoregression, Σ θ[i] θ[i + s] at each distance.
    for s in 0...ma {
      var sum = Lanes.zero
      for i in 0...(ma - s) { sum += theta[i] * theta[i + s] }
      products[s] = sum
    }
    let gamma = spare
    for k in 0...r {
      var sum = products[0] * pure[k]
      if ma > 0 {
        for s in 1...ma { sum += products[s] * (pure[abs(k - s)] + pure[k + s]) }
      }
      gamma[k] = sum
    }
    let psi = gamma + r + 2
    for k in 0..<r {
      var sum = theta[k]
      for i in 0..<min(k, ar) { sum += phi[i] * psi[k - 1 - i] }
      psi[k] = sum
    }
    let column = psi + r + 2
    for i in 0..<r {
      var sum = Lanes.zero
      for k in i..<r {
        if k < ar { sum += phi[k] * gamma[k + 1 - i] }
        if k <= ma { sum += theta[k] * psi[k - i] }
      }
      column[i] = sum
    }
    column[r] = .zero
    for i in 0..<r { gain[i] = phi[i] * column[0] + column[i + 1] }
    gain[r] = .zero
    return column[0]
  }

  /// γ[0…reach] of the autoregression alone, by Levinson's recursion down and up again.
  private func autocovariance(
    _ phi: UnsafeMutablePointer<Lanes>, _ gamma: UnsafeMutablePointer<Lanes>, _ reach: Int,
    _ triangle: UnsafeMutablePointer<Lanes>
  ) {
    // Row k holds the k coefficients of order k.
    func row(_ k: Int) -> UnsafeMutablePointer<Lanes> { triangle + k * (k - 1) / 2 }
    var variance = Lanes(repeating: 1)
    if ar > 0 {
      let top = row(ar)
      for i in 0..<ar { top[i] = phi[i] }
      for k in stride(from: ar, through: 1, by: -1) {
        let here = row(k)
        let last = here[k - 1]
        let left = 1 - last * last
        // Beyond the region of stationarity the logarithm of a negative variance says so.
        variance.replace(with: .nan, where: left .<= 0)
        variance /= left
        guard k > 1 else { continue }
        let below = row(k - 1)
        let inverse = 1 / left
        for j in 0..<k - 1 { below[j] = (here[j] + last * here[k - 2 - j]) * inverse }
      }
    }
    gamma[0] = variance
    for k in 1...reach {
      let order = min(k, ar)
      var sum = Lanes.zero
      if order > 0 {
        let here = row(order)
        for j in 0..<order { sum += here[j] * gamma[k - 1 - j] }
      }
      gamma[k] = sum
    }
  }
}
