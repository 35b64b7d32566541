import Corridor
import Testing

@Suite struct TargetTests {
  @Test func `targets are those of the pair, whichever side asks`() {
    let targets = Target.builtIn(between: "KAZ", and: "VNM")
    #expect(targets.map { $0.figure.value } == [1500, 1500, 2000, 5000])
    #expect(
      targets.map(\.period) == [Period(year: 2030), Period(year: 2030), nil, Period(year: 2030)])
    #expect(Target.builtIn(between: "VNM", and: "KAZ") == targets)
    #expect(Target.builtIn(between: "KAZ", and: "RUS").isEmpty)
  }

  @Test func `every target has a publisher, a date and an address, and an event that names it`() {
    let addresses = Set(Event.builtIn.map(\.address))
    for target in Target.builtIn(between: "KAZ", and: "VNM") {
      #expect(!target.publisher.isEmpty)
      #expect(target.published != nil)
      #expect(addresses.contains(target.address))
    }
  }
}
