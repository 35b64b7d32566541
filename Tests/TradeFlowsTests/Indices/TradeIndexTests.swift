import Testing
import TradeFlows
import TradeTables
import TradeTestSupport

@Suite struct TradeIndexTests {
  @Test(
    arguments: [
      ("concentration", 75), ("diversification", 15), ("similarity", 30), ("complementarity", 60),
      ("balance", 45), ("rca", 315), ("margins", 30), ("intensity", 180), ("dependence", 180),
      ("lafay", 105), ("intra-industry", 135), ("prices", 50), ("terms-of-trade", 20),
    ])
  func `the whole table equals that of packages and published definitions`(
    name: String, least: Int
  ) throws {
    var options = IndexOptions()
    if name == "concentration" { options.top = 3 }
    let index = try TradeIndex.named(name)
    let part = ["code", "other", "partner"]
    let count = try IndexReference.check(
      index, IndexReference.flows(), options: options, part: part)
    #expect(count >= least - 15, "\(count) numbers")
  }

  @Test(
    arguments: [
      ("marginal-iit", "code"), ("contributions", "code"), ("market-share", "effect"),
      ("shift-share", "code"),
    ])
  func `changes from the first to the last period do so too`(name: String, part: String) throws {
    let index = try TradeIndex.named(name)
    let count = try IndexReference.check(
      index, IndexReference.flows(), period: "to", part: [part])
    #expect(count >= 25, "\(count) numbers")
  }

  @Test func `contributions of partners within commodities do so too`() throws {
    var options = IndexOptions()
    options.by = [.code, .partner]
    let count = try IndexReference.check(
      .contributions, IndexReference.flows(), options: options, named: "contributions-2",
      period: "to", part: ["code", "partner"])
    #expect(count > 100)
  }

  @Test func `intra-industry trade by chapter does so too`() throws {
    var options = IndexOptions()
    options.group = 2
    let count = try IndexReference.check(
      .intraIndustry, IndexReference.flows(), options: options, named: "intra-industry-groups",
      part: ["code"])
    #expect(count == 60)
  }

  @Test func `openness does so too`() throws {
    var options = IndexOptions()
    for (i, country) in ["AAA", "BBB", "CCC", "DDD", "EEE"].enumerated() {
      for (j, period) in ["2019", "2020", "2021"].enumerated() {
        options.output[country, default: [:]][period] = 4000 + 500 * Double(i) + 100 * Double(j)
      }
    }
    let count = try IndexReference.check(.openness, IndexReference.flows(), options: options)
    #expect(count == 45)
  }

  @Test(arguments: [("eci", 42), ("pci", 40), ("proximity", 190), ("density", 560)])
  func `complexity equals that of the Growth Lab's package`(name: String, count: Int) throws {
    let index = try TradeIndex.named(name)
    let matrix = try IndexReference.matrix()
    let compared =
      name == "proximity"
      ? try checkProximity(matrix)
      : try IndexReference.check(index, matrix, part: ["code"], tolerance: 1e-9)
    #expect(compared == count)
  }

  /// The reference has the pairs at zero, which the table leaves out.
  private func checkProximity(_ matrix: FlowTotals) throws -> Int {
    let table = try TradeIndex.proximity.table(of: matrix)
    let codes = try table.texts("code")
    let others = try table.texts("other")
    let numbers = try table.numbers("proximity")
    var found: [[String]: Double] = [:]
    for row in 0..<table.rowCount { found[[codes[row] ?? "", others[row] ?? ""]] = numbers[row] }
    let references = try IndexReference.oracle().all.filter { $0["index"] == "proximity" }
    for reference in references {
      let expected = try #require(Double(reference["value"] ?? ""))
      let key = [reference["reporter"] ?? "", reference["part"] ?? ""]
      #expect((found[key] ?? 0).isClose(to: expected), "\(key)")
    }
    return references.count
  }

  @Test func `every index has a name of its own and says what it is`() throws {
    let names = TradeIndex.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for index in TradeIndex.all {
      #expect(try TradeIndex.named(index.name).title == index.title)
      #expect(!index.formula.isEmpty && !index.range.isEmpty && !index.source.isEmpty)
      #expect(!index.formula.hasSuffix(".") && !index.range.hasSuffix("."))
    }
  }

  @Test func `no word leads to two indices`() {
    let words = TradeIndex.all.flatMap { [$0.name] + $0.terms }
    #expect(Set(words).count == words.count)
  }

  @Test func `a part of a family is found by its name`() {
    #expect(
      throws: IndexError.noIndex("HHI", hint: "; it is part of: corridor index concentration")
    ) { try TradeIndex.named("HHI") }
  }

  @Test func `a slip is answered by the nearest name`() {
    #expect {
      try TradeIndex.named("concentraton")
    } throws: { "\($0)".contains("did you mean 'concentration'?") }
  }

  @Test(arguments: TradeIndex.all.map { $0.name }) func `the order of rows does not matter`(
    name: String
  ) throws {
    let index = try TradeIndex.named(name)
    let flows = try IndexReference.flows()
    var options = IndexOptions()
    options.output = ["AAA": ["2019": 5000]]
    let straight = try index.table(of: flows, options: options)
    #expect(try index.table(of: flows.shuffled(seed: 7), options: options) == straight)
  }

  @Test(arguments: TradeIndex.all.map { $0.name }) func `empty and tiny data never trap`(
    name: String
  ) throws {
    let index = try TradeIndex.named(name)
    var options = IndexOptions()
    options.output = ["AAA": ["2020": 0], "BBB": ["2020": 5]]
    func square(_ value: Double?) -> [FlowTotals.Row] {
      var rows: [FlowTotals.Row] = []
      for period in ["2019", "2020"] {
        for (reporter, partner) in [("AAA", "BBB"), ("BBB", "AAA")] {
          rows.append((period, reporter, partner, "export", "01", value))
          rows.append((period, reporter, partner, "import", "01", value))
        }
      }
      return rows
    }
    let (zeros, blanks) = (square(0), square(nil))
    let cases: [[FlowTotals.Row]] = [[], Array(zeros.prefix(1)), zeros, blanks]
    for rows in cases {
      do throws(IndexError) {
        let table = try index.table(of: FlowTotals(rows: rows), options: options)
        for case .number(let numbers) in table.columns.map(\.values) {
          #expect(numbers.allSatisfy { $0?.isFinite ?? true })
        }
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test(arguments: 1...6) func `random data give finite numbers or reasons`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var rows: [FlowTotals.Row] = []
    let sizes = [0, 1e-300, 1, 1e9, 1e150]
    for period in ["2019", "2020"] {
      for reporter in ["AAA", "BBB", "WLD"] {
        for partner in ["AAA", "BBB", "CCC", "WLD"] {
          for flow in ["export", "import"] {
            for code in ["01", "02", "TOTAL"] where Bool.random(using: &random) {
              let size = Int.random(in: sizes.indices, using: &random)
              rows.append((period, reporter, partner, flow, code, sizes[size]))
            }
          }
        }
      }
    }
    for index in TradeIndex.all {
      var options = IndexOptions()
      options.output = ["AAA": ["2019": 1e-300, "2020": 1e150]]
      guard let table = try? index.table(of: FlowTotals(rows: rows), options: options) else {
        continue
      }
      for case .number(let numbers) in table.columns.map(\.values) {
        #expect(numbers.allSatisfy { $0?.isFinite ?? true }, "\(index.name)")
      }
    }
  }
}

extension FlowTotals {
  fileprivate func shuffled(seed: Int) -> FlowTotals {
    var random = SeededGenerator(seed: seed)
    let order = values.indices.shuffled(using: &random)
    return FlowTotals(
      dimensions: dimensions, keys: keys.map { keys in order.map { keys[$0] } },
      values: order.map { values[$0] }, quantities: order.map { quantities[$0] },
      counts: order.map { counts[$0] }, unit: unit)
  }
}
