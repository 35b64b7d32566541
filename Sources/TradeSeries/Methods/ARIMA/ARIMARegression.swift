/// A regression on known columns whose errors follow an ARIMA model.
///
///     y[t] = c + x[t] β + η[t]        η ARIMA
///
/// β are the generalised least squares coefficients at the largest likelihood. A method like the
/// others: the rows of the regressors after a history's last period are its future, so that it can
/// be backtested as well.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// chapter 10.
public struct ARIMARegression: Forecaster {
  /// `arima-regression` in tables.
  public var name: String { Self.title }
  /// The columns, past and future.
  public let regressors: Regressors
  /// The model of the errors.
  public let errors: ARIMA
  /// The farthest step that will be asked for, which the regressors must reach.
  public let horizon: Int

  /// A regression with errors whose orders are chosen, unless a model is given.
  public init(_ regressors: Regressors, errors: ARIMA = ARIMA(), horizon: Int) {
    precondition(horizon >= 1, "a horizon of \(horizon)")
    self.regressors = regressors
    self.errors = errors
    self.horizon = horizon
  }

  /// The name of every such method.
  public static let title = "arima-regression"

  /// As many values as the errors' model needs, and one more a column.
  public var leastCount: Int { errors.leastCount + regressors.names.count }

  /// Learns β and the model of the errors; every step to the horizon must have its row.
  public func fit(_ history: History) throws(SeriesError) -> ARIMA.Fitted {
    let needed = history.values.count + horizon
    guard regressors.rows >= needed else {
      throw .regressors(.tooFewRows(regressors.rows, needed: needed))
    }
    return try errors.fit(history, regressors: regressors)
  }

  /// Names the columns and says how many values their coefficients come from.
  public func reason(for history: History) -> String {
    "A regression of \(history.count) values on \(regressors.names.joined(separator: ", ")) with "
      + "ARIMA errors; it takes the future of \(regressors.names.count == 1 ? "that column" : "those columns") as known."
  }
}
