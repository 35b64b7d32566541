/// Trade beside the output of an economy, and one partner beside all.
///
///     openness             (X + M) / GDP          0 … ∞ (re-exports can exceed output)
///     export ratio         X / GDP
///     import penetration   M / (GDP − X + M)      imports in domestic use
///     dependence           t / T                  a partner's trade in all trade, 0 … 1
///
/// All are pure numbers; trade and GDP are in one currency and at current prices.
///
/// Reference: OECD, *Measuring Globalisation: OECD Economic Globalisation Indicators* (2005),
/// chapter on trade.
public enum Openness {
  /// (X + M) / GDP.
  public static func ratioToOutput(exports: Double, imports: Double, gdp: Double) -> IndexValue {
    IndexValue { () throws(Undefined) in try TradeFlows.ratio(exports + imports, checked(gdp), "") }
  }

  /// X / GDP.
  public static func exportRatio(exports: Double, gdp: Double) -> IndexValue {
    IndexValue { () throws(Undefined) in try TradeFlows.ratio(exports, checked(gdp), "") }
  }

  /// M / (GDP − X + M).
  public static func importPenetration(
    exports: Double, imports: Double, gdp: Double
  ) -> IndexValue {
    IndexValue { () throws(Undefined) in
      let use = try checked(gdp) - exports + imports
      guard use > 0 else { throw Undefined("exports exceed output and imports") }
      return try TradeFlows.ratio(imports, use, "")
    }
  }

  /// A partner's trade in all trade.
  public static func dependence(onPartner trade: Double, of total: Double) -> IndexValue {
    IndexValue { () throws(Undefined) in
      try TradeFlows.ratio(trade, total, "the reporter has no trade")
    }
  }

  private static func checked(_ gdp: Double) throws(Undefined) -> Double {
    guard gdp > 0 else { throw Undefined("GDP is not above zero") }
    return gdp
  }
}
