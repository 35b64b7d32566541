/// Extensive and intensive margin: whether a country exports many goods or much of each.
///
///     extensive   E = Σ w over the goods it exports / Σ w over all goods      0 … 1
///     intensive   I = Σ x / Σ w over the goods it exports                     0 … 1
///     E · I       = its share in the exports of the world
///
/// `x`: its exports of a good, `w`: the world's, to one market or to all. A good counts by its
/// weight in world trade, so a new good that nobody buys adds little. Pure numbers.
///
/// Reference: Hummels & Klenow, "The variety and quality of a nation's exports", *American Economic
/// Review* (2005), equations 3 to 5.
public struct Margins: Sendable, Equatable {
  /// The weight of the goods that the country exports.
  public let extensive: IndexValue
  /// Its share in the goods that it exports.
  public let intensive: IndexValue
  /// Its share in all.
  public let share: IndexValue
  /// How many goods it exports.
  public let count: Int
  /// How many goods the world exports.
  public let worldCount: Int

  /// Exports good by good, beside the world's in the same order.
  public init(_ exports: [Double], world: [Double]) {
    precondition(exports.count == world.count, "\(exports.count) and \(world.count) goods")
    let shared = zip(exports, world).filter { $0.0 > 0 }.map(\.1).sum
    extensive = IndexValue { () throws(Undefined) in
      try ratio(shared, world.sum, "the world has no exports")
    }
    intensive = IndexValue { () throws(Undefined) in
      try ratio(exports.sum, shared, "the reporter has no exports that the world has")
    }
    share = IndexValue { () throws(Undefined) in
      try ratio(exports.sum, world.sum, "the world has no exports")
    }
    count = exports.count { $0 > 0 }
    worldCount = world.count { $0 > 0 }
  }
}
