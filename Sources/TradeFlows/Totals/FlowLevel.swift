import TradeTables

/// On which level of each classification a row stands: what must not be added to its own parts.
///
///     commodity 4   reporter 2   partner 2   details 4   frequency 2   unmatched 1   qualifier 3
///     classification 5   confidential 1   unreported 1   aggregate 1
///
/// Two rows that differ in one of the first five can hold the same trade.
struct FlowLevel: Hashable, BitwiseCopyable {
  private(set) var bits: UInt32 = 0

  init(bits: UInt32 = 0) { self.bits = bits }

  /// The level of a commodity's code.
  enum Commodity: UInt32, Comparable {
    /// The file says nothing of commodities: every row is all of them.
    case none
    /// All commodities: `TOTAL`.
    case total
    /// A section, or another group that is wider than a chapter.
    case group
    /// So many digits.
    case one, two, three, four, five, six, seven, eight, nine, ten, more

    /// The level of so many digits.
    init(digits: Int) {
      self =
        Commodity(rawValue: Commodity.group.rawValue + UInt32(min(max(digits, 1), 11))) ?? .more
    }

    /// How many digits the codes have; `nil` for totals and groups.
    var digits: Int? { self > .group ? Int(rawValue - Commodity.group.rawValue) : nil }

    static func < (first: Commodity, second: Commodity) -> Bool { first.rawValue < second.rawValue }
  }

  /// What a reporter or a partner is.
  enum Area: UInt32 {
    case country
    /// Several countries, such as the European Union.
    case group
    case world
  }

  /// Dimensions of which a file may give the total, its parts, or both.
  enum Detail: UInt32, CaseIterable {
    case secondPartner = 8
    case transport = 9
    case customs = 10
    case supply = 11

    var name: String {
      switch self {
      case .secondPartner: "second partner"
      case .transport: "mode of transport"
      case .customs: "customs procedure"
      case .supply: "mode of supply"
      }
    }
  }

  var commodity: Commodity {
    get { Commodity(rawValue: bits & 15) ?? .none }
    set { bits = bits & ~15 | newValue.rawValue }
  }

  var reporter: Area {
    get { Area(rawValue: bits >> 4 & 3) ?? .country }
    set { bits = bits & ~(3 << 4) | newValue.rawValue << 4 }
  }

  var partner: Area {
    get { Area(rawValue: bits >> 6 & 3) ?? .country }
    set { bits = bits & ~(3 << 6) | newValue.rawValue << 6 }
  }

  /// Whether a row is a part of a total in this dimension.
  subscript(detail: Detail) -> Bool {
    get { bits >> detail.rawValue & 1 == 1 }
    set { bits = bits & ~(1 << detail.rawValue) | (newValue ? 1 : 0) << detail.rawValue }
  }

  /// How the values are to be read: an estimate where its maker says so, or is not its reporter.
  var qualifier: Qualifier {
    get {
      let stated = Self.qualifiers[Int(bits >> 15 & 7)]
      return stated == .exact && isUnreported && !isAggregate ? .estimated : stated
    }
    set {
      let place = UInt32(Self.qualifiers.firstIndex(of: newValue) ?? 0)
      bits = bits & ~(7 << 15) | place << 15
    }
  }

  private static let qualifiers = Qualifier.allCases

  /// The edition of the classification that the code is from; `nil` where the file does not say.
  var classification: Classification? {
    get {
      let place = Int(bits >> 18 & 31)
      return place == 0 ? nil : Classification.allCases[place - 1]
    }
    set {
      let place =
        newValue.flatMap { Classification.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
      bits = bits & ~(31 << 18) | UInt32(place) << 18
    }
  }

  /// Whether a value that is not given is kept back, and not merely missing.
  var isConfidential: Bool {
    get { self[bit: 23] }
    set { self[bit: 23] = newValue }
  }

  /// Whether the reporter did not give the value.
  var isUnreported: Bool {
    get { self[bit: 24] }
    set { self[bit: 24] = newValue }
  }

  /// Whether the value is a sum of others, made by whoever publishes it.
  var isAggregate: Bool {
    get { self[bit: 25] }
    set { self[bit: 25] = newValue }
  }

  private subscript(bit bit: UInt32) -> Bool {
    get { bits >> bit & 1 == 1 }
    set { bits = bits & ~(1 << bit) | (newValue ? 1 : 0) << bit }
  }

  /// The editions of classifications that Comtrade has, by its names.
  enum Classification: String, CaseIterable {
    case h0 = "H0"
    case h1 = "H1"
    case h2 = "H2"
    case h3 = "H3"
    case h4 = "H4"
    case h5 = "H5"
    case h6 = "H6"
    case s1 = "S1"
    case s2 = "S2"
    case s3 = "S3"
    case s4 = "S4"
    case b4 = "B4"
    case b5 = "B5"
    case eb = "EB"
    case eb02 = "EB02"
    case eb10 = "EB10"
    case other = "other"

    /// The classification without its edition: rows of two hold the same trade.
    var family: Character { rawValue.first ?? "o" }
  }

  /// The same level as a total in every detail.
  var withoutDetails: FlowLevel { FlowLevel(bits: bits & ~(15 << 8)) }

  /// Whether a row counts a year, a quarter or a month.
  var frequency: Frequency {
    get { Frequency(rawValue: bits >> 12 & 3) ?? .year }
    set { bits = bits & ~(3 << 12) | newValue.rawValue << 12 }
  }

  /// How much time a row covers.
  enum Frequency: UInt32 {
    case year
    case quarter
    case month
  }

  /// Whether the reporter or the partner is none that is known.
  var isUnmatched: Bool {
    get { bits >> 14 & 1 == 1 }
    set { bits = bits & ~(1 << 14) | (newValue ? 1 : 0) << 14 }
  }

  /// The details that a row is a part in.
  var details: [Detail] { Detail.allCases.filter { self[$0] } }
}
