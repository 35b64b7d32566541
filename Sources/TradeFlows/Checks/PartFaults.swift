import TradeTables

extension FlowCheck {
  /// Parts that do not add up to the total beside them.
  ///
  /// Rounding to the last digit of each part is allowed for, and one per cent where parts are fewer
  /// than the total: what is confidential or too small is often left out.
  static let partFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    rows.byTrade { $0.level.details.isEmpty }.flatMap { _, rows in commodityParts(rows) }
      + partnerParts(rows)
  }

  /// Each code against those that begin with it on the next level that the trade has.
  private static func commodityParts(_ rows: [CheckedRows.Row]) -> [Fault] {
    let levels = Set(rows.map(\.level.commodity)).filter { $0 != .none && $0 != .group }.sorted()
    return zip(levels, levels.dropFirst()).flatMap { wide, narrow -> [Fault] in
      let parts = rows.filter { $0.level.commodity == narrow }
      let digits = wide.digits ?? 0
      let sums = Dictionary(grouping: parts) { String($0.code.prefix(digits)) }
      return rows.filter { $0.level.commodity == wide }.compactMap { total in
        let key = wide == .total ? "" : total.code
        guard let own = sums[key] else { return nil }
        return fault(total, own, "\(own.count) codes of \(narrow.name)")
      }
    }
  }

  private static func partnerParts(_ rows: CheckedRows) -> [Fault] {
    let plain = rows.all.filter { $0.level.details.isEmpty && $0.level.partner != .group }
    let groups = Dictionary(grouping: plain) { row in
      PartKey(trade: row.trade.withoutPartner, code: row.code)
    }
    return groups.sorted {
      $0.key.trade < $1.key.trade || $0.key.trade == $1.key.trade && $0.key.code < $1.key.code
    }
    .compactMap { _, rows in
      let parts = rows.filter { $0.level.partner == .country }
      guard let world = rows.first(where: { $0.level.partner == .world }), parts.count > 1 else {
        return nil
      }
      return fault(world, parts, "\(parts.count) partners")
    }
  }

  private struct PartKey: Hashable {
    let trade: CheckedRows.Trade
    let code: String
  }

  private static func fault(
    _ total: CheckedRows.Row, _ parts: [CheckedRows.Row], _ what: String
  ) -> Fault? {
    guard let value = total.value, parts.allSatisfy({ $0.value != nil }) else { return nil }
    let sum = parts.reduce(0) { $0 + ($1.value ?? 0) }
    let difference = sum - value
    let rounding = 0.5 * Double(parts.count + 1) + 1e-9 * abs(value)
    guard abs(difference) > rounding, difference > 0 || -difference > 0.01 * abs(value) else {
      return nil
    }
    let share = value == 0 ? "" : " (\(NumberText.fixed(100 * difference / value, digits: 1)) %)"
    let code = total.code.isEmpty ? "" : ", code \(total.code)"
    return Fault(
      severity: difference > 0 ? .error : .warning, kind: "parts and total", place: total.first,
      what: "\(total.trade)\(code): \(what) add up to \(NumberText.fixed(sum, digits: 0)), "
        + "\(NumberText.fixed(abs(difference), digits: 0))\(share) "
        + "\(difference > 0 ? "more" : "less") than \(NumberText.fixed(value, digits: 0))",
      advice: difference > 0
        ? "parts cannot be more than their total: see whether one stands twice"
        : "the rest is not given by part; take the total")
  }
}
