/// Which country, group of countries or the world a field names, as far as sums go.
struct AreaMeaning {
  /// The ISO 3166 alpha-3 code, the code of a group or an area, or the text itself where it is
  /// unknown.
  let code: String
  let kind: FlowLevel.Area
  let isKnown: Bool

  /// Understands codes, numbers and names as the statistical offices write them.
  init(_ text: String) {
    guard let partner = TradePartner(text) else {
      (code, kind, isKnown) = (text, .country, false)
      return
    }
    (code, isKnown) = (partner.code, true)
    switch partner {
    case .area(let area) where area.kind == .world: kind = .world
    default: kind = partner.overlapsCountries ? .group : .country
    }
  }
}
