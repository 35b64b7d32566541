import TradeTables

/// A table of a printed yearbook that was copied as text, as CSV: line for line, so that a line of
/// the text and its row have the same number.
///
///     TriÖu USD - Mil. USD                                    Unit,Mil. USD
///     2004 2005 2006 2007(*)                                  Yearbook,2004,2005,2006,2007 preliminary
///     XuÊt khÈu - Exports 26 485 32 447 39 826 48 561         Exports,26485,32447,39826,48561
///     (*) Figures for 2007 are preliminary.
///
/// Labels are in two languages, of which the second is taken: the letters of the first were lost,
/// as their encoding (TCVN3) shares its bytes with those of Western Europe. Where single blanks
/// stand between columns as between thousands, a row is read if it makes as many numbers as there
/// are years in one way only, or if `YearbookTrade` decides; it is refused otherwise.
package final class YearbookRows: ByteSource, @unchecked Sendable {
  /// The name of the column with the labels, which `YearbookFormat` is recognised by.
  static let labels = "Yearbook"
  /// The largest text; a table that was copied by hand is smaller.
  package static let limit = 1 << 22

  package let remarks: [String]
  private var pending = PendingBytes()

  /// Reads the text that a source holds.
  package init(_ source: any ByteSource, file: String) throws(TableError) {
    let bytes = try source.read(Self.limit)
    guard bytes.count < Self.limit else {
      throw InputFault.foreign(
        "a text of more than \(Self.limit >> 20) MiB with a line of years",
        advice: "cut it to one table"
      ).error(in: file)
    }
    let page: YearbookPage
    do throws(InputFault) {
      page = try YearbookPage(Self.lines(of: bytes))
    } catch {
      throw error.error(in: file)
    }
    remarks = source.remarks + page.remarks
    pending.bytes = Array(page.csv.utf8)
  }

  /// Whether a text has a line of years and below it labels with numbers, and no separators.
  package static func isYearbook(_ start: [UInt8]) -> Bool {
    let lines = lines(of: start).prefix(200)
    guard let place = lines.firstIndex(where: { YearbookLine.years($0) != nil }),
      let years = YearbookLine.years(lines[place])
    else { return false }
    return lines[(place + 1)...].prefix(6).contains { line in
      let row = YearbookLine(line)
      return !row.label.isEmpty && row.pieces.count >= years.count
    }
  }

  package func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    pending.move(into: buffer)
  }

  private static func lines(of bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { ["\n", "\r", "\r\n"].contains($0) }
      .map(String.init)
  }
}

/// The lines of a yearbook's page, understood.
private struct YearbookPage {
  private(set) var remarks: [String] = []
  /// One line for each of the page.
  let csv: String

  init(_ lines: [String]) throws(InputFault) {
    // `YearbookRows.isYearbook` has found it.
    let header = lines.firstIndex { YearbookLine.years($0) != nil } ?? 0
    let years = YearbookLine.years(lines[header]) ?? []
    let mark = Self.mark(in: lines[(header + 1)...])
    var written = [String](repeating: "", count: lines.count)
    if let unit = lines[..<header].last(where: { !$0.trimmed.isEmpty }) {
      let place = lines[..<header].lastIndex(of: unit) ?? 0
      written[place] = Self.line(["Unit", YearbookLine.english(unit)])
    }
    let names = years.map { $0.isMarked ? "\($0.name) \(mark)" : $0.name }
    written[header] = Self.line([YearbookRows.labels] + names)
    var rows: [YearbookTrade.Row] = []
    for (place, line) in lines.enumerated().dropFirst(header + 1) {
      let row = YearbookLine(line)
      guard !row.label.isEmpty, !row.pieces.isEmpty else { continue }
      let readings = row.readings(count: years.count)
      guard !readings.isEmpty else {
        remarks.append(
          "line \(place + 1): '\(Suggestion.excerpt(row.label))' does not make \(years.count) "
            + "numbers, one a year of the header; left out")
        continue
      }
      if let other = rows.first(where: { $0.label == row.label }) {
        throw .repeatedLabel(row.label, line: place + 1, first: other.line)
      }
      rows.append(.init(label: row.label, line: place + 1, readings: readings))
    }
    let trade = YearbookTrade(rows)
    for row in trade.rows {
      guard row.readings.count == 1, let numbers = row.readings.first else {
        throw .severalReadings(
          row.label, line: row.line, row.readings.prefix(2).map { $0.joined(separator: " | ") })
      }
      written[row.line - 1] = Self.line([row.label] + numbers)
    }
    remarks += trade.remarks
    csv = written.joined(separator: "\n") + "\n"
  }

  /// What the note below the table says of figures with a mark; without a note, what such marks
  /// mostly say.
  private static func mark(in lines: ArraySlice<String>) -> String {
    let notes = lines.filter { $0.trimmed.hasPrefix("(*)") || $0.trimmed.hasPrefix("*") }
    let isEstimate = notes.contains { $0.lowercased().contains("estimate") }
    return (isEstimate ? Qualifier.estimated : .preliminary).rawValue
  }

  private static func line(_ fields: [String]) -> String {
    fields.map { CSVWriter.quoted($0) }.joined(separator: ",")
  }
}
