import TradeTables

/// A data file that the program carries with it.
///
/// `README.md` beside the files says where every figure comes from, and `DatasetTests` that every
/// row has a source.
public struct Dataset: Sendable {
  /// The file's name.
  public let file: String
  private let text: StaticString

  /// Published figures of trade between countries: the ledger.
  public static let figures = Dataset(file: "figures.csv", text: Embedded.figures)
  /// Goods traded between Kazakhstan and Viet Nam.
  public static let commodities = Dataset(file: "commodities.csv", text: Embedded.commodities)
  /// Exports of Kazakhstan and of Viet Nam to the world by group of goods.
  public static let exportGroups = Dataset(file: "export-groups.csv", text: Embedded.exportGroups)
  /// Agreements, visits, targets and first shipments.
  public static let events = Dataset(file: "events.csv", text: Embedded.events)

  /// Values of trade that governments have named as aims.
  public static let targets = Dataset(file: "targets.csv", text: Embedded.targets)

  /// Every file that the program carries, the ledger first.
  public static let all: [Dataset] = [figures, commodities, exportGroups, events, targets]

  /// The file as a table.
  public var table: Table { CSVReader.builtIn(file, text) }
}
