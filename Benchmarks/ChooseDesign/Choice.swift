import Glibc
import TradeTables

/// One thing to decide, with its candidates, the simplest first.
struct Choice<Design> {
  let name: String
  let candidates: [(name: String, change: (inout Design) -> Void)]

  init(_ name: String, _ candidates: [(name: String, change: (inout Design) -> Void)]) {
    self.name = name
    self.candidates = candidates
  }

  /// A choice of one number or the like.
  init<Value>(
    _ name: String, _ member: WritableKeyPath<Design, Value>,
    _ candidates: KeyValuePairs<String, Value>
  ) {
    self.init(name, candidates.map { name, value in (name, { $0[keyPath: member] = value }) })
  }

  /// Changes a design to the best candidate, and prints what all of them reach.
  func settle(_ design: inout Design, _ measure: ([Design]) throws -> [[Score]]) rethrows {
    let designs = candidates.map { candidate in
      var other = design
      candidate.change(&other)
      return other
    }
    let scores = try measure(designs)
    let verdict = Verdict(scores)
    for index in candidates.indices {
      let own = scores[index]
      let numbers =
        own.map(\.loss.mean) + [
          Verdict.mean(own, \.loss), verdict.excess[index].mean, verdict.excess[index].error,
          Verdict.mean(own, \.interval),
        ]
      let cells =
        [name, candidates[index].name] + numbers.map { NumberText.fixed($0, digits: 4) } + [
          own.map { NumberText.fixed(100 * $0.inside.mean, digits: 1) }.joined(separator: " "),
          index == verdict.chosen ? "chosen" : "",
        ]
      say("| \(cells.joined(separator: " | ")) |")
    }
    design = designs[verdict.chosen]
  }

  /// The head of the table that `settle` prints.
  static func heading(sets: [String]) {
    let names =
      ["choice", "candidate"] + sets.map { "loss, \($0)" } + [
        "mean loss", "above the least", "standard error", "interval score", "held at 95 %",
        "chosen",
      ]
    say("\n| \(names.joined(separator: " | ")) |")
    say("|\(String(repeating: " --- |", count: names.count))")
  }
}

/// `702 series in quarterly, …`.
func described(_ sets: [String], _ counts: [Int]) -> String {
  zip(sets, counts).map { "\($1) series in \($0)" }.joined(separator: ", ")
}

/// Prints one line at once, as a run takes minutes.
func say(_ line: String) {
  _ = OutputFile.writeAll(Array("\(line)\n".utf8), to: STDOUT_FILENO)
}
