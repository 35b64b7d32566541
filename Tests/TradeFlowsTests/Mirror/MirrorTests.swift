import Glibc
import Testing
import TradeFlows
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct MirrorTests {
  private typealias Flows = MirrorFlowTests

  @Test func `freight explains its share of exports, and the rest is beyond`() throws {
    let flow = Flows.flow(100, 130)
    let mirror = Mirror([flow], among: [flow], freight: .given(0.1))
    #expect(try #require(mirror.explained(flow)?.value).isClose(to: 10))
    #expect(try #require(mirror.unexplained(flow)?.value).isClose(to: 20))
    #expect(Mirror([flow], among: [], freight: .given(0)).explained(flow) == nil)
  }

  @Test func `equal scores give the geometric mean, free on board`() throws {
    let flow = Flows.flow(100, 110 * 1.21)
    let mirror = Mirror([flow], among: [flow], freight: .given(0.1))
    // 133.1 / 1.1 is 121, and the mean of 100 and 121 is 110.
    #expect(mirror.weight(flow) == 0.5)
    let reconciled = try #require(mirror.reconciled(flow))
    #expect(try #require(reconciled.value).isClose(to: 110))
    #expect(reconciled.qualifier == .estimated)
  }

  @Test func `the more reliable side weighs by the inverse square of its score`() throws {
    let flow = Flows.flow(100, 200)
    // Kazakhstan differs by ln 2 from Viet Nam and by ln 1.1 from four others; Viet Nam by ln 2.
    let all =
      [flow]
      + ["CHN", "RUS", "JPN", "KOR"].map { Flows.flow(100, 110, from: $0, to: "KAZ") }
    let mirror = Mirror([flow], among: all, freight: .given(0))
    let (own, other) = (log(1.1), log(2.0))
    let weight = own * own / (own * own + other * other)
    #expect(mirror.weight(flow).isClose(to: weight))
    let expected = pow(100, weight) * pow(200, 1 - weight)
    #expect(try #require(mirror.reconciled(flow)?.value).isClose(to: expected))
  }

  @Test func `a side that always agrees decides alone`() throws {
    let flow = Flows.flow(100, 200)
    let all = [flow] + ["CHN", "RUS", "JPN"].map { Flows.flow(100, 100, from: $0, to: "KAZ") }
    let mirror = Mirror([flow], among: all, freight: .given(0))
    #expect(mirror.weight(flow) == 0)
    #expect(try #require(mirror.reconciled(flow)?.value).isClose(to: 200))
  }

  @Test(arguments: 1...50) func `the reconciled figure lies between the two`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let flows = (0..<20).map { _ in
      Flows.flow(
        .random(in: 1...1000, using: &random), .random(in: 1...1000, using: &random),
        from: ["KAZ", "CHN", "RUS"].randomElement(using: &random) ?? "",
        to: ["VNM", "JPN"].randomElement(using: &random) ?? "")
    }
    let mirror = Mirror(flows, among: flows, freight: .given(0.05))
    for flow in mirror.flows {
      let value = try #require(mirror.reconciled(flow)?.value)
      let (one, other) = (flow.export?.value ?? 0, (flow.import?.value ?? 0) / 1.05)
      #expect(value >= min(one, other) * (1 - 1e-12) && value <= max(one, other) * (1 + 1e-12))
    }
  }

  @Test func `one side alone is taken as it is`() throws {
    let (export, imports) = (Flows.flow(100, nil), Flows.flow(nil, 106))
    let mirror = Mirror([export, imports], among: [])
    #expect(mirror.reconciled(export) == export.export)
    let mirrored = try #require(mirror.reconciled(imports))
    #expect(mirrored.qualifier == .mirror)
    #expect(try #require(mirrored.value).isClose(to: 100))
    #expect(mirror.reconciled(Flows.flow(nil, nil)) == nil)
    #expect(mirror.reconciled(Flows.flow(0, 10)) == nil)
  }

  @Test func `bounds stay bounds`() throws {
    let flow = Flows.flow(100, 121, (.moreThan, .exact))
    let mirror = Mirror([flow], among: [], freight: .given(0))
    let reconciled = try #require(mirror.reconciled(flow))
    #expect(reconciled.qualifier == .moreThan)
    #expect(try #require(reconciled.value).isClose(to: 110))
    #expect(mirror.unexplained(flow)?.qualifier == .lessThan)
  }

  @Test func `the table has both sides in order`() throws {
    let flows = [Flows.flow(1, 2, in: 2014), Flows.flow(3, nil, in: 2013)]
    let table = Mirror(flows, among: flows).table
    #expect(
      table.names == [
        "exporter", "importer", "period", "export", "export_qualifier", "import",
        "import_qualifier", "gap", "gap_qualifier", "ratio", "ratio_qualifier", "rate",
        "explained", "explained_qualifier", "unexplained", "unexplained_qualifier", "weight",
        "reconciled", "reconciled_qualifier",
      ])
    #expect(try table.texts("period") == ["2013", "2014"])
    #expect(try table.numbers("import") == [nil, 2])
    #expect(try table.numbers("rate") == [0.06, 0.06])
  }
}
