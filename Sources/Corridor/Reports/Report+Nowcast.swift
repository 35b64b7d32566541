import TradeReport
import TradeSeries
import TradeTables

extension Report {
  /// A year told from its part, with what the estimate rests on.
  public static func nowcast(_ nowcast: Nowcast) -> Report {
    Report(
      "\(nowcast.year) from a part, \(nowcast.heading)", .table("nowcast", nowcast.table),
      .notes(nowcast.sentences), .notes(nowcast.notes))
  }

  /// Several nowcasts, a row each; those that have none are said beside it.
  public static func nowcasts(_ nowcasts: [Nowcast], title: String) -> Report {
    guard nowcasts.count != 1 else { return nowcast(nowcasts[0]) }
    let tables = nowcasts.map { nowcast in
      let columns = nowcast.table.columns
      return Table([.text("series", [nowcast.name], heading: "Series")] + columns.dropFirst())
    }
    return Report(title, .table("nowcast", .stacked(tables)))
  }
}

extension Nowcast {
  fileprivate var heading: String {
    let unit = figure.unit.description
    return unit.isEmpty ? name : "\(name), \(unit)"
  }

  /// Where the share comes from, how wide it may be wrong, and what came, a sentence each.
  var sentences: [String] {
    [shareSentence, widthSentence] + boundSentences
      + (outcome.map { ["Published since for \(year): \($0.shortText)."] } ?? [])
  }

  private var shareSentence: String {
    let months = part.monthsFromJanuary ?? 0
    let calendar = NumberText.fixed(100 * Double(months) / 12, digits: 1)
    guard !earlier.isEmpty else {
      return "From the calendar: in no earlier year are both the year and its first \(months) "
        + "month\(months == 1 ? "" : "s") known, so they stand for \(months) of 12 months, "
        + "\(calendar) %."
    }
    let shares = earlier.map(\.value).sorted()
    let (least, most) = (shares[0], shares[shares.count - 1])
    func percent(_ share: Double) -> String { NumberText.fixed(100 * share, digits: 1) + " %" }
    let range = shares.count == 1 ? percent(least) : "\(percent(least)) to \(percent(most))"
    return "From the share of the first \(months) month\(months == 1 ? "" : "s") in "
      + "\(earlier.map(\.year).ranges), \(range), which decide\(shares.count == 1 ? "s" : "") "
      + "\(NumberText.fixed(100 * weight, digits: 0)) % of the expected share; the calendar's "
      + "\(calendar) % decides the rest."
  }

  private var widthSentence: String {
    let count = NumberText.fixed(Double(Self.learnedSeriesCount), digits: 0)
    return "The interval is as wide as such shares were wrong in \(count) monthly series, in "
      + "proportion to how much years differ (root mean square of ln changes \(changeText))."
  }

  private var changeText: String {
    let usual = NumberText.fixed(Self.usualChange, digits: 2)
    let size = NumberText.fixed(change, digits: 2)
    return switch changeCount {
    case 0: "\(usual), which is usual in bilateral trade, as none is known"
    case 1, 2:
      "\(size), of \(changeCount) known and the \(usual) that is usual in bilateral trade"
    default: "\(size), of \(changeCount) changes"
    }
  }

  private var boundSentences: [String] {
    guard figure.isBound else { return [] }
    return [
      figure.upper == .infinity
        ? "The part is a bound, \(figure.shortText): the year has no upper end."
        : "The part is a bound, \(figure.shortText): the year has no lower end but zero."
    ]
  }
}
