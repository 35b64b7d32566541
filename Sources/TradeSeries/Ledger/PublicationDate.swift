/// The date of a publication as far as it is known: a day, a month or a year.
public struct PublicationDate: Sendable, Hashable, CustomStringConvertible {
  /// The first and the last day it can mean, as yyyymmdd.
  package let earliest: Int
  package let latest: Int
  /// The date as it was written, no more precise than it is known.
  public let description: String

  /// Reads `2019`, `2019-02` and `2019-02-27`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { $0 &- 48 < 10 } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (1...3).contains(numbers.count),
      zip(parts, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }),
      numbers.count < 2 || (1...12).contains(numbers[1]),
      numbers.count < 3 || (1...31).contains(numbers[2])
    else { return nil }
    let (year, month) = (numbers[0] * 10_000, numbers.count > 1 ? numbers[1] * 100 : 0)
    earliest = year + (month > 0 ? month : 100) + (numbers.count > 2 ? numbers[2] : 1)
    latest = year + (month > 0 ? month : 1200) + (numbers.count > 2 ? numbers[2] : 31)
    description = String(text)
  }

  /// Whether this is certainly later than the other.
  public func isLater(than other: PublicationDate) -> Bool { earliest > other.latest }

  /// Whether this is certainly on or before the last day of the other.
  public func isWithin(_ other: PublicationDate) -> Bool { latest <= other.latest }
}

extension Period {
  /// The last day as yyyymmdd; the 31st stands for the end of any month.
  package var lastDay: Int { (lastMonth / 12) * 10_000 + (lastMonth % 12 + 1) * 100 + 31 }
}
