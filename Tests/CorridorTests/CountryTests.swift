import Corridor
import Testing

@Suite struct CountryTests {
  @Test(arguments: [("KAZ", "Kazakhstan"), ("VNM", "Viet Nam"), ("WLD", "world"), ("QQX", "QQX")])
  func `has the English name, or the code where it knows none`(code: String, name: String) {
    #expect(Country.name(code) == name)
  }

  @Test func `codes are in order and each has a name of its own`() {
    let codes = Country.builtInCodes
    #expect(codes == codes.sorted())
    #expect(Set(codes.map(Country.name)).count == codes.count)
    #expect(codes.allSatisfy { Country.name($0) != $0 })
  }
}
