import Corridor
import Testing

/// Every row of the built-in data has a source and can be read: what lets the program trust it
/// without a check.
@Suite struct DatasetTests {
  /// Files with figures, and the columns that tell two of their rows apart.
  private static let keys: [(file: String, columns: [String])] = [
    (
      "figures.csv",
      ["reporter", "partner", "flow", "period", "publisher", "published", "title", "basis"]
    ),
    (
      "commodities.csv",
      ["reporter", "partner", "flow", "classification", "code", "period", "publisher"]
    ),
    (
      "export-groups.csv",
      ["reporter", "partner", "flow", "classification", "code", "period", "publisher"]
    ),
  ]

  private func table(_ file: String) throws -> Table {
    try #require(Dataset.all.first { $0.file == file }).table
  }

  private func cells(_ file: String, _ column: String) throws -> [String] {
    try table(file).texts(column).map { $0 ?? "" }
  }

  // MARK: Sources

  @Test(arguments: keys.map(\.file)) func `no row is without a publisher and a title`(
    file: String
  ) throws {
    for column in ["publisher", "title", "reporter", "partner", "unit"] {
      let cells = try cells(file, column)
      #expect(cells.indices.filter { cells[$0].isEmpty }.isEmpty, "\(file), column \(column)")
    }
  }

  @Test(arguments: keys.map(\.file)) func `every publication date that is there can be read`(
    file: String
  ) throws {
    let dates = Set(try cells(file, "published")).subtracting([""])
    #expect(!dates.isEmpty)
    #expect(dates.filter { PublicationDate($0) == nil }.isEmpty)
  }

  @Test(arguments: Dataset.all.map(\.file)) func `every address is one`(file: String) throws {
    let addresses = try cells(file, "address").filter { !$0.isEmpty }
    #expect(addresses.filter { !$0.hasPrefix("http") || $0.contains(" ") }.isEmpty)
  }

  // MARK: Known words

  @Test(arguments: keys.map(\.file)) func `every flow, qualifier and period is known`(
    file: String
  ) throws {
    #expect(Set(try cells(file, "flow")).filter { Flow(rawValue: $0) == nil }.isEmpty)
    let qualifiers = Set(try cells(file, "qualifier"))
    #expect(qualifiers.filter { Qualifier(rawValue: $0) == nil }.isEmpty)
    #expect(!qualifiers.contains("undetermined"))
    #expect(Set(try cells(file, "period")).filter { Period($0) == nil }.isEmpty)
  }

  @Test func `every basis is known`() throws {
    #expect(Set(try cells("figures.csv", "basis")) == ["reported", "reconciled"])
  }

  @Test func `reconciled figures are those of the one third party`() throws {
    let publishers = try cells("figures.csv", "publisher")
    let bases = try cells("figures.csv", "basis")
    let thirdParty = "Observatory of Economic Complexity"
    for (publisher, basis) in zip(publishers, bases) {
      #expect((publisher == thirdParty) == (basis == "reconciled"))
    }
  }

  @Test(arguments: keys.map(\.file)) func `every country has a name`(file: String) throws {
    let codes = Set(try cells(file, "reporter") + cells(file, "partner"))
    #expect(codes.subtracting(Country.builtInCodes).isEmpty)
  }

  @Test(arguments: keys.map(\.file)) func `every value is an amount in a known unit`(
    file: String
  ) throws {
    #expect(try table(file).numbers("value").allSatisfy { ($0 ?? -1) >= 0 })
    #expect(Set(try cells(file, "unit")).isSubset(of: ["USD million", "tonnes"]))
  }

  // MARK: Rows

  @Test(arguments: keys) func `no figure is there twice`(
    file: String, columns: [String]
  ) throws {
    let columns = try columns.map { try cells(file, $0) }
    let keys = columns[0].indices.map { row in columns.map { $0[row] } }
    // The two reports of the same wheat are of two publishers.
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: [
    ("figures.csv", 735), ("commodities.csv", 35), ("export-groups.csv", 924), ("events.csv", 34),
    ("targets.csv", 4),
  ])
  func `has as many rows as its description says`(file: String, count: Int) throws {
    #expect(try table(file).rowCount == count)
  }

  @Test func `eight events are milestones`() {
    #expect(Event.builtIn.count(where: \.isMilestone) == 8)
  }

  @Test func `holds 151 figures of the pair`() {
    #expect(Ledger.builtIn(between: "KAZ", and: "VNM").entries.count == 151)
    #expect(Ledger.builtIn(between: "VNM", and: "KAZ").entries.count == 151)
    #expect(Ledger.builtIn().entries.count == 735)
  }

  @Test func `a figure of a pair names both sides`() throws {
    for entry in Ledger.builtIn(between: "KAZ", and: "VNM").entries {
      #expect(Set([entry.reporter, entry.partner]) == ["KAZ", "VNM"])
    }
  }
}
