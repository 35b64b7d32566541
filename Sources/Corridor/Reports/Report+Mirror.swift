import Glibc
import TradeFlows
import TradeReport
import TradeSeries
import TradeTables

extension Report {
  /// Both sides' figures with what they say together; or, with `isScores`, the score of every
  /// reporter.
  public static func mirror(_ mirror: Mirror, title: String, isScores: Bool = false) -> Report {
    let table = isScores ? Array(mirror.reliabilities.values).table : mirror.table
    let chart: [Block] =
      isScores || !mirror.hasBothSides ? [] : [.chart(mirror.chart.asIllustration)]
    var report = Report(
      title,
      chart + [
        .table(isScores ? "reliability" : "mirror", table),
        .notes(isScores ? [mirror.scoreRule] : mirror.sentences),
      ])
    report.remarks = mirror.remarks
    return report
  }
}

extension Mirror {
  /// What the figures say, a sentence each.
  var sentences: [String] {
    pairSentences + [freightSentence] + reconciliationSentences
  }

  /// For up to four directions, how far apart the two sides are.
  private var pairSentences: [String] {
    var directions: [[String]] = []
    for flow in flows where directions.last != [flow.exporter, flow.importer] {
      directions.append([flow.exporter, flow.importer])
    }
    guard directions.count <= 4 else { return [] }
    return directions.compactMap { pair in
      let both = flows.filter {
        [$0.exporter, $0.importer] == pair && $0.ratio.map { !$0.isBound } ?? false
      }
      let ratios = both.compactMap { $0.ratio?.value }.sorted()
      guard let least = ratios.first, let most = ratios.last else { return nil }
      let more = ratios.count { $0 > 1 }
      return
        "\(pair[0]) to \(pair[1]), both sides known in \(both.map(\.period).ranges): the importer "
        + "counts more in \(more) of \(ratios.count); imports over exports "
        + "\(NumberText.fixed(least, digits: 2)) to \(NumberText.fixed(most, digits: 2)), median "
        + "\(NumberText.fixed(ratios.median, digits: 2))."
    }
  }

  private var freightSentence: String {
    switch freight {
    case .given(let rate):
      return "Freight: what transport and insurance of \(NumberText.percentage(rate)) % of exports "
        + "could explain of the gap; imports are valued with them (CIF), exports without (FOB)."
    case .learned(_, let slope, let count, _):
      let doubling = 100 * (pow(2, slope) - 1)
      return "Freight: learned from \(count) flows by distance; twice the distance adds "
        + "\(NumberText.fixed(doubling, digits: 1)) % to imports over exports. What else grows with "
        + "distance is in it."
    }
  }

  private var reconciliationSentences: [String] {
    let countries = Set(flows.flatMap { [$0.exporter, $0.importer] })
    let scores = countries.sorted().compactMap { reliabilities[$0] }
    guard !scores.isEmpty, scores.count <= 4 else { return [scoreRule] }
    let list = scores.map { score in
      "\(score.reporter) \(NumberText.fixed(score.score, digits: 2)) (\(score.flowCount) flows, "
        + "\(score.partnerCount) partner\(score.partnerCount == 1 ? "" : "s"))"
    }
    var text =
      "Reconciled: exports^w (imports / (1 + freight))^(1 - w), free on board; each side weighs as "
      + "1 / score^2. Scores, the median gap of logarithms with all partners: "
      + list.joined(separator: ", ") + "."
    if scores.allSatisfy({ $0.partnerCount == 1 }) {
      text += " From one pair alone both are equal: neither side is known to err more."
    }
    return [text]
  }

  fileprivate var scoreRule: String {
    "Score: the median of |ln (imports / (1 + freight) / exports)| over all flows of a reporter that "
      + "both sides count; 0 is agreement, 0.7 a factor of two. It does not tell which side errs."
  }
}
