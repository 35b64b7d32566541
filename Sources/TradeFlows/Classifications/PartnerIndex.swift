/// Every name of every partner: built once, when somebody first asks for a name.
struct PartnerIndex: Sendable {
  static let shared = PartnerIndex()

  /// By the exact spelling in lower case, and by `NameKey` where no other name has that form.
  private let exact: [String: TradePartner]
  private let alike: [String: TradePartner]

  private init() {
    var exact: [String: TradePartner] = [:]
    var alike: [String: TradePartner] = [:]
    var shared: Set<String> = []
    for (partner, names) in Self.names {
      for name in names {
        exact[name.lowercased()] = partner
        let key = NameKey.key(name)
        if let other = alike.updateValue(partner, forKey: key), other != partner {
          shared.insert(key)
        }
      }
    }
    for key in shared { alike[key] = nil }
    self.exact = exact
    self.alike = alike
  }

  func partner(named name: String) -> TradePartner? {
    exact[name.lowercased()] ?? alike[NameKey.key(name)]
  }

  /// Every partner with all its names, the English one first.
  static var names: [(TradePartner, [String])] {
    Country.table.countries.map { (.country($0), [$0.name] + $0.names.all) }
      + CountryGroup.all.map { (.group($0), [$0.name] + $0.spellings) }
      + TradeArea.all.map { (.area($0), [$0.name] + $0.spellings) }
  }
}
