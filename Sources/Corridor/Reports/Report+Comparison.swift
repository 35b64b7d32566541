extension Report {
  /// Categories of one total in two periods.
  public static func comparison(
    _ comparison: Comparison, title: String, notes: [String] = []
  ) -> Report {
    let unit = comparison.unit.description
    let charts = [
      comparison.barChart(title, name: "categories"), comparison.slopeChart(title, name: "shares"),
    ].compactMap { $0.map { Block.chart($0.asIllustration) } }
    return Report(
      unit.isEmpty ? title : "\(title), \(unit)",
      charts + comparisonBlocks(comparison, notes: notes))
  }

  static func comparisonBlocks(_ comparison: Comparison, notes: [String] = []) -> [Block] {
    [.table("compare", comparison.printedTable), .notes(comparison.sentences + notes)]
  }
}

extension Comparison {
  /// The table of the comparison; print leaves out codes that only repeat the categories.
  var printedTable: Table {
    // HS and SITC codes are digits; a code that is a word says what the category says.
    let showsCodes = rows.contains { $0.code.first?.isNumber ?? false && $0.code.count <= 8 }
    return Table(
      table.columns.map { column in
        column.name == "code" && !showsCodes
          ? Column(column.name, column.values, isHidden: true) : column
      })
  }

  var sentences: [String] {
    var notes = [
      "Contributions are percentage points of the total's growth and add up to it; shares are those of "
        + "\(to), and their change is since \(from)."
    ]
    if !new.isEmpty { notes.append("New in \(to): \(new.map(\.name).joined(separator: ", ")).") }
    if !gone.isEmpty {
      notes.append("No longer there in \(to): \(gone.map(\.name).joined(separator: ", ")).")
    }
    return notes
  }
}
