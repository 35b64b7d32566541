import TradeReport
import TradeSeries
import TradeTables

extension Report {
  /// How figures changed with the date of publication: all years, or the publications of one.
  ///
  /// `nil` where the year has no figure.
  public static func revisions(_ revisions: Revisions, year: Period? = nil) -> Report? {
    let title = "Revisions, \(revisions.name)"
    guard let year else {
      return Report(
        "\(title), \(revisions.unit)",
        (revisions.chart.map { [.chart($0.asIllustration)] } ?? []) + [
          .table("revisions", revisions.table), .notes(revisions.sentences),
        ])
    }
    guard let revision = revisions.periods.first(where: { $0.period == year }) else { return nil }
    return Report(
      "\(title), \(year), \(revisions.unit)", .table("publications", revision.table),
      .notes([revision.sentence]))
  }
}

extension Revisions {
  /// How many years were published more than once, and how many figures changed.
  var sentences: [String] {
    let several = periods.filter { $0.publications.count > 1 }
    let revised = periods.filter(\.isRevised)
    var sentences = [
      "\(periods.count) periods have a figure, \(several.count) of them from several publications, "
        + "and \(revised.count) changed with a later one."
    ]
    let undated = periods.filter { $0.publications.contains { $0.published == nil } }
    if !undated.isEmpty {
      sentences.append(
        "\(undated.map(\.period).ranges): publications without a date tell no vintage.")
    }
    return sentences
  }
}

extension Revisions.Revision {
  /// The first and the last figure of the year, and by how much they differ.
  var sentence: String {
    guard let first, let last else { return "No publication of \(period) has a date." }
    guard isRevised else {
      return "The series has taken \(first.figure.shortText) since \(first.date); no later "
        + "publication changed it."
    }
    let change = change?.value.map { NumberText.fixed($0, digits: 1) } ?? "an unknown amount"
    return "From \(first.figure.shortText) (\(first.date)) to \(last.figure.shortText) "
      + "(\(last.date)): a change of \(change), \(rate?.percentText ?? "")."
  }
}
