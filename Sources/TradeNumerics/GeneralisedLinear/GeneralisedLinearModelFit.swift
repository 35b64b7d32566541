import Glibc
import TradeTables

extension GeneralisedLinearModel {
  /// What maximum likelihood found, with everything that a covariance needs.
  public struct Fit: Sendable {
    /// The family, tolerance and limit of the fit.
    public let specification: GeneralisedLinearModel
    /// The names of the regressors as they were given.
    public let names: [String]
    /// One for each name; `nil` where the regressor was dropped, see `dropped`.
    public let coefficients: [Double?]
    /// The places in `names` of the regressors that were kept, in order.
    public let kept: [Int]
    /// The regressors that effects or other regressors explain.
    public let dropped: [Dropped]
    /// The effects that were absorbed, with their levels in the rows used.
    public let effects: [Effect]

    /// Rows of the data that were used, n.
    public let count: Int
    /// The places of those rows in the data, from 0.
    public let keptRows: [Int32]
    /// The places of rows left out because they are alone in a level of an effect.
    public let singletonRows: [Int32]
    /// The places of rows left out because effects or regressors separate their response.
    public let separatedRows: [Int32]
    /// What is known about separation by the regressors.
    public let separation: SeparationCheck

    /// Steps of iteratively reweighted least squares.
    public let iterations: Int
    /// Whether the last step was as small as the tolerance asks.
    public let isConverged: Bool

    /// 2 (log likelihood of the responses themselves − that of the fit) · dispersion.
    public let deviance: Double
    /// The deviance of a constant, with the offset, weights and θ of the fit.
    public let nullDeviance: Double
    /// The log likelihood at the estimates; with weights, each row's times its weight.
    public let logLikelihood: Double
    /// The log likelihood of a constant, with the offset, weights and θ of the fit.
    public let nullLogLikelihood: Double
    /// Σ w (y − μ)² / V(μ).
    public let pearson: Double
    /// The shape θ of the negative binomial, V(μ) = μ + μ²/θ; `nil` for other families.
    public let theta: Double?
    /// The standard error of θ; `nil` where θ has no finite estimate.
    public let thetaStandardError: Double?

    /// What the model was fitted to, where that was a formula on a table.
    public internal(set) var frame: ModelFrame?

    let regression: AbsorbedRegression
    let triangle: Triangle
    let linearPredictor: Buffer<Double>
    let factors: [Factor]
  }
}

extension GeneralisedLinearModel.Fit {
  /// A regressor without a coefficient, and why.
  public struct Dropped: Sendable, Equatable {
    /// Its place in `names`.
    public let column: Int
    /// The effects that contain it; empty where other regressors are enough.
    public let effects: [String]
    /// The kept regressors that it equals a combination of, besides the effects.
    public let combination: [LeastSquares.Dependency.Part]
  }

  /// An absorbed effect.
  public struct Effect: Sendable, Equatable {
    /// The name of its factor.
    public let name: String
    /// How many levels it has in the rows used.
    public let levels: Int
  }

  /// What is known about separation by combinations of regressors and effects.
  public enum SeparationCheck: Sendable, Equatable {
    /// All rows settled, so that there is none.
    case unnecessary
    /// Rows ran away; the rectifier looked for separated ones, which `separatedRows` names.
    case done
    /// Rows ran away, but the rectifier did not settle.
    case unsettled
  }

  init(
    model: IteratedLeastSquares, specification: GeneralisedLinearModel, data: Observations,
    sample: GeneralisedSample, isConverged: Bool, separation: SeparationCheck
  ) {
    triangle = model.finish()
    regression = model.regression
    linearPredictor = model.eta
    self.specification = specification
    self.isConverged = isConverged
    self.separation = separation
    (iterations, kept) = (model.iterations, model.kept)
    names = data.names
    factors = data.effects
    keptRows = sample.rows
    count = sample.rows.count
    singletonRows = sample.singletons.sorted()
    separatedRows = sample.separated.sorted()
    var coefficients = [Double?](repeating: nil, count: names.count)
    for (place, column) in model.kept.enumerated() {
      coefficients[column] = model.coefficients[place]
    }
    self.coefficients = coefficients
    effects = zip(data.effects, model.regression.effects?.levels ?? []).map {
      Effect(name: $0.name, levels: $1)
    }
    dropped = model.dropped.map { Dropped($0, data: data, rows: sample.rows) }

    let likelihood = Likelihood(model)
    (deviance, logLikelihood) = (likelihood.deviance, likelihood.value)
    (nullDeviance, nullLogLikelihood) = (likelihood.nullDeviance, likelihood.nullValue)
    pearson = likelihood.pearson
    let isShaped = specification.family == .negativeBinomial
    theta = isShaped ? model.theta : nil
    let information = model.thetaInformation
    thetaStandardError =
      isShaped && model.theta < NegativeBinomialShape.largest && information > 0
      ? 1 / information.squareRoot() : nil
  }
}

extension GeneralisedLinearModel.Fit.Dropped {
  /// Finds the effects of whose levels the column is a function; where no single effect is
  /// enough, all of them are named.
  init(_ dependency: LeastSquares.Dependency, data: Observations, rows: [Int32]) {
    column = dependency.column
    combination = dependency.combination
    guard dependency.combination.isEmpty, !data.effects.isEmpty else {
      effects = []
      return
    }
    let start = dependency.column * data.matrix.rows
    let single = data.effects.first { effect in
      var values = [Double?](repeating: nil, count: effect.levels.count)
      return rows.allSatisfy { row in
        let value = data.matrix.elements[start + Int(row)]
        let level = Int(effect.codes[Int(row)])
        defer { values[level] = value }
        return values[level].map { $0 == value } ?? true
      }
    }
    effects = single.map { [$0.name] } ?? data.effects.map(\.name)
  }
}

extension GeneralisedLinearModel.Fit {
  /// 1 − ℓ / ℓ₀ of the log likelihoods (McFadden); `nil` where a constant fits perfectly.
  public var pseudoRSquared: Double? {
    nullLogLikelihood == 0 || !nullLogLikelihood.isFinite || !logLikelihood.isFinite
      ? nil : 1 - logLikelihood / nullLogLikelihood
  }

  /// Coefficients that the effects take up: all levels, less one for every effect but the first.
  public var effectDegrees: Int {
    effects.isEmpty ? 0 : effects.reduce(0) { $0 + $1.levels } - (effects.count - 1)
  }

  /// n − kept regressors − `effectDegrees`; not above zero where there are too few rows.
  public var degreesOfFreedom: Int { count - kept.count - effectDegrees }

  /// The variance factor: Pearson's Σ w (y − μ)² / V(μ) over n − K, and 1 for families without.
  public var dispersion: Double? {
    guard specification.family.hasDispersion else { return 1 }
    return degreesOfFreedom > 0 ? pearson / Double(degreesOfFreedom) : nil
  }

  /// The fitted means of the rows used.
  public var fitted: [Double] {
    (0..<count).map { specification.family.mean(linearPredictor.start[$0]) }
  }

  /// How many rows are left out because they are alone in a level.
  public var droppedSingletons: Int { singletonRows.count }
  /// How many rows are left out because their response is separated.
  public var droppedSeparated: Int { separatedRows.count }

  /// What was left out and why, one sentence each.
  public var notes: [String] {
    var notes = dropped.map { "\(names[$0.column]) is dropped: \(reason($0))" }
    if droppedSeparated > 0 {
      notes.append(
        "\(rows(droppedSeparated)) left out: effects or regressors separate the response there, "
          + "so that no finite estimate exists with them")
    }
    if droppedSingletons > 0 {
      notes.append("\(rows(droppedSingletons)) left out: alone in a level of an effect")
    }
    if separation == .unsettled {
      notes.append("the search for separated rows did not settle: some estimates may be infinite")
    }
    if !isConverged {
      notes.append("no convergence after \(iterations) steps: the estimates are not final")
    }
    if theta == NegativeBinomialShape.largest {
      notes.append("no overdispersion: the negative binomial is the Poisson model here")
    }
    return notes
  }

  private func rows(_ count: Int) -> String { count == 1 ? "1 row is" : "\(count) rows are" }

  private func reason(_ dropped: Dropped) -> String {
    if dropped.effects.count == 1 { return "the effect \(dropped.effects[0]) contains it" }
    if !dropped.effects.isEmpty {
      return "the effects \(dropped.effects.joined(separator: ", ")) together contain it"
    }
    guard !dropped.combination.isEmpty else { return "it is zero in every row" }
    let parts = dropped.combination.map { part in
      let factor = NumberText.full(part.factor.rounded(significant: 6))
      return names[part.column] == "(intercept)"
        ? factor : factor == "1" ? names[part.column] : "\(factor) \(names[part.column])"
    }
    let sum = parts.joined(separator: " + ").split(separator: " + -").joined(separator: " - ")
    return "it equals \(sum)" + (effects.isEmpty ? "" : ", up to the effects")
  }
}

extension Double {
  /// The nearest number of so many significant digits.
  fileprivate func rounded(significant digits: Int) -> Double {
    guard self != 0, isFinite else { return self }
    let scale = pow(10, Double(digits - 1) - floor(log10(abs(self))))
    return scale.isFinite && scale > 0 ? (self * scale).rounded() / scale : self
  }
}
