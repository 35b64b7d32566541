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
    var columns: [(name: String, values: [Double])] = []
    for name in names {
      reader.value = name
      let known = try reader.series(in: table)[0]
      columns.append((name, try known.covering(series, horizon: horizon, in: table)))
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
  /// The numbers for all periods of another series and so many after it.
  fileprivate func covering(
    _ other: Series, horizon: Int, in table: Table
  ) throws(SeriesError) -> [Double] {
    let end = other.end.advanced(by: horizon)
    var covered: [Double] = []
    for step in 0..<(other.values.count + horizon) {
      let period = other.start.advanced(by: step)
      let place = period.index - start.index
      guard period.kind == start.kind, values.indices.contains(place), let value = values[place]
      else {
        throw .regressors(
          .missing(
            name, period: period.description, from: other.start.description,
            until: end.description, file: table.origin?.file))
      }
      covered.append(value)
    }
    return covered
  }
}
