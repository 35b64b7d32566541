import Glibc

/// Both sides' figures, where publishers differ, what happened, and how the numbers were made.
extension BilateralReport {
  var mirrorBlocks: [Report.Block] {
    guard let mirror = data.mirror else { return [] }
    return [.chart(mirror.chart.asIllustration)].filter { _ in mirror.hasBothSides } + [
      .table("mirror", mirror.table), .notes(mirror.sentences),
    ]
  }

  var disagreementBlocks: [Report.Block] {
    guard !data.disagreements.isEmpty else { return [] }
    return [
      .table("disagreements", data.disagreements.table),
      .notes([
        "Lowest and highest turnover that either side published for the year, where they differ by "
          + "5 % or more. Each side counts in its own way: country of origin or of dispatch, time of "
          + "crossing, prices at the border of one or the other."
      ]),
    ]
  }

  var eventBlocks: [Report.Block] {
    guard !data.events.isEmpty else { return [] }
    return [
      .table(
        "events",
        Table(
          .text("date", data.events.map(\.date), heading: "Date"),
          .text("event", data.events.map(\.text), heading: "Event"),
          .text("publisher", data.events.map(\.publisher), isHidden: true),
          .text("address", data.events.map(\.address), isHidden: true)))
    ]
  }

  /// How each kind of number comes about.
  var methodNotes: [String] {
    var notes = [
      "Growth is the change over the figure before; with a bound (> or <) it is a bound, too. Across "
        + "a gap there is none.",
      "The forecast is the median of its distribution; intervals are its quantiles, never below zero.",
    ]
    if !data.goods.isEmpty {
      notes.append("Contribution: the change of a category over the total of the first period.")
    }
    if data.mirror != nil {
      notes.append("Exports are valued free on board, imports with insurance and freight.")
    }
    return notes
  }
}

/// x to the power of y.
func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
