import TradeTables

extension FlowCheck {
  /// Rows beside their own parts: a sum over all of them would count trade twice.
  ///
  /// One fault a pair of levels, at the first trade that has both.
  static let levelFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    commodityFaults(rows) + partnerFaults(rows) + detailFaults(rows)
  }

  private static func commodityFaults(_ rows: CheckedRows) -> [Fault] {
    var seen: Set<[FlowLevel.Commodity]> = []
    return rows.byTrade().compactMap { trade, rows -> Fault? in
      let levels = Set(rows.map(\.level.commodity)).sorted()
      guard levels.count > 1, seen.insert(levels).inserted,
        let wide = rows.first(where: { $0.level.commodity == levels[0] }),
        let narrow = rows.first(where: { $0.level.commodity == levels[1] })
      else { return nil }
      return double(
        wide, narrow, "\(levels.map(\.name).joined(separator: ", ")) of \(trade)",
        "--digits " + levels.map { $0.digits.map(String.init) ?? "total" }.joined(separator: " or ")
      )
    }
  }

  private static func partnerFaults(_ rows: CheckedRows) -> [Fault] {
    let worlds = Dictionary(
      rows.all.filter { $0.level.partner == .world }.map { ($0.trade.withoutPartner, $0) },
      uniquingKeysWith: { first, _ in first })
    let single = rows.all.first {
      $0.level.partner != .world && worlds[$0.trade.withoutPartner] != nil
    }
    guard let single, let world = worlds[single.trade.withoutPartner] else { return [] }
    let partners = Set(rows.all.filter { $0.level.partner != .world }.map(\.partner)).count
    return [
      double(
        world, single, "the world beside \(partners) \(partners == 1 ? "partner" : "partners")",
        "--partners each or --partners world")
    ]
  }

  private static func detailFaults(_ rows: CheckedRows) -> [Fault] {
    FlowLevel.Detail.allCases.compactMap { detail in
      let parts = rows.all.filter { $0.level[detail] }
      guard let part = parts.first,
        let total = rows.all.first(where: { $0.trade == part.trade && !$0.level[detail] })
      else { return nil }
      return Fault(
        severity: .note, kind: "double counting", place: total.first,
        what: "\(parts.count) rows by \(detail.name) stand beside their totals, as line "
          + "\(part.first.line) does",
        advice: "totals leave the parts out")
    }
  }

  private static func double(
    _ wide: CheckedRows.Row, _ narrow: CheckedRows.Row, _ what: String, _ advice: String
  ) -> Fault {
    Fault(
      severity: .error, kind: "double counting", place: wide.first,
      what: "\(what): with line \(narrow.first.line) a sum would count trade twice", advice: advice)
  }
}

extension CheckedRows.Trade {
  var withoutPartner: CheckedRows.Trade {
    CheckedRows.Trade(period: period, reporter: reporter, partner: "", flow: flow)
  }
}

extension FlowLevel.Commodity {
  /// What messages call the level.
  var name: String {
    switch self {
    case .none, .total: "total"
    case .group: "groups"
    default: "\(digits ?? 0) digits"
    }
  }
}

extension FlowCheck {
  /// The same trade in more than one row.
  static let duplicateFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    rows.all.compactMap { row in
      guard let second = row.second, row.level.details.isEmpty else { return nil }
      let code = row.code.isEmpty ? "" : ", code \(row.code)"
      return Fault(
        severity: .error, kind: "repeated row", place: row.first,
        what: "\(row.trade)\(code) stands in \(row.rowCount) rows, again in line \(second.line)"
          + (second.file == row.first.file ? "" : " of \(second.file ?? "")"),
        advice: "keep one of them")
    }
  }
}
