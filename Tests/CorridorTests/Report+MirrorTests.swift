import Corridor
import Testing

@Suite struct ReportMirrorTests {
  private func flow(
    _ exporter: String, _ importer: String, _ export: Double?, _ imports: Double?, _ year: Int
  ) -> MirrorFlow {
    MirrorFlow(
      exporter: exporter, importer: importer, period: Period(year: year),
      export: export.map { Figure($0, unit: .millionUSD) },
      import: imports.map { Figure($0, unit: .millionUSD) })
  }

  @Test func `says how often the importer counts more, and each score`() {
    let flows = [flow("KAZ", "VNM", 100, 90, 2013), flow("KAZ", "VNM", 100, 130, 2014)]
    let more = flows + [flow("CHN", "KAZ", 100, 106, 2014)]
    let sentences = Report.mirror(Mirror(flows, among: more), title: "Tea").text
    #expect(
      sentences.contains(
        "KAZ to VNM, both sides known in 2013–2014: the importer counts more in 1 of 2;\n"
          + "  imports over exports 0.90 to 1.30, median 1.10."))
    #expect(sentences.contains("KAZ 0.16 (3 flows, 2"))
    #expect(!sentences.contains("neither side is known to err more"))
  }

  @Test func `many directions are a table with the rule of the score`() {
    let flows = ["CHN", "RUS", "JPN", "KOR", "VNM"].map { flow("KAZ", $0, 100, 110, 2014) }
    let text = Report.mirror(Mirror(flows, among: flows), title: "Tea").text
    #expect(!text.contains("both sides known"))
    #expect(text.unwrapped.contains("It does not tell which side errs."))
  }

  @Test func `scores are a table of their own`() {
    let flows = [flow("KAZ", "VNM", 100, 130, 2014)]
    let report = Report.mirror(Mirror(flows, among: flows), title: "Scores", isScores: true)
    #expect(report.tables.map(\.name) == ["reliability"])
  }

  @Test func `a learned rate says what it was learned from`() throws {
    let codes = ["CHN", "RUS", "JPN", "KOR", "VNM", "ITA", "TUR", "UZB", "KGZ", "THA"]
    let flows = codes.enumerated().map { place, code in
      flow("KAZ", code, 100, 105 + Double(place), 2014)
    }
    let distances = try Distances(
      Table(
        .text("exporter", codes.map { _ in "KAZ" }), .text("importer", codes),
        .number("distance", codes.indices.map { 1000 * Double($0 + 1) })))
    let mirror = Mirror(
      flows, among: flows, freight: try FreightRate(from: flows, distances: distances))
    #expect(
      Report.mirror(mirror, title: "Tea").text.contains(
        "Freight: learned from 10 flows by distance"))
  }
}
