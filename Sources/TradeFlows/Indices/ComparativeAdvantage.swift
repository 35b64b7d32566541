/// Revealed comparative advantage: whether a country's share in a good exceeds its share in all.
///
///     Balassa      B = (x / X) / (w / W)              0 … W / w; advantage above 1
///     symmetric    S = (B − 1) / (B + 1)              −1 … 1; advantage above 0
///     normalised   N = x / W − X w / W²               −¼ … ¼; advantage above 0, adds up to 0
///     Lafay        L = 100 · [b − Σ b t / Σ t] · t / Σ t   −50 … 50, adds up to 0
///
/// `x`: exports of the good by the country, `X`: all its exports, `w`, `W`: the world's. For Lafay
/// `t` = exports + imports of the good and `b` = (exports − imports) / t; it needs no world and
/// takes away the effect of the country's own balance; its unit is the point, one in a hundred of all
/// trade. The others are pure numbers.
///
/// References: Balassa, "Trade liberalisation and 'revealed' comparative advantage", *Manchester
/// School* (1965); Laursen, "Revealed comparative advantage and the alternatives as measures of
/// international specialization", *Eurasian Business Review* (2015); Yu, Cai & Leung, "The
/// normalized revealed comparative advantage index", *Annals of Regional Science* (2009); Lafay,
/// "The measurement of revealed comparative advantages", in Dagenais & Muet (eds), *International
/// Trade Modelling* (1992).
public enum ComparativeAdvantage {
  /// Balassa's index of every good.
  public static func balassa(_ exports: [Double], world: [Double]) -> [IndexValue] {
    each(exports, world) { (x, total, w, all) throws(Undefined) in
      try ratio(try ratio(x, total, noExports), try share(w, of: all), noWorld)
    }
  }

  /// Laursen's symmetric form of Balassa's index.
  public static func symmetric(_ exports: [Double], world: [Double]) -> [IndexValue] {
    balassa(exports, world: world).map { value in
      guard case .number(let b) = value else { return value }
      return IndexValue((b - 1) / (b + 1))
    }
  }

  /// The normalised index of Yu, Cai and Leung.
  public static func normalised(_ exports: [Double], world: [Double]) -> [IndexValue] {
    each(exports, world) { (x, total, w, all) throws(Undefined) in
      try share(x, of: all) - (try share(total, of: all)) * (try share(w, of: all))
    }
  }

  /// Lafay's index of every good, in points.
  public static func lafay(exports: [Double], imports: [Double]) -> [IndexValue] {
    precondition(exports.count == imports.count, "\(exports.count), \(imports.count) goods")
    let (x, m) = (exports.sum, imports.sum)
    return zip(exports, imports).map { pair in
      IndexValue { () throws(Undefined) in
        let balance = try ratio(x - m, x + m, "there is no trade")
        let trade = pair.0 + pair.1
        // b t = exports − imports, so that a good without trade is a plain zero.
        return 100 * ((pair.0 - pair.1) - balance * trade) / (x + m)
      }
    }
  }

  private static let noExports = "the reporter has no exports"
  private static let noWorld = "the world does not export it"

  private static func share(_ part: Double, of all: Double) throws(Undefined) -> Double {
    try ratio(part, all, "the world has no exports")
  }

  private static func each(
    _ exports: [Double], _ world: [Double],
    _ index: (Double, Double, Double, Double) throws(Undefined) -> Double
  ) -> [IndexValue] {
    precondition(exports.count == world.count, "\(exports.count) and \(world.count) goods")
    let (total, all) = (exports.sum, world.sum)
    return zip(exports, world).map { pair in
      IndexValue { () throws(Undefined) in try index(pair.0, total, pair.1, all) }
    }
  }
}
