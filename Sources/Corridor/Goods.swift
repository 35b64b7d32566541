/// Figures by group of goods that the program carries, ready to compare.
public struct Goods: Sendable {
  public let title: String
  public let categories: Categories
  /// What the reader should know of the classification.
  public let notes: [String]

  /// Exports of Kazakhstan (KAZ) or Viet Nam (VNM) to the world.
  ///
  /// - Parameter classification: `product` (sixteen groups that add up to the total) or `stage`
  ///   (four stages of processing, which leave a rest); the two are never added together.
  public static func groups(
    reporter: String, classification: Classification = .product
  ) throws(SeriesError) -> Goods {
    let table = Dataset.exportGroups.table
    let other: Classification = classification == .product ? .stage : .product
    return try Goods(
      table, title: "Exports of \(Country.name(reporter)) to the world",
      notes: [
        "\(classification.description). A second classification is there, which is never added to "
          + "this one: --classification \(other.rawValue)."
      ]
    ) { row in
      row.reporter == reporter
        && (row.classification == classification.label || row.classification == "total")
    }
  }

  public enum Classification: String, Sendable, CaseIterable {
    case product
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
  public static func pair(reporter: String, partner: String) throws(SeriesError) -> Goods {
    try Goods(
      Dataset.commodities.table,
      title: "Exports of \(Country.name(reporter)) to \(Country.name(partner)), SITC sections",
      notes: ["Published for 1995, 2005 and 2015 only."]
    ) { row in
      row.reporter == reporter && row.partner == partner && row.flow == "export"
        && row.classification == "SITC"
    }
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
    _ table: Table, title: String, notes: [String], where isIncluded: (Row) -> Bool
  ) throws(SeriesError) {
    self.title = title
    self.notes = notes
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
    guard rows.rowCount > 0 else { throw .empty(title) }
    categories = try Categories(rows, category: "category", code: "code", reader: reader)
  }
}
