/// Whoever may stand in the reporter or partner column of trade statistics.
///
///     TradePartner("KAZ")     TradePartner("Вьетнам")     TradePartner("699")     TradePartner("World")
///
/// A sum over partners must take countries, `rest` and `special` once and leave out what overlaps
/// them: the world and groups.
public enum TradePartner: Sendable, Hashable {
  /// A country or territory, of today or former.
  case country(Country)
  /// A union or an organisation of countries.
  case group(CountryGroup)
  /// The world, what is not specified, bunkers and the like.
  case area(TradeArea)
}

extension TradePartner {
  /// The partner with a code, a number or a name, in any spelling that is known.
  ///
  /// Codes go before numbers and names. A number is read as Comtrade's.
  public init?(_ text: String) {
    let text = text.trimmed
    guard
      let partner = Self.coded(text) ?? Int(text).flatMap({ TradePartner(comtrade: $0) })
        ?? PartnerIndex.shared.partner(named: text)
    else { return nil }
    self = partner
  }

  /// The partner with a number of UN Comtrade, former numbers included; M49's where Comtrade has
  /// no other meaning for it.
  public init?(comtrade code: Int) {
    if let country = CountryTable.byComtrade[code] ?? FormerCode.all[code]?.country {
      self = .country(country)
    } else if let area = TradeArea.all.first(where: { $0.comtrade == code }) {
      self = .area(area)
    } else if let group = CountryGroup.all.first(where: { $0.comtrade == code }) {
      self = .group(group)
    } else if let country = CountryTable.byM49[code] {
      self = .country(country)
    } else {
      return nil
    }
  }

  /// The partner with such letters.
  static func coded(_ text: String) -> TradePartner? {
    if let country = Country(text) { return .country(country) }
    if let group = CountryGroup(text) { return .group(group) }
    return TradeArea(text).map { .area($0) }
  }

  /// Its letters: `KAZ`, `EAEU`, `WLD`.
  public var code: String {
    switch self {
    case .country(let country): country.code
    case .group(let group): group.code
    case .area(let area): area.code
    }
  }

  /// Its English name.
  public var name: String {
    switch self {
    case .country(let country): country.name
    case .group(let group): group.name
    case .area(let area): area.name
    }
  }

  /// Whether a row with it counts what rows with countries count as well.
  public var overlapsCountries: Bool {
    switch self {
    case .country: false
    case .group: true
    case .area(let area): area.kind == .world || area.kind == .aggregate
    }
  }
}

extension Country {
  /// The English name of a country, a group or an area by its letters; the letters themselves where
  /// they are not known.
  public static func name(_ code: String) -> String { TradePartner.coded(code)?.name ?? code }
}
