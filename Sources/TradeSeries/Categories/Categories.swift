import TradeTables

/// The parts of a total by category over time: commodity groups, partners, regions.
public struct Categories: Sendable {
  /// One for each category, in the order of the data; never the total.
  public let parts: [Part]
  /// The published total; `nil` where the parts are all there is.
  public let total: Series?
  /// The unit of the parts and of the total.
  public let unit: Unit

  /// One category over time.
  public struct Part: Sendable {
    /// The category's code; its name where the data have no codes.
    public let code: String
    /// The category as a reader knows it.
    public let name: String
    /// Its figures, one series in the unit of all parts.
    public let series: Series

    /// A part read elsewhere, in the unit of the other parts.
    public init(code: String, name: String, series: Series) {
      self.code = code
      self.name = name
      self.series = series
    }
  }

  /// Parts read before, with the total where one is published, all in one unit.
  public init(parts: [Part], total: Series?, unit: Unit) {
    self.parts = parts
    self.total = total
    self.unit = unit
  }

  /// Reads long rows: a series for each value of the category column.
  ///
  /// A category called "total", "all products" or "world", or with the code TOTAL, is the total and
  /// no part, so that nothing is counted twice. `code` is the column with the codes; where there is
  /// none, the categories stand for themselves. Throws where the rows make no series or hold two
  /// totals.
  public init(
    _ table: Table, category: String, code: String? = nil, reader: SeriesReader
  ) throws(SeriesError) {
    var reader = reader
    reader.by = [category]
    let series = try reader.series(in: table)
    var codes: [String: String] = [:]
    do throws(TableError) {
      let names = try table.texts(category)
      let texts = try table.texts(code ?? category)
      for (name, text) in zip(names, texts) where codes[name ?? ""] == nil {
        codes[name ?? ""] = text ?? ""
      }
    } catch {
      throw .table(error)
    }
    let all = series.map { Part(code: codes[$0.name] ?? "", name: $0.name, series: $0) }
    let totals = all.filter(\.isTotal)
    guard totals.count < 2 else { throw .repeatedTotal(totals[1].name) }
    self.init(
      parts: all.filter { !$0.isTotal }, total: totals.first?.series,
      unit: reader.unit ?? reader.commonUnit(of: table))
  }

  /// The periods in which the total, or else any part, has a figure.
  public var periods: [Period] {
    let series = total.map { [$0] } ?? parts.map(\.series)
    let all = series.flatMap { series in series.periods.filter { series[$0] != nil } }
    return Set(all).sorted()
  }
}

extension Categories.Part {
  static let totalNames: Set = ["total", "all products", "all commodities", "world"]

  var isTotal: Bool {
    code.lowercased() == "total" || Self.totalNames.contains(name.lowercased())
  }
}
