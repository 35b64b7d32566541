import TradeFlows

extension Country {
  /// The letters of every reporter and partner in the built-in data, the world and the Eurasian
  /// Economic Union among them.
  public static let builtInCodes = [
    "CHN", "EAEU", "IDN", "ITA", "KAZ", "KGZ", "KOR", "MYS", "RUS", "SGP", "THA", "TUR", "UZB",
    "VNM", "WLD",
  ]
}
