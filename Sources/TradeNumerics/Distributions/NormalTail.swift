import Glibc

/// The far tail of the standard normal distribution, as censored observations need it.
///
///     log density      ln φ(z) = −z²/2 − ln(2π)/2
///     hazard           h(z) = φ(z) / Q(z)            Q(z) = P(Z > z)
///     log upper tail   ln Q(z) = ln φ(z) − ln h(z)
///
/// Q itself is below the smallest double from z = 38 on; its logarithm and h never are. From z = 5
/// on, h is Laplace's continued fraction h = z + 1/(z + 2/(z + 3/(z + …))), cut after 40 terms.
///
/// Reference: Abramowitz & Stegun, *Handbook of Mathematical Functions*, formula 26.2.14.
extension StandardNormal {
  /// The natural logarithm of the density at z.
  public static func logDensity(_ z: Double) -> Double { -z * z / 2 - logRootTwoPi }

  /// The density at z, without the error that squaring z would bring into the exponent.
  public static func density(_ z: Double) -> Double {
    let square = z * z
    let rest = fma(z, z, -square)
    return square > 1500 ? 0 : exp(-square / 2) * (1 - rest / 2) * oneOverRootTwoPi
  }

  /// The natural logarithm of P(Z > z), with all its digits at any z.
  public static func logUpper(_ z: Double) -> Double {
    if z < 0 { return log1p(-cdf(z)) }
    return z < fractionStart ? log(upper(z)) : logDensity(z) - log(hazard(z))
  }

  /// φ(z) / P(Z > z): the mean of Z given that it exceeds z.
  public static func hazard(_ z: Double) -> Double {
    z < fractionStart ? density(z) / upper(z) : z + hazardExcess(z)
  }

  /// h(z) − z: by how much Z exceeds z on average where it does, about 1/z far out.
  static func hazardExcess(_ z: Double) -> Double {
    guard z >= fractionStart else { return hazard(z) - z }
    var tail = z
    for term in stride(from: 40.0, through: 2, by: -1) { tail = z + term / tail }
    return 1 / tail
  }

  private static let fractionStart = 5.0
  /// ln(2π) / 2.
  private static let logRootTwoPi = 0.918938533204672741780329736406
  /// 1 / √(2π).
  private static let oneOverRootTwoPi = 0.398942280401432677939946059934
}
