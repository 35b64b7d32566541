import Glibc
import TradeNumerics
import TradeTables

/// The centre and the scale of one annual series, to which the learned errors apply.
public struct AnnualFit: FittedForecaster {
  /// y[n], where the centre begins.
  public let last: Double
  /// c · b.
  public let slope: Double
  /// s, the unit of the learned errors, in that of the series.
  public let scale: Double
  /// How many values there are, which picks the errors to use.
  public let count: Int
  /// That of a random walk: it weighs what a bound leaves open.
  public let likelihood: Likelihood

  package init(_ history: History) {
    let present = history.present
    count = present.count
    last = history.last
    let level = history.level
    likelihood = Likelihood(walkOf: history)
    guard count > 1 else {
      (slope, scale) = (0, level / 10)
      return
    }
    let pairs = zip(present, present.dropFirst())
    var (size, relative) = (0.0, 0.0)
    for (before, after) in pairs {
      // A change over a gap of g periods is √g times as large as one of a single period.
      let change = abs(after.value - before.value) / Double(after.index - before.index).squareRoot()
      let middle = (abs(before.value) + abs(after.value)) / 2
      size += change
      relative += middle > 0 ? change / middle : 0
    }
    let changes = Double(count - 1)
    // Few changes say little of their size; more of them are trusted where they are small.
    let floor = count < 4 ? level / 10 : min(max(size / changes / 2, level / 100), level / 10)
    scale = 0.5 * size / changes + 0.5 * abs(last) * relative / changes + floor
    let span = Double(present[count - 1].index - present[0].index)
    slope = AnnualFit.driftShare(of: count) * (last - history.first) / span
  }

  /// The learned quantiles of that horizon, round y[n] + c h b; beyond ten periods they widen by
  /// √(h / 10).
  public func distribution(at step: Int) -> Predictive {
    let horizons = AnnualErrors.quantiles.count / AnnualErrors.lengths.count
    let row = min(step, horizons) - 1
    let quantiles = AnnualErrors.quantiles[AnnualFit.place(of: count) * horizons + row]
    // Beyond the horizons learned, errors grow as those of a random walk.
    let growth = (Double(max(step, horizons)) / Double(horizons)).squareRoot()
    return .empirical(
      location: last + slope * Double(step), scale: scale * growth,
      quantiles: zip(Self.scores, quantiles).map { .init(score: $0, value: $1) })
  }

  /// The part of the mean change that the centre follows.
  static func driftShare(of count: Int) -> Double { count < 8 ? 0 : count < 13 ? 0.25 : 0.5 }

  /// The place of a length in the tables.
  static func place(of count: Int) -> Int {
    (AnnualErrors.lengths.lastIndex { $0 <= count }) ?? 0
  }

  private static let scores = AnnualErrors.probabilities.map { StandardNormal.quantile($0) }
}

extension AnnualFit {
  /// Says which centre the number of values led to, and how often such intervals held.
  package static func reason(for history: History) -> String {
    let count = history.count
    let values = count == 1 ? "a single value" : "\(count) values"
    let centre =
      switch driftShare(of: count) {
      case 0: "the last value and the growth usual after it"
      case 0.25: "the last value and a quarter of the mean change"
      default: "the last value and half the mean change"
      }
    let coverage = AnnualErrors.coverages[place(of: count)]
    return "Chosen for \(values): \(centre), with the interval that "
      + "\(NumberText.fixed(Double(AnnualErrors.seriesCount), digits: 0)) series of annual trade "
      + "between two countries needed; on series it had not seen, 95 % held for "
      + "\(NumberText.fixed(100 * coverage, digits: 0)) in 100."
  }
}
