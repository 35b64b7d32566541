import Testing
import TradeFlows

@Suite struct NameKeyTests {
  @Test(
    arguments: [
      ("Côte d'Ivoire", "COTE DIVOIRE"), ("Rep. of Korea", "Korea, Republic of"),
      ("Bosnia & Herzegovina", "Bosnia and Herzegovina"), ("St. Lucia", "saint lucia"),
      ("Việt Nam", "viet nam"), ("Đức", "duc"), ("Қазақстан", "казакстан"), ("Йемен", "иемен"),
      ("Соединённое Королевство", "соединенное королевство"), ("U.S.A.", "usa"),
      ("Cayman Isds", "Cayman Islands"), ("The Gambia", "Gambia, The"), ("Łódź", "lodz"),
    ]
  )
  func `spellings of a name meet`(first: String, second: String) {
    #expect(NameKey.key(first) == NameKey.key(second))
  }

  @Test(arguments: [("Niger", "Nigeria"), ("Iran", "Iraq"), ("Guinea", "Guinea-Bissau")])
  func `other names do not`(first: String, second: String) {
    #expect(NameKey.key(first) != NameKey.key(second))
  }

  @Test func `composed and decomposed letters are the same`() {
    #expect(NameKey.key("Tu\u{308}rkiye") == NameKey.key("Türkiye"))
    #expect(NameKey.key("Та\u{438}\u{306}вань") == NameKey.key("Тайвань"))
  }

  @Test func `a name of connectives keeps them, and nothing stays nothing`() {
    #expect(NameKey.key("The") == "the")
    #expect(NameKey.key("") == "")
    #expect(NameKey.key(" -,;' ") == "")
  }
}
