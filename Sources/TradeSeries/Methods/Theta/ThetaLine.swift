/// The least-squares line through the values so far, one value at a time.
///
///     B ← B + κ (y − ȳ − B (t − t̄))        κ = (t − t̄) (k − 1) / (k S)        S = Σ (t − t̄)²
///
/// k counts the values with the new one; t is 1 for the first period. Without gaps these are the
/// recursions of A and B in the paper of the dynamic Theta models; a gap is no value and leaves the
/// line as it is.
struct ThetaLine: Sendable, Equatable {
  /// Whether a new value moves the line.
  let isMoving: Bool
  private(set) var count = 0.0
  private(set) var meanTime = 0.0
  private(set) var mean = 0.0
  private(set) var slope = 0.0
  private var timeSquares = 0.0

  /// A line without values, which each new one moves.
  init() { isMoving = true }

  /// A line that stays, through this height at t = 0.
  init(intercept: Double, slope: Double) {
    (isMoving, mean, self.slope) = (false, intercept, slope)
  }

  /// The line that stays where this one is.
  var fixed: ThetaLine { ThetaLine(intercept: intercept, slope: slope) }

  /// A, the height at t = 0.
  var intercept: Double { mean - slope * meanTime }

  /// What a value at a time adds to the mean and to the slope, in parts of its distance.
  func gains(at time: Double) -> (mean: Double, slope: Double) {
    guard isMoving else { return (0, 0) }
    let k = count + 1
    let distance = (time - meanTime) * (k - 1) / k
    let squares = timeSquares + distance * (time - meanTime)
    return (1 / k, squares > 0 ? distance / squares : 0)
  }

  /// Takes in a value.
  mutating func add(_ value: Double, at time: Double) {
    guard isMoving else { return }
    let gains = gains(at: time)
    let distance = time - meanTime
    slope += gains.slope * (value - mean - slope * distance)
    mean += gains.mean * (value - mean)
    count += 1
    timeSquares += distance * distance * (count - 1) / count
    meanTime += distance / count
  }
}
