extension Report {
  /// Every published figure between two countries, or those of one year, with who published it.
  public static func sources(
    _ ledger: Ledger, selection: Ledger.Selection, reporter: String, partner: String,
    year: Period?
  ) -> Report {
    let pair: Set = [reporter, partner]
    let entries = ledger.entries.filter { entry in
      Set([entry.reporter, entry.partner]) == pair
        && year.map { entry.period.year == $0.year } ?? true
    }
    let chosen = selection.choices.flatMap(\.entries)
    var blocks: [Block] = [.table("sources", entries.table(chosen: chosen))]
    if let year {
      blocks.append(.notes(spreadNotes(ledger, selection, reporter, partner, year)))
      blocks.append(.notes(entries.enumerated().map { "[\($0 + 1)] \($1.citation)" }))
    }
    let name = "\(Country.name(reporter))–\(Country.name(partner))"
    return Report(
      "Published figures, \(name)\(year.map { ", \($0)" } ?? ""), \(selection.series.unit)", blocks)
  }

  /// Published figures on goods, as the rows of their file stand, and each publication once.
  public static func goodsSources(_ rows: Table, title: String) -> Report {
    Report(title, goodsBlocks(rows))
  }

  static func goodsBlocks(_ rows: Table) -> [Block] {
    func texts(_ name: String) -> [String] {
      ((try? rows.texts(name)) ?? []).map { $0 ?? "" }
    }
    let publications = zip(texts("publisher"), zip(texts("published"), texts("address"))).map {
      publisher, place in
      publisher + (place.0.isEmpty ? ", no date" : ", \(place.0)")
        + (place.1.isEmpty ? "" : ", \(place.1)")
    }
    var numbers: [String: Int] = [:]
    var order: [String] = []
    for publication in publications where numbers[publication] == nil {
      order.append(publication)
      numbers[publication] = order.count
    }
    let shown = Table(
      .text("period", texts("period"), heading: "Period"),
      .text("reporter", texts("reporter"), heading: "By"),
      .text("partner", texts("partner"), heading: "With"),
      .text("flow", texts("flow"), heading: "Flow"),
      .text("classification", texts("classification"), isHidden: true),
      .text("code", texts("code"), isHidden: true),
      .text("category", texts("category"), heading: "Goods"),
      .number(
        "value", (try? rows.numbers("value")) ?? [], heading: "Value", style: .decimal(1),
        mark: "qualifier"),
      .qualifiers("qualifier", texts("qualifier").map { Qualifier(rawValue: $0) }),
      .text("unit", texts("unit"), heading: "Unit"),
      .text("source", publications.map { "[\(numbers[$0] ?? 0)]" }, heading: ""),
      .text("publisher", texts("publisher"), isHidden: true),
      .text("published", texts("published"), isHidden: true),
      .text("title", texts("title"), isHidden: true),
      .text("address", texts("address"), isHidden: true),
      .text("note", texts("note"), isHidden: true))
    return [
      .table("sources", shown), .notes(order.enumerated().map { "[\($0 + 1)] \($1)" }),
    ]
  }

  private static func spreadNotes(
    _ ledger: Ledger, _ selection: Ledger.Selection, _ reporter: String, _ partner: String,
    _ year: Period
  ) -> [String] {
    var notes: [String] = []
    if let choice = selection.choices.first(where: { $0.period == year }) {
      let parts = choice.entries.count > 1 ? " (exports and imports added)" : ""
      let mirror = choice.isMirror ? ", as the partner published it" : ""
      notes.append(
        "The series takes \(choice.figure.shortText)\(parts)\(mirror), marked * above."
          + (choice.isDisputed
            ? " The year is disputed: publications of the same date differ." : ""))
    } else {
      notes.append("The series has a gap here: no figure of \(reporter) for the whole year.")
    }
    let spread = ledger.disagreements(between: reporter, and: partner).first { $0.period == year }
    if let spread, let ratio = spread.ratio {
      notes.append(
        "Turnover as published by either side: from \(spread.lowest.figure.shortText) "
          + "(\(spread.lowest.reporter)) to \(spread.highest.figure.shortText) "
          + "(\(spread.highest.reporter)), a ratio of \(NumberText.fixed(ratio, digits: 2)).")
    }
    return notes
  }
}

extension [Ledger.Entry] {
  /// `flow,reporter,period,value,qualifier,…`, one row a figure; files have the addresses too.
  func table(chosen: [Ledger.Entry]) -> Table {
    let marks = map { chosen.contains($0) ? "*" : "" }
    return Table(
      .text("number", indices.map { "[\($0 + 1)]" }, heading: ""),
      .text("period", map(\.period.description), heading: "Period"),
      .text("reporter", map(\.reporter), heading: "By"),
      .text("partner", map(\.partner), isHidden: true),
      .text("flow", map(\.flow.rawValue), heading: "Flow"),
      .number(
        "value", map(\.figure.value), heading: "Value", style: .decimal(1), mark: "qualifier"),
      .qualifiers("qualifier", map(\.figure.qualifier)),
      .text("unit", map(\.figure.unit.description), isHidden: true),
      .text("chosen", marks, heading: ""),
      .text("basis", map { $0.isReported ? "reported" : "reconciled" }, heading: "Basis"),
      .text("published", map { $0.published?.description ?? "" }, heading: "Published"),
      .text("publisher", map(\.publisher), isHidden: true),
      .text("short_name", map(\.publisher.shortName), heading: "Publisher"),
      .text("title", map(\.title), isHidden: true),
      .text("address", map(\.address), isHidden: true),
      .text("note", map(\.note), isHidden: true))
  }
}

extension Ledger.Entry {
  /// Publisher, title, date and address of the publication, and the remark on the figure.
  var citation: String {
    let date = published.map { ", \($0)" } ?? ", no date"
    let place = address.isEmpty ? "" : ", \(address)"
    let remark = note.isEmpty ? "" : " (\(note))"
    let toDate = isYearToDate ? " Published before the period was over: not taken." : ""
    return "\(publisher): \(title)\(date)\(place)\(remark).\(toDate)"
  }
}
