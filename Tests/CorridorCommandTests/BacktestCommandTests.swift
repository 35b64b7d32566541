import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct BacktestCommandTests {
  static let file = """
    year,value
    2015,10
    2016,12
    2017,11
    2018,15
    2019,14
    2020,18
    2021,17
    2022,21

    """

  @Test func `prints scores of every method that has room`() throws {
    try withTemporaryFolder { folder in
      let outcome = Outcome.text("backtest", try folder.file("small.csv", Self.file))
      #expect(
        outcome.text == """
          value

          Method     Origins   MAE  RMSE  MASE   sMAPE  in 80 %  in 95 %
          ──────────────────────────────────────────────────────────────
          PLACEHOLDER

          One year ahead, log-trend erred least. With 2 origins that is an anecdote, not
            evidence.
          Damped is left out: it needs 7 values before the first origin.

          """)
      #expect(outcome.status == 0)
    }
  }

  @Test func `measures the last value as by hand`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("small.csv", Self.file)
      let outcome = Outcome.csv("backtest", file, "--method", "naive")
      #expect(
        outcome.header == "method,origins,mae,rmse,mase,smape,coverage_80,coverage_95")
      // By hand: at six origins the errors are -1, 4, -1, 4, -1, 4.
      #expect(try outcome.texts("method") == ["naive"])
      #expect(try outcome.numbers("origins") == [6])
      #expect(try outcome.numbers("mae")[0].isClose(to: 2.5))
      #expect(try outcome.numbers("rmse")[0].isClose(to: 8.5.squareRoot()))
    }
  }

  @Test func `measures the methods that were named, in that order`() throws {
    let outcome = Outcome.csv("backtest", "--method", "drift,naive", "--horizon", "2")
    #expect(try outcome.texts("method") == ["drift", "naive"])
  }

  @Test func `says which bounds are no outcome`() {
    let outcome = Outcome.text("backtest", "--from", "2010", "--until", "2020")
    #expect(outcome.text.contains("2018: a bound is no outcome to measure at."))
  }

  @Test func `suggests the method that was meant`() {
    let outcome = corridor("backtest", "--method", "naive,drfit")
    #expect(outcome.status == 2)
    #expect(
      outcome.problem == """
        unknown method 'drfit' (did you mean 'drift'?); there are auto, naive, mean, drift, trend, \
        PLACEHOLDER
        Try: corridor help backtest
        """)
  }

  @Test func `works on one series only`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("two.csv", "year,id,value\n2020,a,1\n2020,b,2\n")
      let outcome = corridor("backtest", file, "--by", "id")
      #expect(outcome.status == 2)
      #expect(outcome.problem?.contains("holds 2 series; this command works on one") == true)
    }
  }

  @Test func `needs more values than the method alone`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("short.csv", "year,value\n2019,1\n2020,2\n2021,4\n")
      let outcome = corridor("backtest", file)
      #expect(outcome.status == 1)
      #expect(outcome.problem == "a backtest needs 4 values and the series has 3")
    }
  }
}
