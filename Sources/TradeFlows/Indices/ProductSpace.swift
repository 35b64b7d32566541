import TradeNumerics

/// The product space: which goods are exported together, and how near a country is to those that it
/// does not export yet.
///
///     proximity  φ[pq] = Σ M[cp] M[cq] over c / max(k[p], k[q])                 0 … 1
///     density    d[cp] = Σ M[cq] φ[pq] / Σ φ[pq] over q                         0 … 1
///     outlook    Σ (1 − M[cp]) d[cp] PCI[p] over p
///     gain       (1 − M[cp]) Σ (1 − M[cq]) φ[pq] PCI[q] / Σ φ[qr] over r, over q
///
/// `M`, `k` as in `Complexity`; a good is part of its own neighbourhood, φ[pp] = 1. The outlook of a
/// reporter is high where it is near to complex goods; the gain of a good is what it would add.
/// Undefined for goods in which nobody has an advantage.
///
/// References: Hidalgo, Klinger, Barabási & Hausmann, "The product space conditions the development
/// of nations", *Science* (2007); Hausmann et al., *The Atlas of Economic Complexity* (2014),
/// technical boxes 5.1 to 5.4.
public struct ProductSpace: Sendable {
  /// The complexity that it is built on.
  public let complexity: Complexity
  /// φ by pairs of goods; zero for goods in which nobody has an advantage.
  public let proximity: Matrix
  /// d by reporter and good.
  public let density: Matrix
  /// Σ φ[pq] over q.
  private let neighbourhood: [Double]

  /// The space of goods that belongs to a matrix of advantages.
  public init(_ complexity: Complexity) {
    self.complexity = complexity
    let m = complexity.advantages.values
    let k = complexity.ubiquity
    var proximity = m.transposed.times(m)
    for q in k.indices {
      for p in k.indices where k[p] > 0 && k[q] > 0 { proximity[p, q] /= max(k[p], k[q]) }
    }
    neighbourhood = k.indices.map { proximity.column($0).sum }
    var density = m.times(proximity)
    for p in k.indices where k[p] > 0 {
      for c in 0..<m.rows { density[c, p] /= neighbourhood[p] }
    }
    (self.proximity, self.density) = (proximity, density)
  }

  /// The outlook of each reporter.
  public var outlooks: [IndexValue] {
    let m = complexity.advantages.values
    return complexity.economies.enumerated().map { c, economy in
      guard case .number = economy else { return economy }
      let terms = complexity.goods.enumerated().map { p, good in
        (1 - m[c, p]) * density[c, p] * (good.value ?? 0)
      }
      return IndexValue(terms.sum)
    }
  }

  /// The gain of one reporter from every good, zero where it has the advantage already.
  public func gains(ofReporter c: Int) -> [IndexValue] {
    let m = complexity.advantages.values
    let worth = complexity.goods.enumerated().map { q, good in
      neighbourhood[q] > 0 ? (1 - m[c, q]) * (good.value ?? 0) / neighbourhood[q] : 0
    }
    return complexity.goods.enumerated().map { p, good in
      guard case .number = good else { return good }
      return IndexValue((1 - m[c, p]) * zip(proximity.column(p), worth).map { $0 * $1 }.sum)
    }
  }
}
