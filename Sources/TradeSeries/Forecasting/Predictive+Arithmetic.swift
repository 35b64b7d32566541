import Glibc

/// A forecast of an adjusted series, brought back to the values: a X + b.
extension Predictive {
  /// The distribution of the value times a factor above zero.
  public func scaled(by factor: Double) -> Predictive {
    precondition(factor > 0 && factor.isFinite, "a factor of \(factor)")
    switch self {
    case .studentT(let location, let scale, let degrees):
      return .studentT(location: location * factor, scale: scale * factor, degrees: degrees)
    case .exponential(let inner): return .exponential(inner.shifted(by: log(factor)))
    case .power(let inner, let lambda, let unit):
      return .power(inner, lambda: lambda, unit: unit * factor)
    case .empirical(let location, let scale, let quantiles):
      return .empirical(location: location * factor, scale: scale * factor, quantiles: quantiles)
    case .mixture(let parts):
      return .mixture(parts.map { $0.with($0.distribution.scaled(by: factor)) })
    case .shifted(let inner, let offset):
      return inner.scaled(by: factor).shifted(by: offset * factor)
    }
  }

  /// The distribution of the value plus a constant.
  public func shifted(by offset: Double) -> Predictive {
    precondition(offset.isFinite, "an offset of \(offset)")
    switch self {
    case .studentT(let location, let scale, let degrees):
      return .studentT(location: location + offset, scale: scale, degrees: degrees)
    case .exponential, .power: return .shifted(self, by: offset)
    case .empirical(let location, let scale, let quantiles):
      return .empirical(location: location + offset, scale: scale, quantiles: quantiles)
    case .mixture(let parts):
      return .mixture(parts.map { $0.with($0.distribution.shifted(by: offset)) })
    case .shifted(let inner, let first): return inner.shifted(by: first + offset)
    }
  }
}

extension Predictive.Part {
  /// The same weight on another distribution.
  fileprivate func with(_ distribution: Predictive) -> Predictive.Part {
    Predictive.Part(weight: weight, distribution: distribution)
  }
}
