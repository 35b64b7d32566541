import Corridor

extension HelpTopic {
  /// The forms of files, what is found out of each and what has to be said.
  static var formatsText: String {
    let results = ReportFormat.all.map { format in
      let endings = format.endings.map { "." + $0 }.joined(separator: " ")
      return
        "  \(format.name)\(String(repeating: " ", count: 10 - format.name.count))\(format.summary) (\(endings))"
    }
    let forms = FlowFiles.forms.map { "\($0.name)\n" + wrapped($0.summary, indent: 4) }
    return """
      Files of trade flows are recognised by their header, whatever their name:

      \(forms.joined(separator: "\n"))

      Separators , ; tab and | are found from the header, the decimal comma and marks
      between thousands from the numbers; what can be read in two ways is refused:
      --decimal comma|point. A dash is refused too: --dash zero|missing.
      Text is UTF-8, UTF-16, Windows-1252 or Windows-1251; .gz, .zip, .zst, .xz, .bz2
      and .lz4 are opened as they are read, up to a stated expansion; archive.zip:NAME
      names one of several tables.

      A total takes one level only. Of a file with all commodities and their chapters
      --digits total|2|4|6 chooses, of one with the world and its countries
      --partners each|world. Rows by mode of transport, customs procedure or second
      partner are left out where their total is there. Re-exports are inside exports.
      Countries are known by ISO codes, by the numbers of Comtrade (842, 251, 699,
      757, 579, 490) and by name; unknown ones above 1 % of the value are an error.

      Several files are taken together by totals, check, convert, mirror, growth,
      forecast, compare, report and index; the same trade in two of them is refused.
      A value that is confidential is no missing one: its sum is a lower bound (>).

      Any other table: --by COLUMN,… --time COLUMN --value COLUMN.

      Results are written in these formats (--format, or the ending of -o):

      \(results.joined(separator: "\n"))

      JSON follows a schema, corridor-report/1: title, language, remarks and sections
      with their blocks; a table has columns (name, heading, type) and rows by name.
      JSON lines have a line for each row of each table, its table first.

      """
  }

  /// What marks figures may carry.
  static var qualifiersText: String {
    let rows = Qualifier.allCases.map { qualifier in
      let word = qualifier.rawValue
      return "  \(word)\(String(repeating: " ", count: 15 - word.count))\(qualifier.explanation)"
    }
    return """
      Figures carry a mark, in the column qualifier of CSV and before numbers in text:

      \(rows.joined(separator: "\n"))

      Files of trade flows say confidential there of a value that is kept back.
      A file may have them in a column qualifier, as words or as > < ~ p m; between
      two bounds: the word between and a column upper. A bound stays a bound through
      growth, sums, shares and forecasts.

      """
  }
}
