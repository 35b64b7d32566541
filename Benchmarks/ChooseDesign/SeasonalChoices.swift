import TradeSeries
import TradeTables

/// Methods that a mean for series with a season may have, as places, and the rule for its width.
private struct SeasonalCandidate {
  var members: [Int]
  var width: SeasonalDesign.Width
}

/// Settles the members of the mean for series with a season and the width of its intervals.
func chooseSeasonal(_ training: TrainingParts) throws {
  let methods: [any Forecaster] = [
    .ets, .arima, .theta, .dynamicTheta, .optimisedTheta, .seasonalNaive,
  ]
  let study = try SeasonalStudy(training, methods: methods)
  say("\nWith a season: \(described(SeasonalStudy.sets, study.counts)).")
  Choice<SeasonalCandidate>.heading(sets: SeasonalStudy.sets)
  let subsets = (1..<(1 << methods.count)).map { bits in
    methods.indices.filter { bits >> $0 & 1 == 1 }
  }.sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
  let members = Choice<SeasonalCandidate>(
    "members",
    subsets.map { places in
      (places.map { methods[$0].name }.joined(separator: " + "), { $0.members = places })
    })
  let widths = Choice<SeasonalCandidate>(
    "width", \.width, ["covering": .covering, "sharpest": .sharpest, "middle": .middle])
  var design = SeasonalCandidate(members: Array(methods.indices), width: .middle)
  for choice in [members, widths] {
    choice.settle(&design) {
      $0.map { study.scores($0.members, $0.width) }
    }
  }
  say("\nWidths that the whole training parts call for, one a step:")
  for (name, series, horizon) in [
    ("quarterly", training.quarterly, 8), ("monthly", training.monthly, 18),
  ] {
    let widths = SeasonalStudy.widths(series, horizon: horizon)
    say("\(name): \(widths.map { NumberText.fixed($0, digits: 2) }.joined(separator: ", "))")
  }
}
