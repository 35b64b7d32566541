/// A country or territory as trade statistics know it.
///
///     Country("KAZ")                 Country(code: 398)            Country(named: "Казахстан")
///
/// ISO 3166 names it by two and three letters, the United Nations' M49 by a number, and UN Comtrade
/// by a number of its own that differs from M49 for six countries. Comtrade's codes take in
/// neighbouring territories there (251 is France with Monaco), and 490, "Other Asia, nes", stands in
/// for Taiwan. A country that is no more has the year of its last figures.
public struct Country: Sendable {
  /// ISO 3166 alpha-3, such as `KAZ`; for a former territory without one, Comtrade's letters.
  public let code: String
  /// ISO 3166 alpha-2, such as `KZ`; `XK` is in use for Kosovo.
  public let alpha2: String?
  /// The United Nations' number, such as 398.
  public let m49: Int?
  /// UN Comtrade's number, where it gives figures for the country today.
  public let comtrade: Int?
  /// A short English name, at most 24 characters.
  public let name: String
  /// The last year of a country that is no more.
  public let until: Int?
  /// What its codes take in or leave out.
  public let remark: String?
}

extension Country: Hashable {
  /// Countries are told apart by their codes.
  public static func == (first: Country, second: Country) -> Bool { first.code == second.code }

  /// By the code alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

// MARK: - Looking up

extension Country {
  /// Every country and territory of today, by alpha-3 code.
  public static let all: [Country] = table.countries.filter { $0.until == nil }

  /// Countries and territories that are no more but have figures.
  public static let former: [Country] = table.countries.filter { $0.until != nil }

  /// The country with an alpha-3 or alpha-2 code, in any case.
  public init?(_ code: String) {
    guard let row = Self.table.byLetters[code.uppercased()] else { return nil }
    self = Self.table.countries[row]
  }

  /// The country with an M49 or a Comtrade number, also a former one: 356 and 699 are India.
  ///
  /// M49 goes first: 492 is Monaco, though Comtrade means the rest of Europe by it. For numbers
  /// that certainly are Comtrade's, see `TradePartner(comtrade:)`.
  public init?(code: Int) {
    guard
      let country = CountryTable.byM49[code] ?? CountryTable.byComtrade[code]
        ?? FormerCode.all[code]?.country
    else { return nil }
    self = country
  }

  /// The country with a name, in English, Russian, Vietnamese or Kazakh and in the spellings of
  /// Comtrade, WITS, the World Bank, the IMF and Eurostat.
  ///
  /// Case, accents, punctuation and the order of words do not matter: `"Viet nam"`, `"Вьетнам"`,
  /// `"Korea, Rep."` and `"Rep. of Korea"` are all understood.
  public init?(named name: String) {
    guard case .country(let country)? = PartnerIndex.shared.partner(named: name) else { return nil }
    self = country
  }

  static let table = CountryTable()
}
