import Glibc
import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

/// The gravity equation against pyfixest, where the shared benchmarks are at hand.
@Suite(
  .enabled(
    if: Gravity.folder != nil, "the files of ../shared/benchmarks are not at hand"))
struct GravityTests {
  private static let regressors = [
    "o+d+t": ["ldist", "agreement"], "o^t+d^t": ["ldist", "agreement"],
    "o^t+d^t+o^d": ["agreement"],
  ]

  @Test(arguments: ["o+d+t", "o^t+d^t", "o^t+d^t+o^d"])
  func `equals pyfixest in estimates and standard errors`(effects: String) throws {
    let gravity = try Gravity()
    let fit = try gravity.fit(effects, regressors: Self.regressors[effects] ?? [])
    let kinds: [(String, Covariance)] = [
      ("iid", .classical), ("hetero", .hc1), ("{'CRV1': 'od'}", .cluster),
    ]
    for (name, kind) in kinds {
      let errors = fit.standardErrors(kind, clusters: [gravity.factor("o^d")])
      for (place, term) in fit.names.enumerated() {
        let expected = try #require(try gravity.reference("ppml \(effects)", name, term))
        let estimate = try #require(fit.coefficients[place])
        let error = try #require(errors[place])
        #expect(abs(estimate / expected.estimate - 1) < 1e-9, "\(term) \(estimate)")
        #expect(abs(error / expected.error - 1) < 1e-6, "\(name) \(term) \(error)")
      }
    }
  }

  @Test func `gives the estimates and the deviance of dummies`() throws {
    let gravity = try Gravity()
    let absorbed = try gravity.fit("o+d+t", regressors: ["ldist", "agreement"])
    let dummies = try gravity.fit("o+d+t", regressors: ["ldist", "agreement"], absorbing: false)
    for place in 0..<2 {
      let (one, other) = (absorbed.coefficients[place], dummies.coefficients[place])
      #expect(abs(try #require(one) / (try #require(other)) - 1) < 1e-10)
    }
    // statsmodels, GLM with dummies
    #expect(abs(absorbed.deviance / 30312.90271477295 - 1) < 1e-12)
    #expect(abs(dummies.deviance / 30312.90271477295 - 1) < 1e-12)
    let one = absorbed.standardErrors(.hc1)
    let other = dummies.standardErrors(.hc1)
    #expect(abs(try #require(one[0]) / (try #require(other[0])) - 1) < 1e-9)
  }

  @Test func `says that the effect of the pair contains the distance`() throws {
    let fit = try Gravity().fit("o^t+d^t+o^d", regressors: ["ldist", "agreement"])
    #expect(fit.coefficients[0] == nil)
    #expect(fit.notes == ["ldist is dropped: the effect o^d contains it"])
  }
}

/// The flows of gravity_synthetic.csv with the numbers of regression_reference.csv.
private struct Gravity {
  static var folder: String? {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let folder = "/\(root)/shared/benchmarks"
    return access("\(folder)/gravity_synthetic.csv", R_OK) == 0 ? folder : nil
  }

  let numbers: [String: [Double]]
  let texts: [String: [String]]
  let references: Table

  init() throws {
    let folder = try #require(Self.folder)
    let table = try CSVReader.read("\(folder)/gravity_synthetic.csv")
    func numbers(_ name: String) throws -> [Double] { try table.numbers(name).map { $0 ?? .nan } }
    func texts(_ name: String) throws -> [String] { try table.texts(name).map { $0 ?? "" } }
    self.numbers = [
      "ldist": try numbers("distance").map { log($0) }, "agreement": try numbers("agreement"),
      "value": try numbers("value"),
    ]
    self.texts = [
      "o": try texts("origin"), "d": try texts("destination"),
      "t": try numbers("year").map { "\($0)" },
    ]
    references = try CSVReader.read("\(folder)/regression_reference.csv")
  }

  /// `o^t`: the texts of both, joined.
  func factor(_ name: String) -> Factor {
    let parts = name.split(separator: "^").map { texts[String($0)] ?? [] }
    return Factor(
      name, parts[0].indices.map { row in parts.map { $0[row] }.joined(separator: "^") })
  }

  func fit(
    _ effects: String, regressors: [String], absorbing: Bool = true
  ) throws -> GeneralisedLinearModel.Fit {
    let factors = effects.split(separator: "+").map { factor(String($0)) }
    var columns = regressors.map { numbers[$0] ?? [] }
    var names = regressors
    if !absorbing {
      columns.append(columns[0].map { _ in 1 })
      names.append("(intercept)")
      for factor in factors {
        for level in 1..<factor.levels.count {
          columns.append(factor.codes.map { $0 == level ? 1 : 0 })
          names.append(factor.levels[level])
        }
      }
    }
    return try GeneralisedLinearModel(family: .poisson).fit(
      response: numbers["value"] ?? [], matrix: Matrix(columns: columns), names: names,
      effects: absorbing ? factors : [])
  }

  func reference(
    _ model: String, _ kind: String, _ term: String
  ) throws -> (estimate: Double, error: Double)? {
    let columns = try ["case", "kind", "term"].map { try references.texts($0) }
    let estimates = try references.numbers("estimate")
    let errors = try references.numbers("std_error_or_p")
    let row = (0..<references.rowCount).first {
      columns[0][$0] == model && columns[1][$0] == kind && columns[2][$0] == term
    }
    guard let row, let estimate = estimates[row], let error = errors[row] else { return nil }
    return (estimate, error)
  }
}
