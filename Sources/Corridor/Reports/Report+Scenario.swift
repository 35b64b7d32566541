extension Report {
  /// Whether a target can be reached: the way to it, the forecast, and how the two compare.
  public static func scenario(_ scenario: Scenario) -> Report {
    let forecast = scenario.forecast
    return Report(
      heading(scenario.series),
      [
        .chart(forecast.chart),
        .table("scenario", scenario.table),
        .notes(scenario.sentences),
        .notes(["Method \(forecast.method). " + (forecast.notes.first ?? "")]),
        .notes(Array(forecast.notes.dropFirst())),
      ])
  }
}

extension Scenario {
  /// What the table means, a sentence each.
  var sentences: [String] {
    [neededSentence] + pastSentences + [outlookSentence] + sizeSentences
  }

  private var goal: String { "\(shown(target)) by \(period)" }

  private func shown(_ value: Double) -> String {
    let size = value >= 1 ? NumberText.fixed(value, digits: 1) : NumberText.full(value)
    let unit = series.unit.description
    return unit.isEmpty ? size : "\(size) \(unit)"
  }

  /// A season is compared with itself, so that growth is that of a year.
  private var cycle: String { series.season == 1 ? series.periodName : "year" }

  private var neededSentence: String {
    guard let base else {
      return "\(goal): no earlier figure is of the same season, so the growth that it needs is not "
        + "known."
    }
    let latest = "\(base.figure.shortText) of \(base.period)"
    guard let needed else {
      return "\(goal): from \(latest) no rate of growth leads there, as it is not above zero."
    }
    let cycles = (period.index - base.period.index) / series.season
    var text =
      "\(goal) needs \(needed.percentText) a \(cycle) from \(latest)"
      + (cycles == 1 ? "." : ", compound over \(cycles).")
    if !base.figure.isBound, target <= base.figure.lower {
      text += " The latest figure is at the target already."
    }
    return text
  }

  private var pastSentences: [String] {
    var sentences: [String] = []
    if let past, let growth = pastGrowth {
      sentences.append(
        "For comparison, \(past.from) to \(past.to): \(growth.percentText) a \(cycle), compound.")
    }
    guard let base, needed != nil, spans.count > 0 else { return sentences }
    let length = period.index - base.period.index
    let unit = "\(length) \(series.periodName)\(length == 1 ? "" : "s")"
    sentences.append(
      "Of \(spans.count) \(spans.count == 1 ? "span" : "spans") of \(unit) between exact figures "
        + "\(spans.reached == 0 ? "none" : "\(spans.reached)") grew as much.")
    return sentences
  }

  private var outlookSentence: String {
    var text = "The forecast for \(period) is \(NumberText.fixed(outlook.mean, digits: 1))"
    if let level = forecast.levels.last, let interval = outlook.intervals.last {
      text +=
        " (\(NumberText.percentage(level)) %: "
        + "\(NumberText.fixed(interval.lowerBound, digits: 1)) – "
        + "\(NumberText.fixed(interval.upperBound, digits: 1)))"
    }
    return text + "; the model finds the target or more \(likelihood)."
  }

  /// The probability in words that promise no more digits than a model has.
  private var likelihood: String {
    let percent = 100 * probability
    if percent < 0.1 { return "all but impossible, with a probability below 0.1 %" }
    if percent > 99.9 { return "all but certain, with a probability above 99.9 %" }
    let digits = percent < 10 || percent > 90 ? 1 : 0
    return "to have a probability of \(NumberText.fixed(percent, digits: digits)) %"
  }

  /// A target of quite another size than the figures is more likely a slip of the unit.
  private var sizeSentences: [String] {
    guard let value = base?.figure.value, value > 0 else { return [] }
    guard target > 100 * value || target < value / 100 else { return [] }
    let unit = series.unit.description
    return [
      "The target is of quite another size than the figures; is it "
        + (unit.isEmpty ? "in their unit?" : "in \(unit)?")
    ]
  }
}
