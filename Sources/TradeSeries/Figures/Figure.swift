import Glibc
import TradeTables

/// A published or computed value with its unit and its quality.
///
/// "More than 500" is a bound, and it stays one: arithmetic on figures is interval arithmetic. For
/// any true values inside the bounds of the operands, the true result lies inside the bounds of the
/// result.
///
///     let before = Figure(542.7, unit: .millionUSD)
///     let after = Figure(500, .moreThan, unit: .millionUSD)
///     after.growth(since: before)        // > -0.0787
///
/// Reference: Moore, Kearfott & Cloud, *Introduction to Interval Analysis* (2009), chapter 2.
public struct Figure: Sendable, Equatable {
  /// The smallest value the figure can have; -∞ where nothing is known.
  public let lower: Double
  /// The largest value the figure can have; ∞ where nothing is known.
  public let upper: Double
  /// What `lower` and `upper` count.
  public let unit: Unit
  /// The quality of the number itself, for a figure that is no bound.
  private let quality: Qualifier

  /// A published figure.
  ///
  /// "Less than 5" lies between 0 and 5: what is published is an amount.
  public init(_ value: Double, _ qualifier: Qualifier = .exact, unit: Unit) {
    precondition(value.isFinite, "a figure of \(value)")
    // Zero has no sign.
    let value = value + 0
    switch qualifier {
    case .moreThan: (lower, upper) = (value, .infinity)
    case .lessThan: (lower, upper) = (value > 0 ? 0 : -.infinity, value)
    case .undetermined: (lower, upper) = (-.infinity, .infinity)
    default: (lower, upper) = (value, value)
    }
    quality = qualifier.isBound ? .exact : qualifier
    self.unit = unit
  }

  /// A result: its bounds and the weakest quality of what it came from.
  init(lower: Double, upper: Double, unit: Unit, quality: Qualifier) {
    // Nothing is known where a bound is no number or lies at the wrong end; zero has no sign.
    let isKnown = !lower.isNaN && !upper.isNaN && lower < .infinity && upper > -.infinity
    self.lower = isKnown ? lower + 0 : -.infinity
    self.upper = isKnown ? upper + 0 : .infinity
    self.unit = unit
    self.quality = quality
  }

  /// How `value` is to be read.
  ///
  /// A result with two ends is shown by its upper one; both stay in `lower` and `upper`.
  public var qualifier: Qualifier {
    if lower == upper { return quality }
    if upper < .infinity { return .lessThan }
    return lower > -.infinity ? .moreThan : .undetermined
  }

  /// The number to print, with the qualifier; `nil` where nothing is known.
  public var value: Double? {
    switch qualifier {
    case .undetermined: nil
    case .lessThan: upper
    default: lower
    }
  }

  /// Whether only limits of the true value are known.
  public var isBound: Bool { lower != upper }

  /// Whether the true value can be `value`.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

// MARK: - Arithmetic

extension Figure {
  /// The sum of two figures of one unit.
  public static func + (first: Figure, second: Figure) -> Figure {
    let second = second.converted(to: first.unit)
    return Figure(
      lower: first.lower + second.lower, upper: first.upper + second.upper, unit: first.unit,
      quality: .weaker(first.quality, second.quality))
  }

  /// The difference of two figures of one unit: a change, a balance.
  public static func - (first: Figure, second: Figure) -> Figure {
    let second = second.converted(to: first.unit)
    return Figure(
      lower: first.lower - second.upper, upper: first.upper - second.lower, unit: first.unit,
      quality: .weaker(first.quality, second.quality))
  }

  /// The figure in another unit of the same thing.
  public func converted(to other: Unit) -> Figure {
    guard unit != other else { return self }
    guard let factor = unit.factor(to: other) else {
      preconditionFailure("\(unit) cannot be converted to \(other)")
    }
    return Figure(lower: lower * factor, upper: upper * factor, unit: other, quality: quality)
  }

  /// The ratio to a figure of the same unit, a pure number.
  ///
  /// Nothing is known where the other figure can be negative or is zero.
  public func ratio(to other: Figure) -> Figure {
    let other = other.converted(to: unit)
    let quality = Qualifier.weaker(quality, other.quality)
    guard other.lower >= 0, other.upper > 0 else {
      return Figure(lower: -.infinity, upper: .infinity, unit: .one, quality: quality)
    }
    // The quotient falls as a denominator grows, and rises where the numerator is negative.
    let least = lower >= 0 ? lower / other.upper : lower / other.lower
    let most = upper >= 0 ? upper / other.lower : upper / other.upper
    // Amounts have no negative ratio: from 0 to ∞ says nothing.
    let isKnown = least > 0 || most < .infinity
    return Figure(lower: isKnown ? least : -.infinity, upper: most, unit: .one, quality: quality)
  }

  /// The growth rate since an earlier figure, a fraction: this / earlier − 1.
  public func growth(since earlier: Figure) -> Figure {
    let ratio = ratio(to: earlier)
    return Figure(
      lower: ratio.lower - 1, upper: ratio.upper - 1, unit: .one, quality: ratio.quality)
  }

  /// The share in a total that contains this figure, a fraction from 0 to 1.
  public func share(of total: Figure) -> Figure {
    let ratio = ratio(to: total)
    guard lower >= 0 else { return ratio }
    let (least, most) = (max(ratio.lower, 0), max(min(ratio.upper, 1), ratio.lower))
    // From nothing to all of it says nothing.
    guard least > 0 || most < 1 else {
      return Figure(lower: -.infinity, upper: .infinity, unit: .one, quality: ratio.quality)
    }
    return Figure(lower: least, upper: most, unit: .one, quality: ratio.quality)
  }

  /// The same figure taken as the partner's report of the flow.
  public var asMirror: Figure {
    Figure(lower: lower, upper: upper, unit: unit, quality: .mirror)
  }

  /// The figure times a factor above zero, of the weaker of its own quality and another.
  package func scaled(by factor: Double, _ quality: Qualifier = .exact) -> Figure {
    precondition(factor > 0, "a factor of \(factor)")
    return Figure(
      lower: lower * factor, upper: upper * factor, unit: unit,
      quality: .weaker(self.quality, quality))
  }

  /// The geometric mean of two amounts of one unit, `weight` being that of this one.
  package func geometricMean(with other: Figure, weight: Double) -> Figure {
    let other = other.converted(to: unit)
    func mean(_ first: Double, _ second: Double) -> Double {
      // An unknown end stays unknown, whatever little it weighs.
      guard first.isFinite, second.isFinite else { return max(first, second) }
      return pow(max(first, 0), weight) * pow(max(second, 0), 1 - weight)
    }
    return Figure(
      lower: mean(lower, other.lower), upper: mean(upper, other.upper), unit: unit,
      quality: .weaker(quality, other.quality))
  }

  /// The figure through an increasing function, such as a logarithm.
  func mapped(by increasing: (Double) -> Double) -> Figure {
    Figure(lower: increasing(lower), upper: increasing(upper), unit: .one, quality: quality)
  }
}

extension Sequence where Element == Figure {
  /// The sum of figures of one unit; `nil` of none.
  public func total() -> Figure? {
    reduce(nil) { sum, figure in sum.map { $0 + figure } ?? figure }
  }
}

extension Figure: CustomStringConvertible {
  /// `>500 USD million`.
  public var description: String {
    guard let value else { return "undetermined" }
    let text = qualifier.symbol + NumberText.full(value)
    return unit.description.isEmpty ? text : "\(text) \(unit)"
  }
}
