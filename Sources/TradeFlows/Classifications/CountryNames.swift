/// What languages and publishers call a country.
public struct CountryNames: Sendable, Hashable {
  /// The Russian name, in the nominative; empty for a few former territories, as are the next two.
  public let russian: String
  /// The Vietnamese name.
  public let vietnamese: String
  /// The Kazakh name.
  public let kazakh: String
  /// Other spellings, of publishers and languages.
  public let others: [String]

  static let byCountry: [String: CountryNames] = {
    let table = ClassificationTable("country-names.csv", Embedded.countryNames)
    let codes = table["iso3"]
    let (russian, vietnamese, kazakh) = (table["ru"], table["vi"], table["kk"])
    let others = table["other"]
    return (0..<table.rowCount).reduce(into: [:]) { names, row in
      names[codes[row]] = CountryNames(
        russian: russian[row], vietnamese: vietnamese[row], kazakh: kazakh[row],
        others: ClassificationTable.list(others[row]))
    }
  }()

  /// Every spelling, the Russian first.
  var all: [String] { [russian, vietnamese, kazakh].filter { !$0.isEmpty } + others }
}

extension Country {
  /// The names in Russian, Vietnamese and Kazakh, and other spellings.
  public var names: CountryNames {
    CountryNames.byCountry[code]
      ?? CountryNames(russian: "", vietnamese: "", kazakh: "", others: [])
  }
}
