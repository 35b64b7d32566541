/// Events after which trade may stand on another level, as columns of a regression.
///
///     x[t] = 0 before the year of the event, 1 from that year on
///
/// Of all events in the ledger only those count that changed the terms of trade for good: an
/// agreement that came into force, a partnership that was established. Visits and targets do not.
public struct EventSteps: Sendable {
  /// One column for each event inside the history.
  public let regressors: Regressors
  /// A sentence for each event that tells nothing of this history.
  public let leftOut: [String]

  /// What the names of columns begin with, and what the ledger calls the event.
  private static let kinds = [
    (name: "agreement", words: "agreement of the Eurasian Economic Union and Viet Nam in force"),
    (name: "partnership", words: "Strategic partnership established"),
  ]

  /// The columns for a series of Kazakhstan's trade with Viet Nam and so many periods after it.
  public init(for series: Series, horizon: Int) throws(SeriesError) {
    var columns: [(name: String, values: [Double])] = []
    var leftOut: [String] = []
    for kind in Self.kinds {
      guard let event = Event.builtIn.first(where: { $0.text.contains(kind.words) }),
        let year = Int(event.date.prefix(4))
      else { continue }
      let steps = (0..<(series.values.count + horizon)).map { step in
        series.start.advanced(by: step).year >= year ? 1.0 : 0
      }
      let name = "\(kind.name)-\(year)"
      if steps[0] == 1 {
        leftOut.append(
          "\(name) is left out: the figures begin in \(series.start), when it held already.")
      } else if steps[series.values.count - 1] == 0 {
        leftOut.append(
          "\(name) is left out: the figures end in \(series.end), before it could show in them.")
      } else {
        columns.append((name, steps))
      }
    }
    guard !columns.isEmpty else {
      throw .regressors(
        .noEvent(from: series.start.description, until: series.end.description))
    }
    do { regressors = try Regressors(columns) } catch { throw .regressors(error) }
    self.leftOut = leftOut
  }
}
