import TradeTables

/// The parts of a total by category over time: commodity groups, partners, regions.
public struct Categories: Sendable {
  public let parts: [Part]
  /// The published total; `nil` where the parts are all there is.
  public let total: Series?
  public let unit: Unit

  public struct Part: Sendable {
    public let code: String
    public let name: String
    public let series: Series
  }

  public init(parts: [Part], total: Series?, unit: Unit) {
    self.parts = parts
    self.total = total
    self.unit = unit
  }

  /// Reads long rows: a series for each value of the category column.
  ///
  /// A category called "total", "all products" or "world", or with the code TOTAL, is the total and
  /// no part, so that nothing is counted twice.
  ///
  /// - Parameters:
  ///   - code: the column with the codes; the categories themselves where there is none.
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
    self.init(parts: all.filter { !$0.isTotal }, total: totals.first?.series, unit: reader.unit)
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
