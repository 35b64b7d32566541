/// Whether a reporter sends a partner more than the partner's place in world trade would make one
/// expect.
///
///     intensity   T = (x / X) / (w / W)
///     adjusted    T* = (x / X) / [(w − x) / (W − X)]
///     symmetric   (T − 1) / (T + 1)
///
/// `x`: exports to the partner, `X`: all exports of the reporter, `w`: the world's exports to the
/// partner, `W`: all exports of the world. 1 is what size alone explains; from 0 up, pure numbers.
/// The adjusted index compares with the exports of the others, so that the reporter is not part of
/// its own yardstick.
///
/// References: Brown, *Applied Economics: Aspects of the World Economy in War and Peace* (1949);
/// Kojima, "The pattern of international trade among advanced countries", *Hitotsubashi Journal of
/// Economics* (1964); World Bank, WITS *Trade Indicators*.
public enum TradeIntensity {
  /// What a reporter exports to a partner, and to all; and the world.
  public struct Exports: Sendable, Equatable {
    let toPartner: Double
    let toAll: Double
    let worldToPartner: Double
    let worldToAll: Double

    /// The four numbers, in one unit; the world has the reporter in it.
    public init(toPartner: Double, toAll: Double, worldToPartner: Double, worldToAll: Double) {
      self.toPartner = toPartner
      self.toAll = toAll
      self.worldToPartner = worldToPartner
      self.worldToAll = worldToAll
    }
  }

  /// The plain index.
  public static func intensity(_ exports: Exports) -> IndexValue {
    IndexValue { () throws(Undefined) in
      try quotient(exports, exports.worldToPartner, exports.worldToAll)
    }
  }

  /// The index against the exports of all others.
  public static func adjusted(_ exports: Exports) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let others = exports.worldToPartner - exports.toPartner
      guard others >= 0, exports.worldToAll >= exports.toAll else {
        throw Undefined("the reporter exports more than the world")
      }
      return try quotient(exports, others, exports.worldToAll - exports.toAll)
    }
  }

  /// The plain index on a scale from −1 to 1.
  public static func symmetric(_ exports: Exports) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let t = try quotient(exports, exports.worldToPartner, exports.worldToAll)
      return (t - 1) / (t + 1)
    }
  }

  private static func quotient(
    _ exports: Exports, _ toPartner: Double, _ toAll: Double
  ) throws(Undefined) -> Double {
    try ratio(
      try ratio(exports.toPartner, exports.toAll, "the reporter has no exports"),
      try ratio(toPartner, toAll, "no other country exports"),
      "no other country exports to the partner")
  }
}
