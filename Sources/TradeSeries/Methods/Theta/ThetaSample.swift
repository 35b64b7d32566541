/// The values of one series as the search for a Theta model sees them: less the first, in a unit
/// near their range, with the line that is known before each.
///
/// The errors do not change with the zero and the unit of the values, so that nothing here leaves
/// the range of numbers and no digits are lost to a high level.
struct ThetaSample {
  /// How the line of a model comes about.
  enum Trend {
    /// None: simple smoothing.
    case none
    /// The line through all values.
    case whole
    /// The line through the values before each period.
    case growing
  }

  /// (y − origin) / unit; 0 at a gap.
  let values: [Double]
  let isPresent: [Bool]
  let origin: Double
  /// A power of two, so that nothing is rounded.
  let unit: Double
  /// A and B of the line as it is known before each period.
  let intercepts: [Double]
  let slopes: [Double]
  /// The line as it is known after the last value, which may go on moving.
  let line: ThetaLine
  /// The period of the first error that counts.
  let start: Int

  /// The values of a history, of whose errors the first few do not count.
  init(_ history: History, trend: Trend, skipping skipped: Int) {
    let origin = history.first
    let y = history.values
    let range = y.reduce(0) { max($0, abs(($1 ?? origin) - origin)) }
    let unit = range > 0 ? Double(sign: .plus, exponent: range.exponent, significand: 1) : 1
    values = y.map { value in value.map { ($0 - origin) / unit } ?? 0 }
    isPresent = y.map { $0 != nil }
    (self.origin, self.unit) = (origin, unit)

    var (passed, start) = (0, y.count)
    for index in y.indices where isPresent[index] {
      if passed == skipped {
        start = index
        break
      }
      passed += 1
    }
    self.start = start

    var line = ThetaLine()
    var intercepts = [Double](repeating: 0, count: trend == .none ? y.count : 0)
    var slopes = intercepts
    for index in values.indices {
      if trend == .growing {
        intercepts.append(line.intercept)
        slopes.append(line.slope)
      }
      if isPresent[index] { line.add(values[index], at: Double(index + 1)) }
    }
    if trend == .whole {
      intercepts = [Double](repeating: line.intercept, count: y.count)
      slopes = [Double](repeating: line.slope, count: y.count)
    }
    (self.intercepts, self.slopes) = (intercepts, slopes)
    self.line = trend == .growing ? line : line.fixed
  }

  /// How many errors count.
  var errorCount: Int { isPresent[start...].count { $0 } }
}
