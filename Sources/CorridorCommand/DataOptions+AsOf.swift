import Corridor

/// `--as-of` of a file: its column `published` says when each figure was published.
extension DataOptions {
  /// The rows of a file that were known on the day of `--as-of`; all without it.
  ///
  /// Of several rows on one period of one series the latest publication counts, and it stands where
  /// the period first does. Rows of which none is certainly the later all stay, for
  /// whoever reads them to refuse.
  func known(_ table: Table) throws -> Table {
    guard let date else { return table }
    let dates = try publicationDates(in: table)
    let names = by + [time ?? SeriesReader.timeColumn(in: table)].compactMap { $0 }
    let keys = try names.map { try table.texts($0) }
    var places: [[String?]: Int] = [:]
    var rows: [Int] = []
    for (row, published) in dates.enumerated() {
      guard let published, published.isWithin(date) else { continue }
      let key = keys.map { $0[row] }
      if let place = places[key], let other = dates[rows[place]] {
        if published.isLater(than: other) {
          rows[place] = row
          continue
        }
        if other.isLater(than: published) { continue }
      }
      places[key] = rows.count
      rows.append(row)
    }
    guard !rows.isEmpty else { throw SeriesError.empty("\(name) as of \(date)") }
    said.add(["\(name): \(rows.count) of \(table.rowCount) rows as of \(date)"])
    return Table(
      table.columns.map { $0.selecting(rows) },
      origin: table.origin.map { origin in
        Table.Origin(file: origin.file, lines: rows.map { origin.lines[$0] })
      })
  }

  private func publicationDates(in table: Table) throws -> [PublicationDate?] {
    guard let days = try? table.texts("published") else {
      throw undated("has no column 'published'")
    }
    return try days.enumerated().map { row, text in
      guard let text = text?.trimmed, !text.isEmpty else { return nil }
      guard let date = PublicationDate(text) else {
        throw SeriesError.unknownWord(
          text, among: ["2019", "2019-02", "2019-02-27"],
          at: table.place(row: row, column: "published"))
      }
      return date
    }
  }

  /// Why a file cannot be seen as of a date.
  func undated(_ reason: String) -> UsageError {
    UsageError(
      "--as-of takes what had been published by a day, and \(name) \(reason); the built-in sets have "
        + "their dates: corridor list")
  }
}
