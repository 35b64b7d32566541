import TradeSeries
import TradeTables

/// Decides between readings of a yearbook's rows by what must hold of them in every year.
///
///     total trade = exports + imports
///
/// Each figure was rounded by itself, so that the last digit may differ by one. Where one reading
/// of the three rows satisfies it and no other does, it is the right one.
struct YearbookTrade {
  /// A row and every way to read it.
  struct Row {
    let label: String
    let line: Int
    var readings: [[String]]
  }

  private(set) var rows: [Row]
  private(set) var remarks: [String] = []

  /// So many readings of the three rows together are tried.
  private static let limit = 1_000_000

  init(_ rows: [Row]) {
    self.rows = rows
    let places = [Flow.turnover, .export, .import].map { flow in
      rows.firstIndex { FlowName($0.label)?.flow == flow }
    }
    guard let total = places[0], let exports = places[1], let imports = places[2] else { return }
    let open = [total, exports, imports].filter { rows[$0].readings.count > 1 }
    let tries = [total, exports, imports].reduce(1) { $0 * rows[$1].readings.count }
    guard !open.isEmpty, tries <= Self.limit else { return }
    var found: [[[String]]] = []
    for total in rows[total].readings {
      for exports in rows[exports].readings {
        for imports in rows[imports].readings where Self.addUp(total, exports, imports) {
          found.append([total, exports, imports])
        }
      }
    }
    guard found.count == 1 else { return }
    for (place, reading) in zip([total, exports, imports], found[0]) {
      self.rows[place].readings = [reading]
    }
    let lines = open.map { rows[$0].line }.sorted()
    remarks = [
      "\(lines.count == 1 ? "line" : "lines") \(lines.map(String.init).joined(separator: ", ")): "
        + "columns found by total trade = exports + imports"
    ]
  }

  private static func addUp(_ total: [String], _ exports: [String], _ imports: [String]) -> Bool {
    for (total, (first, second)) in zip(total, zip(exports, imports)) {
      guard let sum = Double(total), let first = Double(first), let second = Double(second) else {
        return false
      }
      let decimals = total.split(separator: ".").dropFirst().first?.count ?? 0
      let last = (0..<decimals).reduce(1.0) { last, _ in last / 10 }
      guard abs(sum - first - second) <= 1.01 * last else { return false }
    }
    return true
  }
}
