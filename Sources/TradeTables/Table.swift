/// Named columns of equal length: what every result can show itself as, and what a file holds.
public struct Table: Sendable, Equatable {
  /// The columns from left to right, all with the same number of cells.
  public let columns: [Column]
  /// Where the rows were read, for messages; `nil` for a result.
  public let origin: Origin?

  /// The file that a table was read from and the line that each row begins on.
  public struct Origin: Sendable, Equatable {
    /// The file's name as messages show it.
    public let file: String
    /// The line that each row begins on, from 1; one number a row.
    public let lines: [Int]

    /// An origin with one line number for each row of the table.
    public init(file: String, lines: [Int]) {
      self.file = file
      self.lines = lines
    }
  }

  /// A table of columns of equal length; others are a programmer's mistake and trap.
  public init(_ columns: [Column], origin: Origin? = nil) {
    precondition(
      Set(columns.map(\.count)).count <= 1,
      "columns of unequal length: \(columns.map { "\($0.name) \($0.count)" })")
    self.columns = columns
    self.origin = origin
  }

  /// A table of the columns listed, which has no origin.
  public init(_ columns: Column...) { self.init(columns) }

  /// How many rows there are; 0 without columns.
  public var rowCount: Int { columns.first?.count ?? 0 }
  /// The columns' names from left to right.
  public var names: [String] { columns.map(\.name) }

  /// The column of that name, or `nil`.
  public func firstColumn(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// The column of that name, or an error that names the ones there are.
  public func column(_ name: String) throws(TableError) -> Column {
    guard let column = firstColumn(name) else {
      throw .noSuchColumn(name, available: names, file: origin?.file)
    }
    return column
  }

  /// The file and line of a row; the row's number, from 1, where the table came from no file.
  public func place(row: Int, column: String? = nil) -> Place {
    Place(file: origin?.file, line: origin?.lines[row] ?? row + 1, column: column)
  }
}

/// A result that can show itself as one full-precision table.
public protocol TableConvertible: Sendable {
  /// All that the result holds, unrounded.
  var table: Table { get }
}

extension Table: TableConvertible {
  /// The table as it stands.
  public var table: Table { self }
}

// MARK: - Reading cells

extension Table {
  /// A column as text; a number reads as it would be written.
  public func texts(_ name: String) throws(TableError) -> [String?] {
    switch try column(name).values {
    case .text(let cells): Array(cells)
    case .number(let cells): cells.map { $0.map(NumberText.full) }
    }
  }

  /// A column as numbers.
  ///
  /// Empty cells and the usual marks for "not available" are missing values; anything else that is
  /// no finite number throws, with the file, line and column.
  public func numbers(_ name: String) throws(TableError) -> [Double?] {
    let column = try column(name)
    guard case .text(let cells) = column.values else {
      guard case .number(let numbers) = column.values else { return [] }
      return numbers
    }
    var numbers: [Double?] = []
    numbers.reserveCapacity(cells.count)
    try cells.forEachCell { (row, bytes) throws(TableError) in
      if let number = NumberText.number(bytes) {
        numbers.append(number)
      } else if NumberText.isMissing(String(decoding: bytes, as: UTF8.self)) {
        numbers.append(nil)
      } else {
        throw .notANumber(
          String(decoding: bytes, as: UTF8.self), at: place(row: row, column: name))
      }
    }
    return numbers
  }

  /// Whether every cell of the column that is not missing reads as a number, and one does.
  public func isNumeric(_ name: String) -> Bool {
    guard let numbers = try? numbers(name) else { return false }
    return numbers.contains { $0 != nil }
  }

  /// The rows where `isIncluded` holds, with their origin.
  public func filtered(_ isIncluded: (Int) -> Bool) -> Table {
    let rows = (0..<rowCount).filter(isIncluded)
    return Table(
      columns.map { $0.selecting(rows) },
      origin: origin.map { origin in
        Origin(file: origin.file, lines: rows.map { origin.lines[$0] })
      })
  }
}

extension Table {
  /// The rows of tables with the same columns, one after the other.
  public static func stacked(_ tables: [Table]) -> Table {
    guard let first = tables.first else { return Table([]) }
    return Table(
      first.columns.enumerated().map { index, column in
        let values = tables.map { $0.columns[index].values }
        return Column(
          column.name, .joined(values), heading: column.heading, style: column.style,
          mark: column.mark, upper: column.upper, isHidden: column.isHidden)
      })
  }
}

extension Column.Values {
  /// The cells of several columns of one kind, one after the other.
  fileprivate static func joined(_ parts: [Column.Values]) -> Column.Values {
    guard case .text? = parts.first else {
      return .number(
        parts.flatMap { part -> [Double?] in
          guard case .number(let cells) = part else { preconditionFailure("text among numbers") }
          return cells
        })
    }
    var all = TextCells()
    for part in parts {
      guard case .text(let cells) = part else { preconditionFailure("numbers among text") }
      all.append(contentsOf: cells)
    }
    return .text(all)
  }
}
