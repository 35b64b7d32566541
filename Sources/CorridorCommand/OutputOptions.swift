import Corridor
import Glibc

/// Where a result goes and how it looks.
struct OutputOptions: Equatable {
  enum Format: String, CaseIterable {
    case text
    case csv
  }

  let format: Format
  /// The file to write; `nil` is standard output.
  let path: String?
  let isQuiet: Bool
  private let ascii: Bool
  private let colour: String

  static let usage = """
      --format text|csv     how to print; by the ending of -o where it is known
      -o, --output FILE     write a file, whole or not at all
      --ascii               no characters beyond ASCII in text
      --color WHEN          auto, always or never
      -q, --quiet           no remarks on standard error
    """

  init(_ arguments: inout Arguments) throws(UsageError) {
    path = try arguments.option("--output", "-o")
    let ending = path?.split(separator: ".").last.map(String.init)
    let fromEnding = Format(rawValue: ending == "txt" ? "text" : ending ?? "")
    format = try arguments.choice(
      "--format", "format", among: Format.allCases.map { ($0.rawValue, $0) },
      default: fromEnding ?? .text)
    ascii = arguments.flag("--ascii")
    colour = try arguments.choice(
      "--color", "value of --color", among: ["auto", "always", "never"].map { ($0, $0) },
      default: "auto")
    isQuiet = arguments.flag("--quiet", "-q")
  }

  func render(_ report: Report) -> String {
    switch format {
    case .csv: return report.csv
    case .text:
      // Prose and cells first, as longer words move line breaks; then what the renderer drew.
      let report = ascii ? report.rewritten { Self.plain($0, ascii: true) } : report
      return Self.plain(TextRenderer(style).render(report), ascii: ascii)
    }
  }

  private var style: TextStyle {
    let isTerminal = path == nil && isatty(STDOUT_FILENO) == 1
    let isDumb = variable("TERM") == "dumb" || !(variable("NO_COLOR") ?? "").isEmpty
    let isColoured = colour == "always" || (colour == "auto" && isTerminal && !isDumb)
    return TextStyle(
      width: isTerminal ? Self.terminalWidth : 80, ascii: ascii, isColoured: isColoured)
  }

  private static var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(Int(size.ws_col), 100)
  }

  private func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Prose has dashes and signs of its own; in ASCII they become their nearest likeness.
  private static func plain(_ text: String, ascii: Bool) -> String {
    guard ascii else { return text }
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "–", "−": plain += "-"
      case "²": plain += "^2"
      case "…": plain += "..."
      case "ü": plain += "u"
      case "Σ": plain += "sum"
      case "Δ": plain += "d"
      case "√": plain += "sqrt"
      case "½": plain += "1/2"
      case "φ": plain += "phi"
      case "·", "×": plain += "*"
      case "₀": plain += "0"
      case "₁": plain += "1"
      case "ₓ": plain += "x"
      case "ₘ": plain += "m"
      case "′": plain += "'"
      case "\u{303}": plain += "~"
      case "š": plain += "s"
      case "á": plain += "a"
      case "≥": plain += ">="
      case _ where scalar.isASCII: plain.unicodeScalars.append(scalar)
      default: plain += "?"
      }
    }
    return plain
  }
}
