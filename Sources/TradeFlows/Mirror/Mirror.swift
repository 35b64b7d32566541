import Glibc
import TradeSeries
import TradeTables

/// Both sides' figures of flows: how far apart they are, what freight could explain, and one series
/// out of two.
///
///     gap          imports − exports          ratio        imports / exports
///     explained    c · exports                unexplained  imports − (1 + c) · exports
///     reconciled   exports^w · (imports / (1 + c))^(1 − w)
///     w            score[importer]² / (score[exporter]² + score[importer]²)
///
/// The reconciled figure is free on board, a geometric mean in which each side weighs as the inverse
/// of its squared score (`Reliability`): as logarithms the mean of least variance, if scores are
/// errors. A flow that one side alone counts takes that side's, marked as the partner's where it is
/// the importer's. Bounds stay bounds.
///
///     let mirror = try Mirror(
///       .builtIn(), between: "KAZ", and: "VNM", freight: .given(0.06))
///
/// Reference: Gaulier & Zignago, *BACI: International Trade Database at the Product-Level* (CEPII
/// working paper 2010-23), section 2; there values are averaged and not their logarithms, and the
/// rate of freight is estimated for each product.
public struct Mirror: Sendable {
  /// The flows that were asked for, by exporter, importer and period.
  public let flows: [MirrorFlow]
  /// The share of freight and insurance in the value of imports.
  public let freight: FreightRate
  /// The score of each country, learned from all flows there are and not only those asked for.
  public let reliabilities: [String: Reliability]
  /// What is to be said of the files.
  public internal(set) var remarks: [String] = []

  /// Sets flows beside each other; scores are learned from `all`, which may be more.
  public init(_ flows: [MirrorFlow], among all: [MirrorFlow], freight: FreightRate = .usual) {
    self.flows = flows.sorted {
      ($0.exporter, $0.importer, $0.period) < ($1.exporter, $1.importer, $1.period)
    }
    self.freight = freight
    reliabilities = Reliability.scores(all, freight: freight)
  }
}

// MARK: - One flow

extension Mirror {
  /// What freight and insurance could add to the exporter's figure.
  public func explained(_ flow: MirrorFlow) -> Figure? {
    let rate = freight.rate(of: flow)
    return rate > 0 ? flow.export?.scaled(by: rate) : nil
  }

  /// What the importer counts beyond the exporter's figure with freight; below zero where it counts
  /// less.
  public func unexplained(_ flow: MirrorFlow) -> Figure? {
    guard let export = flow.export, let imports = flow.import else { return nil }
    return imports - export.scaled(by: 1 + freight.rate(of: flow))
  }

  /// How much the exporter's figure weighs in the reconciled one, from 0 to 1; one half where the
  /// scores are not known.
  public func weight(_ flow: MirrorFlow) -> Double {
    guard let exporter = reliabilities[flow.exporter]?.score,
      let importer = reliabilities[flow.importer]?.score, exporter + importer > 0
    else { return 0.5 }
    let ratio = exporter / max(importer, .leastNormalMagnitude)
    return 1 / (1 + ratio * ratio)
  }

  /// One figure out of two, free on board.
  ///
  /// `nil` where neither side has one, or one of the two is zero, which no geometric mean can use.
  public func reconciled(_ flow: MirrorFlow) -> Figure? {
    let atBorder = flow.import?.scaled(by: 1 / (1 + freight.rate(of: flow)), .estimated)
    guard let export = flow.export else { return atBorder?.asMirror }
    guard let atBorder else { return export }
    guard export.upper > 0, atBorder.upper > 0 else { return nil }
    let mean = export.geometricMean(with: atBorder, weight: weight(flow))
    return mean.value == nil ? nil : mean
  }
}

// MARK: - Table

extension Mirror: TableConvertible {
  /// `exporter,importer,period,export,export_qualifier,import,import_qualifier,gap,gap_qualifier,
  /// ratio,ratio_qualifier,rate,explained,explained_qualifier,unexplained,unexplained_qualifier,
  /// weight,reconciled,reconciled_qualifier`, a row for each flow.
  public var table: Table {
    Table(
      [
        .text("exporter", flows.map(\.exporter), heading: "From"),
        .text("importer", flows.map(\.importer), heading: "To"),
        .text("period", flows.map(\.period.description), heading: "Period"),
      ]
        + Self.columns("export", "Exports", flows.map(\.export))
        + Self.columns("import", "Imports", flows.map(\.import))
        + Self.columns("gap", "Gap", flows.map(\.gap), .signed(1))
        + Self.columns("ratio", "Ratio", flows.map(\.ratio), .decimal(2))
        + [.number("rate", flows.map { freight.rate(of: $0) }, isHidden: true)]
        + Self.columns("explained", "Freight", flows.map(explained))
        + Self.columns("unexplained", "Beyond", flows.map(unexplained), .signed(1), isHidden: true)
        + [.number("weight", flows.map(weight), isHidden: true)]
        + Self.columns("reconciled", "Reconciled", flows.map(reconciled)))
  }

  private static func columns(
    _ name: String, _ heading: String, _ figures: [Figure?], _ style: Column.Style = .decimal(1),
    isHidden: Bool = false
  ) -> [Column] {
    [
      .number(
        name, figures.map { $0?.value }, heading: heading, style: style,
        mark: "\(name)_qualifier", isHidden: isHidden),
      .qualifiers("\(name)_qualifier", figures.map { $0?.qualifier }),
    ]
  }
}
