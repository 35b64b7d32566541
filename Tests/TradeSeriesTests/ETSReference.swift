import Testing
import TradeSeries
import TradeTestSupport

/// What R's forecast::ets made of thirteen series of the M3 competition.
struct ETSReference: Sendable, CustomTestStringConvertible {
  let series: String
  /// The form that was asked for; `nil` where R chose.
  let form: ETSForm?
  let chosen: ETSForm
  let parameters: ETSParameters
  let initial: ETSState
  let logLikelihood: Double
  let aicc: Double
  /// Of eight steps.
  let means: [Double]
  let errors: [Double]
  let history: History

  var testDescription: String { "\(series) \(form?.name ?? "choice")" }

  /// Every row of Tests/Oracles/ets.csv.
  static let all: [ETSReference] = {
    guard let rows = try? Oracle("ets").all, let data = try? Oracle("ets_data").all else {
      return []
    }
    return rows.compactMap { row in
      let values = data.filter { $0["series"] == row["series"] }
      let numbers = values.compactMap { $0["value"].flatMap(Double.init) }
      let season = values.first?["season"].flatMap { Int($0) } ?? 1
      return ETSReference(row, History(numbers, season: season))
    }
  }()

  static let forms = all.filter { $0.form != nil }
  static let choices = all.filter { $0.form == nil }

  private init?(_ row: [String: String], _ history: History) {
    func number(_ column: String) -> Double? { row[column].flatMap(Double.init) }
    func list(_ column: String) -> [Double] {
      (row[column] ?? "").split(separator: " ").compactMap { Double($0) }
    }
    guard let chosen = row["chosen"].flatMap({ ETSForm($0) }), let name = row["form"],
      let likelihood = number("loglik"), let criterion = number("aicc")
    else { return nil }
    series = row["series"] ?? ""
    form = ETSForm(name)
    self.chosen = chosen
    var states = list("initial")
    let level = states.removeFirst()
    let trend = chosen.trend == .none ? 0 : states.removeFirst()
    // R has the latest season first.
    initial = ETSState(level: level, trend: trend, seasons: states.reversed())
    parameters = ETSParameters(
      alpha: number("alpha") ?? 0, beta: number("beta") ?? 0, gamma: number("gamma") ?? 0,
      phi: number("phi") ?? 1)
    (logLikelihood, aicc) = (likelihood, criterion)
    (means, errors) = (list("means"), list("errors"))
    self.history = history
  }
}
