/// Price and quantity indices from values and quantities of the same goods at two times.
///
///     Laspeyres   P = Σ p₁ q₀ / Σ p₀ q₀      Paasche   P = Σ p₁ q₁ / Σ p₀ q₁
///     Fisher      P = √(Laspeyres · Paasche)  volume    Q = (Σ p₁ q₁ / Σ p₀ q₀) / Fisher
///
/// `p = value / quantity`, a unit value; 1 at the base, from 0 up, pure numbers. Only goods with
/// value and quantity at both times enter, and `coverage` tells which share of the later value they
/// are. A unit value is no price: a shift within a code to dearer goods raises it, so a detailed
/// code is better than a broad one. Chained indices are products of links from period to period.
///
/// References: IMF, *Export and Import Price Index Manual* (2009), chapters 2 and 16; Fisher, *The
/// Making of Index Numbers* (1922).
public struct PriceIndex: Sendable, Equatable {
  /// Prices weighted by the quantities of the earlier time.
  public let laspeyres: IndexValue
  /// Prices weighted by the quantities of the later time.
  public let paasche: IndexValue
  /// The geometric mean of the two.
  public let fisher: IndexValue
  /// The Fisher index of quantities.
  public let volume: IndexValue
  /// The share of the later value that has a unit value at both times.
  public let coverage: IndexValue

  /// Value and quantity of one good at one time.
  public struct Amount: Sendable, Equatable {
    /// The value, in any currency.
    public let value: Double
    /// The quantity; `nil` where none was given.
    public let quantity: Double?

    /// A value and the quantity that it was paid for.
    public init(value: Double, quantity: Double?) {
      self.value = value
      self.quantity = quantity
    }

    fileprivate var isPriced: Bool { value > 0 && (quantity ?? 0) > 0 }
  }

  /// Compares a later time with an earlier one, good by good in the same order.
  public init(from before: [Amount], to after: [Amount]) {
    precondition(before.count == after.count, "\(before.count) and \(after.count) goods")
    let matched = zip(before, after).filter { $0.isPriced && $1.isPriced }
    // p₁ q₀ = v₁ q₀ / q₁, so that prices need not be formed.
    let mixed = matched.map { earlier, later -> (laspeyres: Double, paasche: Double) in
      let growth = (later.quantity ?? 1) / (earlier.quantity ?? 1)
      return (later.value / growth, earlier.value * growth)
    }
    let (v0, v1) = (matched.map(\.0.value).sum, matched.map(\.1.value).sum)
    laspeyres = Self.index(mixed.map(\.laspeyres).sum, v0)
    paasche = Self.index(v1, mixed.map(\.paasche).sum)
    fisher = Self.combine(laspeyres, paasche) { ($0 * $1).squareRoot() }
    volume = Self.combine(Self.index(v1, v0), fisher) { $0 / $1 }
    coverage = IndexValue { () throws(Undefined) in
      try ratio(v1, after.map(\.value).sum, "there is no trade")
    }
  }

  private static func index(_ a: Double, _ b: Double) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let index = try ratio(a, b, "no good has value and quantity at both times")
      guard index > 0 else { throw .tooLarge }
      return index
    }
  }

  /// A function of two indices; undefined for the reason that the first undefined one has.
  static func combine(
    _ first: IndexValue, _ second: IndexValue, _ function: (Double, Double) -> Double
  ) -> IndexValue {
    guard case .number(let a) = first else { return first }
    guard case .number(let b) = second else { return second }
    return IndexValue(function(a, b))
  }
}

extension PriceIndex {
  /// Indices of every period from the first, 1 there: direct, or as products of yearly links.
  public struct Chain: Sendable, Equatable {
    /// Each period beside the first.
    public let direct: [PriceIndex]
    /// The products of the links up to each period: prices.
    public let prices: [IndexValue]
    /// The products of the links up to each period: quantities.
    public let volumes: [IndexValue]

    /// One array of goods a period, in order of time.
    public init(_ periods: [[Amount]]) {
      guard let first = periods.first else {
        (direct, prices, volumes) = ([], [], [])
        return
      }
      direct = periods.map { PriceIndex(from: first, to: $0) }
      var prices = [direct[0].fisher]
      var volumes = [direct[0].volume]
      for (before, after) in zip(periods, periods.dropFirst()) {
        let link = PriceIndex(from: before, to: after)
        prices.append(combine(prices[prices.count - 1], link.fisher, *))
        volumes.append(combine(volumes[volumes.count - 1], link.volume, *))
      }
      (self.prices, self.volumes) = (prices, volumes)
    }
  }
}

/// What exports buy.
///
///     net barter   N = Pₓ / Pₘ            income   I = N · Qₓ
///
/// `Pₓ`, `Pₘ`: price indices of exports and imports, `Qₓ`: the quantity index of exports; 1 at the
/// base, pure numbers. Reference: UNCTAD, *Handbook of Statistics*, trade indices.
public enum TermsOfTrade {
  /// Export prices over import prices.
  public static func netBarter(exportPrice: IndexValue, importPrice: IndexValue) -> IndexValue {
    PriceIndex.combine(exportPrice, importPrice, /)
  }

  /// The imports that the exports of a period can pay for.
  public static func income(netBarter: IndexValue, exportVolume: IndexValue) -> IndexValue {
    PriceIndex.combine(netBarter, exportVolume, *)
  }
}
