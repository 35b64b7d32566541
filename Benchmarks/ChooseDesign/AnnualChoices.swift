import TradeSeries

/// What had to be decided for annual series, each with the simplest candidate first; the companions
/// are those of the program (`PooledDesign.companions` says why).
private var annualChoices: [Choice<PooledDesign>] {
  [
    Choice("hinges", \.hinges, ["without": [], "with": [.newestChange, .height, .climb]]),
    // No ridge at all would have no answer where a feature never varies.
    Choice(
      "ridge", \.ridge, ["96": 96, "48": 48, "24": 24, "12": 12, "6": 6, "1.5": 1.5, "0": 1e-6]),
    Choice(
      "weighting", \.weighting,
      ["window": .window, "series": .series, "series in step": .seriesInStep]),
    Choice(
      "lengths", \.lengths,
      [
        "to 10": [3, 4, 5, 6, 8, 10], "to 12": [3, 4, 5, 6, 8, 10, 12],
        "to 14": [3, 4, 5, 6, 8, 10, 12, 14], "to 17": [3, 4, 5, 6, 8, 10, 12, 14, 17],
        "to 20": [3, 4, 5, 6, 8, 10, 12, 14, 17, 20],
        "to 24": [3, 4, 5, 6, 8, 10, 12, 14, 17, 20, 24],
      ]),
    Choice(
      "long enough", \.longEnough, ["never": .max, "17": 17, "14": 14, "12": 12, "10": 10, "8": 8]),
    Choice("tolerance", \.tolerance, ["0": 0, "2 %": 0.02, "4 %": 0.04, "8 %": 0.08]),
  ]
}

/// The most times that all choices are settled.
private let passLimit = 3

/// Settles the choices for annual series one after the other, until none changes.
func chooseAnnual(_ training: TrainingParts) throws {
  var study = try AnnualStudy(training)
  say("Annual: \(described(AnnualStudy.sets, study.counts)).")
  var design = PooledDesign.start
  for pass in 1...passLimit {
    let before = design
    say("\nPass \(pass)")
    Choice<PooledDesign>.heading(sets: AnnualStudy.sets)
    for choice in annualChoices {
      choice.settle(&design) { $0.map { study.scores($0) } }
    }
    guard design != before else { break }
  }
  say("\nChosen: \(design).")
  say(
    design == .chosen ? "The program uses it." : "The program uses another: \(PooledDesign.chosen)."
  )
}

extension PooledDesign {
  /// Where the search begins, whatever the program uses, so that it ends where it did.
  fileprivate static var start: PooledDesign {
    var design = PooledDesign.chosen
    design.hinges = [.newestChange, .height, .climb]
    design.ridge = 6
    design.weighting = .series
    design.lengths = [3, 4, 5, 6, 8, 10, 12, 14]
    design.longEnough = 10
    design.tolerance = 0.04
    return design
  }
}
