/// A number that statistics have used for a country with other borders, or that is M49's where
/// Comtrade has its own.
public struct FormerCode: Sendable, Hashable {
  /// The number, such as 280.
  public let code: Int
  /// The country whose series it belongs to.
  public let country: Country
  /// What it stood for, such as "Federal Republic of Germany before unification".
  public let territory: String
  /// Its last year; `nil` where it is in use beside another.
  public let until: Int?

  /// Every such number.
  public static let all: [Int: FormerCode] = {
    let table = ClassificationTable("country-former-codes.csv", Embedded.countryFormerCodes)
    let (numbers, letters) = (table["code"], table["iso3"])
    let (territories, years) = (table["territory"], table["until"])
    return (0..<table.rowCount).reduce(into: [:]) { codes, row in
      guard let number = Int(numbers[row]), let country = Country(letters[row]) else { return }
      codes[number] = FormerCode(
        code: number, country: country, territory: territories[row], until: Int(years[row]))
    }
  }()
}
