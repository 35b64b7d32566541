import Glibc

/// How far trade is concentrated on few goods or few partners.
///
///     Herfindahl-Hirschman   H  = Σ s²                        1/n … 1
///     normalised             H* = (H − 1/n) / (1 − 1/n)       0 … 1
///     Theil                  T  = Σ s · ln(n s)               0 … ln n
///     Gini                   G  = Σ (2i − n − 1) x(i) / (n Σ x)   0 … 1 − 1/n, x(1) ≤ … ≤ x(n)
///     top N                  Σ of the N largest shares        0 … 1
///
/// `s` are shares, `n` counts all categories, those without trade included; a category that nobody
/// trades therefore makes H* and T larger. All are pure numbers and do not change with the unit.
///
/// References: Hirschman, "The paternity of an index", *American Economic Review* (1964); Theil,
/// *Economics and Information Theory* (1967); Gini, *Variabilità e mutabilità* (1912); Cadot,
/// Carrère & Strauss-Kahn, "Export diversification: what's behind the hump?", *Review of Economics
/// and Statistics* (2011).
public enum Concentration {
  /// The Herfindahl-Hirschman index, Σ s².
  public static func herfindahl(_ values: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      try Shares.fractions(values).map { $0 * $0 }.sum
    }
  }

  /// The Herfindahl-Hirschman index from 0 (all equal) to 1 (all in one).
  ///
  /// Undefined for a single category. UNCTAD's own index has √H and √(1/n) in the places of H and
  /// 1/n.
  public static func normalisedHerfindahl(_ values: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let squares = try Shares.fractions(values).map { $0 * $0 }.sum
      let least = 1 / Double(values.count)
      return try ratio(squares - least, 1 - least, "there is one category only")
    }
  }

  /// Theil's entropy index, Σ s · ln(n s).
  public static func theil(_ values: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let n = Double(values.count)
      // s · ln(n s) goes to 0 with s.
      return try Shares.fractions(values).map { $0 > 0 ? $0 * log(n * $0) : 0 }.sum
    }
  }

  /// The Gini coefficient, without the correction n / (n − 1).
  public static func gini(_ values: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let shares = try Shares.fractions(values).sorted()
      let n = shares.count
      return shares.enumerated().map { Double(2 * ($0 + 1) - n - 1) * $1 }.sum / Double(n)
    }
  }

  /// The share of the N largest together; of all where there are no more.
  public static func top(_ count: Int, of values: [Double]) -> IndexValue {
    IndexValue { () throws(Undefined) in
      try Shares.fractions(values).sorted(by: >).prefix(max(count, 0)).sum
    }
  }
}
