/// The factor that the intervals of past forecasts should have been widened by.
///
/// Reference for the score: Gneiting & Raftery, "Strictly proper scoring rules, prediction, and
/// estimation", *Journal of the American Statistical Association* 102 (2007), section 6.2.
package struct IntervalWidth {
  /// One past forecast, in units of the usual change of its series.
  package struct Outcome: Sendable {
    /// |y − ŷ|.
    let error: Double
    /// From the point to the bound on the side of the error.
    let reach: Double
    /// From bound to bound.
    let width: Double

    package init(error: Double, reach: Double, width: Double) {
      (self.error, self.reach, self.width) = (error, reach, width)
    }
  }

  /// The factor at which 95 % of the outcomes are inside.
  let covering: Double
  /// The factor with the smallest mean interval score.
  let sharpest: Double

  /// The factor by a rule.
  package subscript(rule: SeasonalDesign.Width) -> Double {
    switch rule {
    case .covering: covering
    case .middle: (covering + sharpest) / 2
    case .sharpest: sharpest
    }
  }

  package init(_ outcomes: [Outcome]) {
    let usable = outcomes.filter { $0.reach > 0 }
    let needed = usable.map { $0.error / $0.reach }.sorted()
    guard !needed.isEmpty else {
      (covering, sharpest) = (1, 1)
      return
    }
    let place = Int((0.95 * Double(needed.count)).rounded(.up)) - 1
    covering = min(max(needed[min(max(place, 0), needed.count - 1)], 0.5), 10)
    let candidates = (0...100).map { 0.5 + 0.035 * Double($0) }
    let scores = candidates.map { factor in
      usable.reduce(0) { sum, outcome in
        let outside = max(outcome.error - factor * outcome.reach, 0)
        return sum + factor * outcome.width + 2 / 0.05 * outside
      }
    }
    let best = scores.indices.min { scores[$0] < scores[$1] } ?? 0
    sharpest = candidates[best]
  }
}
