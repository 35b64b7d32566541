import TradeSeries
import TradeTables

/// A value of trade that a government has named as an aim.
public struct Target: Sendable, Equatable {
  /// The country whose trade it is, by ISO 3166 alpha-3 code.
  public let reporter: String
  /// The other country.
  public let partner: String
  /// What is to reach the value.
  public let flow: Flow
  /// The year in which it is to be reached; `nil` where none was named.
  public let period: Period?
  /// The value aimed at.
  public let figure: Figure
  /// When the aim was reported.
  public let published: PublicationDate?
  /// Who reported it.
  public let publisher: String
  /// The web address of the report.
  public let address: String

  /// The targets named for trade between two countries, whichever reports, earliest first.
  public static func builtIn(between one: String, and other: String) -> [Target] {
    let table = Dataset.targets.table
    do throws(TableError) {
      let (reporters, partners) = (try table.texts("reporter"), try table.texts("partner"))
      let (flows, periods) = (try table.texts("flow"), try table.texts("period"))
      let (values, units) = (try table.numbers("value"), try table.texts("unit"))
      let (marks, days) = (try table.texts("qualifier"), try table.texts("published"))
      let (publishers, addresses) = (try table.texts("publisher"), try table.texts("address"))
      return (0..<table.rowCount).compactMap { row in
        let sides = (reporters[row] ?? "", partners[row] ?? "")
        guard let value = values[row], sides == (one, other) || sides == (other, one) else {
          return nil
        }
        let mark = marks[row].flatMap(Qualifier.init(rawValue:)) ?? .exact
        return Target(
          reporter: sides.0, partner: sides.1,
          flow: flows[row].flatMap(Flow.init(rawValue:)) ?? .turnover,
          period: periods[row].flatMap { Period($0) },
          figure: Figure(value, mark, unit: Unit(units[row] ?? "")),
          published: days[row].flatMap { PublicationDate($0) },
          publisher: publishers[row] ?? "", address: addresses[row] ?? "")
      }
    } catch {
      preconditionFailure("built-in data: \(error)")
    }
  }
}
