import Glibc
import Testing
import TradeFlows
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct FreightRateTests {
  private static let codes = ["KAZ", "VNM", "CHN", "RUS", "JPN", "KOR"]

  /// Every pair of the six countries, a thousand kilometres more each.
  private func distances() throws -> Distances {
    var rows: [(String, String, Double)] = []
    for (place, one) in Self.codes.enumerated() {
      for other in Self.codes[(place + 1)...] {
        rows.append((one, other, 1000 * Double(rows.count + 1)))
      }
    }
    return try Distances(
      Table(
        .text("iso3_o", rows.map { $0.0 }), .text("iso3_d", rows.map { $0.1 }),
        .number("dist", rows.map { $0.2 })))
  }

  private func flows(_ distances: Distances, _ ratio: (Double) -> Double) -> [MirrorFlow] {
    Self.codes.enumerated().flatMap { place, one in
      Self.codes[(place + 1)...].map { other in
        MirrorFlowTests.flow(
          100, 100 * ratio(distances[one, other] ?? 0), from: one, to: other)
      }
    }
  }

  @Test func `finds the line that the ratios lie on`() throws {
    let distances = try distances()
    let flows = flows(distances) { 0.8 * pow($0 / 1000, 0.2) }
    let rate = try FreightRate(from: flows, distances: distances)
    guard case .learned(_, let slope, let count, _) = rate else {
      Issue.record("not learned")
      return
    }
    #expect(slope.isClose(to: 0.2, tolerance: 1e-3))
    #expect(count == 15)
    for flow in flows {
      let expected = max((flow.ratio?.value ?? 0) - 1, 0)
      #expect(abs(rate.rate(of: flow) - expected) < 1e-3)
    }
  }

  @Test func `a few flows that one side does not count decide nothing`() throws {
    let distances = try distances()
    var flows = flows(distances) { 1.01 * pow($0 / 1000, 0.1) }
    flows[0] = MirrorFlowTests.flow(100, 1, from: "KAZ", to: "VNM")
    flows[9] = MirrorFlowTests.flow(1, 400, from: flows[9].exporter, to: flows[9].importer)
    guard case .learned(_, let slope, _, _) = try FreightRate(from: flows, distances: distances)
    else { return }
    #expect(abs(slope - 0.1) < 0.02)
  }

  @Test func `a pair without a distance takes the median one, and no rate is negative`() throws {
    let distances = try distances()
    let rate = try FreightRate(from: flows(distances) { _ in 0.9 }, distances: distances)
    #expect(rate.rate(of: MirrorFlowTests.flow(1, 1, from: "ITA", to: "USA")) == 0)
    let dearer = try FreightRate(from: flows(distances) { _ in 1.1 }, distances: distances)
    #expect(
      dearer.rate(of: MirrorFlowTests.flow(1, 1, from: "ITA", to: "USA")).isClose(
        to: 0.1, tolerance: 1e-4))
  }

  @Test func `the usual rate is that of the IMF`() {
    #expect(FreightRate.usual.rate(of: MirrorFlowTests.flow(1, 1)) == 0.06)
  }

  @Test func `distances are the same both ways`() throws {
    let distances = try Distances(
      Table(
        .text("exporter", ["kaz"]), .text("importer", ["VNM"]), .number("distance", [5000])))
    #expect(distances["VNM", "KAZ"] == 5000)
    #expect(distances["KAZ", "CHN"] == nil)
  }

  // MARK: Errors

  @Test func `ten flows with a distance are needed`() throws {
    let distances = try distances()
    #expect(throws: MirrorError.fewDistances(3, needed: 10)) {
      try FreightRate(
        from: Array(flows(distances) { _ in 1.1 }.prefix(3)), distances: distances)
    }
  }

  @Test func `a table without distances is no such table`() {
    let table = Table(.text("exporter", ["KAZ"]), .number("km", [1]))
    #expect(throws: MirrorError.noDistances(columns: ["exporter", "km"])) { try Distances(table) }
    let zero = Table(
      .text("exporter", ["KAZ"]), .text("importer", ["VNM"]), .number("dist", [0]))
    #expect(throws: MirrorError.self) { try Distances(zero) }
    let words = Table(
      .text("exporter", ["KAZ"]), .text("importer", ["VNM"]), .text("dist", ["far"]))
    #expect(throws: MirrorError.self) { try Distances(words) }
    #expect(MirrorError.fewDistances(3, needed: 10).description.contains("--cif-fob"))
  }
}
