import Testing
import TradeTables
import TradeTestSupport

@testable import TradeFlows

@Suite struct PlainDecimalTests {
  private func read(_ text: String) -> Double? {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0x37, count: 16)
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { PlainDecimal.read($0, count: text.utf8.count) }
    }
  }

  @Test(arguments: ["0", "7", "12345678", "15312.950", "0.001", "1234567.12345678", ".5", "5."])
  func `Short decimals are read`(_ text: String) throws {
    #expect(read(text) == NumberText.number(text))
  }

  @Test(arguments: [
    "", ".", "-1", "+1", "1e5", "1,5", "123456789", "12345678.5", "1.123456789", "NA", " 1", "1 ",
    "1.2.3", "1:", "/1", "a", "\u{B1}2",
  ]) func `Any other form is left to the slow way`(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test(arguments: 0..<20) func `Random decimals have the same bits as the system reads`(
    _ seed: Int
  ) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let whole =
        Int.random(in: 0..<Int(1e7), using: &random) >> Int.random(in: 0..<20, using: &random)
      let part = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        "\(Int.random(in: 0...9, using: &random))"
      }.joined()
      #expect(read("\(whole).\(part)") == Double("\(whole).\(part)"))
    }
  }
}
