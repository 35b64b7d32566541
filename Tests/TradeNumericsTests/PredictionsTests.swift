import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

@Suite struct PredictionsTests {
  static func table(_ name: String, file: String = #filePath) throws -> Table {
    let folder = file.split(separator: "/").dropLast(2).joined(separator: "/")
    return try CSVReader.read("/\(folder)/Oracles/\(name).csv")
  }

  /// The data of predict.R with the columns that it adds.
  static func data() throws -> Table {
    let table = try table("model_matrix_data")
    let y = try table.numbers("y").compactMap(\.self)
    let z = try table.numbers("z").compactMap(\.self)
    return Table(
      table.columns + [
        .number("count", y.map { (abs($0) * 3).rounded(.toNearestOrEven) }),
        .number("yes", z.map { $0 > 0.5 ? 1 : 0 }),
      ])
  }

  /// Compares each quantity of the predictions that R printed for a model.
  static func compare(_ predictions: Predictions, with model: String, tolerance: Double) throws {
    let oracle = try Oracle("predict")
    var compared = 0
    for quantity in ["fit", "se", "mean_lower", "mean_upper", "lower", "upper"] {
      for row in 1...4 {
        let key = ["model": model, "row": "\(row)", "quantity": quantity]
        guard let expected = oracle.number(key) else { continue }
        compared += 1
        let number = try predictions.table.numbers(quantity)[row - 1]
        #expect(
          number.isClose(to: expected, tolerance: tolerance),
          "\(model) \(quantity) \(row): \(number ?? .nan), R \(expected)")
      }
    }
    #expect(compared >= 4)
  }

  // MARK: Against R

  @Test(arguments: [
    "y ~ x + z", "y ~ region", "y ~ region * x", "y ~ x + region:x", "y ~ poly(x, 3)",
    "y ~ poly(log(w), 2) + region", "log(w) ~ x + x^2 + good", "y ~ 0 + x + dummy(year)",
    "y ~ x + offset(z)", "y ~ poly(x, 2):region", "y ~ 1",
  ])
  func `least squares predicts as R does, with both intervals`(formula: String) throws {
    let fit = try Regression(formula).fit(Self.data())
    let predictions = try fit.predict(Self.table("predict_new"), level: 0.9)
    #expect(predictions.notes.isEmpty)
    try Self.compare(predictions, with: formula, tolerance: 1e-12)
  }

  @Test(arguments: [
    ("hc0", Covariance.hc0), ("hc1", .hc1), ("hc2", .hc2), ("hc3", .hc3),
    ("hac", .neweyWest(lag: 2)), ("cluster", .cluster),
  ])
  func `standard errors follow the covariance`(kind: String, covariance: Covariance) throws {
    let data = try Self.data()
    let fit = try Regression("y ~ x + region").fit(data)
    let clusters = kind == "cluster" ? [try fit.frame.factor("good", in: data)] : []
    let predictions = try fit.predict(
      Self.table("predict_new"), covariance: covariance, clusters: clusters)
    try Self.compare(predictions, with: kind, tolerance: 1e-11)
  }

  @Test(arguments: [
    ("poisson", Family.poisson, "count ~ x + region"), ("gamma", .gamma, "w ~ z + poly(x, 2)"),
    ("logit", .logit, "yes ~ x"), ("gaussian", .gaussian, "y ~ x + region"),
  ])
  func `generalised models predict means as R does`(
    model: String, family: Family, formula: String
  ) throws {
    let frame = try ModelFrame(Formula(formula), Self.data())
    let fit = try GeneralisedLinearModel(family: family).fit(frame)
    // R counts no degrees of freedom where there is no dispersion to estimate.
    let predictions = try fit.predict(
      Self.table("predict_new"), level: 0.9,
      smallSample: family == .poisson || family == .logit ? [] : .standard)
    #expect(predictions.table.names == ["fit", "se", "mean_lower", "mean_upper"])
    try Self.compare(predictions, with: model, tolerance: 1e-8)
  }

  @Test(arguments: [("gaussian", "w ~ x + region"), ("lognormal", "log(w) ~ x + region")])
  func `censored models predict as survreg does`(distribution: String, formula: String) throws {
    let data = try Self.data()
    let w = try data.numbers("w")
    var qualifiers = [Qualifier](repeating: .exact, count: 24)
    for row in [3, 9, 15, 21] { qualifiers[row - 1] = .moreThan }
    for row in [5, 11] { qualifiers[row - 1] = .lessThan }
    var uppers = [Double?](repeating: nil, count: 24)
    uppers[7] = w[7].map { $0 + 20 }
    let frame = try ModelFrame(Formula(formula), data)
    let fit = try #require(
      try CensoredRegression.fit(frame, data, qualifiers: qualifiers, uppers: uppers))
    #expect(fit.counts == .init(observed: 17, left: 2, right: 4, interval: 1))
    let predictions = try fit.predict(Self.table("predict_new"))
    try Self.compare(predictions, with: "censored \(distribution)", tolerance: 1e-8)
    for row in predictions.rows {
      let mean = try #require(row.meanInterval)
      let value = try #require(row.interval)
      #expect(value.lowerBound < mean.lowerBound && mean.upperBound < value.upperBound)
    }
  }

  // MARK: Laws

  @Test func `continues a line exactly`() throws {
    let table = Table(.number("year", [2001, 2002, 2003, 2004]), .number("y", [3, 5, 7, 9]))
    let fit = try Regression("y ~ year").fit(table)
    let row = try fit.predict(Table(.number("year", [2010]))).rows[0]
    #expect(row.fit == 21)
    #expect(row.standardError == 0)
    #expect(row.interval == 21...21)
  }

  @Test(arguments: 1...4) func `the rows that were fitted get their fitted values`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let x = (0..<40).map { 1990 + Double($0) + .random(in: 0...0.5, using: &generator) }
    let y = x.map { ($0 - 2000) * 3 + .random(in: -1...1, using: &generator) }
    let table = Table(.number("x", x), .number("y", y))
    let fit = try Regression("y ~ poly(x, 4)").fit(table)
    let predictions = try fit.predict(table)
    let sigma = try #require(fit.residualStandardError)
    for (row, leverage) in fit.leverage.enumerated() {
      let fitted = y[row] - fit.leastSquares.residuals[row]
      #expect(predictions.rows[row].fit.isClose(to: fitted, tolerance: 1e-10))
      #expect(
        predictions.rows[row].standardError.isClose(
          to: sigma * leverage.squareRoot(), tolerance: 1e-10))
    }
  }

  @Test func `robust errors keep their digits with powers of raw years`() throws {
    let years = (2000...2019).map(Double.init)
    var generator = SeededGenerator(seed: 5)
    let y = years.map { ($0 - 2010) * ($0 - 2010) + .random(in: -5...5, using: &generator) }
    let raw = Table(.number("t", years), .number("y", y))
    let centred = Table(.number("t", years.map { $0 - 2010 }), .number("y", y))
    for kind in [Covariance.classical, .hc3, .neweyWest(lag: 1)] {
      let a = try Regression("y ~ t + t^2").fit(raw)
        .predict(Table(.number("t", [2022])), covariance: kind).rows[0]
      let b = try Regression("y ~ t + t^2").fit(centred)
        .predict(Table(.number("t", [12])), covariance: kind).rows[0]
      #expect(a.standardError.isClose(to: try #require(b.standardError), tolerance: 1e-9))
      // The coefficients themselves, of size 1e9, are rounded to doubles.
      #expect(a.fit.isClose(to: try #require(b.fit), tolerance: 1e-7))
    }
  }

  @Test func `needs no response and takes rows in any order`() throws {
    let fit = try Regression("y ~ x + region").fit(Self.data())
    let new = try Self.table("predict_new")
    let forwards = try fit.predict(new).rows
    let backwards = try fit.predict(
      Table(new.columns.map { $0.selecting([3, 2, 1, 0]) })
    ).rows
    #expect(forwards == backwards.reversed())
    #expect(new.firstColumn("y") == nil)
  }

  // MARK: Absorbed effects

  /// Three effects, the last of which is a product.
  private static func flows(seed: Int) -> Table {
    var generator = SeededGenerator(seed: seed)
    let rows = 300
    let names = ["KAZ", "VNM", "CHN", "RUS", "DEU", "FRA"]
    let a = (0..<rows).map { _ in names.randomElement(using: &generator) ?? "" }
    let b = (0..<rows).map { _ in names.randomElement(using: &generator) ?? "" }
    let year = (0..<rows).map { 2015 + Double($0 % 4) }
    let x = (0..<rows).map { _ in Double.random(in: -1...1, using: &generator) }
    let value = (0..<rows).map { row in
      Double(a[row].utf8.first ?? 0) / 10 + x[row] + .random(in: 0...3, using: &generator)
    }
    return Table(
      .text("a", a), .text("b", b), .number("year", year), .number("x", x),
      .number("value", value))
  }

  @Test(arguments: ["a", "a + b", "a + b + year", "a^year + b"])
  func `absorbed effects add what factors would`(effects: String) throws {
    let table = Self.flows(seed: 3)
    let frame = try ModelFrame(Formula("value ~ x | \(effects)"), table)
    let fit = try GeneralisedLinearModel(family: .poisson).fit(frame)
    let predictions = try fit.predict(table)
    #expect(predictions.rows.count == 300)
    for (place, row) in fit.keptRows.enumerated() {
      #expect(predictions.rows[Int(row)].fit.isClose(to: fit.fitted[place], tolerance: 1e-8))
    }
    #expect(predictions.rows.allSatisfy { $0.standardError == nil })
    #expect(predictions.notes.last?.hasPrefix("no standard errors: levels of absorbed") == true)
  }

  @Test func `absorbed effects predict new combinations as factors do`() throws {
    let table = Self.flows(seed: 4)
    let new = Table(
      .text("a", ["KAZ", "FRA"]), .text("b", ["VNM", "VNM"]), .number("year", [2016, 2018]),
      .number("x", [0.5, -2]))
    let model = GeneralisedLinearModel(family: .poisson)
    let absorbed = try model.fit(ModelFrame(Formula("value ~ x | a + b + year"), table))
      .predict(new)
    let factors = try model.fit(ModelFrame(Formula("value ~ x + a + b + dummy(year)"), table))
      .predict(new)
    for (one, other) in zip(absorbed.rows, factors.rows) {
      #expect(one.fit.isClose(to: try #require(other.fit), tolerance: 1e-8))
      #expect(other.standardError != nil)
    }
  }

  @Test func `an effect without an estimate leaves a gap with its reason`() throws {
    let table = Self.flows(seed: 5)
    let fit = try GeneralisedLinearModel(family: .gaussian)
      .fit(ModelFrame(Formula("value ~ x | a"), table))
    let new = Table(.text("a", ["KAZ", "USA"]), .number("x", [0, 0]))
    let predictions = try fit.predict(new)
    #expect(predictions.rows[0].fit != nil)
    #expect(predictions.rows[1].gap == .noEstimate(level: "USA", effect: "a"))
    #expect(
      predictions.notes[0]
        == "row 2 has no prediction: the effect 'a' has no estimate for 'USA'")
  }

  @Test func `levels that no rows connect are not added up`() throws {
    // Two groups of rows without a level in common: an effect of one and one of the other can be
    // shifted against each other.
    let table = Table(
      .text("a", ["p", "p", "q", "q", "r", "r", "s", "s"]),
      .text("b", ["u", "v", "u", "v", "x", "y", "x", "y"]),
      .number("y", [1, 2, 3, 5, 8, 1, 2, 4]), .number("z", [0, 1, 1, 3, 2, 5, 1, 1]))
    let fit = try GeneralisedLinearModel(family: .gaussian)
      .fit(ModelFrame(Formula("y ~ z | a + b"), table))
    let predictions = try fit.predict(
      Table(.text("a", ["p", "p"]), .text("b", ["v", "x"]), .number("z", [2, 2])))
    #expect(predictions.rows[0].fit != nil)
    #expect(predictions.rows[1].gap == .unconnected(effects: ["a", "b"]))
  }

  // MARK: Gaps

  @Test func `a missing value leaves a gap and is counted`() throws {
    let fit = try Regression("y ~ x + region").fit(Self.data())
    let predictions = try fit.predict(
      Table(.number("x", [1, nil, 2]), .text("region", ["EU", "EU", nil])))
    #expect(predictions.rows[0].fit != nil)
    #expect(predictions.rows[1].gap == .missingValue && predictions.rows[2].gap == .missingValue)
    #expect(predictions.notes == ["2 rows have no prediction: a value is missing"])
  }

  @Test func `rows outside of what the data tell about have no prediction`() throws {
    let table = Table(
      .number("y", [1, 3, 4, 8, 9]), .number("x", [1, 2, 3, 4, 5]),
      .number("twice", [3, 5, 7, 9, 11]), .number("zero", [0, 0, 0, 0, 0]))
    let fit = try Regression("y ~ x + twice + zero").fit(table)
    #expect(fit.leastSquares.rank == 2)
    let predictions = try fit.predict(
      Table(.number("x", [6, 6, 6]), .number("twice", [13, 14, 13]), .number("zero", [0, 0, 1])))
    let plain = try Regression("y ~ x").fit(table).predict(Table(.number("x", [6])))
    #expect(predictions.rows[0].fit.isClose(to: try #require(plain.rows[0].fit)))
    #expect(predictions.rows[1].gap == .notEstimable(term: "twice"))
    #expect(predictions.rows[2].gap == .notEstimable(term: "zero"))
    let general = try GeneralisedLinearModel(family: .gaussian)
      .fit(ModelFrame(Formula("y ~ x + twice + zero"), table))
      .predict(
        Table(
          .number("x", [6, 6, 6]), .number("twice", [13, 14, 13]), .number("zero", [0, 0, 1])))
    #expect(general.rows.map(\.gap) == predictions.rows.map(\.gap))
  }

  @Test func `a term that an effect contains must be what the effect says`() throws {
    let table = Table(
      .text("a", ["p", "p", "p", "q", "q", "q"]), .number("size", [3, 3, 3, 7, 7, 7]),
      .number("x", [1, 2, 4, 1, 5, 3]), .number("y", [1, 2, 5, 3, 9, 8]))
    let fit = try GeneralisedLinearModel(family: .gaussian)
      .fit(ModelFrame(Formula("y ~ x + size | a"), table))
    let predictions = try fit.predict(
      Table(.text("a", ["p", "p"]), .number("size", [3, 4]), .number("x", [3, 3])))
    #expect(predictions.rows[0].fit != nil)
    #expect(predictions.rows[1].gap == .notEstimable(term: "size"))
  }

  @Test func `without degrees of freedom there is a fit and a reason`() throws {
    let table = Table(.number("x", [1, 2]), .number("y", [3, 5]))
    let predictions = try Regression("y ~ x").fit(table).predict(Table(.number("x", [3])))
    #expect(predictions.rows[0].fit.isClose(to: 7))
    #expect(predictions.rows[0].standardError == nil && predictions.rows[0].interval == nil)
    #expect(
      predictions.notes
        == ["no standard errors: 2 rows leave no degrees of freedom for 2 coefficients"])
  }

  @Test func `what is beyond the numbers is a gap, never infinite`() throws {
    let table = Table(.number("x", [1, 2, 3, 4]), .number("y", [1, 10, 90, 1000]))
    let fit = try GeneralisedLinearModel(family: .poisson)
      .fit(ModelFrame(Formula("y ~ x"), table))
    let rows = try fit.predict(Table(.number("x", [1e6, -1e6, 300]))).rows
    #expect(rows[0].gap == .beyondRange)
    #expect(rows[1].fit.map { $0 >= 0 && $0 < 1e-200 } == true)
    #expect(rows[2].gap == nil || rows[2].gap == .beyondRange)
    #expect(rows.allSatisfy { $0.fit?.isFinite ?? true })
  }
}
