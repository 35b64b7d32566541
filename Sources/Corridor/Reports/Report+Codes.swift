extension Report {
  /// What a search for codes found, and what belongs to the best match where it is certain.
  public static func codes(
    _ matches: [CodeSearch.Match], context: CodeSearch.Subject?, remaining: Int, text: String
  ) -> Report {
    let around = context.map(CodeRow.around) ?? []
    let isExact = matches.first?.rank == .code
    // A code has its surroundings at once; after a name come the other names with the word.
    let shown = around.filter { isExact || $0.isMember }
    let found = matches.map { CodeRow($0.subject) }.filter { row in
      !shown.contains { $0.kind == row.kind && $0.code == row.code }
    }
    let rows = found + shown
    var blocks: [Block] = [.table("codes", CodeRow.table(rows))]
    if let context { blocks.append(.notes(CodeRow.notes(on: context))) }
    if remaining > 0 {
      let all = matches.count + remaining
      blocks.append(.notes(["\(remaining) more: --top \(all) shows them all."]))
    }
    return Report("Codes for '\(Suggestion.excerpt(text))'", [Section("", blocks)])
  }
}

/// One line of a table of codes.
private struct CodeRow {
  let kind: String
  let code: String
  let name: String
  var description: String?
  var country: Country?
  var membership: CountryGroup.Membership?

  var isMember: Bool { membership != nil }

  init(kind: String, code: String, name: String) {
    self.kind = kind
    self.code = code
    self.name = name
  }

  init(_ subject: CodeSearch.Subject) {
    switch subject {
    case .commodity(let commodity): self.init(commodity)
    case .partner(let partner): self.init(partner)
    }
  }

  init(_ commodity: Commodity) {
    let heading = commodity.ancestors.first { $0.level == .heading }
    let part = "part of \(heading?.code ?? ""): \(heading?.label ?? "")"
    self.init(
      kind: commodity.level == .national ? "national line" : "\(commodity.level)",
      code: commodity.code, name: commodity.label ?? part)
    description = commodity.description ?? heading?.description
  }

  init(_ partner: TradePartner) {
    switch partner {
    case .country(let country):
      self.init(
        kind: country.until == nil ? "country" : "former", code: country.code, name: country.name)
      description = country.remark
      self.country = country
    case .group(let group):
      self.init(kind: "group", code: group.code, name: group.name)
      description = group.remark
    case .area(let area):
      self.init(kind: "area", code: area.code, name: area.name)
      description = area.remark
    }
  }

  init(_ membership: CountryGroup.Membership, in group: CountryGroup?) {
    if let group {
      self.init(.group(group))
    } else {
      self.init(.country(membership.country))
    }
    self.membership = membership
  }

  /// What a subject belongs to, and what belongs to it.
  static func around(_ subject: CodeSearch.Subject) -> [CodeRow] {
    switch subject {
    case .commodity(let commodity):
      (commodity.ancestors.filter { $0 != .total } + commodity.parts).map { CodeRow($0) }
    case .partner(.country(let country)):
      country.memberships.map { CodeRow($0.membership, in: $0.group) }
    case .partner(.group(let group)): group.memberships.map { CodeRow($0, in: nil) }
    case .partner(.area): []
    }
  }

  static func table(_ rows: [CodeRow]) -> Table {
    let numbers = rows.map { row in (row.country?.m49, row.country?.comtrade) }
    let dates = rows.map { ($0.membership?.from.description, $0.membership?.until?.description) }
    return Table(
      .text("kind", rows.map(\.kind), heading: "Kind"),
      .text("code", rows.map(\.code), heading: "Code"),
      .text("name", rows.map(\.name), heading: "Name"),
      .text("from", dates.map(\.0), heading: "From", isHidden: dates.allSatisfy { $0.0 == nil }),
      .text("until", dates.map(\.1), heading: "Until", isHidden: dates.allSatisfy { $0.1 == nil }),
      .text("alpha2", rows.map { $0.country?.alpha2 }, isHidden: true),
      .number("m49", numbers.map { $0.0.map(Double.init) }, isHidden: true),
      .number("comtrade", numbers.map { $0.1.map(Double.init) }, isHidden: true),
      .text("description", rows.map(\.description), isHidden: true))
  }

  /// What a table has no room for: the description, other codes and names, the source.
  static func notes(on subject: CodeSearch.Subject) -> [String] {
    switch subject {
    case .commodity(let commodity):
      return CodeRow(commodity).description.map { ["\(commodity.code): \($0)."] } ?? []
    case .partner(.group(let group)):
      return ["Source: \(group.source)."] + sentence(group.remark)
    case .partner(.area(let area)): return sentence(area.remark)
    case .partner(.country(let country)):
      return [codes(of: country)] + names(of: country) + sentence(country.remark)
    }
  }

  private static func names(of country: Country) -> [String] {
    let names = country.names
    guard !names.russian.isEmpty else { return [] }
    let kazakh = names.kazakh.isEmpty ? "" : ", Kazakh \(names.kazakh)"
    return ["Russian \(names.russian), Vietnamese \(names.vietnamese)\(kazakh)."]
  }

  private static func codes(of country: Country) -> String {
    let codes =
      [country.alpha2.map { "alpha-2 \($0)" }, country.m49.map { "M49 \($0)" }]
      + [country.comtrade.map { "Comtrade \($0)" }, country.until.map { "until \($0)" }]
    let text = codes.compactMap(\.self).joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func sentence(_ remark: String?) -> [String] {
    remark.map { [$0.prefix(1).uppercased() + $0.dropFirst() + "."] } ?? []
  }
}
