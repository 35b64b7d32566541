import TradeSeries

/// A union, an agreement or an organisation of countries, with the dates at which each joined and
/// left.
///
///     CountryGroup("EAEU")?.members(in: 2015)      Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia
///
/// A figure "for ASEAN" means other countries in 1994 than in 2000. A country is a member in a
/// period when it is one on the period's last day: the United Kingdom left the European Union on 31
/// January 2020 and is no member in 2020.
public struct CountryGroup: Sendable {
  /// Its letters, such as `EAEU`.
  public let code: String
  /// UN Comtrade's number, where one is known.
  public let comtrade: Int?
  /// The full English name.
  public let name: String
  /// Who says who belongs to it.
  public let source: String
  /// What a reader must know of the list.
  public let remark: String?
  /// Everyone who belongs to it or did, in the order of joining.
  public let memberships: [Membership]
  let spellings: [String]

  /// The time of one country in a group.
  public struct Membership: Sendable, Hashable {
    /// Who joined.
    public let country: Country
    /// The first day as far as it is known: a day or a year.
    public let from: PublicationDate
    /// The last day; `nil` for a member of today.
    public let until: PublicationDate?
  }

  /// The members on the last day of a period, by name; none in a period without a calendar.
  public func members(in period: Period) -> [Country] {
    guard period.kind != .step else { return [] }
    let day = period.lastDay
    return memberships.filter { $0.from.earliest <= day && ($0.until?.latest ?? .max) >= day }
      .map(\.country).sorted { $0.name < $1.name }
  }

  /// The members at the end of a year, by name.
  public func members(in year: Int) -> [Country] { members(in: Period(year: year)) }
}

extension CountryGroup: Hashable {
  /// Groups are told apart by their codes.
  public static func == (first: CountryGroup, second: CountryGroup) -> Bool {
    first.code == second.code
  }

  /// By the code alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

// MARK: - Looking up

extension CountryGroup {
  /// Every group that the program knows.
  public static let all: [CountryGroup] = {
    let members = Membership.byGroup
    let table = ClassificationTable("country-groups.csv", Embedded.countryGroups)
    let (codes, numbers, names) = (table["code"], table["comtrade"], table["name"])
    let (others, sources, remarks) = (table["other"], table["source"], table["remark"])
    return (0..<table.rowCount).map { row in
      CountryGroup(
        code: codes[row], comtrade: Int(numbers[row]), name: names[row], source: sources[row],
        remark: remarks[row].unlessEmpty, memberships: members[codes[row]] ?? [],
        spellings: ClassificationTable.list(others[row]))
    }
  }()

  /// The group with such letters, in any case.
  public init?(_ code: String) {
    let letters = code.uppercased()
    guard let group = Self.all.first(where: { $0.code == letters }) else { return nil }
    self = group
  }
}

extension CountryGroup.Membership {
  fileprivate static var byGroup: [String: [Self]] {
    let table = ClassificationTable("group-members.csv", Embedded.groupMembers)
    let (groups, letters) = (table["group"], table["iso3"])
    let (first, last) = (table["from"], table["until"])
    return (0..<table.rowCount).reduce(into: [:]) { members, row in
      guard let country = Country(letters[row]), let from = PublicationDate(first[row]) else {
        preconditionFailure("built-in data: row \(row + 1) of group-members.csv")
      }
      members[groups[row], default: []].append(
        Self(country: country, from: from, until: PublicationDate(last[row])))
    }
  }
}

extension Country {
  /// The groups that the country belongs to or belonged to, with the dates.
  public var memberships: [(group: CountryGroup, membership: CountryGroup.Membership)] {
    CountryGroup.all.flatMap { group in
      group.memberships.filter { $0.country == self }.map { (group, $0) }
    }
  }
}
