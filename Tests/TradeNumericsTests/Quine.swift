import TradeNumerics
import TradeTestSupport

/// Days absent from school, data set `quine` of R's MASS, with an offset and weights made up.
struct Quine {
  let days: [Double]
  let male: [Double]
  let slow: [Double]
  let offset: [Double]
  let weight: [Double]
  let age: Factor
  let ethnicity: Factor
  let sex: Factor

  init() throws {
    let rows = try Oracle("quine").all
    func numbers(_ name: String) -> [Double] { rows.map { Double($0[name] ?? "") ?? .nan } }
    func factor(_ name: String) -> Factor { Factor(name, rows.map { $0[name] ?? "" }) }
    days = numbers("days")
    male = numbers("male")
    slow = numbers("slow")
    offset = numbers("offset")
    weight = numbers("weight")
    (age, ethnicity, sex) = (factor("age"), factor("ethnicity"), factor("male"))
  }

  /// Ages and ethnicities together.
  var groups: Factor {
    Factor(
      "age^ethnicity",
      zip(age.codes, ethnicity.codes).map { "\(age.levels[Int($0)])^\(ethnicity.levels[Int($1)])" })
  }

  /// The models of Tests/Oracles/generalised.R, their effects absorbed or as dummies.
  static let models = [
    "gaussian", "poisson", "gamma", "logit", "negative_binomial", "poisson_offset_weights",
    "gamma_weights", "logit_weights",
  ]

  func fit(_ model: String, absorbing: Bool = true) throws -> GeneralisedLinearModel.Fit {
    let parts = model.split(separator: "_")
    let family = Family(rawValue: String(parts[0])) ?? .negativeBinomial
    let response: [Double] =
      switch family {
      case .gamma: days.map { $0 + 1 }
      case .logit: days.map { $0 > 10 ? 1 : 0 }
      default: days
      }
    var columns = [male, slow]
    var names = ["male", "slow"]
    if !absorbing {
      columns.append(days.map { _ in 1 })
      names.append("(intercept)")
      for factor in [age, ethnicity] {
        for level in 1..<factor.levels.count {
          columns.append(factor.codes.map { $0 == level ? 1 : 0 })
          names.append(factor.levels[level])
        }
      }
    }
    return try GeneralisedLinearModel(family: family).fit(
      response: response, matrix: Matrix(columns: columns), names: names,
      offset: parts.contains("offset") ? offset : nil,
      weights: parts.contains("weights") ? weight : nil,
      effects: absorbing ? [age, ethnicity] : [])
  }
}
