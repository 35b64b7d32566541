import Corridor
import Testing
import TradeTestSupport

@testable import CorridorCommand

@Suite struct MethodOptionTests {
  @Test func `the help names every method within 80 columns`() {
    let lines = MethodOption.usage.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    for name in (Methods.all + Methods.variants).map({ $0.name }) {
      #expect(MethodOption.usage.contains(name), "\(name)")
    }
    let help = Program.run(["help", "methods"]).text
    #expect(help.lines.allSatisfy { $0.count <= 80 })
    for word in ["combination:median: from 4", "structural: from 6", ":log", ":box-cox=0.3"] {
      #expect(help.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    "combination:median", "combination:weighted", "structural", "ets:log", "arima:log",
    "drift:box-cox=0.3", "holt:box-cox",
  ])
  func `forecasts with a method of that name`(name: String) throws {
    let words = ["forecast", "kz-vn", "--until", "2017", "--method", name]
    let outcome = Program.run(words + ["--format", "csv"])
    #expect(outcome.status == 0)
    #expect(try outcome.texts("method") == [name])
    let text = Program.run(words + ["--explain", "-o", "result.txt"]).text
    #expect(text.contains("Method \(name)."))
  }

  @Test func `explains the weights of a combination`() {
    let outcome = Program.run([
      "forecast", "kz-vn", "--until", "2017", "--method", "combination:weighted", "--explain",
      "-o", "result.txt",
    ])
    #expect(outcome.text.contains("Weights: ets "))
    #expect(outcome.text.contains("12 past"))
    let few = Program.run([
      "forecast", "kz-vn", "--from", "2011", "--until", "2017", "--method", "combination:weighted",
      "-o", "result.txt",
    ])
    #expect(few.text.contains("equal weights"))
  }

  @Test func `measures methods on other scales beside each other`() throws {
    let outcome = Outcome.csv(
      "backtest", "--until", "2017", "--method", "drift,drift:log,drift:box-cox=0.5")
    #expect(try outcome.texts("method") == ["drift", "drift:log", "drift:box-cox=0.5"])
  }

  @Test(arguments: [
    (
      "ets:lgo",
      "unknown scale 'lgo' (did you mean 'log'?); after ets: there are log, box-cox and "
        + "box-cox=0.3"
    ),
    ("ets:", "unknown scale ''; after ets: there are log, box-cox and box-cox=0.3"),
    ("theta:log", "theta works on the amounts themselves and takes no ':' and scale"),
    ("auto:box-cox", "auto works on the amounts themselves and takes no ':' and scale"),
    (
      "ets:box-cox=2",
      "box-cox= takes a number from 0, which is log, to 1, such as ets:box-cox=0.3"
    ),
  ])
  func `says what is wrong with a scale`(name: String, problem: String) {
    for command in ["forecast", "backtest"] {
      let outcome = corridor(command, "--method", name)
      #expect(outcome.status == 2)
      #expect(outcome.problem == problem + "\nTry: corridor help \(command)")
    }
  }

  @Test func `suggests the variant that was meant`() {
    let outcome = corridor("forecast", "--method", "combination:medain")
    #expect(outcome.problem?.contains("(did you mean 'combination:median'?)") == true)
  }

  @Test func `a total is explained too`() {
    let words = ["forecast", "kaz-exports", "--total", "--method", "naive"]
    let plain = Program.run(words)
    let explained = Program.run(words + ["--explain"])
    #expect(explained.text == plain.text)
    #expect(explained.remarks.dropLast() == plain.remarks[...])
    #expect(explained.remarks.last?.contains("the 95 % interval of naive held") == true)
  }
}
