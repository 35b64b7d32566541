import TradeSeries

/// One flow of goods as both countries count it: exports of the one, imports of the other.
///
/// Exports are valued as they leave the exporter (free on board, FOB), imports as they reach the
/// importer, with freight and insurance (CIF).
public struct MirrorFlow: Sendable, Equatable {
  /// The country that the goods leave, by ISO 3166 alpha-3 code.
  public let exporter: String
  /// The country that they reach.
  public let importer: String
  /// The span of time that both figures are for.
  public let period: Period
  /// What the exporter counts; `nil` where it publishes nothing.
  public let export: Figure?
  /// What the importer counts; `nil` where it publishes nothing.
  public let `import`: Figure?

  /// A flow of two figures in one unit, of which either may be missing.
  public init(
    exporter: String, importer: String, period: Period, export: Figure?, import: Figure?
  ) {
    precondition(
      export == nil || `import` == nil || export?.unit == `import`?.unit, "figures of two units")
    self.exporter = exporter
    self.importer = importer
    self.period = period
    self.export = export
    self.import = `import`
  }

  /// What the importer counts more than the exporter; `nil` where one side is missing.
  public var gap: Figure? {
    guard let export, let `import` else { return nil }
    return `import` - export
  }

  /// Imports over exports; `nil` where one side is missing or nothing is known.
  public var ratio: Figure? {
    guard let export, let `import` else { return nil }
    let ratio = `import`.ratio(to: export)
    return ratio.value == nil ? nil : ratio
  }

  /// Imports over exports where both are above zero and no bounds: what scores are made of.
  var plainRatio: Double? {
    guard let export, let `import`, !export.isBound, !`import`.isBound, export.lower > 0,
      `import`.lower > 0
    else { return nil }
    let ratio = `import`.lower / export.lower
    return ratio > 0 && ratio < .infinity ? ratio : nil
  }
}
