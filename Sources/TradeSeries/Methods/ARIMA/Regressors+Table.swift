import TradeTables

extension Regressors {
  /// Columns of a table with periods, for every period of a series and so many after it.
  ///
  /// The rows are in order of time and may begin before the series and end after the horizon; a
  /// period without a number in one of the columns throws. Without names, every column of numbers
  /// counts but that of the periods and the marks of values.
  public init(
    _ table: Table, columns names: [String] = [], time: String? = nil, for series: Series,
    horizon: Int
  ) throws(SeriesError) {
    var reader = SeriesReader()
    reader.time = time
    reader.season = series.start.kind == .step ? series.season : nil
    let names = names.isEmpty ? Self.numericColumns(of: table, besides: time) : names
    var known: [(name: String, series: Series?)] = []
    for name in names {
      reader.value = name
      known.append((name, try reader.series(in: table)[0]))
    }
    try self.init(known, for: series, horizon: horizon, file: table.origin?.file)
  }

  /// What is known of each column, for every period of a series and so many after it.
  init(
    _ known: [(name: String, series: Series?)], for series: Series, horizon: Int, file: String?
  ) throws(SeriesError) {
    var columns: [(name: String, values: [Double])] = []
    for (name, column) in known {
      var values: [Double] = []
      for step in 0..<(series.values.count + horizon) {
        let period = series.start.advanced(by: step)
        guard let value = column?.value(in: period) else {
          throw .regressors(
            .missing(
              name, period: period.description, from: series.start.description,
              until: series.end.advanced(by: horizon).description, file: file))
        }
        values.append(value)
      }
      columns.append((name, values))
    }
    do { try self.init(columns) } catch { throw .regressors(error) }
  }

  private static func numericColumns(of table: Table, besides time: String?) -> [String] {
    let period =
      time
      ?? SeriesReader.timeNames.lazy.compactMap { candidate in
        table.names.first { $0.lowercased() == candidate }
      }.first
    return table.names.filter { $0 != period && $0 != "upper" && table.isNumeric($0) }
  }
}

extension Series {
  /// The number of a period of the same kind, if there is one.
  fileprivate func value(in period: Period) -> Double? {
    let place = period.index - start.index
    guard period.kind == start.kind, values.indices.contains(place) else { return nil }
    return values[place]
  }
}
