import Glibc
import Testing
import TradeTestSupport

@testable import CorridorCommand

@Suite struct CompletionsTests {
  @Test(arguments: Completions.allCases.map(\.rawValue))
  func `knows every command and its options`(shell: String) {
    let outcome = corridor("--completions", shell)
    #expect(outcome.status == 0)
    for command in CommandReference.all {
      #expect(outcome.text.contains(command.name))
      for option in command.options.flatMap(\.names) where option.hasPrefix("--") {
        #expect(outcome.text.contains(option.dropFirst(2)), "\(option)")
      }
    }
  }

  @Test(arguments: [("bash", "bash"), ("zsh", "zsh"), ("fish", "fish")])
  func `the shell can read them`(shell: String, program: String) throws {
    guard system("command -v \(program) > /dev/null") == 0 else {
      print("skipped: there is no \(program)")
      return
    }
    try withTemporaryFolder { folder in
      let file = try folder.file("completions", corridor("--completions", shell).text)
      #expect(system("\(program) -n '\(file)' 2> /dev/null") == 0)
    }
  }

  @Test func `an unknown shell is an error`() {
    #expect(corridor("--completions").status == 2)
    #expect(corridor("--completions", "csh").problem?.contains("bash, zsh or fish") == true)
  }
}

@Suite struct ManualPageTests {
  @Test func `has every command, and no line that roff would take for a request`() {
    let text = corridor("--man").text
    for command in Program.commands { #expect(text.contains(".SS \(command.name)\n")) }
    let requests = Set([".TH", ".SH", ".SS", ".B", ".I", ".nf", ".fi"])
    for line in text.lines where line.hasPrefix(".") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }
}
