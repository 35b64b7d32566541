import Corridor

/// Many reports into one folder, side by side, and a page that leads to them.
struct ReportBatch: Sendable {
  /// What one report is made of.
  struct Item: Sendable {
    /// What its file is called.
    let name: String
    /// What the index calls it.
    let title: String
    let data: BilateralData
  }

  let title: String
  let items: [Item]
  let remarks: [String]
  let make: @Sendable (Item) throws -> Report

  init(
    title: String, items: [Item], remarks: [String],
    make: @escaping @Sendable (Item) throws -> Report
  ) {
    self.title = title
    self.items = items
    self.remarks = remarks
    self.make = make
  }

  /// Writes every report and the index; returns what is to be said of those that could not be made.
  func write(to folder: String, _ output: OutputOptions) throws -> [String] {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    // A page for the web, unless another format is named.
    let format = output.isFormatGiven ? output.format : .html
    let ending = format.endings.first ?? format.name
    try OutputFile.makeFolder(String(start.dropLast()))
    let progress = Progress("reports", of: items.count)
    let failures = concurrentMap(items.count, workers: Processors.count) { index -> (any Error)? in
      defer { progress.advance() }
      do {
        let report = try make(items[index])
        let bytes = try output.render(report, as: format)
        try OutputFile.write(bytes, to: "\(start)\(items[index].name).\(ending)")
        return nil
      } catch {
        return error
      }
    }
    progress.finish()
    let written = items.indices.filter { failures[$0] == nil }
    try OutputFile.write(
      output.render(index(of: written, ending: ending), as: format), to: "\(start)index.\(ending)")
    return items.indices.compactMap { index in
      failures[index].map { "\(items[index].title): \($0)" }
    }
  }

  /// The partners by their latest figure, with growth, share and the file of the report.
  private func index(of written: [Int], ending: String) -> Report {
    let rows = written.map { items[$0] }.map { item in
      (item: item, latest: item.data.series[item.data.series.end])
    }.sorted { ($0.latest?.value ?? 0, $1.item.name) > ($1.latest?.value ?? 0, $0.item.name) }
    let end = rows.map { $0.item.data.series.end }.max()
    let total = rows.filter { $0.item.data.series.end == end }
      .compactMap { $0.latest?.value }.reduce(0, +)
    let growth = rows.map { row in (try? row.item.data.series.growth())?.steps.last?.rate }
    let unit = rows.first?.item.data.series.unit.description ?? ""
    let table = Table(
      .text("partner", rows.map(\.item.title), heading: "Partner"),
      .text("period", rows.map { "\($0.item.data.series.end)" }, heading: "Period"),
      .number(
        "value", rows.map { $0.latest?.value }, heading: unit.isEmpty ? "Value" : unit,
        style: .decimal(1), mark: "qualifier"),
      .qualifiers("qualifier", rows.map { $0.latest?.qualifier }),
      .number(
        "growth", growth.map { $0?.value }, heading: "Growth", style: .signedPercent(1),
        mark: "growth_qualifier"),
      .qualifiers("growth_qualifier", growth.map { $0?.qualifier }),
      .number(
        "share",
        rows.map { row in
          row.item.data.series.end == end && total > 0 ? row.latest?.value.map { $0 / total } : nil
        }, heading: "Share", style: .percent(1)),
      .text("file", rows.map { "\($0.item.name).\(ending)" }, heading: "Report"))
    return Report(
      title,
      .text("\(rows.count) partners, by \(rows.first?.item.data.flow.rawValue ?? "value")."),
      .table("partners", table))
  }
}
