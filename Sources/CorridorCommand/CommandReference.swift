import Corridor

/// What a command takes, read from its own help, so that completions, the manual page and the help
/// never differ.
struct CommandReference {
  let name: String
  let summary: String
  let options: [Option]

  /// One option with its spellings.
  struct Option: Equatable {
    /// `--output`, `-o`.
    let names: [String]
    /// What follows: `FILE`, `each|world`; empty for a flag.
    let argument: String
    /// What it does, on one line.
    let text: String

    /// The words that may follow, where there are only these.
    var choices: [String] {
      if names == ["--format"] { return ReportFormat.all.map(\.name) }
      return argument.contains("|") ? argument.split(separator: "|").map(String.init) : []
    }

    /// Whether a file may follow.
    var takesFile: Bool { argument == "FILE" }
  }

  init(_ command: any Command.Type) {
    name = command.name
    summary = command.summary
    options = Self.options(in: "\(command.usage)\n\(OutputOptions.usage)")
  }

  static var all: [CommandReference] { Program.commands.map { CommandReference($0) } }

  /// The lines of a help text that begin with a dash after two blanks, with those that go on.
  static func options(in help: String) -> [Option] {
    var options: [Option] = []
    // How many options the last line had, to which a line that goes on belongs.
    var last = 0
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      let words = line.dropFirst(indent)
      if indent == 2, words.first == "-" {
        let found = self.options(ofLine: words)
        last = found.count
        options += found
      } else if indent >= 20 {
        for place in options.indices.suffix(last) {
          let option = options[place]
          options[place] = Option(
            names: option.names, argument: option.argument, text: "\(option.text) \(words)".trimmed)
        }
      } else {
        last = 0
      }
    }
    return options
  }

  /// `-o, --output FILE     write …` is one option, `--from, --until   first …` are two.
  private static func options(ofLine line: Substring) -> [Option] {
    let head = line.splitAtTwoBlanks
    let parts = head.first.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
    var names: [String] = []
    var argument = ""
    for part in parts where part.hasPrefix("-") {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      names.append(words[0])
      if words.count > 1 { argument = words[1] }
    }
    // `CODE,…` was cut at its comma.
    if head.first.hasSuffix(",…") { argument += ",…" }
    let long = names.filter { $0.hasPrefix("--") }
    guard long.count > 1 else { return [Option(names: names, argument: argument, text: head.rest)] }
    return names.map { name in
      let takes = argument.isEmpty ? "VALUE" : argument
      return Option(names: [name], argument: takes, text: head.rest)
    }
  }
}

extension Substring {
  /// What stands before the first run of two blanks, and what stands behind it; a long argument may
  /// leave room for one blank alone.
  fileprivate var splitAtTwoBlanks: (first: String, rest: String) {
    if let gap = self.firstRange(of: "  ") {
      return (String(self[..<gap.lowerBound]), self[gap.upperBound...].trimmed)
    }
    let words = split(separator: " ").map(String.init)
    let names = words.prefix { $0.hasPrefix("-") }
    let head = names + words.dropFirst(names.count).prefix(1)
    return (head.joined(separator: " "), words.dropFirst(head.count).joined(separator: " "))
  }
}
