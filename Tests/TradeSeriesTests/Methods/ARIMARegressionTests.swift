import Testing
import TradeNumerics
import TradeSeries
import TradeTestSupport

@Suite struct ARIMARegressionTests {
  private static let names = ["kms", "price", "law"]

  /// The columns of road casualties in Tests/Oracles/arima.R, 12 months longer than the series.
  private func belts() throws -> Regressors {
    try Regressors(
      Self.names.map { name in
        (name, try ARIMAReference.history("belts_\(name)").present.map(\.value))
      })
  }

  @Test(arguments: ["100-100-c", "011-011", "101-011-c"]) func `agrees with R`(
    model: String
  ) throws {
    let fit = try ARIMAReference.model(model).fit(
      ARIMAReference.history("belts"), regressors: belts())
    func reference(_ quantity: String) throws -> [Double?] {
      try ARIMAReference.numbers("belts", model, quantity)
    }
    let exact = try #require(reference("loglik_exact")[0])
    let found = try #require(fit.logLikelihood)
    #expect(found >= exact - 1e-7, "\(found - exact)")
    #expect(found.isClose(to: exact, tolerance: 1e-7))
    #expect(fit.logLikelihood.isClose(to: try #require(reference("loglik")[0]), tolerance: 1e-5))
    let errors = try reference("se")
    for (place, coefficient) in fit.coefficients.enumerated() {
      let estimate = try #require(reference("coefficient")[place])
      let error = try #require(coefficient.standardError)
      #expect(abs(coefficient.estimate - estimate) < 0.01 * error, "\(coefficient) \(estimate)")
      if let theirs = errors[place] {
        // With φ near one R's differences of a thousandth are coarse.
        #expect((error / theirs).isClose(to: 1, tolerance: 0.06), "\(coefficient) \(theirs)")
      }
    }
    let spreads = try reference("forecast_se")
    for (step, mean) in try reference("mean").enumerated() {
      let spread = try #require(spreads[step])
      #expect((fit.standardError(at: step + 1) / spread).isClose(to: 1, tolerance: 1e-3))
      #expect(abs(fit.distribution(at: step + 1).point - (try #require(mean))) < 0.01 * spread)
      // Estimated coefficients make a forecast less certain.
      #expect(
        try #require(fit.distribution(at: step + 1).student?.scale)
          > fit.standardError(at: step + 1))
    }
  }

  @Test func `without an error model it is least squares`() throws {
    let x = [3.0, 1, 4, 1, 5, 9, 2, 6]
    let y = [7.0, 2, 9, 4, 11, 20, 5, 12]
    let fit = try ARIMA(order: (0, 0, 0), constant: true).fit(
      History(y), regressors: Regressors([("x", x + [5])]))
    let line = LeastSquares(Matrix(columns: [[Double](repeating: 1, count: 8), x]), y)
    let slope = try #require(line.coefficients[1])
    #expect(fit.coefficients[1].name == "x")
    #expect(fit.coefficients[1].estimate.isClose(to: slope))
    #expect((fit.variance * 6).isClose(to: line.residualSumOfSquares))
    let next = fit.distribution(at: 1)
    #expect(next.point.isClose(to: (line.coefficients[0] ?? 0) + 5 * slope))
    let spread = (line.residualSumOfSquares / 6 * (1 + line.variance(of: [1, 5]))).squareRoot()
    #expect(try #require(next.student).scale.isClose(to: spread))
  }

  @Test func `an event that explains everything leaves nothing`() throws {
    var generator = SeededGenerator(seed: 1)
    let event = (0..<33).map { $0 >= 18 ? 1.0 : 0 }
    let noise = (0..<30).map { _ in Double.random(in: -1...1, using: &generator) }
    let y = (0..<30).map { 50 + 20 * event[$0] + noise[$0] }
    let method = ARIMARegression(try Regressors([("agreement", event)]), horizon: 3)
    let fit = try method.fit(History(y))
    let effect = try #require(fit.coefficients.first { $0.name == "agreement" })
    #expect(abs(effect.estimate - 20) < 1.5)
    #expect(
      method.reason(for: History(y)) == """
        A regression of 30 values on agreement with ARIMA errors; it takes the future of that \
        column as known.
        """)
  }

  @Test func `can be backtested`() throws {
    let values = (0..<20).map { 10 + 3 * Double($0 % 3) }
    let columns = try Regressors([("third", (0..<24).map { Double($0 % 3) })])
    let method = ARIMARegression(
      columns, errors: ARIMA(order: (0, 0, 0), constant: true), horizon: 2)
    let test = try Series("steps", start: 2000, values: values).backtest([method], horizon: 2)
    #expect(test.scores[0].meanAbsoluteError < 1e-9)
  }

  @Test func `a trend among the columns takes the place of a difference`() throws {
    var generator = SeededGenerator(seed: 2)
    let time = (0..<40).map { Double($0) }
    let y = (0..<36).map { 5 + 2 * time[$0] + Double.random(in: -1...1, using: &generator) }
    let fit = try ARIMA().fit(History(y), regressors: Regressors([("time", time)]))
    #expect(fit.orders.differences == 0)
    #expect(abs(fit.distribution(at: 4).point - (5 + 2 * 39)) < 2)
  }

  @Test func `columns that cannot be told apart are named`() throws {
    let time = (0..<12).map { Double($0) }
    let square = time.map { $0 * $0 }
    let history = History((0..<10).map { Double($0 % 4) })
    func error(_ columns: [(name: String, values: [Double])]) -> SeriesError? {
      do {
        let regressors = try Regressors(columns)
        _ = try ARIMARegression(regressors, horizon: 2).fit(history)
        return nil
      } catch let error as SeriesError {
        return error
      } catch let error as RegressorError {
        return .regressors(error)
      } catch {
        return nil
      }
    }
    #expect(error([]) == .regressors(.noColumn))
    #expect(
      error([("a", time), ("b", Array(time.dropLast()))])
        == .regressors(.unequal("b", rows: 11, expected: 12)))
    #expect(error([("a", time), ("a", square)]) == .regressors(.repeated("a")))
    #expect(
      error([("a", time), ("b", square.map { $0 == 4 ? .nan : $0 })])
        == .regressors(.notANumber("b", row: 3)))
    #expect(error([("a", Array(time.prefix(11)))]) == .regressors(.tooFewRows(11, needed: 12)))
    #expect(error([("one", time.map { _ in 1 })]) == .regressors(.constant("one")))
    // It changes in the future only.
    #expect(error([("late", time.map { $0 < 10 ? 0 : 1 })]) == .regressors(.constant("late")))
    #expect(
      error([("a", time), ("b", square), ("c", zip(time, square).map { 1 + $0 - 2 * $1 })])
        == .regressors(.collinear("c")))
    #expect(
      SeriesError.regressors(.collinear("c")).description
        == "regressor 'c' is a combination of the constant and the regressors before it; "
        + "leave one of them out")
  }

  @Test func `matrices need a column for each name`() throws {
    let past = Matrix(columns: [[1, 2, 3], [4, 6, 5]])
    let future = Matrix(columns: [[7, 8], [9, 0]])
    let regressors = try Regressors(names: ["a", "b"], past: past, future: future)
    #expect(regressors.columns == [[1, 2, 3, 7, 8], [4, 6, 5, 9, 0]])
    #expect(regressors.rows == 5)
    #expect(throws: RegressorError.columns(2, names: 1)) {
      try Regressors(names: ["a"], past: past, future: future)
    }
    #expect(throws: RegressorError.columns(1, names: 2)) {
      try Regressors(names: ["a", "b"], past: past, future: Matrix(columns: [[1, 2]]))
    }
  }
}
