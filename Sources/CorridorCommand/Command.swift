import Corridor

/// One command: it reads its words, does its work and returns a report; only `main` prints.
protocol Command: SendableMetatype {
  static var name: String { get }
  static var summary: String { get }
  /// The help text, up to the options that every command has; it ends with an example.
  static var usage: String { get }

  init(_ arguments: inout Arguments) throws
  func run() throws -> Report
}

/// A command whose result may be larger than memory: it writes text piece by piece.
protocol StreamingCommand: Command, Sendable {
  /// Writes the result, and returns what is to be said of it.
  func run(_ write: @escaping @Sendable (String) -> Bool) throws -> [String]
}

extension StreamingCommand {
  func run() throws -> Report { preconditionFailure("a streaming command has no report") }
}

/// A command that can write many reports into a folder, with a page that leads to them.
protocol BatchCommand: Command {
  /// Whether the words ask for many.
  var isBatch: Bool { get }
  /// The reports and the page that lists them.
  func batch() throws -> ReportBatch
}

/// What the program found to do, ready to be printed.
struct Outcome {
  /// The result as bytes, which are text but for workbooks.
  var bytes: [UInt8] = []
  /// Writes the text piece by piece instead, and returns remarks.
  var stream: (@Sendable (@escaping @Sendable (String) -> Bool) throws -> [String])?
  /// The file to write instead of standard output.
  var path: String?
  /// Files to write beside each other, by path.
  var files: [(path: String, bytes: [UInt8])] = []
  /// Writes files of its own, and returns remarks.
  var writeAll: (@Sendable () throws -> [String])?
  /// What is said on standard error: remarks, or the problem.
  var remarks: [String] = []
  var problem: String?
  var status: Int32 = 0
}

extension Outcome {
  init(text: String) { self.init(bytes: Array(text.utf8)) }

  var text: String {
    get { String(decoding: bytes, as: UTF8.self) }
    set { bytes = Array(newValue.utf8) }
  }

  /// Writes the result to its file or to standard output; returns what is to be said of it.
  func write() throws -> [String] {
    func work(_ write: @escaping @Sendable ([UInt8]) -> Bool) throws -> [String] {
      guard let stream else {
        // In pieces, as a second copy of a long result would double its memory.
        var rest = bytes[...]
        while !rest.isEmpty, write(Array(rest.prefix(1 << 16))) { rest = rest.dropFirst(1 << 16) }
        return []
      }
      return try stream { write(Array($0.utf8)) }
    }
    if let writeAll { return try writeAll() }
    if let path, !files.isEmpty { try OutputFile.makeFolder(path) }
    for file in files { try OutputFile.write(file.bytes, to: file.path) }
    guard files.isEmpty else { return [] }
    guard let path else { return try OutputFile.writeToStandardOutput(work) }
    return try OutputFile.write(to: path, work)
  }
}

enum Program {
  static let version = "0.1.0"

  static let commands: [any Command.Type] = [
    GrowthCommand.self, ForecastCommand.self, BacktestCommand.self, CompareCommand.self,
    RegressCommand.self, ScenarioCommand.self, ReportCommand.self, SourcesCommand.self,
    RevisionsCommand.self, MirrorCommand.self, NowcastCommand.self, TotalsCommand.self,
    CheckCommand.self, ConvertCommand.self, IndexCommand.self, CodesCommand.self,
    ListCommand.self,
  ]

  /// Runs a command line without touching the outside world, but for the files that it names.
  static func run(_ words: [String]) -> Outcome {
    do {
      return try answer(words)
    } catch let error as UsageError {
      let help = words.first.flatMap { command($0) } == nil ? "" : " \(words[0])"
      return Outcome(
        problem: "\(error)\nTry: corridor help\(help)", status: 2)
    } catch let error as FormulaError {
      return Outcome(problem: "in the formula: \(error)", status: 2)
    } catch {
      return Outcome(problem: "\(error)", status: 1)
    }
  }

  private static func answer(_ words: [String]) throws -> Outcome {
    guard let name = words.first else { return Outcome(text: help) }
    switch name {
    case "--version": return Outcome(text: "corridor \(version)\n")
    case "--man": return Outcome(text: ManualPage.text)
    case "--completions": return Outcome(text: try completions(words.dropFirst().first))
    case "help", "--help", "-h": return Outcome(text: try help(for: Array(words.dropFirst())))
    default: break
    }
    guard let command = command(name) else {
      let names = commands.map { $0.name } + ["help"]
      throw UsageError(
        "unknown command '\(Suggestion.excerpt(name))'\(Suggestion.text(for: name, among: names))"
          + "; the commands are \(names.joined(separator: ", "))")
    }
    var arguments = Arguments(Array(words.dropFirst()))
    if arguments.flag("--help", "-h") { return Outcome(text: helpText(of: command)) }
    let output = try OutputOptions(&arguments)
    let work = try command.init(&arguments)
    try arguments.finish()
    if let work = work as? any StreamingCommand {
      guard [.text, .csv].contains(output.format), !output.isFolder else {
        throw UsageError("\(name) writes CSV, piece by piece; leave --format out")
      }
      let isQuiet = output.isQuiet
      return Outcome(
        stream: { write in
          let remarks = try work.run(write)
          return isQuiet ? [] : remarks
        }, path: output.path)
    }
    if let work = work as? any BatchCommand, work.isBatch {
      return try batch(work.batch(), output)
    }
    let report = try work.run()
    let said = (work as? any DataCommand)?.data.said.all ?? []
    var outcome = Outcome(
      path: output.path, remarks: output.isQuiet ? [] : said + report.remarks,
      status: report.hasFaults ? 1 : 0)
    if output.isFolder, let folder = output.path {
      outcome.files = try files(of: report, named: name, in: folder, output)
    } else {
      outcome.bytes = try output.render(report)
    }
    return outcome
  }

  /// Many reports, which are made and written when the program writes.
  private static func batch(_ batch: ReportBatch, _ output: OutputOptions) throws -> Outcome {
    guard let folder = output.path, output.isFolder else {
      throw UsageError("a report for each partner needs a folder: -o DIR/")
    }
    return Outcome(
      path: folder, writeAll: { try batch.write(to: folder, output) },
      remarks: output.isQuiet ? [] : batch.remarks)
  }

  /// The report in every format that can show it.
  private static func files(
    of report: Report, named name: String, in folder: String, _ output: OutputOptions
  ) throws -> [(path: String, bytes: [UInt8])] {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    return try ReportFormat.all.compactMap { format in
      do throws(ReportError) {
        let bytes = try output.render(report, as: format)
        return ("\(start)\(name).\(format.endings[0])", bytes)
      } catch .noChart {
        return nil
      }
    }
  }

  private static func command(_ name: String) -> (any Command.Type)? {
    commands.first { $0.name == name }
  }

  private static func completions(_ shell: String?) throws(UsageError) -> String {
    guard let shell, let completions = Completions(rawValue: shell) else {
      throw UsageError("--completions needs a shell: bash, zsh or fish")
    }
    return completions.text
  }

  // MARK: Help

  private static func help(for words: [String]) throws -> String {
    guard let name = words.first else { return help }
    if words.count == 1, let topic = HelpTopic(rawValue: name) { return topic.text }
    guard words.count == 1, let command = command(name) else {
      let names = commands.map { $0.name } + HelpTopic.allCases.map(\.rawValue)
      throw UsageError(
        "there is no help on '\(Suggestion.excerpt(words.joined(separator: " ")))'"
          + "\(Suggestion.text(for: name, among: names)); there is on \(names.joined(separator: ", "))"
      )
    }
    return helpText(of: command)
  }

  private static func helpText(of command: any Command.Type) -> String {
    "\(command.usage)\n\nOutput\n\(OutputOptions.usage)\n"
  }

  static var help: String {
    let topics = HelpTopic.wrapped(
      HelpTopic.allCases.map(\.rawValue).joined(separator: ", "), indent: 12)
    let list = commands.map { command in
      "  \(command.name)\(String(repeating: " ", count: 10 - command.name.count))\(command.summary)"
    }
    return """
      corridor \(version) - statistics and forecasts for trade between two countries

      Usage: corridor COMMAND [DATA] [options]

        corridor report                           all of Kazakhstan-Viet Nam
        corridor growth kz-vn --from 2013         turnover, change, growth
        corridor forecast trade.csv --horizon 3   next years, with intervals
        corridor compare vnm-exports --from 2010  what drove the change

      Commands
      \(list.joined(separator: "\n"))
        help      of a command, or of
      \(topics)

      DATA is a built-in set (corridor list), a CSV file, or - for standard input;
      without it kz-vn: turnover of Kazakhstan with Viet Nam as the Kazakh side
      published it.
      Exit status: 0 done, 1 the data cannot be used, 2 the command line cannot.

      """
  }
}
