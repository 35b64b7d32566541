import Testing
import TradeSeries
import TradeTestSupport

@Suite struct STLTests {
  static let names = [
    "airpassengers", "passengers", "accidents", "ukgas", "johnson", "austres", "nottem",
  ]
  static let windows: [(String, STL)] = [
    ("periodic", STL()), ("7", STL(seasonalWindow: 7)), ("11", STL(seasonalWindow: 11)),
    ("13-21", STL(seasonalWindow: 13, trendWindow: 21)),
  ]

  @Test(arguments: names) func `the parts are those of R`(name: String) throws {
    let history = try ARIMAReference.history(name)
    let y = history.present.map(\.value)
    let scale = y.reduce(0) { max($0, abs($1)) }
    let places = [0, 1, 2, 29, 30, y.count - 2, y.count - 1]
    for (label, stl) in Self.windows {
      let parts = try #require(stl.decompose(y, season: history.season))
      for (quantity, values) in [("seasonal", parts.seasonal), ("trend", parts.trend)] {
        let expected = try ARIMAReference.numbers(name, "stl-\(label)", quantity)
        for (place, number) in zip(places, expected) {
          let number = try #require(number) / scale
          #expect((values[place] / scale).isClose(to: number), "\(label) \(quantity) \(place)")
        }
      }
    }
  }

  @Test(arguments: windows.map(\.0)) func `the parts add up`(window: String) throws {
    let stl = try #require(Self.windows.first { $0.0 == window }?.1)
    var generator = SeededGenerator(seed: 5)
    let y = (0..<40).map { _ in Double.random(in: 0...9, using: &generator) }
    let parts = try #require(stl.decompose(y, season: 4))
    for t in y.indices {
      #expect((parts.trend[t] + parts.seasonal[t] + parts.remainder[t]).isClose(to: y[t]))
    }
  }

  @Test func `a level with a fixed season is taken apart exactly`() throws {
    let season = [3.0, -1, -4, 2]
    let y = (0..<30).map { 10 + season[$0 % 4] }
    let parts = try #require(STL().decompose(y, season: 4))
    for t in y.indices {
      #expect(parts.seasonal[t].isClose(to: season[t % 4]))
      #expect(parts.trend[t].isClose(to: 10))
    }
  }

  // R's robust weights are no reference: its partial sort, asked for the 43rd and the 42nd of 84
  // sizes in that order, gives the 39th for the latter, so that its median is none.
  @Test func `an outlier moves a robust season little`() throws {
    let season = [3.0, -1, -4, 2]
    var generator = SeededGenerator(seed: 3)
    var y = (0..<40).map { 10 + season[$0 % 4] + Double.random(in: -0.2...0.2, using: &generator) }
    y[18] = 500
    let robust = try #require(STL(seasonalWindow: 7, isRobust: true).decompose(y, season: 4))
    let plain = try #require(STL(seasonalWindow: 7).decompose(y, season: 4))
    #expect(robust.weights[18] == 0)
    #expect(abs(robust.seasonal[18] - season[2]) < 0.5)
    #expect(abs(plain.seasonal[18] - season[2]) > 10)
  }

  @Test func `needs more than two seasons`() {
    #expect(STL().decompose([1, 2, 3, 4, 5, 6, 7, 8], season: 4) == nil)
    #expect(STL().decompose([1, 2, 3, 4, 5, 6, 7, 8], season: 1) == nil)
    #expect(STL().decompose([1, 2, 3, 4, 5, 6, 7, 8, 9], season: 4) != nil)
  }
}
