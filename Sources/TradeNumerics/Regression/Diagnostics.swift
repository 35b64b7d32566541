import TradeTables

/// Tests of what least squares takes for granted: equal variances, independence, a normal law, the
/// right form and no break.
///
///     let fit = try Regression("turnover ~ year").fit(table)
///     print(fit.diagnostics(breakAt: 2022).table)
///
/// Tests of autocorrelation take the rows in the order of the table, so they mean something for
/// rows in order of time; the others do not depend on the order. Each test is a function of
/// `DiagnosticSample`, with its formula and reference there.
public struct Diagnostics: Sendable, Equatable {
  /// One a test, always in the same order.
  public let tests: [Test]
}

extension Diagnostics {
  /// What one test found, or why it found nothing.
  public struct Test: Sendable, Equatable {
    /// The usual name, such as `Breusch-Pagan`.
    public let name: String
    /// `nil` where it is undefined.
    public let statistic: Double?
    /// The law of the statistic if nothing is wrong, such as `F(2, 40)`; empty where there is none.
    public let distribution: String
    /// The probability of a larger statistic if nothing is wrong; `nil` where it is undefined.
    public let p: Double?
    /// Why the statistic, or its probability, is undefined.
    public let reason: String?
    /// The answer at the level of 5 %, in a few words; the reason where there is no answer.
    public let reading: String
  }

  /// The probability below which something is taken to be wrong.
  static let level = 0.05
}

extension Diagnostics: TableConvertible {
  /// `test,statistic,distribution,p,reading`, a row a test.
  public var table: Table {
    Table(
      .text("test", tests.map(\.name)),
      .number("statistic", tests.map(\.statistic), style: .significant(5)),
      .text("distribution", tests.map { $0.distribution.isEmpty ? nil : $0.distribution }),
      .number("p", tests.map(\.p), style: .significant(3)),
      .text("reading", tests.map(\.reading)))
  }
}

extension Regression.Fit {
  /// Tests of the assumptions behind this fit.
  ///
  /// With `breakAt` the last of them is Chow's: whether the coefficients are others in the rows in
  /// which the first term beside the intercept has that value or a larger one.
  public func diagnostics(breakAt: Double? = nil) -> Diagnostics {
    typealias Sample = DiagnosticSample
    var procedures: [(name: String, run: (Sample) -> () throws(Undefined) -> Diagnostics.Test)] = [
      ("Durbin-Watson", Sample.durbinWatson), ("Breusch-Pagan", Sample.breuschPagan),
      ("White", Sample.white), ("Breusch-Godfrey", Sample.breuschGodfrey),
      ("Ljung-Box", Sample.ljungBox), ("Jarque-Bera", Sample.jarqueBera),
      ("RESET", Sample.reset),
    ]
    if let breakAt {
      procedures.append(
        ("Chow", { sample in { () throws(Undefined) in try sample.chow(at: breakAt) } }))
    }
    return Diagnostics(
      tests: procedures.map { name, run in
        do throws(Undefined) {
          return try run(try Sample(self))()
        } catch {
          return Diagnostics.Test(
            name: name, statistic: nil, distribution: "", p: nil, reason: error.reason,
            reading: "undefined: \(error.reason)")
        }
      })
  }
}

/// Why a test has no answer.
struct Undefined: Error {
  let reason: String
}

/// The law of a statistic if nothing is wrong.
enum ReferenceLaw: CustomStringConvertible {
  case chiSquare(Int)
  case fisher(Int, Int)

  var description: String {
    switch self {
    case .chiSquare(let degrees): "chi-square(\(degrees))"
    case .fisher(let numerator, let denominator): "F(\(numerator), \(denominator))"
    }
  }

  /// P(X > statistic).
  func upper(_ statistic: Double) -> Double {
    switch self {
    case .chiSquare(let degrees): ChiSquare(degrees: Double(degrees)).upper(statistic)
    case .fisher(let numerator, let denominator):
      FisherF(numerator: Double(numerator), denominator: Double(denominator)).upper(statistic)
    }
  }
}

extension Diagnostics.Test {
  /// A statistic with its law; `quiet` is the reading above 5 %, `alarm` the one below.
  init(_ name: String, _ statistic: Double, _ law: ReferenceLaw, quiet: String, alarm: String) {
    let p = law.upper(statistic)
    self.init(
      name: name, statistic: statistic, distribution: law.description, p: p, reason: nil,
      reading: p < Diagnostics.level ? alarm : quiet)
  }
}
