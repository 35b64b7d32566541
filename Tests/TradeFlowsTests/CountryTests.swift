import Testing
import TradeFlows
import TradeTestSupport

@Suite struct CountryTests {
  /// ISO 3166-1 as pycountry 26.2.16 has it.
  @Test func `letters and numbers are those of ISO 3166`() throws {
    let rows = try Oracle("countries").all
    #expect(rows.count == 249)
    for row in rows {
      let code = try #require(row["alpha3"])
      let country = try #require(Country(code), "\(code)")
      #expect(country.alpha2 == row["alpha2"])
      #expect(country.m49 == row["numeric"].flatMap { Int($0) })
      #expect(Country(row["alpha2"] ?? "") == country)
      #expect(country.m49.flatMap { Country(code: $0) } == country)
    }
    // Kosovo is no part of ISO 3166.
    #expect(Set(Country.all.map(\.code)) == Set(rows.compactMap { $0["alpha3"] } + ["XKX"]))
  }

  @Test func `names of ISO 3166 are understood`() throws {
    for row in try Oracle("countries").all {
      let name = try #require(row["name"])
      #expect(Country(named: name)?.code == row["alpha3"], "\(name)")
    }
  }

  @Test(
    arguments: [
      ("FRA", 250, 251), ("IND", 356, 699), ("NOR", 578, 579), ("CHE", 756, 757),
      ("USA", 840, 842), ("TWN", 158, 490),
    ]
  )
  func `six countries have another number in Comtrade`(code: String, m49: Int, comtrade: Int) {
    let country = Country(code)
    #expect(country?.m49 == m49)
    #expect(country?.comtrade == comtrade)
    #expect(Country(code: m49) == country)
    #expect(Country(code: comtrade) == country)
    #expect(country?.remark != nil)
  }

  @Test func `no other country has`() {
    let others = Country.all.filter { $0.comtrade != nil && $0.comtrade != $0.m49 }
    #expect(others.map(\.code).sorted() == ["CHE", "FRA", "IND", "NOR", "TWN", "USA", "XKX"])
  }

  @Test(
    arguments: [
      (280, "DEU"), (868, "VNM"), (736, "SDN"), (381, "ITA"), (841, "USA"), (58, "BLX"),
      (711, "ZA1"), (810, "SUN"), (891, "SCG"), (530, "ANT"), (532, "ANT"),
    ]
  )
  func `former numbers lead to a country`(number: Int, code: String) {
    #expect(Country(code: number)?.code == code)
  }

  @Test func `a country that is no more has a last year`() {
    #expect(Country("SUN")?.until == 1990)
    #expect(Country("KAZ")?.until == nil)
    #expect(Country.former.allSatisfy { $0.until != nil })
    #expect(Set(Country.all).isDisjoint(with: Country.former))
  }

  @Test(
    arguments: [
      ("Viet Nam", "VNM"), ("Vietnam", "VNM"), ("VIET NAM", "VNM"), ("Вьетнам", "VNM"),
      ("вьетнам", "VNM"), ("Việt Nam", "VNM"), ("Viê\u{323}t Nam", "VNM"),
      ("Казахстан", "KAZ"), ("Қазақстан", "KAZ"), ("Казакстан", "KAZ"), ("Kazakhstan", "KAZ"),
      ("Republic of Kazakhstan", "KAZ"), ("Kazakhstan, Rep. of", "KAZ"),
      ("Korea, Rep.", "KOR"), ("Rep. of Korea", "KOR"), ("Republic of Korea", "KOR"),
      ("South Korea", "KOR"), ("Южная Корея", "KOR"), ("Hàn Quốc", "KOR"), ("Han Quoc", "KOR"),
      ("Korea, Dem. People's Rep.", "PRK"), ("DPRK", "PRK"),
      ("Russia", "RUS"), ("Russian Federation", "RUS"), ("Россия", "RUS"), ("Nga", "RUS"),
      ("Turkey", "TUR"), ("Türkiye", "TUR"), ("Turkiye", "TUR"), ("ТУРЦИЯ", "TUR"),
      ("Киргизия", "KGZ"), ("Кыргызстан", "KGZ"), ("Kyrgyz Republic", "KGZ"),
      ("Lao PDR", "LAO"), ("Lao People's Dem. Rep.", "LAO"), ("UAE", "ARE"), ("ОАЭ", "ARE"),
      ("Cote d'Ivoire", "CIV"), ("Côte d’Ivoire", "CIV"), ("Hong Kong SAR, China", "HKG"),
      ("China, Hong Kong SAR", "HKG"), ("Congo, Dem. Rep.", "COD"), ("Congo, Rep.", "COG"),
      ("Congo", "COG"), ("St. Lucia", "LCA"), ("Saint Lucia", "LCA"), ("EL", "GRC"),
      ("UK", "GBR"), ("XK", "XKX"), ("Mỹ", "USA"), ("США", "USA"), ("Áo", "AUT"), ("Bỉ", "BEL"),
      ("Bosnia & Herzegovina", "BIH"), ("Other Asia, nes", "TWN"), ("СССР", "SUN"),
    ]
  )
  func `a name is understood in many spellings`(name: String, code: String) {
    #expect((Country(named: name) ?? Country(name))?.code == code)
  }

  @Test func `every name of a country leads back to it`() {
    for country in Country.all + Country.former {
      let names = country.names
      let all = [country.name, names.russian, names.vietnamese, names.kazakh] + names.others
      for name in all where !name.isEmpty {
        #expect(Country(named: name) == country, "\(name)")
        #expect(Country(named: name.uppercased()) == country, "\(name)")
      }
    }
  }

  @Test func `every country of today has a name in three more languages`() {
    let without = Country.all.filter { country in
      country.names.russian.isEmpty || country.names.vietnamese.isEmpty
        || country.names.kazakh.isEmpty
    }
    #expect(without.map(\.code) == ["COD"])
  }

  @Test func `short names fit a table and are distinct`() {
    let names = (Country.all + Country.former).map(\.name)
    #expect(names.filter { $0.count > 24 || $0.isEmpty } == [])
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: ["", " ", "Atlantis", "XX1", "-", "💡", "\u{0}", "North South Korea"])
  func `what is no country is none`(text: String) {
    #expect(Country(text) == nil)
    #expect(Country(named: text) == nil)
  }

  @Test func `numbers that nobody has are none`() {
    for number in [-1, 0, 1, 899, 837, 1000, .min, .max] { #expect(Country(code: number) == nil) }
  }
}
