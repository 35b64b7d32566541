import Testing
import TradeFlows
import TradeSeries
import TradeTestSupport

@Suite struct CountryGroupTests {
  private func codes(_ group: String, _ year: Int) -> Set<String> {
    Set(CountryGroup(group)?.members(in: year).map(\.code) ?? [])
  }

  @Test func `the Eurasian Economic Union grew in 2015`() {
    #expect(codes("EAEU", 2014) == [])
    #expect(codes("EAEU", 2015) == ["ARM", "BLR", "KAZ", "KGZ", "RUS"])
    #expect(codes("EACU", 2014) == ["BLR", "KAZ", "RUS"])
    #expect(codes("EACU", 2015) == [])
  }

  /// Kyrgyzstan joined on 12 August.
  @Test(arguments: [("2015-07", 4), ("2015-08", 5), ("2015-Q2", 4), ("2015-01/2015-08", 5)])
  func `a period counts by its last day`(text: String, count: Int) throws {
    let period = try #require(Period(text))
    #expect(CountryGroup("EAEU")?.members(in: period).count == count)
  }

  @Test func `who left is no member at the end of that year`() {
    #expect(codes("EU", 2019).contains("GBR"))
    #expect(!codes("EU", 2020).contains("GBR"))
    #expect(codes("EU", 2020).count == 27)
    #expect(codes("EU", 2003).count == 15)
    #expect(codes("EU", 2004).count == 25)
    #expect(codes("NAFTA", 2020) == [])
    #expect(codes("USMCA", 2020) == ["CAN", "MEX", "USA"])
    #expect(codes("CIS", 2008).contains("GEO") && !codes("CIS", 2009).contains("GEO"))
  }

  @Test(
    arguments: [
      (1966, 0), (1967, 5), (1984, 6), (1994, 6), (1995, 7), (1997, 9), (1999, 10), (2025, 11),
    ]
  )
  func `ASEAN by year`(year: Int, count: Int) { #expect(codes("ASEAN", year).count == count) }

  @Test func `a counter has no members`() {
    #expect(CountryGroup("EU")?.members(in: Period(step: 2019)) == [])
  }

  /// Today's members as country_converter 1.3.2 has them; two have the year of joining.
  @Test(
    arguments: [
      ("OECD", "OECD", 2025), ("EU", "EU", 2025), ("EURO", "EA", 2025), ("APEC", "APEC", 2025),
      ("G7", "G7", 2025),
    ]
  )
  func `members are those of another table`(name: String, code: String, year: Int) throws {
    let rows = try Oracle("country_groups").all.filter { $0["group"] == name }
    #expect(codes(code, year) == Set(rows.compactMap { $0["alpha3"] }))
    let members = try #require(CountryGroup(code)).memberships
    for row in rows where row["year"] != nil {
      let member = members.first { $0.country.code == row["alpha3"] }
      #expect((member?.from.description.prefix(4)).map(String.init) == row["year"], "\(row)")
    }
  }

  @Test(arguments: CountryGroup.all)
  func `each group has a source and members that left after they had joined`(group: CountryGroup) {
    #expect(!group.source.isEmpty && !group.name.isEmpty && !group.memberships.isEmpty)
    for member in group.memberships {
      #expect(member.until?.isLater(than: member.from) != false, "\(member)")
    }
    let countries = group.memberships.map(\.country)
    #expect(Set(countries).count == countries.count)
  }

  @Test func `a country knows its groups`() {
    let groups = Country("KAZ")?.memberships.map(\.group.code)
    #expect(groups == ["EAEU", "EACU", "CIS", "SCO", "OTS"])
    #expect(Country("ATA")?.memberships.isEmpty == true)
  }

  @Test func `letters in any case, and nothing else`() {
    #expect(CountryGroup("asean") == CountryGroup("ASEAN"))
    #expect(CountryGroup("") == nil)
    #expect(CountryGroup("KAZ") == nil)
  }
}
