/// How a published or computed value is to be read: as it stands, as a bound, or with care.
///
/// Officials publish "more than 500 million". That is a bound, and it stays one through every
/// result. The raw value is what CSV files hold, the symbol is what a text table prints before the
/// number.
public enum Qualifier: String, Sendable, CaseIterable, Codable {
  /// Printed without a qualifying word. No judgement of its precision.
  case exact
  /// The true value lies above the number.
  case moreThan
  /// The true value lies below the number.
  case lessThan
  /// The number is near the true value: "about", "nearly", "around".
  case about
  /// The publisher's own estimate.
  case estimated
  /// The publisher says that it will be revised.
  case preliminary
  /// Taken from the other side's statistics.
  case mirror
  /// Nothing is known. Only results carry it, such as the change from "more than 300" to
  /// "more than 500".
  case undetermined

  /// Whether the number bounds the true value instead of naming it.
  public var isBound: Bool { self == .moreThan || self == .lessThan }

  /// The mark of a text table: `>500`, `<5`, `~630`, `p528.3`.
  public var symbol: String {
    switch self {
    case .exact, .undetermined: ""
    case .moreThan: ">"
    case .lessThan: "<"
    case .about, .estimated: "~"
    case .preliminary: "p"
    case .mirror: "m"
    }
  }

  /// What the mark of a text table means, for the line below it.
  public var explanation: String {
    switch self {
    case .exact: "exact"
    case .moreThan: "> more than"
    case .lessThan: "< less than"
    case .about: "~ about"
    case .estimated: "~ estimated"
    case .preliminary: "p preliminary"
    case .mirror: "m the partner's figure"
    case .undetermined: "cannot be determined"
    }
  }
}

extension Qualifier {
  /// What the column says, in the place of a qualifier, beside a gap whose value is kept back.
  package static let confidentialCell = "confidential"

  /// Reads the word that files hold, or a mark: `>`, `≥`, `>=`, `<`, `≤`, `<=`, `~`, `≈`, `=`, `p`, `m`.
  ///
  /// A limit that may be reached is a bound all the same. `~` is read as "about". Nothing else is
  /// accepted, and not `undetermined`, which only results carry.
  public init?(cell text: String) {
    switch text {
    case ">", "≥", ">=": self = .moreThan
    case "<", "≤", "<=": self = .lessThan
    case "~", "≈": self = .about
    case "=": self = .exact
    case Qualifier.preliminary.symbol: self = .preliminary
    case Qualifier.mirror.symbol: self = .mirror
    default:
      guard let word = Qualifier(rawValue: text), word != .undetermined else { return nil }
      self = word
    }
  }

  /// The weaker of two qualities of point values: a result is as good as its weakest part.
  ///
  /// From strong to weak: exact, preliminary, estimated, mirror, about. Bounds are not ranked here;
  /// interval arithmetic decides them.
  package static func weaker(_ first: Qualifier, _ second: Qualifier) -> Qualifier {
    first.weakness >= second.weakness ? first : second
  }

  /// The place in the order of `weaker`.
  package var weakness: Int {
    switch self {
    case .exact: 0
    case .preliminary: 1
    case .estimated: 2
    case .mirror: 3
    case .about: 4
    case .moreThan, .lessThan: 5
    case .undetermined: 6
    }
  }
}
