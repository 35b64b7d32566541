import TradeSeries
import TradeTables

/// The same trade in two files, in two tables one below the other in a file, or in two rows.
///
/// Sums by a few dimensions cannot see it: they would count the trade twice. So files are read once
/// more by all dimensions. Between files and tables repeated trade is refused; between rows of one
/// table it may be told apart by columns of which nothing is known, such as a port, and it is only
/// said. One sum is kept for each trade, so that very large files are not looked through: of
/// several files that is said, of a single one `check` does it.
extension FlowFiles {
  /// Several files of so many bytes together are looked through, and a single one of so many.
  private static let (severalLimit, singleLimit) = (1 << 28, 1 << 24)

  /// Refuses a file that is named twice.
  func refuseTwins() throws(FlowError) {
    for (number, path) in paths.enumerated() where paths.firstIndex(of: path) != number {
      throw .table(.cannotRead(InputFile.name(path), reason: "it is named twice"))
    }
  }

  /// Refuses trade that stands in two files or tables; returns what is to be said.
  func refuseRepeats(
    _ query: FlowQuery, secondHeaders: [Int: Int]
  ) throws(FlowError) -> [String] {
    let isSingle = paths.count == 1 && secondHeaders.isEmpty
    // Sums by all dimensions have been looked at already.
    guard !isSingle || query.by.count < FlowDimension.allCases.count else { return [] }
    let sizes = paths.compactMap { InputFile.size($0) }
    guard sizes.count == paths.count,
      sizes.reduce(0, +) <= (isSingle ? Self.singleLimit : Self.severalLimit)
    else {
      return isSingle
        ? []
        : [
          "whether the same trade stands in two of the files was not looked at, as they are large "
            + "or from a pipe; corridor check does"
        ]
    }
    guard let rows = try repeats(query, secondHeaders, betweenRows: isSingle) else { return [] }
    let names = paths.map(InputFile.name)
    let (first, second) = (
      Place(file: names[rows.first.file], line: rows.first.line),
      Place(file: names[rows.second.file], line: rows.second.line)
    )
    guard !isSingle else {
      return [
        "\(first) and line \(second.line): the same trade in two rows, which are added up; "
          + "corridor check lists all"
      ]
    }
    throw .countsTwice(
      first: first, second: second,
      difference: "the same trade in two \(first.file == second.file ? "tables" : "files")",
      advice: "keep one of them; corridor check lists all")
  }

  private func repeats(
    _ query: FlowQuery, _ secondHeaders: [Int: Int], betweenRows: Bool
  ) throws(FlowError) -> (first: RowPlace, second: RowPlace)? {
    var query = query
    query.by = FlowDimension.allCases
    query.level = nil
    var reader = FlowReader(query, self)
    for (number, path) in paths.enumerated() {
      try reader.add(try FlowFile(path), number: number)
    }
    return Repeats(secondHeaders: secondHeaders, isBetweenRows: betweenRows)
      .first(in: reader.sums.sums)
  }
}

/// Looks for rows with one key.
private struct Repeats {
  let secondHeaders: [Int: Int]
  /// Whether rows of one table count; otherwise they have to be in different files or tables.
  let isBetweenRows: Bool

  /// The two rows that come first.
  func first(in sums: [FlowSum]) -> (first: RowPlace, second: RowPlace)? {
    var seen: [FlowKey: RowPlace] = [:]
    var found: (first: RowPlace, second: RowPlace)?
    func note(_ first: RowPlace, _ second: RowPlace) {
      guard !second.isNone, isBetweenRows || table(first) != table(second) else { return }
      let pair = first.bits < second.bits ? (first, second) : (second, first)
      if found.map({ pair.1.bits < $0.second.bits }) ?? true { found = pair }
    }
    for sum in sums where sum.key.level.details.isEmpty {
      note(sum.first, sum.second)
      guard !isBetweenRows else { continue }
      let trade = sum.key.trade
      if let other = seen[trade] {
        note(other, sum.first)
      } else {
        seen[trade] = sum.first
      }
    }
    return found
  }

  /// The file, and whether the row is below a second header.
  private func table(_ row: RowPlace) -> [Int] {
    let isSecond = secondHeaders[row.file].map { row.line > $0 } ?? false
    return [row.file, isSecond ? 1 : 0]
  }
}

extension FlowKey {
  /// The trade that a row counts, however good its value is and whatever its quantity's unit.
  fileprivate var trade: FlowKey {
    var level = FlowLevel()
    level.commodity = self.level.commodity
    level.reporter = self.level.reporter
    level.partner = self.level.partner
    level.frequency = self.level.frequency
    return with(.quantityUnit, 0).with(.unit, 0).with(level)
  }
}
