import Testing
import TradeFlows

@Suite struct TradePartnerTests {
  @Test(
    arguments: [
      ("KAZ", "KAZ"), ("kz", "KAZ"), ("398", "KAZ"), ("Қазақстан", "KAZ"), ("699", "IND"),
      ("004", "AFG"), (" VNM ", "VNM"), ("EAEU", "EAEU"), ("ЕАЭС", "EAEU"), ("975", "ASEAN"),
      ("European Union", "EU"), ("EU27_2020", "EU"), ("EUU", "EU"), ("97", "EU"),
      ("World", "WLD"), ("WORLD", "WLD"), ("W00", "WLD"), ("0", "WLD"), ("мир", "WLD"),
      ("899", "_X"), ("_X ", "_X"), ("Areas, nes", "_X"), ("Bunkers", "X1"), ("837", "X1"),
      ("Free Zones", "X2"), ("839", "XX"), ("Special Categories", "XX"), ("QZ", "QX"),
      ("EXT_EU27_2020", "EXT_EU"), ("490", "TWN"), ("S19", "TWN"), ("Belgium-Luxembourg", "BLX"),
      ("CHI", "_CI"), ("ROM", "ROU"), ("NA", "NAM"),
    ]
  )
  func `a code, a number or a name`(text: String, code: String) {
    #expect(TradePartner(text)?.code == code)
  }

  @Test func `a number of Comtrade may mean something else in M49`() {
    #expect(TradePartner(comtrade: 492)?.code == "492")
    #expect(TradePartner(comtrade: 492)?.name == "Europe EU, nes")
    #expect(Country(code: 492)?.code == "MCO")
    #expect(TradePartner(comtrade: 254)?.code == "GUF")
    #expect(TradePartner(comtrade: 12_345) == nil)
  }

  @Test(
    arguments: [
      ("KAZ", false), ("BLX", false), ("EAEU", true), ("WLD", true), ("_X", false), ("X1", false),
      ("EXT_EU", true),
    ]
  )
  func `the world and groups overlap countries`(code: String, overlaps: Bool) {
    #expect(TradePartner(code)?.overlapsCountries == overlaps)
  }

  @Test func `no two partners share letters or a number of Comtrade`() {
    let countries = Country.all + Country.former
    let letters =
      countries.flatMap { [$0.code] + [$0.alpha2].compactMap(\.self) }
      + CountryGroup.all.map(\.code) + TradeArea.all.map(\.code)
    #expect(Set(letters).count == letters.count)
    let numbers =
      countries.compactMap(\.comtrade) + CountryGroup.all.compactMap(\.comtrade)
      + TradeArea.all.compactMap(\.comtrade) + FormerCode.all.keys
    #expect(Set(numbers).count == numbers.count)
  }

  @Test func `areas have names that fit a table, the world first`() {
    #expect(TradeArea.all.first?.code == "WLD")
    #expect(TradeArea.all.first?.kind == .world)
    #expect(TradeArea.all.allSatisfy { !$0.name.isEmpty && $0.name.count <= 24 })
    #expect(TradeArea("_x")?.kind == .rest)
    #expect(TradeArea("KAZ") == nil)
  }

  @Test func `the name by letters`() {
    #expect(Country.name("VNM") == "Viet Nam")
    #expect(Country.name("EAEU") == "Eurasian Economic Union")
    #expect(Country.name("WLD") == "world")
    #expect(Country.name("QQX") == "QQX")
  }

  @Test(arguments: ["", "   ", "Nowhere", "99999999999999999999", "-5", "1e3", ";", "\u{FFFD}"])
  func `what is no partner is none`(text: String) { #expect(TradePartner(text) == nil) }
}
