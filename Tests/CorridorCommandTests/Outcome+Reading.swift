import TradeTables

@testable import CorridorCommand

/// Runs a command line; the program prints nothing and writes no file.
func corridor(_ words: String...) -> Outcome { Program.run(words).collected }

extension Outcome {
  /// What a command writes piece by piece as its text.
  var collected: Outcome {
    guard let stream else { return self }
    var outcome = self
    outcome.stream = nil
    let pieces = Pieces()
    do {
      outcome.remarks += try stream { pieces.add($0) }
      outcome.text = pieces.text
    } catch {
      (outcome.problem, outcome.status) = ("\(error)", 1)
    }
    return outcome
  }

  private final class Pieces: @unchecked Sendable {
    private(set) var text = ""

    func add(_ piece: String) -> Bool {
      text += piece
      return true
    }
  }

  /// What a command prints as text of 80 columns, whatever the tests themselves run on.
  static func text(_ words: String...) -> Outcome { Program.run(words + ["-o", "result.txt"]) }

  /// What a command prints as CSV.
  static func csv(_ words: String...) -> Outcome { Program.run(words + ["--format", "csv"]) }

  /// The CSV in `text`, read back.
  var table: Table {
    get throws(TableError) { try CSVReader(file: "result.csv").read(Array(text.utf8)) }
  }

  func numbers(_ column: String) throws -> [Double?] { try table.numbers(column) }

  func texts(_ column: String) throws -> [String?] { try table.texts(column) }

  /// The first line of `text`.
  var header: String { text.prefix { $0 != "\n" }.description }

  /// Whether everything that the words of a command line promise holds of this outcome: a status, a
  /// result or a problem and never both, and no number that is none.
  var isSound: Bool {
    if stream != nil { return collected.isSound }
    // A check that finds faults has a result and a status that says so.
    if status == 1, problem == nil { return !text.isEmpty && !text.hasNoNumber }
    guard status != 0 else { return problem == nil && !text.isEmpty && !text.hasNoNumber }
    return (1...2).contains(status) && text.isEmpty && !(problem ?? "").isEmpty
  }
}

extension String {
  /// Whether the text shows a number that is none: "nan", "-inf".
  var hasNoNumber: Bool {
    lowercased().split { !$0.isLetter }.contains { ["nan", "inf", "infinity"].contains($0) }
  }

  var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
