import TradeTables

/// A format that reports can be written in.
///
/// A new format is one file, with its renderer and its value of this type, and one line in `all`.
public struct ReportFormat: Sendable {
  /// What `--format` calls it.
  public let name: String
  /// The endings of files that are written so, without the point.
  public let endings: [String]
  /// What the format is for, in a line of help.
  public let summary: String
  /// The whole document as bytes.
  public let render: @Sendable (Report, Options) throws(ReportError) -> [UInt8]

  /// What a renderer may be told; most need none of it.
  public struct Options: Sendable {
    /// Width and characters of plain text.
    public var text = TextStyle()
    /// Whether cells that a spreadsheet would run as formulas get a mark before them.
    public var protectsFormulas = false

    /// The options as they are where nothing is said.
    public init() {}
  }

  /// Every format, in the order of the help.
  public static let all: [ReportFormat] = [
    .text, .csv, .json, .jsonl, .markdown, .latex, .html, .svg, .excel,
  ]

  /// The format of that name or with that ending of a file.
  public static func named(_ name: String) -> ReportFormat? {
    all.first { $0.name == name } ?? all.first { $0.endings.contains(name) }
  }
}

/// Why a report could not be written in a format.
public enum ReportError: Error, Equatable, CustomStringConvertible {
  /// The format shows charts only, and the report has none.
  case noChart(format: String)
  /// The workbook could not be made.
  case workbook(String)

  /// What is wrong and what would help.
  public var description: String {
    switch self {
    case .noChart(let format): "there is no chart to write as \(format); take --format text or csv"
    case .workbook(let reason): "the workbook could not be written: \(reason)"
    }
  }
}

extension ReportFormat: Equatable {
  /// Formats are told apart by their names.
  public static func == (first: ReportFormat, second: ReportFormat) -> Bool {
    first.name == second.name
  }
}
