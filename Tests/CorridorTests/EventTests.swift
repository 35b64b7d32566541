import Corridor
import Testing

@Suite struct EventTests {
  @Test func `every event has a date, a text and a publisher`() {
    #expect(!Event.builtIn.isEmpty)
    for event in Event.builtIn {
      #expect(PublicationDate(event.date) != nil, "\(event)")
      #expect(!event.text.isEmpty, "\(event)")
      #expect(!event.publisher.isEmpty, "\(event)")
    }
  }

  @Test func `events are in the order of their dates`() {
    #expect(Event.builtIn.map(\.date) == Event.builtIn.map(\.date).sorted())
  }

  @Test func `no event is there twice`() {
    let events = Event.builtIn.map { "\($0.date) \($0.text)" }
    #expect(Set(events).count == events.count)
  }

  @Test func `the trade agreement is among them`() {
    #expect(
      Event.builtIn.contains { $0.date == "2016-10" && $0.text.contains("agreement") })
  }
}
