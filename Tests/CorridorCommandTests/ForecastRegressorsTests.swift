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
      #expect(
        Program.run(words + ["price", "--by", "year"]).problem?.contains("without --by") == true)
      let outcome = Program.run(words + ["price,year"])
      #expect(outcome.isSound)
    }
  }
}
