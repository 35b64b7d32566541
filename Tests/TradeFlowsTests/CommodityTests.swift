import Testing
import TradeFlows

@Suite struct CommodityTests {
  @Test(
    arguments: [
      ("TOTAL", "TOTAL", .total), ("total", "TOTAL", .total), ("XV", "XV", .section),
      ("xvi", "XVI", .section), ("01", "01", .chapter), ("1001", "1001", .heading),
      ("10.01", "1001", .heading), ("100199", "100199", .subheading),
      ("1001.99", "100199", .subheading), ("1001 99 00", "10019900", .national),
      ("1001990000", "1001990000", .national), (" 8542 ", "8542", .heading),
    ] as [(String, String, Commodity.Level)]
  )
  func `reads a code at every level`(text: String, code: String, level: Commodity.Level) {
    #expect(Commodity(text)?.code == code)
    #expect(Commodity(text)?.level == level)
  }

  @Test(
    arguments: [
      "", "1", "101", "10011", "00", "0012", "XXII", "IC", "AG2", "10-01", "wheat", "1O01",
    ]
  )
  func `refuses what may have lost a zero, and what is no code`(text: String) {
    #expect(Commodity(text) == nil)
  }

  @Test func `goes up to the total`() {
    let wheat = Commodity("1001990000")
    #expect(wheat?.ancestors.map(\.code) == ["100199", "1001", "10", "II", "TOTAL"])
    #expect(wheat?.chapter?.label == "Cereals")
    #expect(wheat?.section?.label == "Vegetable products")
    #expect(Commodity.total.ancestors.isEmpty)
    #expect(Commodity.total.section == nil && Commodity.total.chapter == nil)
    #expect(Commodity("XV")?.parent == .total)
  }

  @Test func `chapters outside the nomenclature have no section`() {
    #expect(Commodity("9999")?.ancestors.map(\.code) == ["99", "TOTAL"])
    #expect(Commodity("98")?.section == nil)
  }

  /// Chapter ranges of the sections, from the nomenclature of the World Customs Organization.
  @Test(
    arguments: [
      ("I", "01", "05"), ("II", "06", "14"), ("III", "15", "15"), ("IV", "16", "24"),
      ("V", "25", "27"), ("VI", "28", "38"), ("VII", "39", "40"), ("VIII", "41", "43"),
      ("IX", "44", "46"), ("X", "47", "49"), ("XI", "50", "63"), ("XII", "64", "67"),
      ("XIII", "68", "70"), ("XIV", "71", "71"), ("XV", "72", "83"), ("XVI", "84", "85"),
      ("XVII", "86", "89"), ("XVIII", "90", "92"), ("XIX", "93", "93"), ("XX", "94", "96"),
      ("XXI", "97", "97"),
    ]
  )
  func `a section has a range of chapters`(section: String, first: String, last: String) throws {
    let chapters = try #require(Commodity(section)).parts.map(\.code)
    #expect(chapters.first == first && chapters.last == last)
    #expect(chapters.count == Int(last)! - Int(first)! + 1)
  }

  @Test func `parts and parents agree, all the way down`() {
    let sections = Commodity.total.parts
    #expect(sections.count == 21)
    let chapters = sections.flatMap(\.parts)
    #expect(chapters.count == 97)
    let headings = chapters.flatMap(\.parts)
    #expect(headings.count == 1228)
    for part in sections + chapters + headings {
      #expect(part.parent?.parts.contains(part) == true, "\(part.code)")
      #expect(part.label != nil && part.description != nil)
    }
  }

  @Test func `a code that HS 2022 does not have is a commodity without a label`() {
    let recorders = Commodity("8520")
    #expect(recorders?.level == .heading)
    #expect(recorders?.label == nil)
    #expect(recorders?.parent?.label == "Electrical machinery")
    #expect(Commodity("100199")?.label == nil)
    #expect(Commodity("100199")?.parts.isEmpty == true)
  }

  @Test func `levels are in order`() {
    #expect(Commodity.Level.allCases == Commodity.Level.allCases.sorted())
    #expect(Commodity.total.label == "All commodities")
  }
}
