/// A partner in trade statistics that is no country: the world, what is not specified, ships'
/// bunkers.
public struct TradeArea: Sendable {
  /// What a row with such a partner counts, which decides whether it may be added to others.
  public enum Kind: String, Sendable {
    /// All partners together.
    case world
    /// Partners that are not told apart ("not elsewhere specified"); they add up with countries.
    case rest
    /// Bunkers, free zones and what is kept secret; they add up with countries.
    case special
    /// Several countries together that have rows of their own as well.
    case aggregate
  }

  /// Its letters, such as `WLD` or `_X`.
  public let code: String
  /// UN Comtrade's number, such as 899.
  public let comtrade: Int?
  /// What a row with it counts.
  public let kind: Kind
  /// A short English name, at most 24 characters.
  public let name: String
  /// What it takes in, or who uses it.
  public let remark: String?
  let spellings: [String]

  /// Every such partner, the world first.
  public static let all: [TradeArea] = {
    let table = ClassificationTable("trade-areas.csv", Embedded.tradeAreas)
    let (codes, numbers, kinds) = (table["code"], table["comtrade"], table["kind"])
    let (names, others, remarks) = (table["name"], table["other"], table["remark"])
    return (0..<table.rowCount).map { row in
      guard let kind = Kind(rawValue: kinds[row]) else {
        preconditionFailure("built-in data: kind '\(kinds[row])' in trade-areas.csv")
      }
      return TradeArea(
        code: codes[row], comtrade: Int(numbers[row]), kind: kind, name: names[row],
        remark: remarks[row].unlessEmpty, spellings: ClassificationTable.list(others[row]))
    }
  }()
}

extension TradeArea {
  /// The area with such letters, in any case.
  public init?(_ code: String) {
    let letters = code.uppercased()
    guard let area = Self.all.first(where: { $0.code == letters }) else { return nil }
    self = area
  }
}

extension TradeArea: Hashable {
  /// Areas are told apart by their codes.
  public static func == (first: TradeArea, second: TradeArea) -> Bool { first.code == second.code }

  /// By the code alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
