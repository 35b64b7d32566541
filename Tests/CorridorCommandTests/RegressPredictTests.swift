import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct RegressPredictTests {
  private let home = ["regress", "turnover ~ year", "--from", "2013", "--until", "2017"]

  private func predictions(_ rows: String, _ words: String...) -> Outcome {
    Program.run(home + ["--predict", rows, "--format", "csv"] + words)
  }

  @Test func `predicts the home case`() {
    let outcome = Program.run(home + ["--predict", "year=2018,2019", "-o", "result.txt"])
    #expect(
      outcome.text == """
        Predictions of turnover ~ year

        year      fit  std. error  95 % of the mean   95 % of a value
        ─────────────────────────────────────────────────────────────
        2018  551.100      91.062   261.30 – 840.90  150.69 –  951.51
        2019  625.060      116.49   254.35 – 995.77  162.70 – 1 087.4

        """)
  }

  @Test func `writes regressors and predictions in full precision`() throws {
    let outcome = predictions("year=2018")
    #expect(outcome.header == "year,fit,se,mean_lower,mean_upper,lower,upper")
    // R: predict(lm(turnover ~ year, home), data.frame(year = 2018), se.fit = TRUE, interval = …)
    #expect(try outcome.numbers("fit")[0].isClose(to: 551.1))
    #expect(try outcome.numbers("se")[0].isClose(to: 91.0616809275, tolerance: 1e-10))
    #expect(try outcome.numbers("lower")[0].isClose(to: 150.685263504, tolerance: 1e-10))
  }

  @Test func `standard errors follow --se and intervals --level`() throws {
    let classical = try predictions("year=2018").numbers("se")[0]
    let robust = try predictions("year=2018", "--se", "hc1").numbers("se")[0]
    #expect(classical != robust)
    let wide = try predictions("year=2018").numbers("mean_lower")[0] ?? .nan
    let narrow = try predictions("year=2018", "--level", "80").numbers("mean_lower")[0] ?? .nan
    #expect(wide < narrow)
  }

  private static let trade = """
    region,year,value
    EU,2015,3
    EU,2016,5
    CIS,2015,2
    CIS,2016,9
    EU,2017,8
    CIS,2017,11

    """

  @Test func `predicts the rows of a file, each where it stands`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("trade.csv", Self.trade)
      let new = try folder.file("new.csv", "note,region,year\na,EU,2018\nb,,2018\nc,CIS,2018\n")
      for family in [["--family", "gaussian"], ["--family", "poisson"]] {
        let outcome = Program.run(
          ["regress", file, "value ~ region + year", "--predict", new, "--format", "csv"] + family)
        #expect(outcome.header.hasPrefix("region,year,fit,se,mean_lower,mean_upper"))
        #expect(try outcome.numbers("fit").map { $0 != nil } == [true, false, true])
        #expect(outcome.remarks == ["1 row has no prediction: a value is missing"])
      }
      let effects = Outcome.csv(
        "regress", file, "value ~ year | region", "--predict", new)
      #expect(try effects.numbers("fit")[0] != nil)
      #expect(effects.remarks.contains { $0.hasPrefix("no standard errors: levels of absorbed") })
    }
  }

  @Test func `a level of one column may be given as words`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("trade.csv", Self.trade)
      let outcome = Outcome.csv("regress", file, "value ~ region", "--predict", "region=CIS,EU")
      #expect(try outcome.texts("region") == ["CIS", "EU"])
      #expect(try outcome.numbers("fit")[0].isClose(to: 22.0 / 3))
    }
  }

  @Test func `says on what scale a logarithm is predicted`() {
    let outcome = Outcome.text(
      "regress", "log(turnover) ~ year", "--from", "2013", "--until", "2018", "--predict",
      "year=2019")
    #expect(outcome.text.contains("The predictions are of log(turnover): exp() of fit"))
    // The bound is used: predictions of a tobit model are of the logarithm too.
    #expect(outcome.text.contains("2019  6.63657"))
  }

  // MARK: Careless users

  @Test(arguments: [
    ("yaer=2018", "did you mean 'year'?"), ("year=2018,", "--predict has an empty value"),
    ("year=", "--predict has an empty value"), ("year=soon", "'soon' is not a number"),
    ("new.csv", "cannot read 'new.csv'"), ("year", "cannot read 'year'"),
    ("year=1e400", "is not a number"),
  ])
  func `says what is wrong with the rows`(rows: String, problem: String) {
    let outcome = predictions(rows)
    #expect(outcome.isSound && outcome.status != 0)
    #expect(outcome.problem?.contains(problem) == true, "\(outcome)")
  }

  @Test func `names a column and a level that are not known`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("trade.csv", Self.trade)
      let level = corridor("regress", file, "value ~ region", "--predict", "region=EEU")
      #expect(
        level.problem?.hasPrefix(
          "row 1, column 'region': 'EEU' is no level of the rows that were fitted "
            + "(did you mean 'EU'?)") == true)
      let new = try folder.file("new.csv", "regoin\nEU\n")
      let column = corridor("regress", file, "value ~ region", "--predict", new)
      #expect(column.problem?.contains("no column 'region' (did you mean 'regoin'?)") == true)
      let two = corridor("regress", file, "value ~ region + year", "--predict", "region=EU")
      #expect(two.problem?.hasPrefix("--predict region=… gives one column, and the") == true)
    }
  }

  @Test func `what does not go together is said`() throws {
    #expect(predictions("year=2018", "--summary").problem?.contains("--summary") == true)
    #expect(predictions("year=2018", "--stars").status == 2)
    #expect(
      predictions("year=2018", "--formula", "turnover ~ 1").problem?
        .hasPrefix("--predict takes one formula, and there are 2") == true)
    #expect(
      corridor("regress", "-", "y ~ x", "--predict", "-").problem?
        .hasPrefix("standard input can be the data") == true)
    try withTemporaryFolder { folder in
      let file = try folder.file("odd.csv", "upper,y\n1,2\n2,5\n3,4\n")
      let outcome = corridor("regress", file, "y ~ upper", "--predict", "upper=4")
      #expect(outcome.problem?.hasPrefix("the column 'upper' has the name of a column") == true)
    }
  }

  // MARK: Stars

  @Test func `stars are set where they are asked for, and explained`() {
    let words = ["regress", "log(turnover) ~ year", "--from", "2013", "--until", "2018"]
    let plain = Program.run(words + ["-o", "result.txt"])
    #expect(!plain.text.contains("***"))
    let starred = Program.run(words + ["--stars", "-o", "result.txt"])
    #expect(starred.text.contains("* p < 5 %, ** p < 1 %, *** p < 0.1 %\n"))
    #expect(starred.text.contains("  ***  "))
    #expect(starred.text.lines.allSatisfy { $0.count <= 80 })
    let several = Program.run(
      words + ["--formula", "turnover ~ 1", "--stars", "-o", "result.txt"])
    #expect(several.text.contains("***"))
    #expect(several.text.contains("*** p < 0.1 %"))
  }

  @Test func `stars follow the probabilities`() throws {
    let outcome = Program.run(home + ["--stars", "--format", "csv"])
    #expect(outcome.header == "term,estimate,std_error,t,p,stars,lower_95,upper_95")
    // p is 0.0746 and 0.0742.
    #expect(try outcome.texts("stars") == [nil, nil])
    let longer = Outcome.csv("regress", "log(turnover) ~ year", "--stars")
    for (p, stars) in zip(try longer.numbers("p"), try longer.texts("stars")) {
      guard let p else { continue }
      #expect((stars ?? "") == (p < 0.001 ? "***" : p < 0.01 ? "**" : p < 0.05 ? "*" : ""))
    }
  }
}
