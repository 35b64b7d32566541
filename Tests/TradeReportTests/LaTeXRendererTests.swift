import Testing
import TradeReport
import TradeTables
import TradeTestSupport

@Suite struct LaTeXRendererTests {
  @Test func `a small report, whole`() {
    #expect(
      SmallReport.report.latex
        == #"""
        \documentclass[a4paper,11pt]{article}
        \usepackage[utf8]{inputenc}
        \usepackage[T1]{fontenc}
        \usepackage{textcomp}
        \usepackage{booktabs}
        \setlength{\emergencystretch}{3em}
        \begin{document}

        \section*{Turnover \& growth}

        \subsection*{Figures}

        Turnover fell ($-$10.2~\%).

        \begin{itemize}
        \item{} \textbf{\textgreater{}500.0} turnover 2018
        \end{itemize}

        \begin{table}[htbp]
        \centering
        \caption{Figures}
        \begin{tabular}{lrr}
        \toprule
        Period & USD million & 80 \% \\
        \midrule
        2018 & \textgreater{}1\,500.0 & $-$50 \% -- 25 \% \\
         & -- & -- \\
        \bottomrule
        \end{tabular}

        \smallskip\footnotesize \textgreater{} more than
        \end{table}

        \begin{itemize}
        \item{} See \texttt{https:/\allowbreak{}/\allowbreak{}example.org/\allowbreak{}a\_b?x=1\&y=2}.
        \end{itemize}

        2016–2018

        \end{document}

        """#.replacing("2016–2018", with: "2016--2018"))
  }

  /// Whether braces and environments close in the order in which they open, and every command is one
  /// that the renderer writes.
  private func faults(_ page: String) -> [String] {
    var faults: [String] = []
    var depth = 0
    var open: [Substring] = []
    var rest = Substring(page)
    while let character = rest.popFirst() {
      switch character {
      case "{": depth += 1
      case "}":
        depth -= 1
        if depth < 0 { faults.append("a brace closes that is not open") }
      case "\\":
        let command = rest.prefix(while: \.isLetter)
        if command.isEmpty {
          rest = rest.dropFirst()
        } else if command == "begin" || command == "end" {
          let name = rest.dropFirst(command.count + 1).prefix { $0 != "}" }
          if command == "begin" {
            open.append(name)
          } else if open.popLast() != name {
            faults.append("\(name) ends that is not open")
          }
        } else if !Self.commands.contains(String(command)) {
          faults.append("\\\(command)")
        }
      default: break
      }
    }
    if depth != 0 { faults.append("\(depth) braces are open") }
    return faults + open.map { "\($0) is open" }
  }

  private static let commands: Set<String> = [
    "documentclass", "usepackage", "setlength", "emergencystretch", "section", "subsection",
    "textbf", "texttt", "item", "centering", "footnotesize", "smallskip", "caption", "toprule",
    "midrule", "bottomrule", "linewidth", "allowbreak", "textbackslash", "textasciicircum",
    "textasciitilde", "textless", "textgreater", "textbar", "textquotedbl", "textquotesingle",
    "textasciigrave",
  ]

  @Test func `the sample has balanced braces and environments, and a table for every chart`() {
    let page = SampleReport.report.latex
    #expect(faults(page) == [])
    #expect(page.split(separator: "\\begin{table}").count - 1 == 9)
  }

  @Test(arguments: HostileText.all) func `no text is a command`(text: String) {
    let page = HostileText.report(text).latex
    #expect(faults(page) == [])
    // A percent sign alone would hide the rest of its line, braces with it.
    #expect(!page.replacing("\\%", with: "").contains("%"))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `a row that begins with a star or a bracket is no part of the row before`() {
    let table = Table(.text("a", ["*", "[1]", "x [2]"]))
    let page = Report("", .table("t", table)).latex
    #expect(page.contains("{*} \\\\\n{[1]} \\\\\nx [2] \\\\\n"))
  }

  @Test func `empty reports and blocks are documents, too`() {
    #expect(Report("", []).latex.hasSuffix("\\begin{document}\n\n\\end{document}\n"))
    #expect(Report("", .notes(["a"])).latex.contains("\\item{} a\n"))
    #expect(faults(HostileText.hollow.latex) == [])
  }

  @Test func `the document compiles where there is a TeX`() throws {
    guard let tex = Program("pdflatex", "lualatex") else {
      print("neither pdflatex nor lualatex is here: the document is not compiled")
      return
    }
    try withTemporaryFolder { folder in
      let path = try folder.file("report.tex", SampleReport.report.latex)
      let options = ["-interaction=nonstopmode", "-halt-on-error"]
      let run = try tex.run(
        options + ["-output-directory", folder.url.path, path], folder: folder.url)
      #expect(run.2 == 0, "\(run.output)")
    }
  }
}
