import Testing
import TradeTestSupport

@testable import CorridorCommand

@Suite struct ScenarioCommandTests {
  @Test func `answers the home question`() throws {
    let outcome = Outcome.text("scenario", "kz-vn", "--reach", "2000", "--by", "2030")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("2 000.0 USD million by 2030 needs +"))
    #expect(outcome.text.contains("For comparison, "))
    #expect(
      outcome.text.contains("the model finds the\n  target or more to have a probability of "))
    #expect(outcome.text.lines.allSatisfy { $0.count <= 80 })
    let csv = Outcome.csv("scenario", "kz-vn", "--reach", "2000", "--by", "2030")
    #expect(try csv.texts("period").last == "2030")
    #expect(try csv.numbers("path").last == 2000)
    let probability = try #require(try csv.numbers("probability").last ?? nil)
    #expect(probability > 0 && probability < 0.5)
  }

  @Test func `a target in another unit is the same target`() throws {
    let million = Outcome.csv("scenario", "--reach", "2000", "--by", "2030")
    let billion = Outcome.csv(
      "scenario", "--reach", "2", "--by", "2030", "--unit", "USD billion")
    let (a, b) = (try million.numbers("probability"), try billion.numbers("probability"))
    for (a, b) in zip(a, b) { #expect(a.isClose(to: b ?? 0, tolerance: 1e-6)) }
  }

  @Test func `takes any method`() throws {
    let outcome = Outcome.csv(
      "scenario", "--reach", "700", "--by", "2019", "--from", "2013", "--until", "2017",
      "--method", "drift")
    #expect(try outcome.texts("method") == ["drift", "drift"])
  }

  @Test func `a target below the latest figure gets an answer`() {
    let outcome = Outcome.text("scenario", "--reach", "100", "--by", "2027")
    #expect(outcome.text.contains("The latest figure is at the target already."))
    #expect(outcome.text.contains("needs -"))
  }

  @Test func `a target in the wrong unit is asked about`() {
    let outcome = Outcome.text("scenario", "--reach", "2", "--by", "2030")
    #expect(outcome.text.contains("is it in USD million?"))
  }

  @Test func `a plain counter and months have their own periods`() throws {
    try withTemporaryFolder { folder in
      let steps = (1...12).map { "\($0),\(10 + $0)" }.joined(separator: "\n")
      let counter = try folder.file("counter.csv", "t,y\n\(steps)\n")
      let counted = Outcome.csv(
        "scenario", counter, "--time", "t", "--value", "y", "--season", "1", "--reach", "40",
        "--by", "15", "--method", "drift")
      #expect(try counted.texts("period") == ["13", "14", "15"])
      let rows = (0..<30).map { step in
        "\(2020 + step / 12)-\(step % 12 < 9 ? "0" : "")\(step % 12 + 1),\(50 + step % 12 + step)"
      }
      let months = try folder.file("months.csv", "month,tea\n\(rows.joined(separator: "\n"))\n")
      let monthly = Outcome.text("scenario", months, "--reach", "120", "--by", "2023-12")
      #expect(monthly.text.contains("120.0 by 2023-12 needs +"))
      #expect(monthly.text.contains(" a year from "))
      let wrong = corridor("scenario", months, "--reach", "120", "--by", "2023")
      #expect(wrong.status == 1)
      #expect(wrong.problem?.hasSuffix("write one like 2022-07") == true)
    }
  }

  /// Three careless users: one forgets, one mistypes, one asks of the past or of too much.
  @Test(arguments: [
    ([], 2, "--reach VALUE is missing"),
    (["--reach", "2000"], 2, "--by PERIOD is missing"),
    (["--reach"], 2, "--reach needs a value"),
    (["--by", "2030"], 2, "--reach VALUE is missing"),
    (["--reach", "2 billion", "--by", "2030"], 2, "--reach is a number above zero in the unit "),
    (["--reach", "-5", "--by", "2030"], 2, "--reach is a number above zero in the unit of the "),
    (["--reach", "0", "--by", "2030"], 2, "--reach is a number above zero in the unit of the da"),
    (["--reach", "nan", "--by", "2030"], 2, "--reach is a number above zero in the unit of the"),
    (["--reach", "2000", "--by", "soon"], 2, "--by is a period such as 2019, not 'soon'"),
    (["--raech", "2000", "--by", "2030"], 2, "--reach VALUE is missing"),
    (["--reach", "2000", "--by", "2030", "--method", "drfit"], 2, "unknown method 'drfit' (did "),
    (["--reach", "2000", "--by", "2030", "--by", "2031"], 2, "--by is given twice"),
    (["vnm-exports", "--reach", "1", "--by", "2030"], 2, "vnm-exports holds 16 series; this com"),
    (["--reach", "2000", "--by", "2018"], 1, "2018 is not after "),
    (["--reach", "2000", "--by", "2030-06"], 1, "the target's period 2030-06 is of another kin"),
    (["--reach", "1e200", "--by", "2030"], 1, "a target is a number above zero and up to 1e150"),
    (["--reach", "9", "--by", "2030", "--unit", "tonnes"], 1, "USD million cannot be converted"),
    (
      ["--reach", "9", "--by", "2016", "--from", "2013", "--until", "2014", "--method", "ets"], 1,
      "ets needs 4 values"
    ),
  ])
  func `a careless line gets one sentence`(words: [String], status: Int32, problem: String) {
    let outcome = Program.run(["scenario"] + words)
    #expect(outcome.status == status)
    #expect(outcome.problem?.hasPrefix(problem) == true, "\(outcome.problem ?? "")")
    #expect(outcome.text == "")
  }

  @Test func `any data has an answer without a number that is none`() throws {
    try withTemporaryFolder { folder in
      for values in ["0,0,0,0", "5", "-3,4,-8,2", "1,1,1", "1e140,2e140,1e149", "7,,,9"] {
        let rows = values.split(separator: ",", omittingEmptySubsequences: false).enumerated()
          .map { "\(2010 + $0.offset),\($0.element)" }
        let file = try folder.file("odd.csv", "year,value\n\(rows.joined(separator: "\n"))\n")
        for target in ["1e-300", "3", "1e149"] {
          let outcome = Program.run(["scenario", file, "--reach", target, "--by", "2040"])
          #expect(outcome.isSound, "\(values) \(target): \(outcome.text) \(outcome.problem ?? "")")
        }
      }
    }
  }
}
