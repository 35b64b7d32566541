import TradeSeries

/// Figures that are one country's exports and the other's imports, as both see them.
struct BothSides {
  private let names: NameTable
  private let query: FlowQuery
  private let reporters: [String]
  private let partners: [String]

  init(_ names: NameTable, _ query: FlowQuery) {
    (self.names, self.query) = (names, query)
    reporters = names.names(of: .reporter)
    partners = names.names(of: .partner)
  }

  func sums(of exports: FlowSums) -> [FlowSum] {
    exports.sums.flatMap { sum -> [FlowSum] in
      let (exporter, importer) = (reporters[sum.key[.reporter]], partners[sum.key[.partner]])
      var sides: [FlowSum] = []
      if isAsked(exporter, importer, .export) { sides.append(sum) }
      if isAsked(importer, exporter, .import), let key = turned(sum.key, exporter, importer) {
        var other = sum
        other.key = key
        sides.append(other)
      }
      return sides
    }
  }

  private func isAsked(_ reporter: String, _ partner: String, _ flow: Flow) -> Bool {
    let isWorld = query.partners == ["WLD"]
    return query.reporters?.contains(reporter) ?? true
      && (isWorld || query.partners?.contains(partner) ?? true)
      && query.flows?.contains(flow) ?? true
  }

  private func turned(_ key: FlowKey, _ exporter: String, _ importer: String) -> FlowKey? {
    guard let reporter = names.number(of: importer, in: .reporter),
      let partner = names.number(of: exporter, in: .partner),
      let flow = names.number(of: Flow.import.rawValue, in: .flow)
    else { return nil }
    var level = key.level
    (level.reporter, level.partner) = (level.partner, level.reporter)
    return key.with(.reporter, reporter).with(.partner, partner).with(.flow, flow).with(level)
  }
}
