import Testing
import TradeTestSupport

@testable import TradeReport

@Suite struct PeriodAxisTests {
  private func shown(_ labels: [String], width: Double = 600) -> [String] {
    PeriodAxis(labels, left: 0, right: width).shown.map(\.text)
  }

  @Test func `every name is written where there is room`() {
    #expect(shown(["2022", "2023", "2024"]) == ["2022", "2023", "2024"])
    #expect(shown(["a"]) == ["a"])
    #expect(shown([]) == [])
  }

  @Test func `years are thinned to round ones`() {
    let names = shown((1965...2024).map { "\($0)" }, width: 400)
    #expect(names == ["1970", "1980", "1990", "2000", "2010", "2020"])
  }

  @Test func `months are written as years`() {
    let months = (0..<120).map { "\(2015 + $0 / 12)-\($0 % 12 + 1)" }
    #expect(shown(months) == (2015...2024).map { "\($0)" })
  }

  @Test func `of other names the last is written`() {
    #expect(shown((1...40).map { "step \($0)" }, width: 300).last == "step 40")
  }

  @Test(arguments: [1, 2, 7, 40, 600], [60.0, 250, 700]) func `no two names touch`(
    count: Int, width: Double
  ) {
    let labels = (0..<count).map { "\(1900 + $0 / 4)Q\($0 % 4 + 1)" }
    let axis = PeriodAxis(labels, left: 0, right: width)
    for (one, next) in zip(axis.shown, axis.shown.dropFirst()) {
      let half = (SVGText.width(one.text) + SVGText.width(next.text)) / 2
      #expect(axis.x(next.index) - axis.x(one.index) > half)
    }
    #expect(!axis.shown.isEmpty)
  }
}
