import TradeSeries
import TradeTables

/// The built-in data sets by the names that the command line uses.
public struct CatalogueEntry: Sendable {
  /// The word that stands for the data on the command line, such as `kz-vn`.
  public let name: String
  /// Where the figures are and how they are chosen.
  public let content: Content

  /// The three kinds of built-in data: a pair of countries, groups of goods, goods of a pair.
  public enum Content: Sendable {
    /// A yearly series chosen from the ledger.
    case pair(reporter: String, partner: String)
    /// Exports of one country to the world by group of goods.
    case groups(reporter: String)
    /// Goods traded between Kazakhstan and Viet Nam.
    case commodities
  }

  /// Every entry, in the order in which `corridor list` shows them.
  public static let all: [CatalogueEntry] = [
    pair("kz-vn", "KAZ", "VNM"), pair("kz-cn", "KAZ", "CHN"), pair("kz-id", "KAZ", "IDN"),
    pair("kz-it", "KAZ", "ITA"), pair("kz-kg", "KAZ", "KGZ"), pair("kz-kr", "KAZ", "KOR"),
    pair("kz-my", "KAZ", "MYS"), pair("kz-ru", "KAZ", "RUS"), pair("kz-sg", "KAZ", "SGP"),
    pair("kz-th", "KAZ", "THA"), pair("kz-tr", "KAZ", "TUR"), pair("kz-uz", "KAZ", "UZB"),
    pair("kz-world", "KAZ", "WLD"), pair("vn-world", "VNM", "WLD"),
    pair("kg-world", "KGZ", "WLD"), pair("uz-world", "UZB", "WLD"), pair("world", "WLD", "WLD"),
    CatalogueEntry(name: "kaz-exports", content: .groups(reporter: "KAZ")),
    CatalogueEntry(name: "vnm-exports", content: .groups(reporter: "VNM")),
    CatalogueEntry(name: "kz-vn-goods", content: .commodities),
  ]

  private static func pair(_ name: String, _ reporter: String, _ partner: String) -> Self {
    CatalogueEntry(name: name, content: .pair(reporter: reporter, partner: partner))
  }

  /// The entry of that name, or `nil`.
  public static func named(_ name: String) -> CatalogueEntry? { all.first { $0.name == name } }
}

extension Ledger {
  /// The published figures that the program carries, for one pair of countries or all of them.
  public static func builtIn(between one: String? = nil, and other: String? = nil) -> Ledger {
    do throws(SeriesError) {
      return try Ledger(Dataset.figures.table) { reporter, partner in
        guard let one, let other else { return true }
        return (reporter == one && partner == other) || (reporter == other && partner == one)
      }
    } catch {
      preconditionFailure("built-in data: \(error)")
    }
  }
}

extension Series {
  /// Turnover of Kazakhstan with Viet Nam as the Kazakh side published it, million US dollars.
  public static var kazakhstanVietnamTurnover: Series {
    do throws(SeriesError) {
      return try Ledger.builtIn(between: "KAZ", and: "VNM").selection(
        reporter: "KAZ", partner: "VNM", flow: .turnover, name: "Kazakhstan–Viet Nam turnover"
      ).series
    } catch {
      preconditionFailure("built-in data: \(error)")
    }
  }
}
