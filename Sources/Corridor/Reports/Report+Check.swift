import TradeFlows
import TradeReport
import TradeTables

extension Report {
  /// The faults of files: prose for readers, and the table for programs.
  public static func check(_ check: FlowCheck, title: String) -> Report {
    let rows = NumberText.fixed(Double(check.rowCount), digits: 0)
    guard !check.faults.isEmpty else {
      return Report(
        title, .table("faults", check.table), .notes(["\(rows) rows, nothing found."]))
    }
    let counts = FlowCheck.Severity.allCases.compactMap { severity -> String? in
      let count = check.faults.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return Report(
      title, .table("faults", check.table),
      .notes(["\(rows) rows: \(counts.joined(separator: ", "))."]))
  }
}
