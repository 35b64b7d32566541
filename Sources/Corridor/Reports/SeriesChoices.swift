/// What a method chose for each of many series; series with the same choice share a row.
///
/// A method that has a choice says what it took, weighed and left out. A series that it could not
/// answer says why, and one of a method without a choice what the method does.
public struct SeriesChoices: Sendable, Equatable {
  /// The series with one choice.
  public struct Group: Sendable, Equatable {
    /// Their names, in the order of the file.
    public fileprivate(set) var names: [String]
    /// How many values they have, gaps not among them.
    public fileprivate(set) var counts: ClosedRange<Int>
    /// What was chosen, in sentences.
    public let choice: String
  }

  /// In the order in which the choices first appear.
  public let groups: [Group]

  /// What lies behind forecasts of one method; the result does not depend on the number of workers.
  public init(_ forecasts: [Forecast], by method: any Forecaster, workers: Int = 1) {
    let chooser = method as? any ChoosingForecaster
    self.init(
      forecasts.map(\.series),
      concurrentMap(forecasts.count, workers: workers) { place in
        let forecast = forecasts[place]
        let isAnswered = forecast.method == method.name
        let choices =
          isAnswered
          ? chooser?.choices(for: forecast.series.history, horizon: forecast.points.count) : nil
        return Self.text(choices ?? [], of: forecast, isAnswered: isAnswered)
      })
  }

  /// What lies behind forecasts by regressions: the effects of the columns and the errors' model.
  public init(ofRegressions forecasts: [Forecast]) {
    self.init(
      forecasts.map(\.series),
      forecasts.map { forecast in
        let isAnswered = forecast.method == ARIMARegression.title
        let found = isAnswered ? Array(forecast.notes.dropFirst()) : []
        return Self.text(found, of: forecast, isAnswered: isAnswered)
      })
  }

  private init(_ series: [Series], _ choices: [String]) {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for (series, choice) in zip(series, choices) {
      let count = series.count
      guard let place = places[choice] else {
        places[choice] = groups.count
        groups.append(Group(names: [series.name], counts: count...count, choice: choice))
        continue
      }
      let counts = groups[place].counts
      groups[place].names.append(series.name)
      groups[place].counts = min(counts.lowerBound, count)...max(counts.upperBound, count)
    }
    self.groups = groups
  }

  private static func text(
    _ choices: [String], of forecast: Forecast, isAnswered: Bool
  ) -> String {
    let first = forecast.notes.first ?? ""
    guard isAnswered else { return "auto instead: \(first)." }
    guard !choices.isEmpty else { return first }
    return choices.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }
}

extension SeriesChoices: TableConvertible {
  /// `series,values,choice`, a row for each choice.
  public var table: Table {
    Table(
      .text("series", groups.map(\.label), heading: "Series"),
      .text("values", groups.map(\.span), heading: "Values"),
      .text("choice", groups.map(\.choice), heading: "What was chosen"))
  }
}

extension SeriesChoices.Group {
  /// `VNM`, `VNM, CHN`, `VNM and 211 more`.
  fileprivate var label: String {
    let names = names.prefix(2).joined(separator: ", ")
    guard self.names.count > 2 else { return names }
    let others = NumberText.fixed(Double(self.names.count - 1), digits: 0)
    return "\(self.names[0]) and \(others) more"
  }

  /// `6`, `14–30`.
  fileprivate var span: String {
    counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound)–\(counts.upperBound)"
  }
}
