import TradeTables

/// What the columns `qualifier` and `upper` of a file say of the values in another column.
///
///     year,turnover,upper,qualifier
///     2017,542.7,,                       as it stands
///     2018,500,,moreThan                 or >
///     2019,800,1000,between              at least 800, at most 1000
///
/// A gap may be marked `confidential`, which is a gap all the same.
///
/// A value between two bounds is one that is more than the lower, whose upper bound is known too. The
/// column `upper` counts only in rows that say `between`.
public struct ValueMarks: Sendable, Equatable {
  /// One a row; exact where nothing is said.
  public let qualifiers: [Qualifier]
  /// The upper bound in each row whose value lies between two; the qualifier there is `moreThan`.
  public let uppers: [Double?]

  /// The word of the column `qualifier` for a value between two bounds.
  static let between = "between"

  /// Reads the marks of a table whose values stand in a column; all exact without a column
  /// `qualifier`.
  public init(of column: String, in table: Table) throws(SeriesError) {
    var qualifiers = [Qualifier](repeating: .exact, count: table.rowCount)
    var uppers = [Double?](repeating: nil, count: table.rowCount)
    guard table.firstColumn("qualifier") != nil else {
      (self.qualifiers, self.uppers) = (qualifiers, uppers)
      return
    }
    let texts = try Self.read { () throws(TableError) in try table.texts("qualifier") }
    var bounds: (lower: [Double?], upper: [Double?])?
    for (row, text) in texts.enumerated() {
      guard let text = text?.trimmed, !text.isEmpty, text != Qualifier.confidentialCell else {
        continue
      }
      guard text == Self.between else {
        guard let qualifier = Qualifier(cell: text) else {
          throw .unknownQualifier(text, at: table.place(row: row, column: "qualifier"))
        }
        qualifiers[row] = qualifier
        continue
      }
      let known = if let bounds { bounds } else { try Self.bounds(column, table) }
      bounds = known
      qualifiers[row] = .moreThan
      guard let lower = known.lower[row] else { continue }
      guard let upper = known.upper[row] else {
        throw .table(.missingValue(at: table.place(row: row, column: "upper")))
      }
      guard lower <= upper else {
        throw .reversedBounds(lower, upper, at: table.place(row: row, column: "upper"))
      }
      uppers[row] = upper
    }
    (self.qualifiers, self.uppers) = (qualifiers, uppers)
  }

  private static func bounds(
    _ column: String, _ table: Table
  ) throws(SeriesError) -> (lower: [Double?], upper: [Double?]) {
    try read { () throws(TableError) in (try table.numbers(column), try table.numbers("upper")) }
  }

  private static func read<Values>(
    _ body: () throws(TableError) -> Values
  ) throws(SeriesError) -> Values {
    do throws(TableError) { return try body() } catch { throw .table(error) }
  }
}
