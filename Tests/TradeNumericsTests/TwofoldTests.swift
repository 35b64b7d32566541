import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

/// `ModelFrame.low` against exact arithmetic on whole numbers of any length.
@Suite struct TwofoldTests {
  private func frame(_ formula: String, _ x: [Double], _ z: [Double]) throws -> ModelFrame {
    let y = x.map { _ in 1.0 }
    return try ModelFrame(
      Formula(formula), Table(.number("y", y), .number("x", x), .number("z", z)))
  }

  /// Whether high + low is the product of the numbers to 2⁻¹⁰⁰ of it, worked out exactly.
  private func isClose(_ high: Double, _ low: Double, to factors: [Double]) -> Bool {
    let exact = factors.reduce(Exact(1)) { $0 * Exact($1) }
    let error = exact - Exact(high) - Exact(low)
    return error.isZero || error.order <= exact.order - 100
  }

  @Test(arguments: 2...20, 1...5) func `x^k is held to 100 bits`(k: Int, seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let x = (0..<50).map { _ in
      let size = Double(
        sign: .plus, exponent: Int.random(in: -30...22, using: &generator), significand: 1)
      return Double.random(in: -1...1, using: &generator) * size
    }
    let frame = try frame("y ~ x^\(k)", x, x)
    let low = try #require(frame.low)
    for row in x.indices {
      let (high, rest) = (frame.matrix[row, 1], low[row, 1])
      #expect(isClose(high, rest, to: [Double](repeating: x[row], count: k)), "\(x[row])")
      #expect(high + rest == high)
    }
    #expect(low.column(0).allSatisfy { $0 == 0 })
  }

  @Test(arguments: 1...10) func `products with a power are held to 100 bits`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    func random() -> [Double] { (0..<50).map { _ in .random(in: -9...9, using: &generator) } }
    let (x, z) = (random(), random())
    let frame = try frame("y ~ x + x^3:z + z:x^2 + x^3:z^4", x, z)
    #expect(frame.names == ["(intercept)", "x", "x^3:z", "z:x^2", "x^3:z^4"])
    let low = try #require(frame.low)
    for row in x.indices {
      let (x, z) = (x[row], z[row])
      for (column, factors) in [
        (1, [x]), (2, [x, x, x, z]), (3, [z, x, x]), (4, [x, x, x, z, z, z, z]),
      ] {
        #expect(isClose(frame.matrix[row, column], low[row, column], to: factors))
      }
    }
  }

  @Test func `whole numbers that fit leave nothing`() throws {
    let frame = try frame("y ~ x^10", [0, 1, 2, -3, 30], [0, 0, 0, 0, 0])
    #expect(frame.matrix.column(1) == [0, 1, 1024, 59049, 590_490_000_000_000])
    #expect(frame.low?.column(1) == [0, 0, 0, 0, 0])
  }

  @Test func `a power of levels is in the column of the level`() throws {
    let frame = try frame("y ~ x^3:dummy(z)", [0.1, 0.2, 0.3], [1, 2, 1])
    let low = try #require(frame.low)
    #expect(frame.names == ["(intercept)", "x^3:z[1]", "x^3:z[2]"])
    #expect(isClose(frame.matrix[0, 1], low[0, 1], to: [0.1, 0.1, 0.1]))
    #expect(isClose(frame.matrix[1, 2], low[1, 2], to: [0.2, 0.2, 0.2]))
    #expect(frame.matrix[1, 1] == 0 && low[1, 1] == 0)
  }

  @Test func `a formula without a power has no low part`() throws {
    let numbers = [1.0, 2, 4]
    #expect(try frame("y ~ x + log(x^2) + x:z", numbers, numbers).low == nil)
  }

  @Test func `the test's own arithmetic is exact`() {
    #expect((Exact(0.1) * Exact(3) - Exact(0.3)).order == -55)
    #expect((Exact(1e100) - Exact(1e100)).isZero)
    #expect((Exact(-5) * Exact(7) + Exact(35)).isZero)
    #expect((Exact(1) - Exact(0x1p-200)).order == -1)
  }
}

/// A whole number of any length times a power of two: limbs of 32 bits, the lowest first.
private struct Exact {
  private var isNegative: Bool
  private var limbs: [UInt32]
  private var exponent: Int

  init(_ number: Double) {
    isNegative = number < 0
    exponent = number == 0 ? 0 : Int(number.exponent) - 52
    let whole = UInt64(abs(Double(sign: .plus, exponent: -exponent, significand: number)))
    limbs = [UInt32(truncatingIfNeeded: whole), UInt32(whole >> 32)]
  }

  var isZero: Bool { limbs.allSatisfy { $0 == 0 } }

  /// The place of the highest bit: floor(log₂ |self|), for all but zero.
  var order: Int {
    let top = limbs.lastIndex { $0 != 0 } ?? 0
    return exponent + 32 * top + 31 - limbs[top].leadingZeroBitCount
  }

  static func * (a: Exact, b: Exact) -> Exact {
    var result = a
    result.isNegative = a.isNegative != b.isNegative
    result.exponent = a.exponent + b.exponent
    result.limbs = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in a.limbs.indices {
      var carry: UInt64 = 0
      for j in b.limbs.indices {
        carry += UInt64(a.limbs[i]) * UInt64(b.limbs[j]) + UInt64(result.limbs[i + j])
        result.limbs[i + j] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      result.limbs[i + b.limbs.count] = UInt32(carry)
    }
    return result
  }

  static func - (a: Exact, b: Exact) -> Exact {
    var opposite = b
    opposite.isNegative.toggle()
    return a + opposite
  }

  static func + (a: Exact, b: Exact) -> Exact {
    let lowest = min(a.exponent, b.exponent)
    var (x, y) = (a.shifted(to: lowest), b.shifted(to: lowest))
    let count = max(x.limbs.count, y.limbs.count) + 1
    x.limbs += [UInt32](repeating: 0, count: count - x.limbs.count)
    y.limbs += [UInt32](repeating: 0, count: count - y.limbs.count)
    if x.limbs.reversed().lexicographicallyPrecedes(y.limbs.reversed()) { swap(&x, &y) }
    let sign: Int64 = x.isNegative == y.isNegative ? 1 : -1
    var carry: Int64 = 0
    for i in 0..<count {
      carry += Int64(x.limbs[i]) + sign * Int64(y.limbs[i])
      x.limbs[i] = UInt32(truncatingIfNeeded: carry)
      carry >>= 32
    }
    return x
  }

  /// The same number with a smaller exponent.
  private func shifted(to lowest: Int) -> Exact {
    let (words, bits) = (exponent - lowest).quotientAndRemainder(dividingBy: 32)
    var result = self
    result.exponent = lowest
    result.limbs = [UInt32](repeating: 0, count: words)
    var carry: UInt64 = 0
    for limb in limbs {
      carry |= UInt64(limb) << UInt64(bits)
      result.limbs.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    result.limbs.append(UInt32(carry))
    return result
  }
}
