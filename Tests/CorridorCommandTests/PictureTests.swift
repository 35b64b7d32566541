import Testing
import TradeTables

@testable import CorridorCommand

@Suite struct PictureTests {
  @Test func `the picture of the README is what the program draws`() throws {
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = "/" + path + "/Sources/Corridor/Corridor.docc/Resources/forecast.svg"
    let drawn = corridor(
      "forecast", "kz-vn", "--from", "2010", "--horizon", "3", "-o", "forecast.svg")
    #expect(drawn.text == String(decoding: try InputFile.read(file), as: UTF8.self))
  }
}
