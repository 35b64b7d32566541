import Corridor
import Glibc

/// Where a result goes and how it looks.
struct OutputOptions: Equatable {
  let format: ReportFormat
  /// Whether the format was named, by a word or an ending.
  let isFormatGiven: Bool
  /// The file to write; `nil` is standard output.
  let path: String?
  let isQuiet: Bool
  private let language: Language
  private let ascii: Bool
  private let colour: String
  private let drawsIllustrations: Bool
  private let protectsFormulas: Bool

  static let usage = """
      --format NAME         \(formatNames)
                            by the ending of -o where it is known
      -o, --output FILE     write a file, whole or not at all; a folder (DIR/) takes
                            the result in every format
      --lang en|ru|vi|kk    the language of the words and of how numbers are written
      --plot                charts in text beside their tables, too
      --ascii               no characters beyond ASCII in text
      --color WHEN          auto, always or never
      --excel-safe          cells of CSV that would run as formulas get a mark
      -q, --quiet           no remarks on standard error
    """

  init(_ arguments: inout Arguments) throws(UsageError) {
    path = try arguments.option("--output", "-o")
    let name = path?.split(separator: "/").last
    let ending = name.flatMap { $0.contains(".") ? $0.split(separator: ".").last : nil }
    let fromEnding = ReportFormat.all.first { $0.endings.contains(String(ending ?? "")) }
    isFormatGiven = arguments.has("--format") || fromEnding != nil
    format = try arguments.choice(
      "--format", "format", among: ReportFormat.all.map { ($0.name, $0) },
      default: fromEnding ?? .text)
    language = try arguments.choice(
      "--lang", "language", among: Language.all.map { ($0.code, $0) }, default: .english)
    ascii = arguments.flag("--ascii")
    drawsIllustrations = arguments.flag("--plot")
    protectsFormulas = arguments.flag("--excel-safe")
    colour = try arguments.choice(
      "--color", "value of --color", among: ["auto", "always", "never"].map { ($0, $0) },
      default: "auto")
    isQuiet = arguments.flag("--quiet", "-q")
  }

  /// Every format, in lines that stand behind the option.
  private static var formatNames: String {
    let names = ReportFormat.all.map(\.name).joined(separator: ", ")
    return String(HelpTopic.wrapped(names, indent: 24).drop { $0 == " " })
      .replacing("\n", with: "\n    ")
  }

  /// The whole result as bytes in the format that was asked for.
  func render(_ report: Report) throws(ReportError) -> [UInt8] { try render(report, as: format) }

  /// The whole result in one of the formats.
  func render(_ report: Report, as format: ReportFormat) throws(ReportError) -> [UInt8] {
    var options = ReportFormat.Options()
    options.text = style
    options.protectsFormulas = protectsFormulas
    let report = report.translated(to: language)
    guard format == .text, ascii else { return try format.render(report, options) }
    // Prose and cells first, as longer words move line breaks; then what the renderer drew.
    let plain = report.rewritten { Self.plain($0, ascii: true) }
    let text = String(decoding: try format.render(plain, options), as: UTF8.self)
    return Array(Self.plain(text, ascii: true).utf8)
  }

  /// Whether the path is a folder, which takes every format.
  var isFolder: Bool {
    guard let path else { return false }
    var status = stat()
    return path.hasSuffix("/")
      || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private var style: TextStyle {
    let isTerminal = path == nil && isatty(STDOUT_FILENO) == 1
    let isDumb = variable("TERM") == "dumb" || !(variable("NO_COLOR") ?? "").isEmpty
    let isColoured = colour == "always" || (colour == "auto" && isTerminal && !isDumb)
    var style = TextStyle(
      width: isTerminal ? Self.terminalWidth : 80, ascii: ascii, isColoured: isColoured)
    style.drawsIllustrations = drawsIllustrations
    return style
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
