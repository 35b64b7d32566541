import Foundation
import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

/// What a careless person types and feeds: the answer is one helpful sentence, never a crash.
@Suite struct CarelessUserTests {
  static let levels =
    "--level takes one to five different percentages from 1 to 99.99, such as 80,95, not "

  @Test(arguments: [
    (["grwoth"], "unknown command 'grwoth' (did you mean 'growth'?); the commands are growth, "),
    (["kz-vn"], "unknown command 'kz-vn'; the commands are growth, "),
    ([""], "unknown command ''; the commands are growth, "),
    (["--ascii", "growth"], "unknown command '--ascii'; the commands are growth, "),
    (["help", "grwoth"], "there is no help on 'grwoth' (did you mean 'growth'?); there is on "),
    (["help", "growth", "list"], "there is no help on 'growth list'"),
    (["growth", "--form", "2013"], "unknown option --form (did you mean '--from'?)"),
    (["growth", "--horizon", "3"], "unknown option --horizon"),
    (["growth", "-x"], "unknown option -x"),
    (["growth", "--format", "cvs"], "unknown format 'cvs' (did you mean 'csv'?); there are text,"),
    (["growth", "--format", "CSV"], "unknown format 'CSV' (did you mean 'csv'?); there are text,"),
    (["forecast", "--method", "drfit"], "unknown method 'drfit' (did you mean 'drift'?); there "),
    (["report", "--method", "sess"], "unknown method 'sess' (did you mean 'ses'?); there are "),
    (["forecast", "--method", "best"], "unknown method 'best'; there are auto, pooled, "),
    (["growth", "--from"], "--from needs a value"),
    (["growth", "kz-vn", "-o"], "-o needs a value"),
    (["growth", "--from", "2013", "--from=2014"], "--from is given twice"),
    (["growth", "-r", "KAZ", "--reporter", "VNM"], "--reporter is given twice"),
    (["forecast", "--horizon", "0"], "--horizon is a whole number from 1 to 1000, not '0'"),
    (["forecast", "--horizon", "-1"], "--horizon is a whole number from 1 to 1000, not '-1'"),
    (["forecast", "--horizon", "1000000000"], "--horizon is a whole number from 1 to 1000, not "),
    (["backtest", "--horizon", "101"], "--horizon is a whole number from 1 to 100, not '101'"),
    (["report", "--horizon", "three"], "--horizon is a whole number from 1 to 100, not 'three'"),
    (["forecast", "--jobs", "0"], "--jobs is a whole number from 1 to 1024, not '0'"),
    (["forecast", "--level", "0"], levels + "'0'"),
    (["forecast", "--level", "100"], levels + "'100'"),
    (["forecast", "--level", "80,80"], levels + "'80,80'"),
    (["forecast", "--level", ""], levels + "''"),
    (["report", "--level=50,60,70,80,90,95"], levels + "'50,60,70,80,90,95'"),
    (["growth", "--from", "2018", "--until", "2013"], "--until 2013 is before --from 2018"),
    (["growth", "--from", "last"], "--from is a period such as 2019, not 'last'"),
    (["growth", "-r", "KAX"], "--reporter KAX is not in the built-in data (did you mean 'KAZ'?);"),
    (["growth", "-p", "Narnia"], "--partner NARNIA is not in the built-in data; the codes are "),
    (["growth", "--as-of", "soon"], "--as-of is a date such as 2019-02 or 2019-02-27, not 'soon'"),
    (["growth", "--fill", "zero"], "unknown way to fill gaps 'zero'; there are mirror"),
    (["growth", "--season", "7"], "unknown season '7'"),
    (["growth", "--flow", "exports"], "unknown flow 'exports' (did you mean 'export'?); there "),
    (["growth", "--by", "a,,b"], "--by has an empty name in 'a,,b'"),
    (["growth", "kz-vm"], "there is no built-in data set and no file 'kz-vm' (did you mean 'kz-"),
    (["growth", "kz-vn", "kz-cn"], "'kz-cn' is one word too many"),
    (["compare", "--top", "0"], "--top is a whole number from 1 to 1000000, not '0'"),
    (["compare", "--classification", "stages"], "unknown classification 'stages' (did you mean "),
    (["regress"], "a formula is missing, such as 'turnover ~ year'"),
    (["regress", "kz-vn", "turnover ~ year", "+x"], "'+x' is one word too many"),
    (
      ["backtest", "vnm-exports", "--by-horizon"], "--by-horizon is for one series and vnm-exports "
    ),
    (["backtest", "--origins", "0"], "--origins is a whole number from 1 to 200, not '0'"),
    (["sources", "kz-vn", "soon"], "a year such as 2024 is expected, not 'soon'"),
    (["sources", "trade.csv"], "'trade.csv' is no pair of countries"),
  ])
  func `a command line that cannot be understood gets one sentence`(
    words: [String], problem: String
  ) {
    let outcome = Program.run(words)
    #expect(outcome.status == 2)
    #expect(outcome.problem?.hasPrefix(problem) == true, "\(outcome.problem ?? "")")
    #expect(outcome.problem?.contains("\nTry: corridor help") == true)
    #expect(outcome.text == "")
    #expect(outcome.path == nil)
  }

  @Test func `a long word is cut in the answer`() {
    let word = String(repeating: "very", count: 10_000)
    for words in [[word], ["growth", word], ["growth", "--" + word], ["growth", "--from", word]] {
      let outcome = Program.run(words)
      #expect(outcome.status == 2)
      #expect((outcome.problem ?? "").count < 400)
    }
    let list = Program.run(["growth", "--by", word + ",,"])
    #expect((list.problem ?? "").count < 400)
    let date = Program.run(["growth", "--as-of", word])
    #expect((date.problem ?? "").count < 400)
    let option = Program.run(["regress", word + " ~ year"])
    #expect((option.problem ?? "").count < 400)
  }
}

// MARK: - Data

extension CarelessUserTests {
  /// A file with one fault, and what is said of it behind its name.
  struct BadFile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let problem: String
    var options: [String] = []

    init(_ name: String, _ text: String, _ problem: String, _ options: String...) {
      self.init(name, bytes: Array(text.utf8), problem)
      self.options = options
    }

    init(_ name: String, bytes: [UInt8], _ problem: String) {
      (testDescription, self.bytes, self.problem) = (name, bytes, problem)
    }
  }

  static let badFiles = [
    BadFile("empty", "", " is empty; a CSV file with a header line is expected"),
    BadFile("blank lines", "\n\r\n\n", " is empty; a CSV file with a header line is expected"),
    BadFile("header only", "year,value\n", " has a header line and no rows below it"),
    BadFile(
      "text in a value", "year,value\n2019,1\n2020,much\n",
      ", line 3, column 'value': 'much' is not a number; leave the cell empty where there is no"),
    BadFile(
      "nan", "year,value\n2019,nan\n2020,1\n", ", line 2, column 'value': 'nan' is not a number"),
    BadFile(
      "inf", "year,value\n2019,1\n2020,-inf\n", ", line 3, column 'value': '-inf' is not a number"),
    BadFile(
      "1e999", "year,value\n2019,1\n2020,1e999\n",
      ", line 3, column 'value': '1e999' is not a number that fits; the largest is 1.8e308"),
    BadFile(
      "beyond 1e150", "year,value\n2019,1\n2020,-2e150\n",
      ", line 3, column 'value': -2e+150 is beyond 1e150; is the unit right?"),
    BadFile(
      "decimal comma", "year;value\n2019;1,5\n2020;2\n",
      ", line 2, column 'value': '1,5' is not a number; write a decimal point and no grouping"),
    BadFile(
      "bound in a value", "year,value\n2019,>500\n2020,2\n",
      ", line 2, column 'value': '>500' is not a number; write the number alone and 'moreThan'"),
    BadFile(
      "duplicate period", "year,value\n2019,1\n2019,2\n",
      ", line 3, column 'year': the period 2019 appears a second time; if the rows belong to"),
    BadFile(
      "backwards", "year,value\n2020,1\n2019,2\n",
      ", line 3, column 'year': the period 2019 comes after 2020; sort the rows by time"),
    BadFile(
      "mixed periods", "period,value\n2019,1\n2020-Q1,2\n",
      ", line 3, column 'period': the period 2020-Q1 stands among periods like 2019; use one kind"),
    BadFile(
      "no period", "year,value\n2019,1\nlater,2\n",
      ", line 3, column 'year': 'later' is not a period; periods are written 2019, 2025-Q1,"),
    BadFile(
      "missing period", "year,value\n2019,1\n,2\n",
      ", line 3, column 'year': the value is missing"),
    BadFile(
      "unknown qualifier", "year,value,qualifier\n2019,1,morethan\n",
      ", line 2, column 'qualifier': 'morethan' is not a qualifier (did you mean 'moreThan'?)"),
    BadFile(
      "ragged row", "year,value\n2019,1\n2020,1,2,3\n",
      ", line 3: 4 fields where the header has 2"),
    BadFile("short row", "year,value\n2019\n", ", line 2: 1 field where the header has 2"),
    BadFile(
      "unclosed quote", "year,value\n2019,1\n2020,\"2\n2021,3\n",
      ", line 3: a quoted field begins here and is never closed"),
    BadFile(
      "text after a quote", "year,value\n2019,\"1\"2\n",
      ", line 2: text follows a closing quote; a quote inside a field is written twice"),
    BadFile(
      "repeated column", "year,value,value\n2019,1,2\n",
      ", line 1: the column 'value' appears twice; give each a name of its own"),
    BadFile(
      "NUL", "year,value\n2019,1\n2020,\0\n",
      ", line 3: a NUL byte; this is no text file (a spreadsheet? save it as CSV UTF-8)"),
    BadFile(
      "line of 2 MB", "year,value\n2019,\(String(repeating: "1", count: 2_000_000))\n",
      ", line 2: the line is longer than 1048576 bytes; is this a CSV file?"),
    BadFile(
      "unknown value column", "year,value\n2019,1\n",
      ", line 1: there is no column 'valeu' (did you mean 'value'?); the columns are year, value",
      "--value", "valeu"),
    BadFile(
      "unknown time column", "year,value\n2019,1\n",
      ", line 1: there is no column 'yaer' (did you mean 'year'?); the columns are year, value",
      "--time", "yaer"),
    BadFile(
      "no column is plainly the time", "when,value\n2019,1\n",
      ", line 1: no column is plainly the time; name it: --time COLUMN; the columns are when,"),
    BadFile(
      "no column is plainly the value", "year,a,b\n2019,1,2\n",
      ", line 1: no column is plainly the value; name it: --value COLUMN; the columns are year,"),
    BadFile(
      "a span beyond the limit", "t,value\n0,1\n999999999,2\n",
      ", line 3, column 't' would span 1000000000 periods, gaps included; the limit is 100000",
      "--time", "t", "--season", "1"),
    BadFile(
      "no value at all", "year,value\n2019,\n2020,NA\n", " has no value in the chosen periods"),
  ]

  @Test(arguments: badFiles)
  func `a file that cannot be used gets one sentence with the place`(bad: BadFile) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("bad.csv", bytes: bad.bytes)
      for command in ["growth", "forecast", "backtest", "report"] {
        let outcome = Program.run([command, file] + bad.options)
        #expect(outcome.status == 1)
        #expect(
          outcome.problem?.hasPrefix(file + bad.problem) == true,
          "\(command): \(outcome.problem ?? "")")
        #expect(outcome.problem?.contains("\n") == false)
        #expect(outcome.text == "")
      }
      let regression = Program.run(["regress", file, "value ~ year"])
      #expect(regression.isSound)
      let comparison = Program.run(["compare", file, "--by", "value"])
      #expect(comparison.isSound)
    }
  }

  @Test func `other encodings are read, and regress says how to change them`() throws {
    let files: [(bytes: [UInt8], problem: String)] = [
      (
        [0xFF, 0xFE] + "year,value\n2019,1\n2020,2\n".utf16.flatMap { [UInt8($0), 0] },
        ", line 1: the text is UTF-16; save it as CSV UTF-8, or: iconv -f utf-16 -t utf-8"
      ),
      (
        Array("year,value,note\n2019,1,x\n2020,2,".utf8) + [0xE9, 0x0A],
        ", line 3: a character is not UTF-8; if the file is Latin-1: iconv -f latin1 -t utf-8"
      ),
    ]
    try withTemporaryFolder { folder in
      for (bytes, problem) in files {
        let file = try folder.file("other.csv", bytes: bytes)
        let growth = corridor("growth", file, "--format", "csv")
        let values = try growth.numbers("value")
        #expect(values == [1, 2])
        #expect(corridor("regress", file, "value ~ year").problem == file + problem)
      }
    }
  }

  @Test func `an unknown column of categories gets one sentence`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("bad.csv", "year,partner,value\n2019,VNM,1\n2020,VNM,1\n")
      for command in ["growth", "forecast", "backtest", "report", "compare"] {
        let outcome = corridor(command, file, "--by", "partenr", "--value", "value")
        #expect(outcome.status == 1)
        #expect(
          outcome.problem
            == "\(file), line 1: there is no column 'partenr' (did you mean 'partner'?); the columns "
            + "are year, partner, value")
      }
      let outcome = corridor("regress", file, "valeu ~ year")
      #expect(outcome.status == 1)
      #expect(
        outcome.problem
          == "\(file), line 1: there is no column 'valeu' (did you mean 'value'?); the columns are "
          + "year, partner, value")
    }
  }

  @Test func `a regression says which row has no usable number`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("zero.csv", "year,value\n2019,1\n2020,0\n2021,3\n")
      let outcome = corridor("regress", file, "log(value) ~ year")
      #expect(outcome.status == 1)
      #expect(
        outcome.problem
          == "\(file), line 3, column 'value': log(value) is no number up to 1e150 for 0")
    }
  }

  @Test func `a file that is not there gets one sentence`() throws {
    try withTemporaryFolder { folder in
      let missing = folder.path("none.csv")
      for words in [
        ["growth"], ["forecast"], ["backtest"], ["report"], ["compare", "--by", "c"],
      ] {
        let outcome = Program.run(words + [missing])
        #expect(outcome.status == 1)
        #expect(outcome.problem == "cannot read '\(missing)': no such file or directory")
        #expect(outcome.text == "")
        let inside = Program.run(words + [folder.url.path])
        #expect(inside.status == 1)
        #expect(
          inside.problem
            == "cannot read '\(folder.url.path)': it is a folder; name a CSV file in it"
        )
      }
    }
  }

  @Test func `a method that needs more values says how many`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("short.csv", "year,value\n2019,1\n2020,2\n")
      let outcome = corridor("forecast", file, "--method", "damped")
      #expect(outcome.status == 1)
      #expect(outcome.problem == "damped needs 7 values and the series has 2")
      let zero = try folder.file("zero.csv", "year,value\n2019,1\n2020,0\n2021,2\n")
      #expect(
        corridor("forecast", zero, "--method", "log-trend").problem
          == "log-trend needs values above zero and the series has 0")
    }
  }

  @Test func `ranges of months without end are no period`() async {
    await #expect(processExitsWith: .success) {
      try withTemporaryFolder { folder in
        let months = String(repeating: "2019-01/", count: 100_000)
        let outcome = corridor("growth", try folder.file("slash.csv", "year,value\n\(months),1\n"))
        precondition(outcome.status == 1)
      }
    }
  }
}
