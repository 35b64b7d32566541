import TradeTables

/// Something that may explain a change in the figures: an agreement, a visit, a target.
public struct Event: Sendable, Equatable {
  /// An ISO date, a month or a year.
  public let date: String
  /// What happened, in a few words.
  public let text: String
  /// Who reported it.
  public let publisher: String
  /// The web address of the report.
  public let address: String
  /// Whether it is one of the few that a chart of the years has room for.
  public let isMilestone: Bool

  /// The events on trade between Kazakhstan and Viet Nam, by date.
  public static var builtIn: [Event] {
    let table = Dataset.events.table
    do throws(TableError) {
      let (dates, texts) = (try table.texts("date"), try table.texts("event"))
      let (publishers, addresses) = (try table.texts("publisher"), try table.texts("address"))
      let milestones = try table.texts("milestone")
      return (0..<table.rowCount).map { row in
        Event(
          date: dates[row] ?? "", text: texts[row] ?? "", publisher: publishers[row] ?? "",
          address: addresses[row] ?? "", isMilestone: milestones[row] == "yes")
      }
    } catch {
      preconditionFailure("built-in data: \(error)")
    }
  }
}
