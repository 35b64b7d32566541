import TradeNumerics
import TradeTables

/// Columns that explain a series, known for its past and for its future.
///
/// Row 0 belongs to the first period of the history, gaps have a row too, and the rows after the
/// last value are those of the future. A method that sees only the start of a series, as in a
/// backtest, takes the rows that follow as the future.
public struct Regressors: Sendable, Equatable {
  /// One for each column.
  public let names: [String]
  /// One number a period, past and then future, for each name.
  public let columns: [[Double]]
  /// The periods that every column has.
  public let rows: Int

  /// Named columns of equal length, every number finite and no column constant.
  public init(_ columns: [(name: String, values: [Double])]) throws(RegressorError) {
    guard let first = columns.first, !first.values.isEmpty else { throw .noColumn }
    for (name, values) in columns {
      guard values.count == first.values.count else {
        throw .unequal(name, rows: values.count, expected: first.values.count)
      }
      if let row = values.firstIndex(where: { !$0.isFinite || abs($0) > 1e150 }) {
        throw .notANumber(name, row: row + 1)
      }
    }
    for (index, column) in columns.enumerated() {
      guard !columns[..<index].contains(where: { $0.name == column.name }) else {
        throw .repeated(column.name)
      }
    }
    names = columns.map(\.name)
    self.columns = columns.map(\.values)
    rows = first.values.count
  }

  /// A row for each period of the history, then a row for each of the future, a column a name.
  public init(names: [String], past: Matrix, future: Matrix) throws(RegressorError) {
    guard past.columns == names.count else {
      throw .columns(past.columns, names: names.count)
    }
    guard future.columns == names.count else {
      throw .columns(future.columns, names: names.count)
    }
    try self.init(
      names.indices.map { column in
        (
          names[column],
          (0..<past.rows).map { past[$0, column] } + (0..<future.rows).map { future[$0, column] }
        )
      })
  }

  /// The columns without their first rows.
  func dropping(_ count: Int) -> Regressors {
    count == 0 ? self : Regressors(names, columns.map { Array($0.dropFirst(count)) })
  }

  private init(_ names: [String], _ columns: [[Double]]) {
    self.names = names
    self.columns = columns
    rows = columns.first?.count ?? 0
  }

  /// Makes sure that the columns can be told apart, and from a constant, in the rows with a value.
  func check(_ values: [Double?], constant: Bool) throws(RegressorError) {
    guard rows >= values.count else { throw .tooFewRows(rows, needed: values.count) }
    let places = values.indices.filter { values[$0] != nil }
    var known: [[Double]] = constant ? [[Double](repeating: 1, count: places.count)] : []
    for (name, column) in zip(names, columns) {
      let here = places.map { column[$0] }
      if let first = here.first, here.allSatisfy({ $0 == first }) { throw .constant(name) }
      known.append(here)
      let sizes = known.map { $0.reduce(0) { max($0, abs($1)) } }
      guard known.count <= places.count, Orthonormal(known, sizes: sizes) != nil else {
        throw .collinear(name)
      }
    }
  }
}

/// Why columns cannot explain a series.
public enum RegressorError: Error, Equatable, Sendable {
  /// There is no column, or it has no row.
  case noColumn
  /// A matrix has not one column for each name.
  case columns(Int, names: Int)
  /// A column is longer or shorter than the first.
  case unequal(String, rows: Int, expected: Int)
  /// A name stands for two columns.
  case repeated(String)
  /// A row, counted from 1, holds no finite number.
  case notANumber(String, row: Int)
  /// There are fewer rows than the history and the forecast have periods.
  case tooFewRows(Int, needed: Int)
  /// A column does not change where the series has values.
  case constant(String)
  /// A column is a combination of the constant and the columns before it.
  case collinear(String)
  /// A column has no number for a period of the history or of the forecast.
  case missing(String, period: String, from: String, until: String, file: String?)
  /// No event falls into the history.
  case noEvent(from: String, until: String)
}

extension RegressorError {
  /// A few words for a cell of a table.
  var brief: String {
    switch self {
    case .missing(let name, let period, _, _, _): "no \(name) for \(period)"
    case .constant(let name): "\(name) does not change"
    case .collinear(let name): "\(name) follows from the others"
    default: description
    }
  }
}

extension RegressorError: CustomStringConvertible {
  /// One sentence: what is wrong, where, and what would help.
  public var description: String {
    switch self {
    case .noColumn: "there is no regressor; give at least one column with a row for each period"
    case .columns(let columns, let names):
      "a matrix of regressors has \(columns) columns for \(names) names"
    case .unequal(let name, let rows, let expected):
      "regressor '\(name)' has \(rows) rows and the first one \(expected)"
    case .repeated(let name): "two regressors are named '\(name)'"
    case .notANumber(let name, let row): "regressor '\(name)' has no usable number in row \(row)"
    case .tooFewRows(let rows, let needed):
      "the regressors have \(rows) rows and the history with its forecast needs \(needed)"
    case .constant(let name):
      "regressor '\(name)' does not change while the series has values; leave it out"
    case .collinear(let name):
      "regressor '\(name)' is a combination of the constant and the regressors before it; "
        + "leave one of them out"
    case .missing(let name, let period, let from, let until, let file):
      (file.map { "\($0): " } ?? "") + "column '\(name)' has no number for \(period); a regressor "
        + "needs one for every period from \(from) to \(until)"
    case .noEvent(let from, let until):
      "no event of the ledger falls between \(from) and \(until), so none can explain a change; "
        + "give a file of regressors"
    }
  }
}
