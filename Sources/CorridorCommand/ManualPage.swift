import Corridor

/// The manual page in roff, written from the help of the program and its commands.
///
///     corridor --man > corridor.1; man ./corridor.1
enum ManualPage {
  static var text: String {
    let commands = Program.commands.map { command in
      ".SS \(command.name)\n\(verbatim(command.usage))"
    }
    let topics = HelpTopic.allCases.map { topic in
      ".SS \(topic.rawValue)\n\(verbatim(topic.text))"
    }
    return """
      .TH CORRIDOR 1 "" "corridor \(Program.version)" "User Commands"
      .SH NAME
      corridor \\- statistics and forecasts for trade between two countries
      .SH SYNOPSIS
      .B corridor
      .I COMMAND
      [\\fIDATA\\fR] [\\fIoptions\\fR]
      .SH DESCRIPTION
      \(verbatim(Program.help))
      .SH OUTPUT
      \(verbatim(OutputOptions.usage))
      .SH COMMANDS
      \(commands.joined(separator: "\n"))
      .SH TOPICS
      \(topics.joined(separator: "\n"))

      """
  }

  /// Lines as they stand: no word of a help text is a request of roff.
  private static func verbatim(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        .replacing("'", with: "\\(aq")
      return escaped.hasPrefix(".") ? "\\&\(escaped)" : String(escaped)
    }
    return ".nf\n\(lines.joined(separator: "\n"))\n.fi"
  }
}
