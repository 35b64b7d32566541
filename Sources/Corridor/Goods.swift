/// Figures by group of goods that the program carries, ready to compare.
public struct Goods: Sendable {
  /// What the groups are of, such as the exports of one country to the world.
  public let title: String
  /// The groups with their series, and the total where one is published.
  public let categories: Categories
  /// What the reader should know of the classification.
  public let notes: [String]

  /// Exports of Kazakhstan (KAZ) or Viet Nam (VNM) to the world.
  ///
  /// The sixteen groups by `product` add up to the total; the four by `stage` of processing leave a
  /// rest. The two are never added together. With a date, only what was published by that day
  /// counts. Throws where the country has no such figures.
  public static func groups(
    reporter: String, classification: Classification = .product, asOf date: PublicationDate? = nil
  ) throws(SeriesError) -> Goods {
    let table = Dataset.exportGroups.table
    let other: Classification = classification == .product ? .stage : .product
    return try Goods(
      table, title: "Exports of \(Country.name(reporter)) to the world",
      notes: [
        "\(classification.description). A second classification is there, which is never added to "
          + "this one: --classification \(other.rawValue)."
      ], asOf: date
    ) { row in
      row.reporter == reporter
        && (row.classification == classification.label || row.classification == "total")
    }
  }

  /// The ways of putting goods into groups.
  public enum Classification: String, Sendable, CaseIterable {
    /// By what they are made of or for: sixteen groups that add up to the total.
    case product
    /// By how far they are processed: four groups, which leave a rest.
    case stage

    var label: String {
      switch self {
      case .product: "WITS product group"
      case .stage: "WITS stage of processing"
      }
    }

    var description: String {
      switch self {
      case .product: "Product groups of WITS, which cover all goods"
      case .stage: "Stages of processing of WITS, which leave a rest"
      }
    }
  }

  /// Exports between Kazakhstan and Viet Nam by SITC section, as published by UNCTAD.
  ///
  /// With a date, only what was published by that day counts.
  public static func pair(
    reporter: String, partner: String, asOf date: PublicationDate? = nil
  ) throws(SeriesError) -> Goods {
    try Goods(
      Dataset.commodities.table,
      title: "Exports of \(Country.name(reporter)) to \(Country.name(partner)), SITC sections",
      notes: ["Published for 1995, 2005 and 2015 only."], asOf: date
    ) { row in
      row.reporter == reporter && row.partner == partner && row.flow == "export"
        && row.classification == "SITC"
    }
  }

  /// The published figures on goods of a pair that belong to no comparable set: a single category, a
  /// tonnage; `nil` where there are none.
  static func singleFigures(
    _ reporter: String, _ partner: String, asOf date: PublicationDate? = nil
  ) -> Table? {
    let table = Dataset.commodities.table.asOf(date)
    guard let kinds = try? table.texts("classification"),
      let sides = try? zip(table.texts("reporter"), table.texts("partner")).map({ [$0, $1] })
    else { return nil }
    let rows = table.filtered { row in
      kinds[row] != "SITC" && Set(sides[row]) == [reporter, partner]
    }
    return rows.rowCount > 0 ? rows : nil
  }

  /// Compares two periods; the last two of three or more where none are named.
  public func comparison(from: Period? = nil, to: Period? = nil) throws(SeriesError) -> Comparison {
    let periods = categories.periods.filter { period in to.map { period <= $0 } ?? true }
    let before = periods.count > 2 ? periods[periods.count - 2] : periods.first
    return try Comparison(categories, from: from ?? before, to: to)
  }

  private typealias Row = (
    reporter: String?, partner: String?, flow: String?, classification: String?
  )

  private init(
    _ file: Table, title: String, notes: [String], asOf date: PublicationDate?,
    where isIncluded: (Row) -> Bool
  ) throws(SeriesError) {
    self.title = title
    self.notes = notes
    let table = file.asOf(date)
    let rows: Table
    do throws(TableError) {
      let (reporters, partners) = (try table.texts("reporter"), try table.texts("partner"))
      let (flows, kinds) = (try table.texts("flow"), try table.texts("classification"))
      rows = table.filtered { isIncluded((reporters[$0], partners[$0], flows[$0], kinds[$0])) }
    } catch {
      throw .table(error)
    }
    var reader = SeriesReader()
    reader.time = "period"
    reader.value = "value"
    reader.unit = .millionUSD
    guard rows.rowCount > 0 else {
      throw .empty(date.map { "\(title), as of \($0)," } ?? title)
    }
    categories = try Categories(rows, category: "category", code: "code", reader: reader)
  }
}
