import TradeSeries
import TradeTables

extension Table {
  /// The rows whose column `published` names a day up to the date; every row without a date.
  ///
  /// Rows without a day of publication are left out, as those of a ledger are, and so are all rows of
  /// a table that has no such column.
  public func asOf(_ date: PublicationDate?) -> Table {
    guard let date else { return self }
    guard let days = try? texts("published") else { return filtered { _ in false } }
    return filtered { row in
      days[row].flatMap { PublicationDate($0.trimmed) }?.isWithin(date) ?? false
    }
  }
}
