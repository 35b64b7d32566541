import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct RegressCommandTests {
  @Test func `prints the home case`() {
    let outcome = Outcome.text(
      "regress", "turnover ~ year", "--from", "2013", "--until", "2017")
    #expect(
      outcome.text == """
        turnover ~ year

        term         estimate  std. error      t       p      95 % interval
        ───────────────────────────────────────────────────────────────────
        (intercept)  -148 700      55 324  -2.69  0.0746  -324 766 – 27 366
        year          73.9600      27.456   2.69  0.0742   -13.418 – 161.34

        n = 5, degrees of freedom = 3, residual std. error = 86.824
        R² = 0.7075, adjusted R² = 0.6100, F(1, 3) = 7.2563, p = 0.0742
        AIC = 62.27, BIC = 61.10, condition number = 4 229

        """)
    #expect(outcome.status == 0)
  }

  @Test func `writes slope and standard error to ten digits`() throws {
    let outcome = Outcome.csv(
      "regress", "kz-vn", "turnover ~ year", "--from", "2013", "--until", "2017")
    #expect(outcome.header == "term,estimate,std_error,t,p,lower_95,upper_95")
    #expect(try outcome.texts("term") == ["(intercept)", "year"])
    // By hand: Σ (x − x̄)(y − ȳ) / Σ (x − x̄)² = 739.6 / 10; the standard error is that of R's lm.
    #expect(try outcome.numbers("estimate")[1].isClose(to: 73.96, tolerance: 1e-10))
    #expect(
      try outcome.numbers("std_error")[1].isClose(to: 27.456129855947772, tolerance: 1e-10))
  }

  @Test func `takes another level for the intervals`() throws {
    let words = ["regress", "turnover ~ year", "--from", "2013", "--until", "2017"]
    let outcome = Program.run(words + ["--level", "90", "--format", "csv"])
    #expect(outcome.header == "term,estimate,std_error,t,p,lower_90,upper_90")
    // 2.353363434801824 is the 95 % quantile of t(3), R qt(0.95, 3).
    #expect(
      try outcome.numbers("upper_90")[1]
        .isClose(to: 73.96 + 2.353363434801824 * 27.456129855947772))
    let two = Program.run(words + ["--level", "80,95"])
    #expect(two.status == 2)
    #expect(two.problem?.hasPrefix("--level of regress takes one percentage") == true)
  }

  @Test func `takes a bound as a bound, or leaves it out and says so`() {
    let words = ["turnover ~ year", "--from", "2013", "--until", "2018"]
    let outcome = corridor("regress", words[0], words[1], words[2], words[3], words[4])
    #expect(outcome.text.contains("n = 6: 5 observed, 1 more than a bound"))
    #expect(outcome.remarks.isEmpty)
    let plain = Program.run(["regress"] + words + ["--family", "gaussian"])
    #expect(plain.text.contains("n = 5,"))
    #expect(plain.remarks.first?.hasPrefix("1 value is a bound and left out;") == true)
  }

  @Test func `sets several models side by side`() throws {
    let outcome = Program.run([
      "regress", "turnover ~ year", "--from", "2013", "--until", "2017", "--formula",
      "turnover ~ 1", "--format", "csv",
    ])
    #expect(outcome.header == "term,estimate_1,std_error_1,estimate_2,std_error_2")
    #expect(try outcome.texts("term") == ["(intercept)", "year"])
    #expect(try outcome.numbers("estimate_1")[1].isClose(to: 73.96, tolerance: 1e-10))
    // The mean of the five years, by hand.
    #expect(try outcome.numbers("estimate_2")[0].isClose(to: 329.22))
  }

  @Test func `cuts the rows of a file to the periods`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("line.csv", "year,y\n2018,900\n2019,1\n2020,3\n2021,5\n2022,-7\n")
      let outcome = Outcome.csv(
        "regress", file, "y ~ year", "--from", "2019", "--until", "2021")
      #expect(try outcome.numbers("estimate")[1].isClose(to: 2))
    }
  }

  @Test func `asks for the column with the periods`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("line.csv", "x,y\n1,2\n2,4\n3,7\n")
      let outcome = corridor("regress", file, "y ~ x", "--from", "2019")
      #expect(outcome.status == 2)
      #expect(
        outcome.problem?.hasPrefix("--from and --until need the column with the periods") == true)
    }
  }

  @Test func `asks for a formula`() {
    for words in [["regress"], ["regress", "kz-vn"]] {
      let outcome = Program.run(words)
      #expect(outcome.status == 2)
      #expect(
        outcome.problem == """
          a formula is missing, such as 'turnover ~ year'; quote it for the shell
          Try: corridor help regress
          """)
    }
  }

  @Test func `points at the place where a formula stops making sense`() {
    let outcome = corridor("regress", "turnover ~ year + ")
    #expect(outcome.status == 2)
    // The caret stands under the place after the last blank: 2 + 18 characters.
    #expect(
      outcome.problem == "in the formula: expected a term\n  turnover ~ year + \n"
        + String(repeating: " ", count: 20) + "^")
    #expect(outcome.text == "")
  }

  @Test(arguments: [
    ("turnover", "expected '~' after the response"),
    ("turnover ~ log(year", "expected ')'"),
    ("turnover ~ lgo(year)", "(did you mean 'log'?)"),
    ("turnover ~ year^21", "expected a whole exponent from 1 to 20"),
    ("turnover ~ year + year", "the term 'year' appears twice"),
    ("turnover ~ 2", "of numbers only 0 and 1 have a meaning"),
    ("~ year", "expected a term"),
  ])
  func `says what is wrong with a formula`(formula: String, problem: String) {
    let outcome = corridor("regress", "kz-vn", formula)
    #expect(outcome.status == 2)
    #expect(outcome.problem?.contains(problem) == true)
    #expect(outcome.problem?.hasSuffix("^") == true)
  }

  @Test func `names the columns of a built-in pair`() {
    let outcome = corridor("regress", "turnver ~ year")
    #expect(outcome.status == 1)
    #expect(
      outcome.problem
        == "there is no column 'turnver' (did you mean 'turnover'?); the columns are year, "
        + "export, import, turnover")
  }

  @Test(arguments: [("log(value) ~ year", "3"), ("value ~ year", "0.1"), ("value ~ year", "-1")])
  func `has no F test and no R² of a response that does not vary`(
    formula: String, value: String
  ) throws {
    try withTemporaryFolder { folder in
      let rows = (2000...2009).map { "\($0),\(value)" }.joined(separator: "\n")
      let file = try folder.file("flat.csv", "year,value\n\(rows)\n")
      let outcome = Outcome.text("regress", file, formula)
      #expect(outcome.status == 0)
      #expect(!outcome.text.hasNoNumber)
      #expect(!outcome.text.contains("F("))
      #expect(outcome.text.contains("The response does not vary: there is no R²."))
    }
  }

  @Test func `has finite statistics of rows that lie on a line`() throws {
    try withTemporaryFolder { folder in
      let rows = (2001...2012).map { "\($0),\(10 * ($0 - 2000))" }.joined(separator: "\n")
      let file = try folder.file("line.csv", "year,value\n\(rows)\n")
      let outcome = Outcome.text("regress", file, "value ~ year")
      #expect(outcome.isSound, "\(outcome.text)")
      #expect(
        try Outcome.csv("regress", file, "value ~ year").numbers("estimate")[1].isClose(to: 10))
    }
  }

  @Test func `weighs rows as if they stood there more than once`() throws {
    try withTemporaryFolder { folder in
      let once = try folder.file("once.csv", "x,y,w\n1,1,1\n2,3,2\n3,2,1\n4,5,3\n5,4,1\n")
      let often = try folder.file(
        "often.csv", "x,y\n1,1\n2,3\n2,3\n3,2\n4,5\n4,5\n4,5\n5,4\n")
      let weighted = Outcome.csv("regress", once, "y ~ x", "--weights", "w")
      let repeated = Outcome.csv("regress", often, "y ~ x")
      for (a, b) in zip(try weighted.numbers("estimate"), try repeated.numbers("estimate")) {
        #expect(a.isClose(to: try #require(b), tolerance: 1e-12))
      }
      let missing = corridor("regress", once, "y ~ x", "--weights", "weight")
      #expect(missing.status == 1)
      #expect(missing.problem?.contains("there is no column 'weight'") == true)
      let bounds = Program.run(["regress", "turnover ~ year", "--weights", "year"])
      #expect(bounds.status == 2)
    }
  }

  @Test func `gives the measures of fit in place of the coefficients`() throws {
    let words = ["turnover ~ year", "--from", "2013", "--until", "2017", "--summary"]
    let outcome = Program.run(["regress"] + words + ["--format", "csv"])
    #expect(outcome.header == "model,statistic,value")
    let names = try outcome.texts("statistic")
    let place = try #require(names.firstIndex(of: "r_squared"))
    // R 4.2.2: summary(lm(turnover ~ year))$r.squared, Tests/Oracles/regression.csv.
    let expected = try #require(
      try Oracle("regression").number(["model": "home_linear", "quantity": "r_squared"]))
    #expect(try outcome.numbers("value")[place].isClose(to: expected, tolerance: 1e-12))
    #expect(!outcome.text.contains("nan"))
  }

  @Test func `counts among the measures of fit print as whole numbers`() {
    let words = ["turnover ~ year", "--from", "2013", "--until", "2017", "--summary"]
    let lines = Program.run(["regress"] + words).text.split(separator: "\n")
    let degrees = lines.first { $0.contains("degrees_of_freedom") }
    #expect(degrees?.hasSuffix(" 3") == true)
    #expect(!lines.contains { $0.hasSuffix(".00000") })
  }
}
