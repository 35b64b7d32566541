import Testing
import TradeTestSupport

@testable import CorridorCommand

@Suite struct ForecastRegressorsTests {
  /// Twelve years of tea that follow price + 10, and two years of which only the price is known.
  private static let data: String = {
    let prices = [5, 7, 6, 9, 8, 12, 11, 10, 14, 13, 15, 12, 20, 30]
    let noise = [0.1, -0.2, 0.1, 0, 0.2, -0.1, 0, 0.1, -0.1, 0.1, -0.2, 0.1]
    var text = "year,tea,price\n"
    for (step, price) in prices.enumerated() {
      let tea = step < 12 ? "\(Double(price) + 10 + noise[step])" : ""
      text += "\(2001 + step),\(tea),\(price)\n"
    }
    return text
  }()

  @Test func `explains the home series by events`() throws {
    let outcome = Outcome.text("forecast", "kz-vn", "--regressors", "events")
    #expect(outcome.problem == nil)
    #expect(outcome.text.contains("agreement-2016: "))
    #expect(outcome.text.contains("(se "))
    #expect(outcome.text.contains("partnership-2025 is left out: "))
    let csv = Outcome.csv("forecast", "kz-vn", "--regressors", "events", "--horizon", "2")
    #expect(csv.header == ForecastCommandTests.csvHeader)
    #expect(try csv.texts("method") == ["arima-regression", "arima-regression"])
  }

  @Test func `takes columns of the same file`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("tea.csv", Self.data)
      let outcome = Outcome.csv(
        "forecast", file, "--value", "tea", "--regressors", "price", "--horizon", "2")
      #expect(try outcome.texts("period") == ["2013", "2014"])
      for (mean, expected) in zip(try outcome.numbers("mean"), [30.0, 40]) {
        #expect(mean.isClose(to: expected, tolerance: 0.02))
      }
      let text = Outcome.text("forecast", file, "--value", "tea", "--regressors", "price").text
      #expect(text.contains("price: +"))
    }
  }

  @Test func `takes a file and names what it lacks`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("tea.csv", Self.data)
      let prices = Self.data.split(separator: "\n").map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(cells[0]),\(cells[2])"
      }
      let regressors = try folder.file("prices.csv", prices.joined(separator: "\n") + "\n")
      let words = ["forecast", file, "--value", "tea", "--format", "csv", "--horizon", "2"]
      let own = Program.run(words + ["--regressors", "price"])
      #expect(Program.run(words + ["--regressors", regressors]).text == own.text)
      let far = Program.run(
        ["forecast", file, "--value", "tea", "--horizon", "3", "--regressors", regressors])
      #expect(far.status == 1)
      #expect(
        far.problem?.hasSuffix(
          "column 'price' has no number for 2015; a regressor needs one for every period from "
            + "2001 to 2015") == true)
    }
  }

  @Test(arguments: [
    (["kz-vn", "--regressors", "event"], 2, "--regressors is a file or events, and 'event' is "),
    (["kz-vn", "--regressors"], 2, "--regressors needs a value"),
    (["kz-cn", "--regressors", "events"], 2, "the ledger has events of trade between Kazakhstan "),
    (["kz-vn", "--regressors", "events", "--method", "drift"], 2, "--regressors goes with --me"),
    (["vnm-exports", "--regressors", "x"], 2, "--regressors is a file or events, and 'x' is nei"),
    (["kz-vn", "--regressors", "none.csv"], 1, "cannot read 'none.csv'"),
    (
      ["kz-vn", "--from", "2022", "--regressors", "events"], 1,
      "no event of the ledger falls between"
    ),
  ])
  func `a slip gets one sentence`(words: [String], status: Int32, problem: String) {
    let outcome = Program.run(["forecast"] + words)
    #expect(outcome.status == status)
    #expect(outcome.problem?.hasPrefix(problem) == true, "\(outcome.problem ?? "")")
  }

  @Test func `a slip in a column's name is named`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("tea.csv", Self.data)
      let words = ["forecast", file, "--value", "tea", "--regressors"]
      #expect(
        Program.run(words + ["prise"]).problem?.contains("(did you mean 'price'?)") == true)
      #expect(Program.run(words + ["price,cost"]).problem?.contains("'cost'") == true)
      let outcome = Program.run(words + ["price,year"])
      #expect(outcome.isSound)
    }
  }

  // MARK: Many series

  /// Tea as above, and salt without a price in the last year.
  private static let many: String = {
    let rows = data.split(separator: "\n").dropFirst()
    let salt = rows.map { row in
      row.hasPrefix("2014") ? "salt,2014,," : "salt,\(row)"
    }
    return "good,year,value,price\n"
      + (rows.map { "tea,\($0)" } + salt).joined(separator: "\n") + "\n"
  }()

  @Test func `explains every series by its own rows`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("goods.csv", Self.many)
      let words = ["forecast", file, "--by", "good", "--value", "value", "--regressors", "price"]
      let outcome = Program.run(words + ["--horizon", "2", "--format", "csv"])
      #expect(outcome.header == ForecastCommandTests.csvHeader)
      #expect(try outcome.texts("series") == ["tea", "tea", "salt", "salt"])
      #expect(
        try outcome.texts("method")
          == ["arima-regression", "arima-regression"]
          + [String](repeating: "auto (arima-regression: no price for 2014)", count: 2))
      #expect(
        outcome.remarks == [
          "1 of 2 series took auto instead of arima-regression; their rows say why"
        ])
      let near = Program.run(words + ["--format", "csv"])
      #expect(near.remarks.isEmpty)
      #expect(try near.texts("method") == ["arima-regression", "arima-regression"])
      let one = try folder.file("tea.csv", Self.data)
      let alone = Outcome.csv("forecast", one, "--value", "tea", "--regressors", "price")
      #expect(try near.numbers("upper_95")[0] == alone.numbers("upper_95")[0])
      let explained = Program.run(words + ["--explain"])
      #expect(explained.text.contains("tea, salt  12      price: +"))
      #expect(explained.text.lines.allSatisfy { $0.count <= 80 })
    }
  }

  @Test(arguments: ["events", "prise", "price,cost", "goods.csv"])
  func `many series need columns of the file`(choice: String) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("goods.csv", Self.many)
      let outcome = Program.run(
        ["forecast", file, "--by", "good", "--value", "value", "--regressors", choice])
      #expect(outcome.status == 2)
      #expect(outcome.problem?.contains("--regressors names columns of ") == true)
    }
  }
}
