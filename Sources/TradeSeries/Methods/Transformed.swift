import Glibc
import TradeTables

/// Any method on another scale: fitted to logarithms or powers, and brought back.
///
///     try series.forecast(with: Transformed(.ets, to: .logarithm))
///
/// On logarithms a trend is growth, a season is a factor, and no forecast is below zero. Every
/// quantile is brought back by itself, which is exact as the scale rises throughout; so the point
/// forecast is the median. The mean would lie above it, and of Student's t on logarithms does not
/// exist: no bias is adjusted.
///
/// Reference: Hyndman & Athanasopoulos, *Forecasting: Principles and Practice*, 3rd edition,
/// sections 3.1 and 5.6.
public struct Transformed: Forecaster {
  /// The method on the values' own scale.
  public let method: any Forecaster
  /// The scale.
  public let transformation: Transformation
  private let inner: any Forecaster

  /// The method on a scale; `nil` for one that needs the amounts themselves, such as `auto`.
  public init?(_ method: any Forecaster, to transformation: Transformation) {
    guard let inner = method.onTransformedValues else { return nil }
    self.method = method
    self.transformation = transformation
    self.inner = inner
  }

  /// The two names with a colon, such as `ets:log`.
  public var name: String { "\(method.name):\(transformation.name)" }
  /// That of the method.
  public var leastCount: Int { method.leastCount }
  /// `nil`: one scale is enough.
  public var onTransformedValues: (any Forecaster)? { nil }

  /// Fits the method to the values on the scale; one that has no place there throws.
  public func fit(_ history: History) throws(SeriesError) -> Fitted {
    let scale = try scale(for: history)
    do throws(SeriesError) {
      return Fitted(fit: try inner.fit(history.on(scale)), scale: scale, history: history)
    } catch {
      guard case .tooShort(_, let count, let needed) = error else { throw error }
      throw .tooShort(method: name, count: count, needed: needed)
    }
  }

  /// λ as it is given, or as the values call for it.
  public func scale(for history: History) throws(SeriesError) -> BoxCox {
    let scale = transformation.scale(for: history)
    if let wrong = history.present.first(where: { !scale.covers($0.value) }) {
      throw .notPositive(method: name, value: wrong.value)
    }
    return scale
  }

  /// What the method says, and what the scale means for the result.
  public func reason(for history: History) -> String {
    guard let scale = try? scale(for: history) else { return method.reason(for: history) }
    let on =
      scale.lambda == 0
      ? "logarithms"
      : "powers of λ = \(NumberText.fixed(scale.lambda, digits: 2))"
        + (transformation == .automatic ? ", as Guerrero's measure calls for" : "")
    return inner.reason(for: history.on(scale)).dropLast()
      + "; it works on \(on), and its median and quantiles are brought back as they are."
  }

  /// The method on the scale of one series.
  public struct Fitted: FittedForecaster {
    /// What the method learned there, of values in units of `unit`.
    public let fit: any FittedForecaster
    /// The scale.
    public let scale: BoxCox
    /// What the values were divided by, near their level: powers of tiny numbers lose their digits.
    public let unit: Double
    /// That of the method, on the scale of the values.
    public let likelihood: Likelihood

    init(fit: any FittedForecaster, scale: BoxCox, history: History) {
      self.fit = fit
      self.scale = scale
      unit = history.unit
      let values = history.present.map { [unit] in $0.value / unit }
      let own = fit.likelihood
      // A change that is a part p of the level is one of p |y|^λ on the scale.
      likelihood = Likelihood(
        squares: own.squares, count: own.count,
        level: values.map { pow(abs($0), scale.lambda) }.finiteMean,
        logJacobian: values.reduce(own.logJacobian) {
          $0 + scale.logJacobian(at: $1) - log(history.unit)
        })
    }

    /// What the method expects, brought back.
    public func distribution(at step: Int) -> Predictive {
      let inner = fit.distribution(at: step)
      return scale.lambda == 0
        ? Predictive.exponential(inner).scaled(by: unit)
        : .power(inner, lambda: scale.lambda, unit: unit)
    }
  }
}

/// Which scale a method is to work on.
public enum Transformation: Sendable, Hashable {
  /// Natural logarithms, of values above zero.
  case logarithm
  /// Powers with a λ above 0 and up to 1.
  case power(BoxCox)
  /// The λ of Guerrero's measure, of values that are not below zero.
  case automatic

  /// `log`, `box-cox=0.3` or `box-cox`.
  public var name: String {
    switch self {
    case .logarithm: "log"
    case .power(let scale): "box-cox=\(NumberText.full(scale.lambda))"
    case .automatic: "box-cox"
    }
  }

  /// The transformation of that name; `nil` where there is none.
  public init?(_ name: String) {
    switch name {
    case "log": self = .logarithm
    case "box-cox": self = .automatic
    default:
      guard name.hasPrefix("box-cox="),
        let lambda = NumberText.number(name.dropFirst("box-cox=".count)),
        (0...1).contains(lambda)
      else { return nil }
      self = lambda == 0 ? .logarithm : .power(BoxCox(lambda: lambda))
    }
  }

  fileprivate func scale(for history: History) -> BoxCox {
    switch self {
    case .logarithm: BoxCox(lambda: 0)
    case .power(let scale): scale
    case .automatic: BoxCox(guerrero: history)
    }
  }
}

extension History {
  /// The same history on a scale that covers its values.
  fileprivate func on(_ scale: BoxCox) -> History {
    let unit = unit
    return History(values.map { $0.map { scale.value($0 / unit) } }, season: season)
  }
}

// MARK: - Methods that need amounts

// Learned from amounts, or blind to what their zero is: factors for seasons, logarithms of their own.
extension Auto {
  /// `nil`: it knows amounts.
  public var onTransformedValues: (any Forecaster)? { nil }
}

extension Pooled {
  /// `nil`: it knows amounts.
  public var onTransformedValues: (any Forecaster)? { nil }
}

extension LogTrend {
  /// `nil`: it takes the logarithms itself.
  public var onTransformedValues: (any Forecaster)? { nil }
}

extension Theta {
  /// `nil`: its seasons are factors of amounts.
  public var onTransformedValues: (any Forecaster)? { nil }
}

extension OptimisedTheta {
  /// `nil`: its seasons are factors of amounts.
  public var onTransformedValues: (any Forecaster)? { nil }
}

extension DynamicTheta {
  /// `nil`: its seasons are factors of amounts.
  public var onTransformedValues: (any Forecaster)? { nil }
}

extension Combination {
  /// `nil`: its members are on scales of their own.
  public var onTransformedValues: (any Forecaster)? { nil }
}

extension MedianCombination {
  /// `nil`: its members are on scales of their own.
  public var onTransformedValues: (any Forecaster)? { nil }
}

extension WeightedCombination {
  /// `nil`: its members are on scales of their own.
  public var onTransformedValues: (any Forecaster)? { nil }
}
