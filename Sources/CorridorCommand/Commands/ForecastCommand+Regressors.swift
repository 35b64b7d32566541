import Corridor

/// `--regressors`: what else is known of every period, past and future.
extension ForecastCommand {
  /// The forecast of a regression with ARIMA errors on events, on columns of the same file or on a
  /// file of their own.
  func regression(on choice: String) throws -> Report {
    guard ["auto", "arima"].contains(method.name) else {
      throw UsageError(
        "--regressors goes with --method arima, whose errors it explains, not \(method.name)")
    }
    if choice == "events", data.builtIn != nil { return try eventRegression() }
    if data.builtIn != nil {
      return try regression(on: table(choice), columns: [], of: data.oneSeries())
    }
    if !data.by.isEmpty { return try panelRegression(on: choice) }
    // The names of columns win over that of a file; the data is read once, as it may be a stream.
    let own = try data.table()
    let names = Self.columns(of: choice)
    let known = names.filter { own.firstColumn($0) != nil }
    if known.count == names.count {
      return try regression(on: own, columns: names, of: data.oneSeries(in: own))
    }
    if !known.isEmpty {
      let missing = names.first { own.firstColumn($0) == nil } ?? ""
      _ = try own.column(missing)
    }
    return try regression(
      on: table(choice, among: own.names), columns: [], of: data.oneSeries(in: own))
  }

  private static func columns(of choice: String) -> [String] {
    choice.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
  }

  /// Every series of a file by columns of its own rows.
  private func panelRegression(on choice: String) throws -> Report {
    let own = try data.table()
    let names = Self.columns(of: choice)
    if let missing = names.first(where: { own.firstColumn($0) == nil }) {
      let others = own.names.filter { !data.by.contains($0) }
      throw UsageError(
        "with --by, --regressors names columns of \(data.name), and "
          + "'\(Suggestion.excerpt(missing))' is none\(Suggestion.text(for: missing, among: others))"
      )
    }
    let panel = try RegressionPanel(
      own, columns: names, reader: data.reader, from: data.counted(data.from),
      until: data.counted(data.until), horizon: horizon)
    let forecasts = panel.forecasts(levels: levels, workers: jobs)
    return report(forecasts, by: ARIMARegression.title) {
      SeriesChoices(ofRegressions: forecasts)
    }
  }

  private func eventRegression() throws -> Report {
    let pair = try data.pair()
    guard Set([pair.reporter, pair.partner]) == ["KAZ", "VNM"] else {
      throw UsageError(
        "the ledger has events of trade between Kazakhstan and Viet Nam only; for \(data.name) give "
          + "--regressors a file")
    }
    let series = try data.oneSeries()
    let steps = try EventSteps(for: series, horizon: horizon)
    let caution =
      "A step says that figures stand higher or lower from a year on, not that the event moved them."
    return try report(series, steps.regressors, notes: steps.leftOut + [caution])
  }

  private func regression(
    on table: Table, columns: [String], of series: Series
  ) throws -> Report {
    let time = data.time.flatMap { table.firstColumn($0) == nil ? nil : $0 }
    let regressors = try Regressors(
      table, columns: columns, time: time, for: series, horizon: horizon)
    return try report(series, regressors, notes: [])
  }

  private func report(
    _ series: Series, _ regressors: Regressors, notes: [String]
  ) throws -> Report {
    let forecast = try series.forecast(
      with: ARIMARegression(regressors, horizon: horizon), levels: levels)
    return .forecast(forecast, explanation: notes)
  }

  private func table(_ file: String, among columns: [String] = []) throws -> Table {
    do throws(TableError) { return try CSVReader.read(file) } catch {
      // A word that cannot be a file is more likely a column's name with a slip.
      guard case .cannotRead = error, !file.contains("/"), !file.contains(".") else { throw error }
      let choices = columns.isEmpty ? ["events"] : columns
      throw UsageError(
        "--regressors is a file"
          + (columns.isEmpty ? " or events" : " or columns of \(data.name)")
          + ", and '\(Suggestion.excerpt(file))' is neither"
          + Suggestion.text(for: file, among: choices))
    }
  }
}
