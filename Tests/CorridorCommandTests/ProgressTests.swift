import Testing

@testable import CorridorCommand

@Suite struct ProgressTests {
  @Test func `says how far, how fast and how long`() {
    let progress = Progress("reports", of: 200, isOnTerminal: false)
    #expect(progress.line(120, after: 4) == "reports: 120 of 200, 30 a second, 3 s left")
    #expect(progress.line(3, after: 4) == "reports: 3 of 200, 0.8 a second, 263 s left")
  }

  @Test func `nothing done is no division by zero`() {
    let progress = Progress("reports", of: 200, isOnTerminal: false)
    #expect(
      progress.line(0, after: 0)
        == "reports: 0 of 200, 0.0 a second, 359 999 s left".replacing("359 999", with: "359999"))
  }
}
