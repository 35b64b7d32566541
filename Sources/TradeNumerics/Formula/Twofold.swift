/// A number in twice the working precision: the unevaluated sum of a double and what it rounded away.
///
///     x · y = p + e,   p = fl(x y),   e = fma(x, y, −p)                          (TwoProduct)
///     (p + q) · y = fl(p y) + (e + q y), summed again so that the first part is nearest
///
/// A power x^k costs k − 1 products; each errs by less than 2⁻¹⁰³ of the value, so k ≤ 20 keeps
/// 2⁻⁹⁸, and far less on average. Below about 1e-270 the low part underflows and is lost.
///
/// Reference: Dekker, "A floating-point technique for extending the available precision" (1971);
/// Ogita, Rump & Oishi, "Accurate sum and dot product" (2005), algorithm TwoProductFMA.
struct Twofold {
  /// The nearest double.
  var high: Double
  /// The rest, at most half a unit in the last place of `high`.
  var low: Double

  init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  @inline(__always)
  static func * (a: Twofold, b: Twofold) -> Twofold {
    let p = a.high * b.high
    let e = (-p).addingProduct(a.high, b.high) + (a.high * b.low + a.low * b.high)
    let sum = p + e
    return Twofold(sum, e - (sum - p))
  }

  @inline(__always)
  static func * (a: Twofold, y: Double) -> Twofold {
    let p = a.high * y
    let e = (-p).addingProduct(a.high, y) + a.low * y
    let sum = p + e
    return Twofold(sum, e - (sum - p))
  }

  /// x^k for k ≥ 1.
  static func power(_ x: Double, _ k: Int) -> Twofold {
    var result = Twofold(x)
    for _ in 1..<k { result = result * x }
    return result
  }
}
