import Glibc
import TradeSeries
import TradeTables

/// How far a country's figures lie from those of its partners.
///
///     score = median of |ln (imports / (1 + c) / exports)|
///
/// over all flows of the country, as exporter and as importer, with all partners and in all periods
/// that both sides publish; c is the share of freight and insurance. 0 is perfect agreement; 0.7 is
/// figures that differ by a factor of two. It does not tell which side errs: with many partners
/// their errors are as often one way as the other, with a single one both have the same score.
///
/// Reference: Gaulier & Zignago, *BACI: International Trade Database at the Product-Level* (CEPII
/// working paper 2010-23), section 2.4, where a weighted analysis of variance stands for the median.
public struct Reliability: Sendable, Equatable {
  /// The country, by ISO 3166 alpha-3 code.
  public let reporter: String
  /// The median absolute gap of logarithms.
  public let score: Double
  /// How many flows it is the median of.
  public let flowCount: Int
  /// With how many partners.
  public let partnerCount: Int
}

extension Reliability {
  /// The score of every country that shares a flow above zero with another, in order of codes.
  static func scores(_ flows: [MirrorFlow], freight: FreightRate) -> [String: Reliability] {
    var gaps: [String: [(partner: String, size: Double)]] = [:]
    for flow in flows {
      guard let ratio = flow.plainRatio else { continue }
      let size = abs(log(ratio / (1 + freight.rate(of: flow))))
      gaps[flow.exporter, default: []].append((flow.importer, size))
      gaps[flow.importer, default: []].append((flow.exporter, size))
    }
    return Dictionary(
      uniqueKeysWithValues: gaps.map { reporter, gaps in
        let score = gaps.map(\.size).median
        return (
          reporter,
          Reliability(
            reporter: reporter, score: score, flowCount: gaps.count,
            partnerCount: Set(gaps.map(\.partner)).count)
        )
      })
  }
}

extension [Reliability] {
  /// `reporter,name,score,flows,partners`, the most reliable first.
  public var table: Table {
    let ordered = sorted { ($0.score, $0.reporter) < ($1.score, $1.reporter) }
    return Table(
      .text("reporter", ordered.map(\.reporter), heading: "Code"),
      .text("name", ordered.map { Country.name($0.reporter) }, heading: "Reporter"),
      .number("score", ordered.map(\.score), heading: "Score", style: .decimal(3)),
      .number("flows", ordered.map { Double($0.flowCount) }, heading: "Flows"),
      .number("partners", ordered.map { Double($0.partnerCount) }, heading: "Partners"))
  }
}
