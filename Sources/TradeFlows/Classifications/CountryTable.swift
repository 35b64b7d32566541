/// `countries.csv`, and the keys that lead into it.
///
/// Most commands need a name or two by their letters; the numbers, which only files need, have
/// tables of their own.
struct CountryTable: Sendable {
  let countries: [Country]
  /// The row of each alpha-3 and alpha-2 code.
  let byLetters: [String: Int]

  init() {
    let table = ClassificationTable("countries.csv", Embedded.countries)
    let (alpha3, alpha2) = (table["iso3"], table["iso2"])
    let (m49, comtrade) = (table["m49"], table["comtrade"])
    let (names, years, remarks) = (table["name"], table["until"], table["remark"])
    countries = (0..<table.rowCount).map { row in
      Country(
        code: alpha3[row], alpha2: alpha2[row].unlessEmpty, m49: Int(m49[row]),
        comtrade: Int(comtrade[row]), name: names[row], until: Int(years[row]),
        remark: remarks[row].unlessEmpty)
    }
    var rows: [String: Int] = [:]
    rows.reserveCapacity(2 * countries.count)
    for (row, country) in countries.enumerated() {
      rows[country.code] = row
      if let letters = country.alpha2 { rows[letters] = row }
    }
    byLetters = rows
  }

  static let byM49 = byNumber { $0.m49 }
  static let byComtrade = byNumber { $0.comtrade }

  private static func byNumber(_ number: (Country) -> Int?) -> [Int: Country] {
    Country.table.countries.reduce(into: [:]) { keys, country in
      if let number = number(country) { keys[number] = country }
    }
  }
}
