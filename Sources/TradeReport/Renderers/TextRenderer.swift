import TradeTables

/// Shows a report as plain text of a fixed width.
public struct TextRenderer: Sendable {
  /// The width and the characters to print with.
  public let style: TextStyle

  /// A renderer for plain text of 80 columns, unless told otherwise.
  public init(_ style: TextStyle = TextStyle()) { self.style = style }

  /// The whole report, with a blank line between blocks and a line feed at the end.
  public func render(_ report: Report) -> String {
    var parts: [[String]] = [[style.bold(report.title.printable)]]
    for section in report.sections {
      var blocks = section.blocks.map { lines($0, report.language) }.filter { !$0.isEmpty }
      if !section.heading.isEmpty {
        let rule = String(repeating: style.ascii ? "=" : "━", count: section.heading.count)
        blocks.insert([style.bold(section.heading.printable), rule], at: 0)
      }
      // A heading stands on its first block, and a section apart from the one before.
      if !section.heading.isEmpty, blocks.count > 1 { blocks[0...1] = [blocks[0] + blocks[1]] }
      if !section.heading.isEmpty { parts.append([]) }
      parts += blocks
    }
    return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
      .replacingTripleBreaks + "\n"
  }

  private func lines(_ block: Report.Block, _ language: Language) -> [String] {
    switch block {
    case .text(let text):
      return style.wrapped(text, indent: "")
    case .notes(let notes):
      return notes.flatMap { style.wrapped($0, indent: "  ") }
    case .table(_, let table):
      let text = TextTable(table: table, style: style, language: language)
      return text.lines + text.legend
    case .sparkline(let values, let label):
      // What does not fit is the oldest.
      let room = max(style.width - label.count - 2, 1)
      return ["\(Sparkline.text(Array(values.suffix(room)), ascii: style.ascii))  \(label)"]
    case .chart(let chart) where chart.isIllustration && !style.drawsIllustrations: return []
    case .chart(let chart):
      return (chart.title.isEmpty ? [] : [chart.title.printable])
        + TerminalChart.lines(of: chart, style: style, language: language)
    case .keyFigures(let figures):
      let numbers = figures.map { $0.text(language.numbers) }
      let width = numbers.map(\.count).max() ?? 0
      return zip(numbers, figures).map { number, figure in
        String(repeating: " ", count: width - number.count) + "\(number)  \(figure.label)".printable
      }
    }
  }
}

extension TextStyle {
  /// Breaks lines between words; a word longer than a line stands alone, uncut.
  func wrapped(_ text: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    // No line ends inside a number.
    for word in text.printable.split(whereSeparator: { $0.isWhitespace && $0 != "\u{A0}" }) {
      let start = lines.isEmpty ? "" : indent
      if line.isEmpty {
        line = start + word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = indent + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

extension String {
  /// Without control characters and marks that turn the direction of writing: a name in a file may
  /// hold what would move a terminal's cursor or show words in another order.
  var printable: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
    return String(map { $0.unicodeScalars.contains(where: \.isUnprintable) ? " " : $0 })
  }

  /// Two blank lines at the most.
  fileprivate var replacingTripleBreaks: String {
    var text = ""
    var breaks = 0
    for character in self {
      breaks = character == "\n" ? breaks + 1 : 0
      if breaks <= 3 { text.append(character) }
    }
    return text
  }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    switch value {
    case 0x20..<0x7F: false
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: properties.generalCategory == .control
    }
  }
}

extension Report {
  /// The report as text of 80 columns.
  public var text: String { TextRenderer().render(self) }
}

extension ReportFormat {
  /// For reading on a terminal and in letters.
  public static let text = ReportFormat(
    name: "text", endings: ["txt"], summary: "for reading, 80 columns unless on a wider terminal"
  ) { report, options throws(ReportError) in
    Array(TextRenderer(options.text).render(report).utf8)
  }
}
