import Testing
import TradeTables
import TradeTestSupport

@Suite struct NumberTextTests {
  // MARK: Full precision

  @Test(arguments: 1...5) func `full text reads back as the same bits`(seed: Int) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let number = Double(bitPattern: generator.next())
      guard number.isFinite else { continue }
      let back = try #require(NumberText.number(NumberText.full(number)))
      #expect(back.bitPattern == number.bitPattern, "\(number)")
    }
  }

  @Test(arguments: [
    (500, "500"), (-500, "-500"), (542.7, "542.7"), (0.1 + 0.2, "0.30000000000000004"),
    (0, "0"), (1_234_567.5, "1234567.5"), (1e16, "1e+16"), (.leastNonzeroMagnitude, "5e-324"),
  ]) func `full text is the shortest, without grouping`(number: Double, text: String) {
    #expect(NumberText.full(number) == text)
  }

  // MARK: Fixed decimals

  @Test(arguments: [
    (0, 1, "0.0"), (542.74, 1, "542.7"), (999, 0, "999"), (1000, 0, "1 000"),
    (1_234_567.891, 2, "1 234 567.89"), (-1234.5, 1, "-1 234.5"), (123_456, 0, "123 456"),
    (999.96, 1, "1 000.0"), (0.049, 1, "0.0"), (-12.345, 0, "-12"),
  ]) func `fixed text has its decimals and groups of three`(
    number: Double, digits: Int, text: String
  ) {
    #expect(NumberText.fixed(number, digits: digits) == text)
  }

  @Test(arguments: [-0.0, -0.04, -1e-300, -Double.leastNonzeroMagnitude], 0...1)
  func `what rounds to zero has no sign`(number: Double, digits: Int) {
    #expect(NumberText.fixed(number, digits: digits) == ["0", "0.0"][digits])
  }

  @Test(arguments: 1...5) func `fixed text is the number to half a unit of its last decimal`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let size = Double.random(in: -6...14, using: &generator)
      let number = Double.random(in: -1...1, using: &generator) * power(of: size)
      let digits = Int.random(in: 0...6, using: &generator)
      let text = NumberText.fixed(number, digits: digits)
      let back = try #require(Double(text.replacing(" ", with: "")), "\(text)")

      let unit = power(of: Double(-digits))
      #expect(abs(back - number) <= unit / 2 + 1e-15 * abs(number), "\(number) as \(text)")
      #expect(!text.hasPrefix("-") || back < 0, "\(number) as \(text)")
      #expect(text.split(separator: ".").count == (digits > 0 ? 2 : 1))
      #expect((text.split(separator: ".").dropFirst().first?.count ?? 0) == digits)
    }
  }

  @Test(arguments: 1...5) func `grouping only puts a blank before each three digits`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let number = Double.random(in: -1e12...1e12, using: &generator)
      let grouped = NumberText.fixed(number, digits: 2)
      #expect(
        grouped.replacing(" ", with: "") == NumberText.fixed(number, digits: 2, grouped: false))
      let whole = grouped.prefix { $0 != "." }.drop { $0 == "-" }
      let groups = whole.split(separator: " ")
      #expect((1...3).contains(groups.first?.count ?? 0), "\(grouped)")
      #expect(groups.dropFirst().allSatisfy { $0.count == 3 }, "\(grouped)")
    }
  }

  /// A year of a country's trade in dong is about 2e16.
  @Test(arguments: [1.5e15, 1.97e16, -2.46e18], 0...1)
  func `an enormous number keeps its first digits`(number: Double, digits: Int) throws {
    let text = NumberText.fixed(number, digits: digits).replacing(" ", with: "")
    let back = try #require(Double(text))
    #expect(abs(back / number - 1) < 0.005, "\(number) as \(text)")
  }

  // MARK: Significant digits

  @Test(arguments: [
    (0, 3, "0"), (-0.0, 3, "0"), (0.001234, 3, "0.00123"), (1.234e-9, 3, "1.23e-09"),
    (123.456, 4, "123.5"), (12_345.6, 3, "12 346"), (-0.5, 2, "-0.50"), (2.5e12, 3, "2.5e+12"),
  ]) func `significant text is in the form that is easier to read`(
    number: Double, digits: Int, text: String
  ) {
    #expect(NumberText.significant(number, digits: digits) == text)
  }

  @Test(arguments: 1...5) func `significant text is the number to half a unit of its last digit`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let size = Double.random(in: -20...20, using: &generator)
      let number = (Bool.random(using: &generator) ? 1 : -1) * power(of: size)
      let digits = Int.random(in: 1...8, using: &generator)
      let text = NumberText.significant(number, digits: digits)
      let back = try #require(Double(text.replacing(" ", with: "")), "\(text)")
      #expect(
        abs(back / number - 1) <= power(of: Double(1 - digits)) / 2 + 1e-12,
        "\(number) to \(digits) digits as \(text)")
    }
  }

  // MARK: Reading

  @Test(arguments: [
    ("500", 500), ("-5.25", -5.25), ("+3", 3), (".5", 0.5), ("5.", 5), ("1e3", 1000),
    ("1E-2", 0.01), (" 42 ", 42), ("007", 7), ("1e-400", 0),
    ("1.7976931348623157e308", 1.7976931348623157e308),
  ]) func `reads decimal numbers`(text: String, number: Double) {
    #expect(NumberText.number(text) == number)
  }

  @Test(arguments: [
    "", " ", "nan", "NaN", "-nan", "inf", "-inf", "+infinity", "1e999", "-1e999", "0x10", "-0X1p3",
    "1,234", "1 234", "1_000", "1.2.3", "1e", "-", "+", ".", "e5", ">500", "5 %", "$5", "--5", "5-",
    "٥", "½", "−5",
  ]) func `reads nothing that is no finite decimal number`(text: String) {
    #expect(NumberText.number(text) == nil)
  }

  @Test func `reads a part of a text`() {
    #expect(NumberText.number("2024-12".prefix(4)) == 2024)
  }

  @Test(arguments: ["", "NA", "na", "Na", "N/A", "n/a", "n.a.", "N.A.", "..", "...", ":"])
  func `knows the marks for a missing value`(text: String) {
    #expect(NumberText.isMissing(text))
  }

  @Test(arguments: ["0", "-", "nan", "missing", ".", "::", "x"])
  func `takes nothing else for missing`(text: String) {
    #expect(!NumberText.isMissing(text))
  }

  /// A power of ten, from text where that is exact.
  private func power(of exponent: Double) -> Double {
    let whole = exponent.rounded(.down)
    let power = Double("1e\(Int(whole))") ?? .nan
    return power * (1 + 9 * (exponent - whole))
  }

  @Test func `a fraction in per cent has no digits of rounding`() {
    #expect(NumberText.percentage(0.95) == "95")
    #expect(NumberText.percentage(0.07) == "7")
    #expect(NumberText.percentage(0.999) == "99.9")
    #expect(NumberText.percentage(2.0 / 3) == "66.6667")
    #expect(NumberText.percentage(0) == "0")
  }
}
