extension Report {
  /// An index with its definition, and why it has no value where it has none.
  ///
  /// What is the same in all rows, such as the reporter, stands above the table.
  public static func index(_ index: TradeIndex, _ table: Table, unit: String) -> Report {
    let hasAmounts = table.columns.contains { $0.style == .decimal(1) || $0.style == .signed(1) }
    let (common, shown) = table.withoutCommonKeys
    let words = common + (hasAmounts ? [unit] : [])
    return Report(
      index.title.prefix(1).uppercased() + index.title.dropFirst(),
      .text(words.joined(separator: ", ")),
      .table("index", shown),
      .notes(
        table.reasons + [
          "Formula: \(index.formula).", "Range: \(index.range).", "Source: \(index.source).",
        ]))
  }
}

extension Table {
  /// What all rows have in common of reporter and time, and the table that prints without it.
  fileprivate var withoutCommonKeys: (common: [String], table: Table) {
    func common(_ name: String) -> String? {
      guard let cells = try? texts(name), let first = cells.first, let first,
        cells.allSatisfy({ $0 == first })
      else { return nil }
      return first
    }
    let reporter = common("reporter")
    var hidden = reporter == nil ? [] : ["reporter"]
    var words = reporter.map { [Country.name($0)] } ?? []
    if let from = common("from"), let to = common("to") {
      hidden += ["from", "to"]
      words.append("\(from) to \(to)")
    }
    let columns = columns.map { column in
      hidden.contains(column.name)
        ? Column(column.name, column.values, heading: column.heading, isHidden: true) : column
    }
    return (words, Table(columns))
  }

  /// The reasons of missing values, each with the number of its rows.
  fileprivate var reasons: [String] {
    guard let cells = try? texts("reason") else { return [] }
    var counts: [(reason: String, count: Int)] = []
    for case let cell? in cells where !cell.isEmpty {
      if let place = counts.firstIndex(where: { $0.reason == cell }) {
        counts[place].count += 1
      } else {
        counts.append((cell, 1))
      }
    }
    return counts.prefix(5).map { reason, count in
      "No value in \(count) \(count == 1 ? "row" : "rows"): \(reason)."
    } + (counts.count > 5 ? ["\(counts.count - 5) more reasons in the CSV output."] : [])
  }
}
