import Testing
import TradeReport

@Suite struct TextStyleTests {
  @Test func `is eighty columns of plain Unicode unless told otherwise`() {
    #expect(TextStyle() == TextStyle(width: 80, ascii: false, isColoured: false))
    #expect(TextStyle(width: 120).width == 120)
  }

  @Test(arguments: [-5, 0, 39, 40]) func `is forty columns wide at the least`(width: Int) {
    #expect(TextStyle(width: width).width == 40)
  }
}
