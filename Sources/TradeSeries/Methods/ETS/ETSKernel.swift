import Glibc

/// The likelihood of a form as a sum of squares, with all first derivatives, in one pass.
///
///     −2 ln L = n ln Σ e² + 2 Σ ln d + constant        e = (y − f) / d
///             = n ln Σ r²                              r = e · G,  G the geometric mean of d
///
/// d is 1 for additive errors and f for multiplicative ones, in both cases times √v after a gap,
/// v = 1 + Σ c² being the variance of a forecast over it. So every form is a problem of nonlinear
/// least squares, in the smoothing parameters and in the initial state alike. The pass carries the
/// derivatives of level, trend and seasons along and leaves, in units of G²,
///
///     Σ r²        Jᵀr        JᵀJ                       J = ∂r/∂θ = G (u + e g),  u + e g = ∂e/∂θ + e ∂ln G/∂θ
///
/// This file is the hot path of the exponential smoothing models. It allocates nothing; the
/// derivatives travel in lanes of four, the smoothing parameters in the first.
final class ETSKernel {
  typealias Lane = SIMD4<Double>

  /// Where a variable stands in θ.
  enum Slot {
    static let alpha = 0
    static let beta = 1
    static let gamma = 2
    static let phi = 3
    static let level = 4
    static let trend = 5
    /// The seasons but the first, which makes their sum 0 or their mean 1.
    static let seasons = 6
  }

  let form: ETSForm
  /// Periods in a season of the form; 1 without one.
  let period: Int
  /// Variables, those included that the form lacks.
  let slots: Int
  private let lanes: Int
  private let values: [Double]
  /// Values that are there.
  let count: Int

  /// Σ e².
  private(set) var squares = 0.0
  /// Σ ln d.
  private(set) var logs = 0.0
  /// JᵀJ, row by row, and Jᵀr; both in units of G².
  let normal: UnsafeMutablePointer<Lane>
  let gradient: UnsafeMutablePointer<Lane>
  private let work: UnsafeMutablePointer<Lane>
  private let seasons: UnsafeMutablePointer<Double>

  /// Values with gaps as NaN.
  init(_ form: ETSForm, _ values: [Double], season: Int) {
    self.form = form
    self.values = values
    period = form.season == .none ? 1 : season
    slots = Slot.seasons + period - 1
    lanes = (slots + 3) / 4
    count = values.count { !$0.isNaN }
    normal = .allocate(capacity: 4 * lanes * lanes)
    gradient = .allocate(capacity: lanes)
    work = .allocate(capacity: lanes * (period + 8))
    seasons = .allocate(capacity: period)
  }

  deinit {
    normal.deallocate()
    gradient.deallocate()
    work.deallocate()
    seasons.deallocate()
  }

  /// The distance between rows of `normal`, in numbers.
  var rowLength: Int { 4 * lanes }

  /// −2 ln L without constants; +∞ where a form for positive values expects something else.
  ///
  /// `floor` is the Σ e² below which errors are rounding. Derivatives cost most of a pass and are
  /// left as they are where they are not asked for.
  func evaluate(_ theta: UnsafePointer<Double>, floor: Double, derivatives: Bool) -> Double {
    let isRelative = form.error == .multiplicative
    switch (form.season, derivatives) {
    case (.none, true): pass(theta, isRelative, season: .none, derivatives: true)
    case (.none, false): pass(theta, isRelative, season: .none, derivatives: false)
    case (.additive, true): pass(theta, isRelative, season: .additive, derivatives: true)
    case (.additive, false): pass(theta, isRelative, season: .additive, derivatives: false)
    case (_, true): pass(theta, true, season: .multiplicative, derivatives: true)
    case (_, false): pass(theta, true, season: .multiplicative, derivatives: false)
    }
    let value = Double(count) * log(max(squares, floor)) + 2 * logs
    return value.isFinite ? value : .infinity
  }

  @inline(__always)
  private func pass(
    _ theta: UnsafePointer<Double>, _ isRelative: Bool, season: ETSForm.Component,
    derivatives: Bool
  ) {
    let lanes = lanes
    let (levels, trends) = (work, work + lanes)
    let errors = work + 2 * lanes
    let scales = work + 3 * lanes
    let slopes = work + 4 * lanes
    let seasonal = work + 8 * lanes
    var turn = 0
    let hasSeason = season != .none
    let isFactor = season == .multiplicative
    let trend = form.trend
    let parameters = ETSParameters(
      alpha: theta[Slot.alpha], beta: theta[Slot.beta], gamma: theta[Slot.gamma],
      phi: theta[Slot.phi])
    let (alpha, beta, gamma, phi) = (
      parameters.alpha, parameters.beta, parameters.gamma, parameters.phi
    )
    let recursion = ETSRecursion(form, parameters)

    start(theta, isFactor: isFactor, derivatives: derivatives)
    var level = theta[Slot.level]
    var b = theta[Slot.trend]
    var place = 0
    var gap = ETSGap()
    var product = 1.0
    var (squares, logs) = (0.0, 0.0)

    for y in values {
      let s = hasSeason ? seasons[place] : 0
      let ahead = recursion.outlook(level: level, trend: b, season: s)
      let (growth, q, f) = (ahead.growth, ahead.base, ahead.expected)
      let slope = seasonal + place * lanes

      // ∂g = a ∂b + (∂g/∂φ at φ), ∂q = c ∂l + k ∂g, ∂f = m ∂q + j ∂s.
      var (toGrowth, byPhi, ofLevel, ofGrowth) = (0.0, 0.0, 1.0, 0.0)
      switch trend {
      case .none: break
      case .additive: (toGrowth, byPhi, ofGrowth) = (phi, b, 1)
      case .multiplicative:
        (toGrowth, byPhi) = (phi * growth / b, form.isDamped ? growth * log(b) : 0)
        (ofLevel, ofGrowth) = (growth, level)
      }
      let (ofBase, ofSeason) = isFactor ? (s, q) : (1, hasSeason ? 1 : 0)
      let growthExtra = Lane(0, 0, 0, byPhi)

      guard y == y else {
        var lane = derivatives ? 0 : lanes
        while lane < lanes {
          let g = toGrowth * trends[lane] + (lane == 0 ? growthExtra : .zero)
          levels[lane] = ofLevel * levels[lane] + ofGrowth * g
          trends[lane] = g
          lane += 1
        }
        (level, b) = (q, growth)
        place = place + 1 == period ? 0 : place + 1
        gap.widen(parameters, hasTrend: trend != .none, hasSeason: hasSeason, period: period)
        continue
      }

      // A form of factors has no likelihood where it expects no factor.
      if isRelative, !(f > 0 && (!isFactor || (q > 0 && s > 0))) {
        self.squares = .infinity
        return
      }
      let scale = (isRelative ? f : 1) * gap.scale
      let e = (y - f) / scale
      squares += e * e
      if isRelative || gap.isOpen {
        product *= scale
        if !(product > 1e-100 && product < 1e100) {
          logs += log(product)
          product = 1
        }
      }

      let d = isFactor ? y / s - q : y - f
      let w = isFactor ? y / q - s : y - f
      // d as it enters the trend, d / l where that is a factor.
      let divisor = trend == .multiplicative ? 1 / level : 1
      let dt = d * divisor
      if derivatives {
        // ∂d = dq ∂q + ds ∂s, ∂w = wq ∂q + ws ∂s.
        let (dq, ds) = (-1.0, isFactor ? -y / (s * s) : hasSeason ? -1.0 : 0)
        let (wq, ws) = (isFactor ? -y / (q * q) : -1, -1.0)
        // ∂e = −f' / d − e ∂ln d, and ∂ln d = f' / f for relative errors.
        let ofExpected = isRelative ? -(1 / scale + e / f) : -1 / scale
        let ofLog = isRelative ? 1 / f : 0
        let byLevel = trend == .multiplicative ? -dt * divisor : 0

        let slopes = slopes + turn * lanes
        var lane = 0
        while lane < lanes {
          let (l, sl) = (levels[lane], slope[lane])
          let g = toGrowth * trends[lane] + (lane == 0 ? growthExtra : .zero)
          let qS = ofLevel * l + ofGrowth * g
          let fS = hasSeason ? ofBase * qS + ofSeason * sl : qS
          let dS = hasSeason ? dq * qS + ds * sl : dq * qS
          slopes[lane] = ofExpected * fS
          if isRelative { scales[lane] += ofLog * fS }
          levels[lane] = qS + alpha * dS
          trends[lane] = g + beta * (divisor * dS + byLevel * l)
          if hasSeason { slope[lane] = sl + gamma * (wq * qS + ws * sl) }
          lane += 1
        }
        levels[0][0] += d
        trends[0][1] += dt
        if hasSeason { slope[0][2] += w }
        if gap.isOpen {
          slopes[0] -= e * gap.logSlope
          scales[0] += gap.logSlope
        }
        lane = 0
        while lane < lanes {
          errors[lane] += e * slopes[lane]
          lane += 1
        }
        turn = (turn + 1) % 4
        if turn == 0 { accumulate(work + 4 * lanes) }
      }

      if gap.isOpen { gap = ETSGap() }
      level = q + alpha * d
      b = growth + beta * dt
      if hasSeason { seasons[place] = s + gamma * w }
      place = place + 1 == period ? 0 : place + 1
    }
    self.squares = squares
    self.logs = logs + log(product)
    guard derivatives else { return }
    if turn > 0 {
      (slopes + turn * lanes).update(repeating: .zero, count: (4 - turn) * lanes)
      accumulate(slopes)
    }
    finish(errors, scales)
  }

  /// Sets the state before the first value and its derivatives.
  private func start(_ theta: UnsafePointer<Double>, isFactor: Bool, derivatives: Bool) {
    var first = isFactor ? Double(period) : 0
    for place in 1..<max(period, 1) {
      seasons[place] = theta[Slot.seasons + place - 1]
      first -= seasons[place]
    }
    seasons[0] = first
    guard derivatives else { return }
    normal.update(repeating: .zero, count: 4 * lanes * lanes)
    work.update(repeating: .zero, count: lanes * (period + 8))
    work[1][Slot.level - 4] = 1
    work[lanes + 1][Slot.trend - 4] = 1
    for place in 1..<max(period, 1) {
      let slot = Slot.seasons + place - 1
      work[(8 + place) * lanes + slot / 4][slot % 4] = 1
      work[8 * lanes + slot / 4][slot % 4] = -1
    }
  }

  /// Adds u uᵀ of four periods; of each the lanes from the diagonal on.
  ///
  /// Four together, because reading and writing the sums costs more than the arithmetic.
  @inline(__always)
  private func accumulate(_ slopes: UnsafeMutablePointer<Lane>) {
    let lanes = lanes
    let (first, second) = (slopes, slopes + lanes)
    let (third, fourth) = (slopes + 2 * lanes, slopes + 3 * lanes)
    var block = 0
    while block < lanes {
      let (a, b, c, d) = (first[block], second[block], third[block], fourth[block])
      var row = normal + 4 * block * lanes
      var element = 0
      while element < 4 {
        let (p, q, r, s) = (a[element], b[element], c[element], d[element])
        var lane = block
        while lane < lanes {
          row[lane] += (p * first[lane] + q * second[lane]) + (r * third[lane] + s * fourth[lane])
          lane += 1
        }
        row += lanes
        element += 1
      }
      block += 1
    }
  }

  /// JᵀJ = Σ u uᵀ + v gᵀ + g vᵀ + Σ e² g gᵀ and Jᵀr = v + Σ e² g, v = Σ e u, g = ∂ln G/∂θ.
  private func finish(_ sums: UnsafeMutablePointer<Lane>, _ scales: UnsafeMutablePointer<Lane>) {
    for lane in 0..<lanes {
      scales[lane] /= Double(count)
      gradient[lane] = sums[lane] + squares * scales[lane]
    }
    for block in 0..<lanes {
      for element in 0..<4 {
        let (v, g) = (sums[block][element], scales[block][element])
        let row = normal + (4 * block + element) * lanes
        for lane in block..<lanes {
          row[lane] += v * scales[lane] + g * sums[lane] + squares * g * scales[lane]
        }
      }
    }
  }
}
