import Corridor
import Testing

@Suite struct CountryTests {
  @Test(arguments: [("KAZ", "Kazakhstan"), ("VNM", "Viet Nam"), ("WLD", "world"), ("BRA", "BRA")])
  func `has the English name, or the code where it knows none`(code: String, name: String) {
    #expect(Country.name(code) == name)
  }

  @Test func `codes are in order and each has a name of its own`() {
    #expect(Country.codes == Country.codes.sorted())
    #expect(Set(Country.codes.map(Country.name)).count == Country.codes.count)
    #expect(Country.codes.allSatisfy { Country.name($0) != $0 })
  }
}
