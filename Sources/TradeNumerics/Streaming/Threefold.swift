/// A number in three times the working precision: the unevaluated sum of three doubles, each at most
/// half a unit in the last place of the one before.
///
///     a + b = s + e,   s = fl(a + b),   e exact                                     (TwoSum)
///     a · b = p + e,   p = fl(a b),     e = fma(a, b, −p)                            (TwoProduct)
///
/// A sum errs by about 2⁻¹⁵⁵ of the larger term, a product, a quotient and a root by about as much
/// of themselves. A matrix XᵀX has the square of the condition number of X; in this precision that
/// square costs no digit that a double has.
///
/// Reference: Fabiano, Muller & Picot, "Algorithms for triple-word arithmetic", *IEEE Transactions on
/// Computers* 68 (2019).
struct Threefold: Sendable {
  /// The nearest double.
  var high: Double
  var middle: Double
  var low: Double

  init(_ high: Double, _ middle: Double = 0, _ low: Double = 0) {
    (self.high, self.middle, self.low) = (high, middle, low)
  }

  static let zero = Threefold(0)

  /// Three parts that may overlap, sorted out.
  @inline(__always)
  private static func renormalised(_ a: Double, _ b: Double, _ c: Double) -> Threefold {
    let (tail, last) = twoSum(b, c)
    let (high, rest) = twoSum(a, tail)
    let (middle, low) = twoSum(rest, last)
    return Threefold(high, middle, low)
  }

  @inline(__always)
  private static func twoSum(_ a: Double, _ b: Double) -> (Double, Double) {
    let sum = a + b
    let part = sum - a
    return (sum, (a - (sum - part)) + (b - part))
  }

  @inline(__always)
  private static func twoProduct(_ a: Double, _ b: Double) -> (Double, Double) {
    let product = a * b
    return (product, (-product).addingProduct(a, b))
  }

  static func + (a: Threefold, b: Threefold) -> Threefold {
    let (s0, e0) = twoSum(a.high, b.high)
    let (s1, e1) = twoSum(a.middle, b.middle)
    let (t1, e2) = twoSum(s1, e0)
    return renormalised(s0, t1, a.low + b.low + (e1 + e2))
  }

  static prefix func - (a: Threefold) -> Threefold { Threefold(-a.high, -a.middle, -a.low) }

  static func - (a: Threefold, b: Threefold) -> Threefold { a + -b }

  static func * (a: Threefold, b: Threefold) -> Threefold {
    let (p, e) = twoProduct(a.high, b.high)
    let (p1, e1) = twoProduct(a.high, b.middle)
    let (p2, e2) = twoProduct(a.middle, b.high)
    let (s, f1) = twoSum(p1, p2)
    let (t, f2) = twoSum(s, e)
    let rest = a.high * b.low + a.middle * b.middle + a.low * b.high
    return renormalised(p, t, rest + (e1 + e2) + (f1 + f2))
  }

  /// Digit by digit as on paper, a digit being a double.
  static func / (a: Threefold, b: Threefold) -> Threefold {
    let first = a.high / b.high
    var rest = a - b * Threefold(first)
    let second = rest.high / b.high
    rest = rest - b * Threefold(second)
    return renormalised(first, second, rest.high / b.high)
  }

  static func += (a: inout Threefold, b: Threefold) { a = a + b }
  static func -= (a: inout Threefold, b: Threefold) { a = a - b }

  /// The root of a number above zero, by Newton's steps.
  func squareRoot() -> Threefold {
    var root = Threefold(high.squareRoot())
    for _ in 0..<2 {
      let lack = self - root * root
      root += Threefold(lack.high / (2 * root.high))
    }
    return root
  }

  /// Times a power of two, which is exact.
  func scaled(by power: Double) -> Threefold {
    Threefold(high * power, middle * power, low * power)
  }
}
