import Testing
import TradeTables

@testable import TradeFlows

@Suite struct NumberStyleTests {
  private func style(_ sample: String..., reading: FlowReading = FlowReading()) throws
    -> NumberStyle
  {
    try NumberStyle(sample, delimiter: 59, reading: reading, file: "a.csv", line: 1)
  }

  private func number(_ text: String, _ style: NumberStyle) -> Double? {
    guard case .number(let number) = style.read(text) else { return nil }
    return number
  }

  @Test func `Plain numbers stay plain`() throws {
    let plain = try style("1", "-2.5", "1e6", "233.2", "NA")
    #expect(plain == NumberStyle())
    #expect(plain.description == nil)
    #expect(number("233.2", plain) == 233.2)
    #expect(plain.read("          NA") == .missing)
    #expect(plain.read("1,234") == .wrong)
  }

  @Test(arguments: [
    ("1 234,5", 1234.5), ("1.234.567,8", 1_234_567.8), ("12,5", 12.5), ("1\u{A0}234,25", 1234.25),
    ("1\u{202F}234,5", 1234.5), ("0,125", 0.125), ("-7,1", -7.1),
  ]) func `A decimal comma is seen where the number can be read no other way`(
    _ text: String, _ expected: Double
  ) throws {
    let style = try style(text)
    #expect(number(text, style) == expected)
    #expect(style.description?.contains("decimal comma") ?? false)
  }

  @Test(arguments: [
    ("1,234.5", 1234.5), ("1,234,567", 1_234_567), ("1 234 567", 1_234_567), ("1'234.5", 1234.5),
  ]) func `Marks between thousands are taken out`(_ text: String, _ expected: Double) throws {
    let style = try style(text)
    #expect(number(text, style) == expected)
    #expect(style.description?.contains("thousands by") ?? false)
  }

  @Test func `What can be read in two ways is refused until the reader is told`() throws {
    #expect(throws: FlowError.ambiguousNumber("1,234", at: Place(file: "a.csv", line: 2))) {
      try style("1,234")
    }
    var reading = FlowReading()
    reading.decimal = ","
    #expect(number("1,234", try style("1,234", reading: reading)) == 1.234)
    reading.decimal = "."
    #expect(number("1,234", try style("1,234", reading: reading)) == 1234)
  }

  @Test func `Another number of the sample decides`() throws {
    #expect(number("1,234", try style("1,234", "12,5")) == 1.234)
    #expect(number("1,234", try style("1,234", "0.5")) == 1234)
  }

  @Test func `A dash is refused, zero or missing, as the reader says`() throws {
    #expect(try style("1").read("-") == .wrong)
    var reading = FlowReading()
    reading.dash = .zero
    #expect(try style("1", reading: reading).read("-") == .number(0))
    reading.dash = .missing
    #expect(try style("1", reading: reading).read("–") == .missing)
  }

  @Test func `Flags behind numbers mark them where a format has them`() {
    var style = NumberStyle()
    style.hasFlags = true
    #expect(style.read("628 e") == .marked(628, .estimated))
    #expect(style.read("628 bp") == .marked(628, .preliminary))
    #expect(style.read("628 b") == .number(628))
    #expect(style.read(": m") == .missing)
    #expect(style.read(": c") == .marked(nil, .confidential))
    #expect(NumberStyle().read("628 e") == .wrong)
  }

  @Test func `Confidential is neither missing nor zero`() {
    #expect(NumberStyle().read("c") == .marked(nil, .confidential))
    #expect(NumberStyle().read("..") == .missing)
    #expect(NumberStyle().read("0") == .number(0))
  }
}
