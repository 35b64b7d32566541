import TradeSeries

extension Mirror {
  /// Exports and imports of two countries as a ledger has them, each chosen by its rule.
  ///
  /// Scores are learned from all flows between single countries in the ledger. Throws where no
  /// flow of the two is counted by both sides.
  public init(
    _ ledger: Ledger, between one: String, and other: String, from: Period? = nil,
    until: Period? = nil, asOf date: PublicationDate? = nil, freight: FreightRate = .usual
  ) throws(MirrorError) {
    let ledger = ledger.asOf(date)
    let pairs = Set(
      ledger.entries.filter { $0.flow == .export || $0.flow == .import }.map { entry in
        entry.flow == .export ? [entry.reporter, entry.partner] : [entry.partner, entry.reporter]
      }
    ).filter { Set($0).isDisjoint(with: ["WLD", "EAEU"]) }
    var all: [MirrorFlow] = []
    for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      all += try ledger.mirrorFlows(from: pair[0], to: pair[1])
    }
    let asked = all.filter { flow in
      Set([flow.exporter, flow.importer]) == [one, other]
        && from.map { flow.period >= $0 } ?? true && until.map { flow.period <= $0 } ?? true
    }
    guard asked.contains(where: { $0.export != nil && $0.import != nil }) else {
      throw .noMirror("\(one) and \(other)")
    }
    self.init(asked, among: all, freight: freight)
  }
}

extension Ledger {
  /// Every year of which one of the two has a figure.
  fileprivate func mirrorFlows(
    from exporter: String, to importer: String
  ) throws(MirrorError) -> [MirrorFlow] {
    let exports = try figures(reporter: exporter, partner: importer, flow: .export)
    let imports = try figures(reporter: importer, partner: exporter, flow: .import)
    let unit = exports.first?.value.unit ?? imports.first?.value.unit
    return Set(exports.keys).union(imports.keys).sorted().map { period in
      MirrorFlow(
        exporter: exporter, importer: importer, period: period, export: exports[period],
        import: imports[period].flatMap { figure in unit.map { figure.converted(to: $0) } })
    }
  }

  private func figures(
    reporter: String, partner: String, flow: Flow
  ) throws(MirrorError) -> [Period: Figure] {
    do throws(SeriesError) {
      let selection = try selection(
        reporter: reporter, partner: partner, flow: flow, name: flow.rawValue)
      return Dictionary(
        uniqueKeysWithValues: selection.choices.map { ($0.period, $0.figure) })
    } catch .noSelection {
      return [:]
    } catch {
      throw .series(error)
    }
  }
}
