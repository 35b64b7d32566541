import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct ARIMASearchTests {
  static let names = [
    "airpassengers", "passengers", "nile", "lynx", "accidents", "www", "ukgas", "huron", "lh",
    "johnson", "austres", "nottem", "uspop", "presidents", "gappy", "flow",
  ]

  @Test(arguments: names) func `chooses what R chooses or a smaller AICc`(name: String) throws {
    let history = try ARIMAReference.history(name)
    let fit = try ARIMA().fit(history)
    let orders = try ARIMAReference.numbers(name, "auto", "orders").map { Int($0 ?? 0) }
    let theirs = ARIMAOrders(
      (orders[0], orders[1], orders[2]), seasonal: (orders[3], orders[4], orders[5]),
      season: history.season, constant: orders[6] == 1)
    let aicc = try #require(try ARIMAReference.numbers(name, "auto", "aicc")[0])
    if fit.orders == theirs {
      #expect(fit.aicc.isClose(to: aicc, tolerance: 1e-4))
      return
    }
    // A series with a season is differenced once at most, which R does not know.
    guard history.season == 1 || orders[1] < 2 else {
      #expect(fit.orders.differences == 1)
      return
    }
    #expect(fit.orders.differences == orders[1])
    #expect(fit.orders.seasonalDifferences == orders[4])
    let ours = try #require(fit.aicc)
    #expect(ours < aicc + 1e-6, "\(fit.orders) \(theirs)")
  }

  @Test func `a line goes on exactly`() throws {
    let line = try ARIMA().fit(History((1...12).map { 3 + 2 * Double($0) }))
    #expect(line.orders.description == "ARIMA(0,1,0) with drift")
    #expect(line.distribution(at: 5).point.isClose(to: 37, tolerance: 1e-12))
    #expect(line.distribution(at: 5).student?.scale == 0)
  }

  @Test func `a pattern that repeats exactly goes on exactly`() throws {
    let values = (0..<24).map { Double([4, 9, 2, 6][$0 % 4]) }
    let fit = try ARIMA().fit(History(values, season: 4))
    for step in 1...8 {
      #expect(fit.distribution(at: step).point.isClose(to: values[step - 1], tolerance: 1e-12))
    }
  }

  @Test(arguments: [1, 4, 12]) func `answers any shape of series`(season: Int) throws {
    var generator = SeededGenerator(seed: season)
    func random(_ count: Int) -> [Double?] {
      (0..<count).map { _ in Double.random(in: -1...1, using: &generator) }
    }
    var outlier = random(30)
    outlier[17] = 1e9
    var gaps = random(40)
    for index in [3, 4, 5, 20, 33] { gaps[index] = nil }
    // Every first period of a season is missing but the first.
    var holes = random(40)
    for index in stride(from: season, to: 39, by: max(season, 2)) { holes[index] = nil }
    let shapes: [[Double?]] =
      (4...30).map { random($0) } + [
        [Double](repeating: 0, count: 30), [Double](repeating: 7, count: 5),
        [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0], random(30).map { $0.map { 1e-9 * $0 } },
        random(30).map { $0.map { 1e9 * $0 } }, (0..<30).map { Double($0 % 2) }, outlier, gaps,
        holes, [1, nil, nil, 2, nil, 3, nil, nil, nil, 9], (0..<40).map { Double($0 * $0) },
      ]
    for values in shapes {
      let fit = try ARIMA().fit(History(values, season: season))
      for step in [1, 2, 13, 30] {
        let expected = fit.distribution(at: step)
        #expect(expected.point.isFinite && expected.quantile(0.975).isFinite, "\(values)")
        #expect(expected.quantile(0.025) <= expected.point, "\(values)")
      }
      #expect(fit.degreesOfFreedom > 0)
      #expect(fit.residuals.allSatisfy { $0.isFinite })
    }
  }

  @Test func `takes the orders of a long series from its end`() throws {
    var generator = SeededGenerator(seed: 11)
    var value = 0.0
    let values = (0..<2000).map { _ in
      value = 0.8 * value + Double.random(in: -1...1, using: &generator)
      return 10 + value
    }
    let fit = try ARIMA().fit(History(values))
    let late = try ARIMA().fit(History(Array(values.suffix(600))))
    #expect(fit.orders == late.orders)
    #expect(fit.count == 2000 - fit.orders.differences)
  }

  @Test func `says in one sentence what it does`() throws {
    let history = History([1, 2, 3, 4, 5, 7])
    #expect(
      ARIMA().reason(for: history)
        == "An ARIMA model of 6 values, its differences chosen by tests and its orders by AICc.")
    #expect(
      ARIMA(order: (0, 1, 0), constant: true).reason(for: history)
        == "ARIMA(0,1,0) with drift by its exact likelihood from 6 values.")
  }
}

/// The M3 competition, where the shared benchmarks are at hand.
@Suite(.enabled(if: Competition.folder != nil, "the files of ../shared/benchmarks/m3 are missing"))
struct ARIMACompetitionTests {
  @Test(arguments: ARIMAReference.fixed(in: "arima_m3"))
  func `equals R on series of the M3 competition`(series: String, model: String) throws {
    // Where R has no standard errors its search ended on a unit root, with a drift of no meaning.
    guard try !ARIMAReference.competition(series, model, "se").contains(nil) else { return }
    let history = try Competition.history(series)
    let fit = try ARIMAReference.model(model).fit(history)
    let exact = try #require(try ARIMAReference.competition(series, model, "loglik_exact")[0])
    let found = try #require(fit.logLikelihood)
    #expect(found >= exact - 1e-6, "\(found - exact)")
    // Where R's search ends at a lower summit, its forecasts are others.
    guard found < exact + 1e-5 else { return }
    let errors = try ARIMAReference.competition(series, model, "forecast_se")
    for (step, mean) in try ARIMAReference.competition(series, model, "mean").enumerated() {
      guard let mean, let error = errors[step] else { continue }
      #expect(abs(fit.distribution(at: step + 1).point - mean) < 0.03 * error)
      #expect((fit.standardError(at: step + 1) / error).isClose(to: 1, tolerance: 5e-3))
    }
  }
}

/// The training series of the M3 competition.
private enum Competition {
  static let folder: String? = {
    let root = #filePath.split(separator: "/").dropLast(5).joined(separator: "/")
    let folder = "/\(root)/shared/benchmarks/m3"
    return (try? Table.read(folder, "yearly")) == nil ? nil : folder
  }()

  static func history(_ id: String) throws -> History {
    for (set, season) in [("yearly", 1), ("quarterly", 4), ("monthly", 12)] {
      let values = try all[set]?.get()[id] ?? []
      if !values.isEmpty { return History(values, season: season) }
    }
    throw SeriesError.empty(id)
  }

  private static let all: [String: Result<[String: [Double]], any Error>] = Dictionary(
    uniqueKeysWithValues: ["yearly", "quarterly", "monthly"].map { set in
      (set, Result { try Table.read(folder ?? "", set) })
    })
}

extension Table {
  /// The values of each series in a file of the competition.
  fileprivate static func read(_ folder: String, _ set: String) throws -> [String: [Double]] {
    let table = try CSVReader.read("\(folder)/m3_\(set)_train.csv")
    var values: [String: [Double]] = [:]
    for (id, text) in zip(try table.texts("series_id"), try table.texts("value")) {
      if let id, let number = text.flatMap(Double.init) { values[id, default: []].append(number) }
    }
    return values
  }
}
