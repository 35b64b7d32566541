/// The tables of a page; one inside another stands for itself.
struct HTMLTables {
  struct Table {
    fileprivate(set) var rows: [[[UInt8]]] = []
    /// How many more rows a cell above reaches into, for each column.
    fileprivate var reach: [Int] = []
    fileprivate var isInCell = false
    fileprivate var span = (columns: 1, rows: 1)

    var width: Int { rows.lazy.map(\.count).max() ?? 0 }
    var size: Int { rows.reduce(0) { $0 + $1.count } }
  }

  /// The most columns and rows that a cell may say it has, as in browsers.
  private static let spanLimit = 1000
  /// The most cells of all tables together, with those that cells reach over.
  private static let cellLimit = 1 << 24

  private var finished: [Table] = []
  private var open: [Table] = []
  private var cells = 0

  /// The tables of a page; `nil` where they would have more cells than any could show.
  static func read(_ page: [UInt8]) -> [Table]? {
    var tables = HTMLTables()
    var scanner = HTMLScanner(page)
    while let piece = scanner.next() {
      tables.take(piece)
      guard tables.cells < cellLimit else { return nil }
    }
    return tables.finished + tables.open
  }

  private mutating func take(_ piece: HTMLScanner.Piece) {
    let last = open.count - 1
    switch piece {
    case .start("table", _): open.append(Table())
    case _ where open.isEmpty: return
    case .end("table"): finished.append(open.removeLast())
    case .start("tr", _): open[last].startRow()
    case .start("td", let numbers), .start("th", let numbers):
      let columns = Self.span(numbers["colspan"])
      cells += columns
      open[last].startCell(columns: columns, rows: Self.span(numbers["rowspan"]))
    case .end("td"), .end("th"), .end("tr"): open[last].isInCell = false
    case .start("br", _), .start("p", _), .start("div", _): open[last].add([0x20])
    case .text(let text): open[last].add(text)
    default: return
    }
  }

  private static func span(_ number: Int?) -> Int { min(max(number ?? 1, 1), spanLimit) }
}

extension HTMLTables.Table {
  fileprivate mutating func startRow() {
    // The row that ends may have been too short for cells above to reach into it.
    for column in reach.indices.dropFirst(rows.last?.count ?? 0) {
      reach[column] = max(reach[column] - 1, 0)
    }
    rows.append([])
    isInCell = false
    reachDown()
  }

  /// Leaves the columns empty that cells above reach into.
  private mutating func reachDown() {
    while let row = rows.indices.last, rows[row].count < reach.count, reach[rows[row].count] > 0 {
      reach[rows[row].count] -= 1
      rows[row].append([])
    }
  }

  fileprivate mutating func startCell(columns: Int, rows height: Int) {
    if rows.isEmpty { rows.append([]) }
    let row = rows.count - 1
    reachDown()
    for column in rows[row].count..<rows[row].count + columns {
      rows[row].append([])
      if column >= reach.count { reach.append(0) }
      reach[column] = height - 1
    }
    span = (columns, height)
    isInCell = true
  }

  /// Adds text to the cell, in which blanks on end are one.
  fileprivate mutating func add(_ text: [UInt8]) {
    guard isInCell, let row = rows.indices.last else { return }
    let cell = rows[row].count - span.columns
    for byte in text {
      if !HTMLScanner.isBlank(byte) {
        rows[row][cell].append(byte)
      } else if let last = rows[row][cell].last, last != 0x20 {
        rows[row][cell].append(0x20)
      }
    }
  }
}
