import Corridor

/// The rows that `--predict` asks for: those of a file, or `name=value,value` for one column.
struct NewRows {
  let table: Table
  private let encoding: FrameEncoding
  /// The columns that tell which row is which, and then those that the formula reads.
  private let columns: [String]

  init(_ text: String, _ encoding: FrameEncoding, _ lags: PanelOption) throws {
    self.encoding = encoding
    let table = try lags.table(
      Self.shortForm(text, encoding.columns) ?? Self.file(text, encoding.columns))
    self.table = table
    columns = (lags.columns + encoding.columns).filter { table.firstColumn($0) != nil }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    let taken = ["fit", "se", "mean_lower", "mean_upper", "lower", "upper"]
    if let name = columns.first(where: taken.contains) {
      throw UsageError(
        "the column '\(name)' has the name of a column of the predictions; rename it")
    }
  }

  /// The predictions beside the columns that they depend on.
  func report(_ predictions: Predictions, title: String) throws -> Report {
    try .predictions(
      predictions, of: table, columns: columns, title: title, response: encoding.formula.response)
  }

  /// `year=2018,2019`: a row for each value; `nil` where the text is no such thing.
  private static func shortForm(_ text: String, _ columns: [String]) throws -> Table? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard parts.count == 2, columns.contains(parts[0]) else { return nil }
    let values = parts[1].split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard !values.contains("") else {
      throw UsageError("--predict has an empty value in '\(Suggestion.excerpt(text))'")
    }
    guard columns.count == 1 else {
      throw UsageError(
        "--predict \(parts[0])=… gives one column, and the formula needs "
          + "\(columns.joined(separator: ", ")); write the rows to a CSV file")
    }
    return Table(.text(parts[0], values))
  }

  private static func file(_ name: String, _ columns: [String]) throws -> Table {
    do throws(TableError) {
      return try CSVReader.read(name)
    } catch {
      guard case .cannotRead = error, let column = name.split(separator: "=").first,
        name.contains("=")
      else { throw error }
      // No file of that name: it was meant as values of a column.
      throw UsageError(
        "--predict is a file or values of one column of the formula's right side, not "
          + "'\(Suggestion.excerpt(name))'\(Suggestion.text(for: String(column), among: columns)); "
          + (columns.isEmpty
            ? "there are no columns" : "the columns are \(columns.joined(separator: ", "))"))
    }
  }
}
