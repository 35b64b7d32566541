import Testing
import TradeTables
import TradeTestSupport

@Suite struct TextCellsCodesTests {
  @Test func `texts stand once in the order of their first cells`() {
    let (texts, codes) = TextCells(["EU", "EU", nil, "CIS", "", "EU", "cis"]).coded()
    #expect(texts == ["EU", "CIS", "cis"])
    #expect(codes == [0, 0, -1, 1, -1, 0, 2])
  }

  @Test func `an accent written as a character of its own makes no other text`() {
    let (texts, codes) = TextCells(["C\u{F4}te", "Co\u{302}te", "Cote", "Co\u{302}te"]).coded()
    #expect(texts == ["C\u{F4}te", "Cote"])
    #expect(codes == [0, 0, 1, 0])
  }

  @Test(arguments: 1...20) func `codes give back the cells`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let cells = (0..<500).map { _ -> String? in
      let length = Int.random(in: 0...3, using: &generator)
      let text = (0..<length).map { _ in "abé".randomElement(using: &generator) ?? "a" }
      return text.isEmpty ? nil : String(text)
    }
    let (texts, codes) = TextCells(cells).coded()
    #expect(codes.map { $0 < 0 ? nil : texts[Int($0)] } == cells)
    #expect(Set(texts).count == texts.count)
    #expect(Set(codes.filter { $0 >= 0 }) == Set(texts.indices.map(Int32.init)))
  }

  @Test func `no cells have no texts`() {
    let (texts, codes) = TextCells().coded()
    #expect(texts.isEmpty)
    #expect(codes.isEmpty)
  }
}
