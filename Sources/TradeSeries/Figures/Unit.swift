/// What a figure counts: a currency or quantity and a power of ten, such as `USD million`.
public struct Unit: Sendable, Hashable, CustomStringConvertible {
  /// `USD`, `tonnes`; empty for a pure number.
  public let base: String
  /// What one stands for: 1e6 for `USD million`.
  public let scale: Double
  private let name: String

  /// Reads `USD million`, `million USD`, `thousand tonnes` or any other name, which then stands for
  /// itself with scale 1.
  public init(_ name: String) {
    let words = name.split(separator: " ").map(String.init)
    let factors = words.compactMap { Self.scales[$0.lowercased()] }
    base = words.filter { Self.scales[$0.lowercased()] == nil }.joined(separator: " ")
    scale = factors.reduce(1, *)
    self.name = name
  }

  /// A fraction or index: no unit at all.
  public static let one = Unit("")
  /// Millions of US dollars, the unit of the built-in figures.
  public static let millionUSD = Unit("USD million")

  /// The name as it was given to `init(_:)`.
  public var description: String { name }

  /// What a number of this unit is multiplied by to be one of the other; `nil` where the two count
  /// different things.
  public func factor(to other: Unit) -> Double? {
    base.lowercased() == other.base.lowercased() ? scale / other.scale : nil
  }

  /// Whether two units count the same thing at the same scale, however they are written.
  public static func == (first: Unit, second: Unit) -> Bool {
    first.base.lowercased() == second.base.lowercased() && first.scale == second.scale
  }

  /// Hashes what `==` compares, so that `million USD` and `USD million` meet.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(base.lowercased())
    hasher.combine(scale)
  }

  private static let scales: [String: Double] = [
    "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "mln": 1e6,
    "billion": 1e9, "billions": 1e9, "bln": 1e9,
  ]
}
