import Glibc
import TradeSeries
import TradeTables

extension FlowCheck {
  /// A value a thousand times its neighbours: another unit, most likely.
  ///
  /// Compared in a series of four periods and more with the middle of the others; between 400 and
  /// 2,500 times as large or small counts.
  static let unitJumpFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    rows.bySeries.flatMap { rows -> [Fault] in
      let known = rows.filter { ($0.value ?? 0) > 0 }
      guard known.count > 3 else { return [] }
      return known.indices.compactMap { place in
        let others = known.indices.filter { $0 != place }.compactMap { known[$0].value }.sorted()
        let middle = others[others.count / 2]
        let ratio = (known[place].value ?? 0) / middle
        guard (400...2500).contains(ratio) || (400...2500).contains(1 / ratio) else { return nil }
        return Fault(
          severity: .warning, kind: "unit", place: known[place].first,
          what: "\(known[place].trade): about 1 000 times \(ratio > 1 ? "larger" : "smaller") than "
            + "in other periods",
          advice: "see whether the unit changed there")
      }
    }
  }

  /// Values per quantity far from the usual one of the commodity.
  ///
  /// Five rows and more; further from the median than a hundredfold.
  static let unitValueFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    let priced = rows.all.filter { ($0.value ?? 0) > 0 && ($0.quantity ?? 0) > 0 }
    let groups = Dictionary(grouping: priced.filter { !$0.code.isEmpty }) {
      "\($0.code) \($0.flow) \($0.quantityUnit)"
    }
    return groups.sorted { $0.key < $1.key }.flatMap { _, rows -> [Fault] in
      guard rows.count >= 5 else { return [] }
      let prices = rows.map { log(($0.value ?? 1) / ($0.quantity ?? 1)) }
      let middle = prices.sorted()[prices.count / 2]
      return zip(rows, prices).compactMap { row, price in
        guard abs(price - middle) > log(100) else { return nil }
        let unit = row.quantityUnit.isEmpty ? "unit" : row.quantityUnit
        return Fault(
          severity: .warning, kind: "unit value", place: row.first,
          what:
            "\(row.trade), code \(row.code): \(NumberText.significant(exp(price), digits: 3)) a "
            + "\(unit), where \(NumberText.significant(exp(middle), digits: 3)) is usual",
          advice: "the value or the quantity may be wrong")
      }
    }
  }

  /// One value for many partners, which no trade has by chance.
  static let repeatedValueFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    let large = rows.all.filter {
      abs($0.value ?? 0) >= 1000 && $0.level.details.isEmpty && !$0.partner.isEmpty
    }
    let groups = Dictionary(grouping: large) { row in
      "\(row.trade.withoutPartner) \(row.code) \(row.value ?? 0)"
    }
    return groups.sorted { $0.key < $1.key }.compactMap { _, rows in
      guard Set(rows.map(\.partner)).count > 3, let first = rows.first else { return nil }
      return Fault(
        severity: .warning, kind: "same value", place: first.first,
        what: "\(first.reporter), \(first.flow), \(first.period): "
          + "\(NumberText.fixed(first.value ?? 0, digits: 0)) for each of \(rows.count) partners",
        advice: "a total may stand in the place of its parts")
    }
  }

  /// Periods that a series passes over.
  static let gapFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    rows.bySeries.filter { $0.first?.code == "TOTAL" || $0.first?.code.isEmpty ?? false }
      .compactMap { rows in
        guard let first = rows.first, let last = rows.last,
          first.period.kind == last.period.kind
        else { return nil }
        let there = Set(rows.map(\.period))
        let span = last.period.index - first.period.index
        guard span > 0, span <= Series.limit else { return nil }
        let gaps = (1..<max(span, 1)).map { first.period.advanced(by: $0) }
          .filter { !there.contains($0) }
        guard !gaps.isEmpty else { return nil }
        let pair = [first.reporter, first.partner].filter { !$0.isEmpty }.joined(
          separator: " with ")
        return Fault(
          severity: .note, kind: "gap", place: first.first,
          what: "\(pair), \(first.flow): nothing for "
            + Suggestion.list(gaps.map(\.description)),
          advice: "a gap stays a gap in series and forecasts")
      }
  }
}

extension CheckedRows {
  /// Rows of one pair of countries, flow and commodity over time.
  var bySeries: [[Row]] {
    let plain = all.filter { $0.level.details.isEmpty }
    return Dictionary(grouping: plain) { row in
      [row.reporter, row.partner, row.flow, row.code]
    }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { $0.value.sorted { $0.period < $1.period } }
  }
}
