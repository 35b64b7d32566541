import Glibc

/// From values to places in a drawing.
struct Scale: Equatable {
  /// The values at both ends.
  let domain: ClosedRange<Double>
  /// Where the lower end stands.
  let start: Double
  /// Where the upper end stands; above the start for an axis that points up.
  let end: Double
  /// Whether equal ratios have equal lengths, instead of equal differences.
  let isLogarithmic: Bool

  init(
    _ domain: ClosedRange<Double>, from start: Double, to end: Double, isLogarithmic: Bool = false
  ) {
    self.domain = domain
    self.start = start
    self.end = end
    self.isLogarithmic = isLogarithmic && domain.lowerBound > 0
  }

  /// The place of a value, which may be outside both ends; the middle where both ends are one.
  func place(_ value: Double) -> Double {
    let part = isLogarithmic ? logarithmicPart(value) : linearPart(value)
    return start + min(max(part, -50), 50) * (end - start)
  }

  /// Halved, so that the distance of two enormous values is finite.
  private func linearPart(_ value: Double) -> Double {
    let width = domain.upperBound / 2 - domain.lowerBound / 2
    return width > 0 ? (value / 2 - domain.lowerBound / 2) / width : 0.5
  }

  private func logarithmicPart(_ value: Double) -> Double {
    let width = log(domain.upperBound) - log(domain.lowerBound)
    guard width > 0 else { return 0.5 }
    return value > 0 ? (log(value) - log(domain.lowerBound)) / width : -50
  }
}
