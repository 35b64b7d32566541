/// Names of the countries in the built-in data, by ISO 3166 alpha-3 code.
public enum Country {
  private static let names = [
    "CHN": "China", "EAEU": "Eurasian Economic Union", "IDN": "Indonesia", "ITA": "Italy",
    "KAZ": "Kazakhstan", "KGZ": "Kyrgyzstan", "KOR": "South Korea", "MYS": "Malaysia",
    "RUS": "Russia", "SGP": "Singapore", "THA": "Thailand", "TUR": "Türkiye",
    "UZB": "Uzbekistan", "VNM": "Viet Nam", "WLD": "world",
  ]

  /// The English name; the code itself where it is not known.
  public static func name(_ code: String) -> String { names[code] ?? code }

  /// Every code with a name.
  public static var codes: [String] { names.keys.sorted() }
}
