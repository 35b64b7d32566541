import TradeTables

/// A hierarchy read from a file or from categories.
extension Hierarchy {
  /// Reads long rows: a group for each value of the `by` columns of the reader.
  ///
  /// Two columns make two levels, sections and their groups, and a sum for each section. A group
  /// called as totals are (`Categories`) is the published total. Only the periods from `first` to
  /// `last` count. Throws where the rows make no series, hold two totals or less than two groups.
  public init(
    _ table: Table, reader: SeriesReader, from first: Period? = nil, until last: Period? = nil
  ) throws(SeriesError) {
    var parts: [(section: String, series: Series)] = []
    var totals: [Series] = []
    for (key, series) in try reader.keyedSeries(in: table) {
      guard let series = try? series.from(first, until: last) else { continue }
      if key.contains(where: { Categories.Part.totalNames.contains($0.lowercased()) }) {
        totals.append(series)
      } else {
        parts.append((key.first ?? "", series))
      }
    }
    guard totals.count < 2 else { throw .repeatedTotal(totals[1].name) }
    try self.init(
      parts.map(\.series), sections: reader.by.count == 2 ? parts.map(\.section) : [],
      total: totals.first)
  }

  /// The parts of a total, as they are compared.
  public init(
    _ categories: Categories, from first: Period? = nil, until last: Period? = nil
  ) throws(SeriesError) {
    let parts = categories.parts.compactMap { try? $0.series.from(first, until: last) }
    try self.init(parts, total: categories.total.flatMap { try? $0.from(first, until: last) })
  }
}
