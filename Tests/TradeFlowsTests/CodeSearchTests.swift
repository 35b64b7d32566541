import Testing
import TradeFlows

@Suite struct CodeSearchTests {
  /// The codes of what was found, in order.
  private func codes(_ text: String) -> [String] { CodeSearch(text).matches.map(\.code) }

  @Test func `the whole name, then beginnings, then words, then descriptions`() {
    let matches = CodeSearch("wheat").matches
    #expect(Array(matches.map(\.code).prefix(3)) == ["1001", "1101", "1109"])
    #expect(Array(matches.map(\.rank).prefix(3)) == [.name, .beginning, .beginning])
    #expect(matches.map(\.rank) == matches.map(\.rank).sorted())
    #expect(matches.last?.rank == .description)
  }

  @Test(
    arguments: [
      ("1001", ["1001"]), ("10.01", ["1001"]), ("heading 1001", ["1001"]), ("HS 1001", ["1001"]),
      ("section 15", ["XV"]), ("Section XV", ["XV"]), ("chapter 85", ["85"]), ("85", ["85"]),
      ("100199", ["100199"]), ("VNM", ["VNM"]), ("vnm", ["VNM"]), ("704", ["VNM"]),
      ("вьетнам", ["VNM"]), ("EAEU", ["EAEU"]), ("ЕАЭС", ["EAEU"]), ("EL", ["GRC"]),
      ("EU28", ["EU"]), ("899", ["_X"]), ("280", ["DEU"]), ("492", ["492", "MCO"]),
      ("84", ["84", "BLZ"]), ("VI", ["VI", "VIR"]), ("TOTAL", ["TOTAL"]), ("0", ["WLD"]),
    ]
  )
  func `a code leads to what has it`(text: String, found: [String]) {
    #expect(codes(text) == found)
  }

  @Test func `every word must be found`() {
    #expect(codes("mobile telephones") == ["8517"])
    #expect(codes("telephones mobile") == ["8517"])
    #expect(codes("mobile wheat").isEmpty)
    #expect(codes("mobile phone") == ["8517"], "inside words")
  }

  @Test func `case and accents do not matter`() {
    #expect(codes("WHEAT") == codes("wheat"))
    #expect(codes("turkiye").first == "TUR")
    #expect(codes("Tailors' dummies").first == "9618")
  }

  @Test func `everything is found first by its own code`() {
    for heading in HarmonizedSystem.headings.enumerated() where heading.offset % 40 == 0 {
      #expect(codes(heading.element.code).first == heading.element.code)
    }
    for country in Country.all.enumerated() where country.offset % 10 == 0 {
      #expect(codes(country.element.code).first == country.element.code)
    }
    for group in CountryGroup.all { #expect(codes(group.code).first == group.code) }
  }

  @Test(
    arguments: [
      ("wheet", "Wheat"), ("101", "0101"), ("Kazahstan", "Kazakhstan"), ("Вьетнамм", "Вьетнам"),
      ("telefones", "telephones"),
    ]
  )
  func `nothing found, but nearly`(text: String, nearest: String) {
    #expect(CodeSearch(text).matches.isEmpty)
    #expect(CodeSearch(text).fault == .notFound(text, nearest: nearest))
  }

  @Test(arguments: ["8520", "852010", "heading 6908"])
  func `a heading of another edition is said to be one`(text: String) {
    #expect(CodeSearch(text).matches.isEmpty)
    guard case .notInEdition(let code) = CodeSearch(text).fault else {
      Issue.record("\(CodeSearch(text).fault)")
      return
    }
    #expect(text.hasSuffix(code))
  }

  @Test(arguments: [
    "", " ", "'", "xqzzyq", "section 22", "section 0", "99999999999999999999",
  ])
  func `nothing at all`(text: String) {
    #expect(CodeSearch(text).matches.isEmpty)
    #expect(CodeSearch(text).fault == .notFound(CodeSearch(text).text, nearest: nil))
  }

  @Test func `errors say what and where`() {
    #expect(
      ClassificationError.notFound("wheet", nearest: "Wheat").description
        == "there is no commodity, country or group 'wheet' (did you mean 'Wheat'?)")
    #expect(
      ClassificationError.notInEdition("8520").description
        == "HS 2022 has no code 8520, which another edition may have; its chapter is shown by: "
        + "corridor codes 85")
  }
}

extension CodeSearch.Match {
  fileprivate var code: String {
    switch subject {
    case .commodity(let commodity): commodity.code
    case .partner(let partner): partner.code
    }
  }
}
