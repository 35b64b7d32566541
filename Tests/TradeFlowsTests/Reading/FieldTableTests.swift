import Testing
import TradeTestSupport

@testable import TradeFlows

@Suite struct FieldTableTests {
  /// Asks the table for each text in turn, and adds those that are new; the places it gives.
  private func places(of texts: [String]) -> [Int] {
    var table = FieldTable()
    return texts.enumerated().map { number, text in
      let bytes = Array(text.utf8) + [UInt8](repeating: 0xFF, count: 8)
      return bytes.withUnsafeBufferPointer { bytes in
        guard let start = bytes.baseAddress else { return -1 }
        let count = text.utf8.count
        if let place = table.place(of: start, count: count) { return place }
        let place = table.add(FieldMeaning(scale: Double(number)), for: start, count: count)
        #expect(table[place].scale == Double(number))
        return place
      }
    }
  }

  @Test func `A text has one place, wherever it comes again`() {
    #expect(
      places(of: ["398", "704", "398", "398", "704", "", "0", ""]) == [0, 1, 0, 0, 1, 2, 3, 2])
  }

  @Test func `Texts that begin alike, or differ in length alone, are different`() {
    let texts = ["a", "aa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaab", "aaaaaaaaaaaaaaaa", "a\0"]
    #expect(places(of: texts + texts) == Array(0..<7) + Array(0..<7))
  }

  @Test func `Thousands of texts, short and long, are each found again`() {
    let texts = (0..<5000).map { $0 % 3 == 0 ? "\($0)" : "a longer name of country \($0)" }
    #expect(places(of: texts + texts.reversed()) == Array(0..<5000) + (0..<5000).reversed())
  }
}
