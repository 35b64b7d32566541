import Glibc

/// A series taken apart into a trend and a figure that repeats each season.
///
///     y[t] = T[t] · s[t mod m]   where every value is above zero, else   y[t] = T[t] + s[t mod m]
///
/// T is the centred moving average over a season; the figure is the mean of y / T (or y − T) at each
/// place in the season, scaled to a mean of 1 (or moved to a mean of 0). For the moving average
/// alone a gap takes the mean of the same place a season before and after, or the line between its
/// neighbours; the figure is a mean of present values. Ratios near zero call for differences.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// section 3.4; `decompose` of R.
public struct ClassicalDecomposition: Sendable, Equatable {
  /// How trend and figure make a value.
  public enum Form: Sendable, Equatable {
    /// y = T · s.
    case multiplicative
    /// y = T + s.
    case additive
  }

  /// Whether the figure multiplies or adds.
  public let form: Form
  /// s, one for each place in the season, the first for the first period of the history.
  public let figure: [Double]

  /// Takes a history apart; `nil` without a season, below two seasons, or where a place in the
  /// season has no value that the moving average reaches.
  public init?(_ history: History) {
    guard history.season > 1, history.values.count >= 2 * history.season else { return nil }
    if history.values.allSatisfy({ $0 ?? 1 > 0 }),
      let figure = Self.figure(history, .multiplicative), figure.allSatisfy({ $0 >= 0.01 })
    {
      (form, self.figure) = (.multiplicative, figure)
    } else if let figure = Self.figure(history, .additive) {
      (form, self.figure) = (.additive, figure)
    } else {
      return nil
    }
  }

  /// The trend, `nil` in the half season at either end.
  private static func trend(_ history: History) -> [Double?] {
    let (y, m) = (history.bridged, history.season)
    let half = m / 2
    return y.indices.map { index in
      guard index >= half, index + half < y.count else { return nil }
      let sum = y[(index - half)...(index + half)].reduce(0, +)
      // Of an even season the two ends count half.
      let ends = m % 2 == 0 ? (y[index - half] + y[index + half]) / 2 : 0
      return (sum - ends) / Double(m)
    }
  }

  private static func figure(_ history: History, _ form: Form) -> [Double]? {
    let m = history.season
    var (sums, counts) = ([Double](repeating: 0, count: m), [Double](repeating: 0, count: m))
    for (index, (value, trend)) in zip(history.values, trend(history)).enumerated() {
      guard let value, let trend else { continue }
      sums[index % m] += form == .multiplicative ? value / trend : value - trend
      counts[index % m] += 1
    }
    guard counts.allSatisfy({ $0 > 0 }) else { return nil }
    let raw = zip(sums, counts).map { $0 / $1 }
    let mean = raw.reduce(0, +) / Double(m)
    let figure = raw.map { form == .multiplicative ? $0 / mean : $0 - mean }
    return figure.allSatisfy(\.isFinite) ? figure : nil
  }

  /// −Σ ln s over the values of a history.
  fileprivate func logJacobian(_ history: History) -> Double {
    let logs = figure.map { log($0) }
    return history.values.indices.reduce(0) { sum, index in
      history.values[index] == nil ? sum : sum - logs[index % logs.count]
    }
  }

  /// The value without its season.
  func adjusted(_ value: Double, at index: Int) -> Double {
    let s = figure[index % figure.count]
    return form == .multiplicative ? value / s : value - s
  }

  /// The value with its season.
  func restored(_ value: Double, at index: Int) -> Double {
    let s = figure[index % figure.count]
    return form == .multiplicative ? value * s : value + s
  }

  /// The distribution of the value with its season.
  func restored(_ distribution: Predictive, at index: Int) -> Predictive {
    let s = figure[index % figure.count]
    return form == .multiplicative ? distribution.scaled(by: s) : distribution.shifted(by: s)
  }
}

extension History {
  /// Whether the autocorrelation at the season is more than chance, at the 90 % level.
  ///
  ///     |r[m]| > 1.645 √((1 + 2 Σ r[k]²) / n)      k = 1 … m − 1
  ///
  /// Less than three seasons are no evidence. A gap counts as a value at the mean.
  ///
  /// Reference: Makridakis, Spiliotis & Assimakopoulos, "The M4 Competition", *International
  /// Journal of Forecasting* 36 (2020), the test behind its benchmarks.
  public var isSeasonal: Bool {
    let n = values.count
    guard season > 1, n >= 3 * season else { return false }
    let size = values.reduce(0) { max($0, abs($1 ?? 0)) }
    guard size > 0 else { return false }
    let mean = values.reduce(0) { $0 + ($1 ?? 0) / size } / Double(count)
    let x = values.map { value in value.map { $0 / size - mean } ?? 0 }
    let squares = x.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return false }
    let r = (1...season).map { lag in
      (lag..<n).reduce(0) { $0 + x[$1] * x[$1 - lag] } / squares
    }
    let others = r.dropLast().reduce(0) { $0 + $1 * $1 }
    return abs(r[season - 1]) > 1.645 * ((1 + 2 * others) / Double(n)).squareRoot()
  }

  /// The values with gaps filled for a moving average.
  fileprivate var bridged: [Double] {
    var before = 0
    return values.indices.map { index in
      if let value = values[index] {
        before = index
        return value
      }
      let same = [index - season, index + season].compactMap { place in
        values.indices.contains(place) ? values[place] : nil
      }
      guard same.isEmpty else { return same.reduce(0, +) / Double(same.count) }
      // A history ends with a value, so that there is one after every gap.
      let after = values[index...].firstIndex { $0 != nil } ?? index
      let (left, right) = (values[before] ?? 0, values[after] ?? 0)
      return left + (right - left) * Double(index - before) / Double(after - before)
    }
  }
}

/// The step before and after a method that knows no season: it sees the adjusted history, and its
/// forecasts get their season back.
///
///     let season = SeasonalAdjustment(history)
///     let fit = try method.fit(season.history)
///     season.restored(fit.distribution(at: step), at: step)
public struct SeasonalAdjustment: Sendable {
  /// The figure that was taken out; `nil` where the series is not seasonal.
  public let decomposition: ClassicalDecomposition?
  /// The history without its season.
  public let history: History
  /// Σ ln |dx/dy| over the values, what the adjustment adds to a log-likelihood.
  let logJacobian: Double

  /// Adjusts a history where the test of its autocorrelation finds a season.
  public init(_ history: History) {
    guard history.isSeasonal, let found = ClassicalDecomposition(history) else {
      (decomposition, self.history, logJacobian) = (nil, history, 0)
      return
    }
    decomposition = found
    self.history = History(
      history.values.enumerated().map { index, value in
        value.map { found.adjusted($0, at: index) }
      }, season: history.season)
    logJacobian = found.form == .additive ? 0 : found.logJacobian(history)
  }

  /// The forecast with the season of that many periods after the last value.
  public func restored(_ distribution: Predictive, at step: Int) -> Predictive {
    decomposition?.restored(distribution, at: history.values.count - 1 + step) ?? distribution
  }

  /// The point forecast with the season of that many periods after the last value.
  public func restored(_ value: Double, at step: Int) -> Double {
    decomposition?.restored(value, at: history.values.count - 1 + step) ?? value
  }
}
