import TradeTables

extension Auto {
  /// What was chosen for one series, beyond what `reason` says: the windows or the members, their
  /// weights, and what was left out and why.
  public func choices(for history: History, horizon: Int = 1) -> [String] {
    guard history.season == 1 else {
      let method = seasonal.method(season: history.season)
      guard (try? method.fit(history)) == nil else {
        return method.choices(for: history, horizon: horizon)
      }
      return [
        "No member of the mean can answer from \(history.count.values): the last season again."
      ]
    }
    return [annual.windows(for: history)]
  }

  /// What was chosen for a file, in the light of which losses, and from how many series widths were
  /// learned.
  public func choices(for panel: Panel) -> [String] {
    let annualCount = panel.series.count { $0.season == 1 }
    var sentences: [String] = []
    if annualCount > 0 { sentences += annual.choices(among: annualCount) }
    if annualCount < panel.series.count { sentences.append(seasonal.choice) }
    return sentences
  }
}

extension AnnualChoice {
  /// The windows of one series, and what their number means.
  fileprivate func windows(for history: History) -> String {
    let places = knowledge.places(history)
    guard !places.isEmpty else {
      let why =
        history.count < SeriesWindow.leastCount
        ? "fewer than \(SeriesWindow.leastCount) values make no window" : "the values never change"
      return "The pooled regressions are left out: \(why)."
    }
    let lengths = (places.last ?? []).map(\.model.length)
    guard lengths.count > 1 else {
      let length = lengths.first ?? 0
      return length < history.closed.count
        ? "The regressions see the last \(length) values; earlier ones have no part."
        : "The regressions see all \(length) values."
    }
    return
      "The forecast is the mean of regressions on the last \(lengths.map(\.description).listed) values; the "
      + "interval is that of the longest."
  }

  /// The losses that were measured and what they led to.
  fileprivate func choices(among count: Int) -> [String] {
    guard measured > 0 else {
      return [
        "Annual: of \(count.grouped) series fewer than \(WindowModel.Step.leastSeries) are long enough to "
          + "measure, so the prior for trade stands (\(prior.seriesCount.grouped) series)."
      ]
    }
    let measures = losses.map { "\($0.name) \(NumberText.fixed($0.loss, digits: 3))" }
    var text =
      "Annual: the last values of \(measured.grouped) of \(count.grouped) series were held back. "
      + "Loss, where 1 is that of the last value: \(measures.joined(separator: ", "))."
    text += " \(isOwnUsed ? "The file's own regressions and the" : "The") prior "
    text += "\(prior.name) (\(prior.seriesCount.grouped) series)"
    text += isOwnUsed ? " count alike" : " is taken"
    return [
      text
        + (knowledge.companions.areNone
          ? "; the mean of other methods, which made it no better, has no part."
          : "; the mean of \(knowledge.companions.names) has "
            + "\(NumberText.percentage(knowledge.companions.share)) % of the point forecast.")
    ]
  }

  private var isOwnUsed: Bool { knowledge.sources.count > 1 }
}

extension SeasonalChoice {
  /// The members for a file, and where their width comes from.
  fileprivate var choice: String {
    let names = members.map(\.name).listed
    let source =
      measured > 0
      ? "widths learned from the last values of \(measured.grouped) series"
      : "the widths that come with the program, as too few series are long enough to learn them"
    return "With a season: the mean of \(names), each with the same weight, and \(source)."
  }
}

extension Combination {
  /// The members that have a part in one series, their weights, what was left out and why, and how
  /// much wider the intervals are.
  public func choices(for history: History, horizon: Int = 1) -> [String] {
    guard let shares = try? fit(history).shares else { return [] }
    let parts = shares.map { share in
      "\(share.method) \(NumberText.fixed(100 * share.weight, digits: 0)) %"
    }
    var sentences = ["Weights: \(parts.listed)."]
    for member in members where !shares.contains(where: { $0.method == member.name }) {
      let why =
        history.count < member.leastCount
        ? "it needs \(member.leastCount) values" : "it cannot answer for this series"
      sentences.append("Left out: \(member.name), \(why).")
    }
    let used = Array(widths.prefix(horizon))
    if used.contains(where: { $0 != 1 }), let least = used.min(), let most = used.max() {
      let (low, high) = (NumberText.fixed(least, digits: 2), NumberText.fixed(most, digits: 2))
      sentences.append(
        "The intervals are \(low == high ? low : "\(low) to \(high)") times as wide as the members' "
          + "mean.")
    }
    return sentences
  }
}

extension [String] {
  /// `a, b and c`.
  fileprivate var listed: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Int {
  /// With thousands grouped.
  fileprivate var grouped: String { NumberText.fixed(Double(self), digits: 0) }
  /// `a single value`, `7 values`.
  fileprivate var values: String { self == 1 ? "a single value" : "\(grouped) values" }
}
