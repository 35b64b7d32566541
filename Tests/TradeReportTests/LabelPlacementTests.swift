import Testing
import TradeTestSupport

@testable import TradeReport

@Suite struct LabelPlacementTests {
  @Test func `labels with room stay where they are`() {
    #expect(LabelPlacement.spread([10, 50, 90], gap: 20, within: 0...100) == [10, 50, 90])
    #expect(LabelPlacement.spread([], gap: 20, within: 0...100) == [])
    #expect(LabelPlacement.spread([120], gap: 20, within: 0...100) == [100])
  }

  @Test func `two labels on one place move equally far`() {
    #expect(LabelPlacement.spread([50, 50], gap: 20, within: 0...100) == [40, 60])
    #expect(LabelPlacement.spread([52, 48], gap: 20, within: 0...100) == [60, 40])
    #expect(LabelPlacement.spread([99, 98], gap: 20, within: 0...100) == [100, 80])
  }

  @Test(arguments: 1...60) func `never overlap, keep their order, and stay in the range`(seed: Int)
  {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...40, using: &generator)
    let wanted = (0..<count).map { _ in Double.random(in: -50...350, using: &generator) }
    let places = LabelPlacement.spread(wanted, gap: 17, within: 0...300)
    let gap = min(17, 300 / Double(count - 1))
    #expect(places.allSatisfy { (-1e-9...300 + 1e-9).contains($0) })
    let sorted = places.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= gap - 1e-9 })
    let byWish = wanted.indices.sorted { wanted[$0] < wanted[$1] }.map { places[$0] }
    #expect(byWish == sorted)
  }

  @Test func `names are thinned until they do not touch`() {
    let widths = Array(repeating: 30.0, count: 60)
    #expect(LabelPlacement.stride(widths: widths, step: 45) == 1)
    #expect(LabelPlacement.stride(widths: widths, step: 25) == 2)
    #expect(LabelPlacement.stride(widths: widths, step: 10) == 5)
    #expect(LabelPlacement.stride(widths: widths, step: 4) == 10)
    #expect(LabelPlacement.stride(widths: widths, step: 0.1) == 100)
    #expect(LabelPlacement.stride(widths: [], step: 0) == 1)
  }

  @Test func `a line meets the rectangle that it crosses`() {
    let box = Box(x: 0...10, y: 0...10)
    #expect(box.meets(.init(x: -5, y: 5), .init(x: 15, y: 5)))
    #expect(box.meets(.init(x: 2, y: 2), .init(x: 3, y: 3)))
    #expect(!box.meets(.init(x: -5, y: 8), .init(x: 5, y: 20)))
    #expect(!box.meets(.init(x: 12, y: -5), .init(x: 12, y: 15)))
  }

  @Test func `a label takes the first free place, and nothing else may stand there`() {
    var room = OccupiedRoom(Box(x: 0...100, y: 0...100))
    let places = LabelPlace.around(20, 50, 50, distance: 5)
    // Above, then below: both together leave no room beside the mark.
    let found = (0..<3).compactMap { _ in room.place(places) }
    #expect(found == Array(places.prefix(2)))
    #expect(room.place([LabelPlace(20, x: 95, y: 50, anchor: .start)]) == nil)
  }
}
