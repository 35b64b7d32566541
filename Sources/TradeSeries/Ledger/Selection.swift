extension Ledger {
  /// A series with the choice behind each of its figures.
  public struct Selection: Sendable {
    /// Its notes say where exports and imports were added, which years are disputed, and so on.
    public let series: Series
    /// One for each period with a figure, earliest first; a gap has none.
    public let choices: [Choice]

    init(_ series: Series, choices: [Choice]) {
      var series = series
      series.notes = Self.notes(on: series, choices)
      self.series = series
      self.choices = choices
    }
  }
}

extension Ledger.Selection {
  /// The part from one period to another, with the choices behind it.
  public func from(_ first: Period?, until last: Period?) throws(SeriesError) -> Ledger.Selection {
    let part = try series.from(first, until: last)
    return Ledger.Selection(
      part, choices: choices.filter { $0.period >= part.start && $0.period <= part.end })
  }

  /// How the series came about: sums, mirror figures, disputes and gaps, a sentence each.
  private static func notes(on series: Series, _ choices: [Ledger.Choice]) -> [String] {
    var notes: [String] = []
    let sums = choices.filter { $0.entries.count > 1 }.map(\.period)
    if !sums.isEmpty {
      notes.append("\(sums.ranges): exports and imports added, no turnover being published.")
    }
    let mirrors = choices.filter(\.isMirror).map(\.period)
    if !mirrors.isEmpty { notes.append("\(mirrors.ranges): the partner's figure.") }
    let disputed = choices.filter(\.isDisputed).map(\.period)
    if !disputed.isEmpty {
      notes.append(
        "\(disputed.ranges): disputed; publications of the same date give different figures.")
    }
    if !series.gaps.isEmpty {
      notes.append("\(series.gaps.ranges): no figure was published; the gap stays.")
    }
    return notes
  }
}

extension [Period] {
  /// Runs of neighbours as ranges: `1995–2012, 2016`.
  package var ranges: String {
    var runs: [(first: Period, last: Period)] = []
    for period in self {
      if let run = runs.last, run.last.advanced(by: 1) == period {
        runs[runs.count - 1].last = period
      } else {
        runs.append((period, period))
      }
    }
    return
      runs
      .map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }
      .joined(separator: ", ")
  }
}
