import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct RegressStreamTests {
  private static let text: String = {
    var random = SeededGenerator(seed: 4)
    return "year,x,region,pair,y\n"
      + (0..<60).map { row in
        let x = Double.random(in: 0...5, using: &random)
        let y = 1 + 2 * x + Double.random(in: -1...1, using: &random)
        return
          "\(1960 + row),\(row == 7 ? "" : "\(x)"),\(row < 20 ? "EU" : "EFTA"),p\(row % 9),\(y)\n"
      }.joined()
  }()

  private static let remark = "the data are read as a stream, once, in constant memory"

  @Test(arguments: [
    [], ["--se", "hc1"], ["--se", "hc3"], ["--se", "hac:2"], ["--se", "cluster:pair"],
    ["--level", "80"], ["--summary"], ["--stars"], ["--formula", "y ~ x + region"],
    ["--from", "1970", "--until", "2010"],
  ]) func `prints what it prints in memory`(words: [String]) throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("flows.csv", Self.text)
      for formula in ["y ~ x * region", "log(y + 9) ~ lag(x, 1) + x^2"] {
        let memory = Program.run(["regress", path, formula] + words)
        let streamed = Program.run(["regress", path, formula, "--stream"] + words)
        #expect(memory.status == 0)
        #expect(streamed.text == memory.text)
        #expect(memory.remarks == [])
        #expect(
          streamed.remarks == [
            Self.remark.replacing("once", with: words.contains("--se") ? "twice" : "once")
          ])
      }
    }
  }

  @Test(arguments: [
    (["--family", "poisson"], "--stream is for least squares"),
    (["--family", "tobit"], "--stream is for least squares"),
    (["--weights", "x"], "--stream takes no --weights"),
    (["--diagnostics"], "--stream has no --diagnostics"),
    (["--break", "2000"], "--stream has no --diagnostics"),
    (["--predict", "x=1"], "--stream has no --predict"),
    (["--formula", "y ~ lag(x, 1)", "--by", "pair"], "--stream has lags by the rows above only"),
    (["--formula", "y ~ diff(x)", "--time", "year"], "--stream has lags by the rows above only"),
    (["--formula", "y ~ poly(x, 2)"], "--stream: poly(x, 2) needs all rows at once"),
    (["--formula", "y ~ x | pair"], "--stream: ordinary least squares does not absorb 'pair'"),
  ]) func `says what a stream cannot do before it reads`(words: [String], problem: String) {
    let outcome = Program.run(["regress", "absent.csv", "y ~ x", "--stream"] + words)
    #expect(outcome.status == 2)
    #expect(outcome.problem?.hasPrefix(problem) == true, "\(outcome.problem ?? "")")
  }

  @Test func `several models at once keep their stars and their remarks`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("flows.csv", Self.text)
      let words = ["regress", path, "y ~ x", "--formula", "y ~ x + region", "--stars"]
      let memory = Program.run(words)
      let streamed = Program.run(words + ["--stream"])
      #expect(memory.text.contains("***"))
      #expect(streamed.text == memory.text)
      #expect(streamed.remarks == [Self.remark])
    }
  }

  @Test(arguments: ["y ~ x", "y ~ lag(x, 1)"]) func `remarks on periods that repeat as in memory`(
    formula: String
  ) throws {
    try withTemporaryFolder { folder in
      let path = try folder.file(
        "panel.csv", "year,x,y\n1990,1,2\n1991,3,5\n1992,2,4\n1990,5,6\n1991,4,4\n1992,7,9\n")
      let memory = Program.run(["regress", path, formula])
      let streamed = Program.run(["regress", path, formula, "--stream"])
      #expect(memory.remarks.count == (formula.contains("lag") ? 1 : 0))
      #expect(streamed.remarks == [Self.remark] + memory.remarks)
      #expect(streamed.text == memory.text)
    }
  }

  @Test func `refuses hc3 where it is undefined as in memory`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file(
        "alone.csv", "x,r,y\n1,a,2\n3,a,5\n,a,1\n2,b,4\n5,a,6\n4,a,4\n7,a,9\n")
      let words = ["regress", path, "y ~ x + r", "--se", "hc3"]
      let memory = Program.run(words)
      let streamed = Program.run(words + ["--stream"])
      #expect(memory.problem?.contains("row 4 is fitted exactly") == true)
      #expect(streamed.problem == memory.problem)
      #expect(streamed.status == memory.status)
    }
  }

  @Test func `reads what can be read once only once`() {
    let robust = Program.run(["regress", "-", "y ~ x", "--stream", "--se", "hc1"])
    #expect(robust.status == 2)
    #expect(robust.problem?.hasPrefix("--se of that kind reads the data a second time") == true)
    let several = Program.run(["regress", "-", "y ~ x", "--stream", "--formula", "y ~ 1"])
    #expect(several.problem?.hasPrefix("several models read the data several times") == true)
    let builtIn = Program.run(["regress", "kz-vn", "turnover ~ year", "--stream"])
    #expect(builtIn.status == 2)
    #expect(builtIn.problem?.hasPrefix("--stream is for files; 'kz-vn' is built in") == true)
  }

  @Test func `leaves bounds out where a family is named, and otherwise says why it cannot`() throws
  {
    try withTemporaryFolder { folder in
      let path = try folder.file(
        "bounds.csv", "x,y,qualifier\n1,2,\n2,3,exact\n3,5,moreThan\n4,6,\n5,6,\n")
      let outcome = Program.run(["regress", path, "y ~ x", "--stream"])
      #expect(outcome.status == 2)
      #expect(outcome.problem?.hasPrefix("the data have bounds") == true)
      let words = ["regress", path, "y ~ x", "--family", "gaussian"]
      let memory = Program.run(words)
      let streamed = Program.run(words + ["--stream"])
      #expect(streamed.text == memory.text)
      #expect(streamed.remarks == [Self.remark] + memory.remarks)
      #expect(memory.remarks.count == 1)
    }
  }

  @Test func `one cluster is an error, and so is a file that is not there`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("one.csv", "x,y,c\n1,2,a\n2,3,a\n3,5,a\n")
      let single = Program.run(["regress", path, "y ~ x", "--stream", "--se", "cluster:c"])
      #expect(single.problem?.contains("'c' has one cluster only") == true)
      let absent = Program.run(["regress", folder.path("absent.csv"), "y ~ x", "--stream"])
      #expect(absent.status == 1)
      #expect(absent.problem?.contains("no such file or directory") == true)
      let slip = Program.run(["regress", "kz-vm", "y ~ x", "--stream"])
      #expect(slip.problem?.contains("did you mean 'kz-vn'?") == true)
    }
  }

  @Test func `a file above an eighth of the memory is too large to read whole`() {
    #expect(!RegressCommand.isTooLarge(1 << 30, memory: 1 << 33))
    #expect(RegressCommand.isTooLarge(1 << 30 + 8, memory: 1 << 33))
  }
}
