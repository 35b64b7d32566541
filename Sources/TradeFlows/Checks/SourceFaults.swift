import TradeSeries
import TradeTables

extension FlowCheck {
  /// Codes of several revisions of a classification in one file.
  static let classificationFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    let named = rows.all.filter { !$0.classification.isEmpty }
    let groups = Dictionary(grouping: named, by: \.classification).sorted { $0.key < $1.key }
    guard groups.count > 1, let first = groups.first?.value.first else { return [] }
    let parts = groups.map { name, rows in
      let periods = rows.map(\.period)
      let (from, until) = (periods.min().map { "\($0)" } ?? "", periods.max().map { "\($0)" } ?? "")
      return "\(name) \(from == until ? from : "\(from)–\(until)")"
    }
    return [
      Fault(
        severity: .warning, kind: "classification", place: first.first,
        what: "codes of \(groups.count) editions: \(parts.joined(separator: ", "))",
        advice: "compare chapters rather than headings across editions")
    ]
  }

  /// What one side imports against what the other says it exported.
  ///
  /// Transport and insurance make imports dearer by a few per cent to a fifth; threefold either way
  /// cannot be that.
  static let mirrorFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    let plain = rows.all.filter { $0.level.details.isEmpty && ($0.value ?? 0) >= 1000 }
    let exports = Dictionary(
      plain.filter { $0.flow == Flow.export.rawValue }.map { (Mirror($0), $0) },
      uniquingKeysWith: { first, _ in first })
    return plain.filter { $0.flow == Flow.import.rawValue }.compactMap { row in
      guard let other = exports[Mirror(turned: row)], let own = row.value, let theirs = other.value
      else { return nil }
      let ratio = own / theirs
      guard ratio > 3 || ratio < 1 / 3.0 else { return nil }
      let code = row.code.isEmpty ? "" : ", code \(row.code)"
      return Fault(
        severity: .warning, kind: "mirror", place: row.first,
        what: "\(row.trade)\(code): \(NumberText.significant(ratio, digits: 3)) times the exports "
          + "that the other side counts in line \(other.first.line)",
        advice:
          "see corridor help mirror: one side names the country of origin, the other the next "
          + "port")
    }
  }

  private struct Mirror: Hashable {
    let period: Period
    let exporter: String
    let importer: String
    let code: String

    init(_ row: CheckedRows.Row) {
      (period, exporter, importer, code) = (row.period, row.reporter, row.partner, row.code)
    }

    init(turned row: CheckedRows.Row) {
      (period, exporter, importer, code) = (row.period, row.partner, row.reporter, row.code)
    }
  }

  /// Countries that are none that is known.
  static let countryFaults: @Sendable (CheckedRows) -> [Fault] = { rows in
    let unknown = rows.all.filter(\.level.isUnmatched)
    guard let first = unknown.first else { return [] }
    let all = rows.all.reduce(0) { $0 + abs($1.value ?? 0) }
    let share = unknown.reduce(0) { $0 + abs($1.value ?? 0) } / max(all, .leastNormalMagnitude)
    return [
      Fault(
        severity: share > 0.01 ? .error : .note, kind: "countries", place: first.first,
        what: "\(rows.unmatchedNames.count) unknown, with "
          + "\(NumberText.fixed(100 * share, digits: 2)) % of the value: "
          + Suggestion.list(rows.unmatchedNames),
        advice: "corridor codes NAME finds the code of a country")
    ]
  }
}
