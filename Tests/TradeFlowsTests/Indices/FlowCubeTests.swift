import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@testable import TradeFlows

@Suite struct FlowCubeTests {
  private func table(
    _ index: TradeIndex = .shares, _ rows: [FlowTotals.Row],
    _ set: (inout IndexOptions) -> Void = { _ in }
  ) throws -> Table {
    var options = IndexOptions()
    set(&options)
    return try index.table(of: FlowTotals(rows: rows), options: options)
  }

  @Test func `a published total counts, and its parts are not added to it`() throws {
    let rows: [FlowTotals.Row] = [
      ("2020", "AAA", "WLD", "export", "TOTAL", 100), ("2020", "AAA", "WLD", "export", "01", 60),
      ("2020", "AAA", "BBB", "export", "01", 20), ("2020", "AAA", "CCC", "export", "02", 5),
      ("2020", "AAA", "WLD", "import", "TOTAL", 40),
    ]
    let balance = try table(.balance, rows)
    #expect(try balance.number("exports", "2020", "AAA") == 100)
    // By partner the world is left out, and commodities are added up.
    let partners = try table(.balance, rows) { $0.by = [.partner] }
    #expect(try partners.number("exports", "2020", "AAA", "BBB") == 20)
    #expect(try partners.texts("partner") == ["BBB", "CCC"])
  }

  @Test func `sums stand in where there is no total`() throws {
    let rows: [FlowTotals.Row] = [
      ("2020", "AAA", "BBB", "export", "01", 20), ("2020", "AAA", "CCC", "export", "01", 5),
      ("2020", "AAA", "CCC", "export", "02", 75), ("2020", "AAA", "CCC", "import", "02", 40),
    ]
    #expect(try table(.balance, rows).number("exports", "2020", "AAA") == 100)
    let shares = try table(.shares, rows)
    #expect(try shares.number("share", "2020", "AAA", "01") == 0.25)
    let narrow = try table(.shares, rows) { $0.partner = "CCC" }
    #expect(try narrow.number("share", "2020", "AAA", "01") == 0.0625)
    let both = try table(.shares, rows) { $0.flow = "turnover" }
    #expect(try both.number("value", "2020", "AAA", "02") == 115)
  }

  @Test func `the world is the reporter WLD, or else the sum of all`() throws {
    var rows: [FlowTotals.Row] = [
      ("2020", "AAA", "WLD", "export", "01", 30), ("2020", "AAA", "WLD", "export", "02", 10),
      ("2020", "BBB", "WLD", "export", "01", 10), ("2020", "BBB", "WLD", "export", "02", 30),
    ]
    #expect(try table(.comparativeAdvantage, rows).number("rca", "2020", "AAA", "01") == 1.5)
    rows += [
      ("2020", "WLD", "WLD", "export", "01", 100), ("2020", "WLD", "WLD", "export", "02", 300),
    ]
    let advantage = try table(.comparativeAdvantage, rows)
    #expect(try advantage.number("rca", "2020", "AAA", "01") == 3)
    #expect(try Set(advantage.texts("reporter")) == ["AAA", "BBB"])
  }

  @Test func `choosing a reporter changes no number`() throws {
    let flows = try IndexReference.flows()
    var options = IndexOptions()
    options.reporter = "BBB"
    for index in [TradeIndex.comparativeAdvantage, .diversification, .economies, .marketShare] {
      let (all, one) = (try index.table(of: flows), try index.table(of: flows, options: options))
      let rows = try all.texts("reporter").indices.filter { try all.texts("reporter")[$0] == "BBB" }
      #expect(one.rowCount == rows.count)
      for column in one.columns {
        guard case .number(let numbers) = column.values else { continue }
        #expect(try rows.map { try all.numbers(column.name)[$0] } == numbers)
      }
    }
  }

  @Test func `periods are chosen, and stand in order of time`() throws {
    let rows: [FlowTotals.Row] = ["2020-Q4", "2020-Q2", "2021-Q1", "2019-Q4"].map {
      ($0, "AAA", "WLD", "export", "01", 1)
    }
    #expect(
      try table(.shares, rows).texts("period") == ["2019-Q4", "2020-Q2", "2020-Q4", "2021-Q1"])
    let some = try table(.shares, rows) {
      ($0.from, $0.until) = (Period("2020-Q1"), Period("2020-Q4"))
    }
    #expect(try some.texts("period") == ["2020-Q2", "2020-Q4"])
    #expect(throws: IndexError.nothingLeft(available: "2019-Q4 to 2021-Q1")) {
      try table(.shares, rows) { $0.from = Period("2030") }
    }
    let words: [FlowTotals.Row] = [("early", "AAA", "WLD", "export", "01", 1)]
    #expect(throws: IndexError.notAPeriod("early")) {
      try table(.shares, words) { $0.from = Period("2030") }
    }
  }

  @Test func `two levels of codes are refused until one is chosen`() throws {
    let rows: [FlowTotals.Row] = ["10", "1001", "1002", "11"].map {
      ("2020", "AAA", "WLD", "export", $0, 1)
    }
    #expect(throws: IndexError.nestedCodes("10", "1001")) { try table(.shares, rows) }
    #expect(try table(.shares, rows) { $0.digits = 4 }.texts("code") == ["1001", "1002"])
    #expect(throws: IndexError.noCodes(digits: 6)) { try table(.shares, rows) { $0.digits = 6 } }
  }

  @Test func `what would count twice or is no trade is refused with its keys`() {
    let row: FlowTotals.Row = ("2020", "AAA", "WLD", "export", "01", 1)
    let key = "period 2020, reporter AAA, partner WLD, flow export, code 01"
    #expect(throws: IndexError.repeated(key: key)) { try table(.shares, [row, row]) }
    var odd = row
    odd.5 = -1
    #expect(throws: IndexError.negative(-1, key: key)) { try table(.shares, [odd]) }
    odd.5 = 1e200
    #expect(throws: IndexError.tooLarge(1e200, key: key)) { try table(.shares, [odd]) }
  }

  @Test func `what the data lack is named`() throws {
    let one: [FlowTotals.Row] = [("2020", "AAA", "WLD", "export", "01", 1)]
    #expect(throws: IndexError.noWorld(index: "rca")) { try table(.comparativeAdvantage, one) }
    #expect(throws: IndexError.noFlow("import", index: "balance", available: ["export"])) {
      try table(.balance, one)
    }
    #expect(throws: IndexError.onePeriod(index: "changes")) { try table(.changes, one) }
    #expect(throws: IndexError.noQuantity(index: "prices")) { try table(.prices, one) }
    #expect(throws: IndexError.noOutput(index: "openness")) { try table(.openness, one) }
    #expect(throws: IndexError.tooFew(.reporter, count: 1, needed: 2, index: "eci")) {
      try table(.economies, one)
    }
    #expect(throws: IndexError.notThere(.reporter, "KAZ", available: ["AAA"])) {
      try table(.shares, one) { $0.reporter = "KAZ" }
    }
    #expect(throws: IndexError.noResult(index: "dependence")) {
      try table(.dependence, one + [("2020", "AAA", "WLD", "import", "01", 1)])
    }
    let bare = FlowTotals(
      dimensions: [.period], keys: [["2020"]], values: [1], quantities: [nil], counts: [1],
      unit: "USD")
    #expect(throws: IndexError.lacks(.code, index: "concentration")) {
      try TradeIndex.concentration.table(of: bare)
    }
    #expect(throws: IndexError.lacks(.reporter, index: "rca")) {
      try TradeIndex.comparativeAdvantage.table(of: bare)
    }
  }

  @Test func `data without reporters are of one nameless reporter`() throws {
    let totals = FlowTotals(
      dimensions: [.period, .code], keys: [["2020", "2020"], ["01", "02"]], values: [1, 3],
      quantities: [nil, nil], counts: [1, 1], unit: "USD")
    let table = try TradeIndex.concentration.table(of: totals)
    #expect(try table.numbers("hhi") == [0.625])
    #expect(table.columns[1].isHidden)
  }

  @Test func `bounds pass through sums and shares`() throws {
    let rows: [FlowTotals.Row] = [
      ("2020", "AAA", "BBB", "export", "01", 500), ("2020", "AAA", "CCC", "export", "01", 100),
      ("2020", "AAA", "BBB", "export", "02", 600), ("2020", "AAA", "BBB", "import", "02", 400),
    ]
    let marks: [Qualifier?] = [.moreThan, nil, .exact, .exact]
    let shares = try TradeIndex.shares.table(of: FlowTotals(rows: rows), marks: marks)
    #expect(try shares.number("value", "2020", "AAA", "01") == 600)
    #expect(try shares.text("value_qualifier", "2020", "AAA", "01") == "moreThan")
    #expect(try shares.number("share", "2020", "AAA", "01") == 0.5)
    #expect(try shares.text("share_qualifier", "2020", "AAA", "01") == "moreThan")
    #expect(try shares.text("share_qualifier", "2020", "AAA", "02") == "lessThan")
    let balance = try TradeIndex.balance.table(of: FlowTotals(rows: rows), marks: marks)
    #expect(try balance.number("balance", "2020", "AAA") == 800)
    #expect(try balance.text("balance_qualifier", "2020", "AAA") == "moreThan")
    #expect(try balance.number("coverage", "2020", "AAA") == 3)
  }

  @Test func `consecutive periods make a row each`() throws {
    var options = IndexOptions()
    options.isConsecutive = true
    let table = try TradeIndex.contributions.table(of: IndexReference.flows(), options: options)
    #expect(try Set(table.texts("from")) == ["2019", "2020"])
    #expect(try Set(table.texts("to")) == ["2020", "2021"])
  }
}
