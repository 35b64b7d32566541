import TradeSeries

/// The share of each part in the sum of all.
///
///     s[i] = x[i] / Σ x        from 0 to 1, a fraction
///
/// Every index of structure (concentration, diversification, similarity) is a function of shares.
/// They are undefined where there is no trade or a value is negative.
public enum Shares {
  /// The shares of plain values, in their order; they add up to 1.
  public static func of(_ values: [Double]) -> [IndexValue] {
    do throws(Undefined) {
      return try fractions(values).map { IndexValue($0) }
    } catch {
      return values.map { _ in .undefined(error) }
    }
  }

  /// The shares of figures, bounds kept as bounds; `nil` where nothing is known of one.
  ///
  /// A part of "more than 500" beside one of exactly 500 has more than half.
  public static func of(_ figures: [Figure]) -> [Figure] {
    guard figures.contains(where: \.isBound) else {
      return figures.total().map { total in figures.map { $0.share(of: total) } } ?? []
    }
    return figures.indices.map { index in
      let others = figures.indices.filter { $0 != index }.map { figures[$0] }
      return share(of: figures[index], beside: others)
    }
  }

  /// x / (x + rest): the part stands once in the quotient, so that its own bound is used once.
  static func share(of part: Figure, beside others: [Figure]) -> Figure {
    guard let rest = others.total()?.converted(to: part.unit) else { return part.share(of: part) }
    let total = part + rest
    guard part.isBound || rest.isBound, rest.lower >= 0, part.lower >= 0, part.upper > 0 else {
      return part.share(of: total)
    }
    let least = part.lower == 0 ? 0 : part.lower / (part.lower + rest.upper)
    let most = rest.lower == 0 ? 1 : 1 / (1 + rest.lower / part.upper)
    // A figure that is built says one bound.
    if least > 0, most == 1 { return Figure(least, .moreThan, unit: .one) }
    if least == 0, most < 1 { return Figure(most, .lessThan, unit: .one) }
    return part.share(of: total)
  }

  /// Shares that throw the reason why there are none.
  static func fractions(_ values: [Double]) throws(Undefined) -> [Double] {
    guard values.allSatisfy({ $0 >= 0 }) else { throw Undefined("a value is negative") }
    let total = values.sum
    guard total.isFinite else { throw .tooLarge }
    guard total > 0 else { throw Undefined("there is no trade to take shares of") }
    return values.map { $0 / total }
  }
}
