import TradeSeries

extension FlowFiles {
  /// Both sides' figures in files of trade flows.
  ///
  /// All countries and periods of the files are read, as the scores need them; the reporters,
  /// partners and periods of the query choose the flows that are shown, whichever side of a flow a
  /// country stands on. Values are in millions where most are that large. Flows of one
  /// side alone are shown where both are named. Without a rate of freight it is learned from
  /// `distances`. Throws where no flow is counted by both sides.
  public func mirror(
    _ query: FlowQuery, freight: FreightRate = .usual, distances: Distances? = nil
  ) throws(MirrorError) -> Mirror {
    var all = query
    all.by = [.period, .reporter, .partner, .flow]
    (all.reporters, all.partners, all.flows) = (nil, nil, [.export, .import])
    (all.from, all.until) = (nil, nil)
    let totals: FlowTotals
    do throws(FlowError) { totals = try self.totals(all) } catch { throw .flows(error) }
    let flows = totals.mirrorFlows
    let asked = flows.filter { flow in
      query.isAsked(flow) && (query.from.map { flow.period >= $0 } ?? true)
        && (query.until.map { flow.period <= $0 } ?? true)
        && ((query.reporters != nil && query.partners != nil)
          || (flow.export != nil && flow.import != nil))
    }
    guard asked.contains(where: { $0.export != nil && $0.import != nil }) else {
      throw .noMirror(paths.joined(separator: ", "))
    }
    let both = flows.filter { $0.export != nil && $0.import != nil }
    guard both.count < 3 || both.contains(where: { $0.export != $0.import }) else {
      throw .oneFigure(paths.joined(separator: ", "))
    }
    var rate = freight
    if let distances { rate = try FreightRate(from: flows, distances: distances) }
    var mirror = Mirror(asked, among: flows, freight: rate)
    mirror.remarks = totals.remarks
    return mirror
  }
}

extension FlowQuery {
  /// Whether the reporters and partners choose a flow, on either side.
  fileprivate func isAsked(_ flow: MirrorFlow) -> Bool {
    func has(_ codes: Set<String>?, _ code: String) -> Bool { codes?.contains(code) ?? true }
    return has(reporters, flow.exporter) && has(partners, flow.importer)
      || has(reporters, flow.importer) && has(partners, flow.exporter)
  }
}

extension FlowTotals {
  /// Exports and imports set beside each other; rows of the world as a partner are no flow between
  /// two countries.
  public var mirrorFlows: [MirrorFlow] {
    struct Key: Hashable {
      let exporter: String
      let importer: String
      let period: Period
    }
    var sides: [Key: (export: Figure?, import: Figure?)] = [:]
    var order: [Key] = []
    let (own, unit) = (Unit(self.unit), usualUnit)
    for (row, value) in values.enumerated() {
      guard let value, let period = Period(keys[0][row]) else { continue }
      let (reporter, partner) = (keys[1][row], keys[2][row])
      guard reporter != "WLD", partner != "WLD", reporter != partner else { continue }
      let isExport = keys[3][row] == Flow.export.rawValue
      let key = Key(
        exporter: isExport ? reporter : partner, importer: isExport ? partner : reporter,
        period: period)
      if sides[key] == nil { order.append(key) }
      let figure = Figure(value, qualifiers[row], unit: own).converted(to: unit)
      if isExport {
        sides[key, default: (nil, nil)].export = figure
      } else {
        sides[key, default: (nil, nil)].import = figure
      }
    }
    return order.map { key in
      MirrorFlow(
        exporter: key.exporter, importer: key.importer, period: key.period,
        export: sides[key]?.export, import: sides[key]?.import)
    }
  }
}
