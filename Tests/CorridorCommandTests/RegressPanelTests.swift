import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

/// Lags within groups, and bounds of both sides in files.
@Suite struct RegressPanelTests {
  private static let panel = """
    pair,year,y,x
    KV,2015,1,1
    CV,2015,2,10
    KV,2016,4,2
    CV,2016,9,20
    KV,2017,16,5
    CV,2018,8,30
    KV,2018,3,4
    CV,2019,7,35

    """

  @Test func `lags go by time within groups where it is asked for`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("panel.csv", Self.panel)
      let words = ["regress", file, "y ~ lag(x, 1)"]
      let outcome = Program.run(
        words + ["--by", "pair", "--time", "year", "--format", "csv", "-q"])
      // By hand: y on lag x of (1, 4) (10, 9) (2, 16) (5, 3) (30, 7), fixest with panel.id.
      let x = [1.0, 10, 2, 5, 30]
      let y = [4.0, 9, 16, 3, 7]
      let (a, b) = (x.reduce(0, +) / 5, y.reduce(0, +) / 5)
      let slope =
        zip(x, y).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
        / x.reduce(0) { $0 + ($1 - a) * ($1 - a) }
      #expect(try outcome.numbers("estimate")[1].isClose(to: slope))
      // The time column is found by its name.
      let found = Program.run(words + ["--by", "pair", "--format", "csv"])
      #expect(found.text == outcome.text)
      #expect(found.remarks.isEmpty)
    }
  }

  @Test func `says how to ask where the periods repeat`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("panel.csv", Self.panel)
      let outcome = corridor("regress", file, "y ~ lag(x, 1)")
      #expect(outcome.status == 0)
      #expect(outcome.remarks.first?.hasPrefix("'year' repeats, and lag and diff go by") == true)
      #expect(outcome.remarks.first?.hasSuffix("--by COLUMN --time year") == true)
      #expect(corridor("regress", file, "y ~ x").remarks.isEmpty)
    }
  }

  @Test func `quarters follow one another`() throws {
    try withTemporaryFolder { folder in
      let rows = [
        "K,2018-Q3,5,1", "K,2018-Q4,7,2", "K,2019-Q1,8,4", "K,2019-Q2,9,3", "C,2018-Q4,1,9",
        "C,2019-Q1,2,8",
      ]
      let text = "pair,when,y,x\n" + rows.joined(separator: "\n") + "\n"
      let file = try folder.file("quarters.csv", text)
      let words = ["regress", file, "y ~ lag(x, 1)", "--by", "pair", "--time", "when"]
      #expect(Program.run(words + ["-o", "result.txt"]).text.contains("n = 4,"))
      let predicted = Program.run(words + ["--predict", file, "--format", "csv"])
      #expect(predicted.header == "pair,when,x,fit,se,mean_lower,mean_upper,lower,upper")
      #expect(
        try predicted.numbers("fit").map { $0 != nil } == [false, true, true, true, false, true])
    }
  }

  @Test func `a period twice in a group names both lines`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("panel.csv", Self.panel + "KV,2017,5,5\n")
      let outcome = corridor("regress", file, "y ~ lag(x, 1)", "--by", "pair")
      #expect(outcome.status == 1)
      #expect(outcome.problem?.contains(", line 10: this period of 'KV' stands already") == true)
      #expect(outcome.problem?.contains("in line 6") == true)
    }
  }

  @Test func `a column that is not there is named`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("panel.csv", Self.panel)
      for (by, time) in [("pari", "year"), ("pair", "yaer")] {
        let outcome = corridor(
          "regress", file, "y ~ diff(x)", "--by", by, "--time", time)
        #expect(outcome.problem?.contains("did you mean") == true, "\(outcome)")
      }
      let plain = try folder.file("plain.csv", "pair,t,y,x\nK,1,2,3\nK,2,3,5\n")
      #expect(
        corridor("regress", plain, "y ~ diff(x)", "--by", "pair").problem?
          .hasPrefix("lags within --by need the column with the periods: --time") == true)
    }
  }

  // MARK: Bounds of both sides

  private static let bounds = """
    t,turnover,upper,qualifier
    0,233.2,,
    1,271.9,,
    2,205.8,,
    3,392.5,,~
    4,542.7,,=
    5,500,,>
    6,600,800,between

    """

  @Test func `symbols and between are read as bounds`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("bounds.csv", Self.bounds)
      let outcome = Outcome.text("regress", file, "log(turnover) ~ t")
      #expect(
        outcome.text.contains("n = 7: 5 observed, 1 more than a bound, 1 between bounds"))
      // R: survreg(Surv(lower, upper, type = "interval2") ~ t, dist = "lognormal")
      #expect(outcome.text.contains("scale = 0.18709"))
      let plain = corridor("regress", file, "turnover ~ t", "--family", "gaussian")
      #expect(plain.remarks.first?.hasPrefix("2 values are bounds and left out") == true)
    }
  }

  @Test(arguments: [
    ("600,800,between", "600,,between", "line 8, column 'upper': the value is missing"),
    ("600,800,between", "800,600,between", "the upper bound 600 is below the value 800"),
    ("500,,>", "500,,>>", "line 7, column 'qualifier': '>>' is not a qualifier"),
    (",upper,", ",top,", "there is no column 'upper'"),
  ])
  func `says what is wrong with a bound`(old: String, new: String, problem: String) throws {
    try withTemporaryFolder { folder in
      let text = Self.bounds.split(separator: old, maxSplits: 1).joined(separator: new)
      let file = try folder.file("bounds.csv", text)
      let outcome = corridor("regress", file, "turnover ~ t")
      #expect(outcome.isSound && outcome.status == 1, "\(outcome)")
      #expect(outcome.problem?.contains(problem) == true, "\(outcome)")
    }
  }
}
