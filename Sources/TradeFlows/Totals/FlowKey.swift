/// What the rows of a file that are added up together have in common, as two words of bits.
///
/// Each dimension has a number for each of its names (`NameTable`). The columns of a row give their
/// parts of the key, and the row's key is all of them together: one OR a column.
struct FlowKey: Hashable, BitwiseCopyable {
  // Bits: period 16, reporter 16, partner 16, flow 8, unit of quantity 8.
  var names: UInt64 = 0
  // Bits: code 24, unit of value 8, level 32.
  var kinds: UInt64 = 0

  /// The part of a key that several columns give.
  static func | (first: FlowKey, second: FlowKey) -> FlowKey {
    FlowKey(names: first.names | second.names, kinds: first.kinds | second.kinds)
  }

  /// A place in the key.
  enum Part: Int, CaseIterable {
    case period, reporter, partner, flow, quantityUnit, code, unit

    fileprivate var shift: (word: Int, bits: Int, width: Int) {
      switch self {
      case .period: (0, 0, 16)
      case .reporter: (0, 16, 16)
      case .partner: (0, 32, 16)
      case .flow: (0, 48, 8)
      case .quantityUnit: (0, 56, 8)
      case .code: (1, 0, 24)
      case .unit: (1, 24, 8)
      }
    }

    /// How many names have a number.
    var capacity: Int { 1 << shift.width }
  }

  /// A key with a single part.
  init(_ part: Part, _ number: Int) {
    let (word, bits, width) = part.shift
    precondition(number < 1 << width, "number \(number) of a \(part)")
    if word == 0 {
      names = UInt64(number) << UInt64(bits)
    } else {
      kinds = UInt64(number) << UInt64(bits)
    }
  }

  init(level: FlowLevel) { kinds = UInt64(level.bits) << 32 }

  init() {}

  private init(names: UInt64, kinds: UInt64) { (self.names, self.kinds) = (names, kinds) }

  subscript(part: Part) -> Int {
    let (word, bits, width) = part.shift
    return Int((word == 0 ? names : kinds) >> UInt64(bits) & (1 << UInt64(width) - 1))
  }

  var level: FlowLevel { FlowLevel(bits: UInt32(kinds >> 32)) }

  /// With another number in one part.
  func with(_ part: Part, _ number: Int) -> FlowKey {
    let (word, bits, width) = part.shift
    let mask = UInt64(1 << width - 1) << UInt64(bits)
    var key = self
    if word == 0 { key.names &= ~mask } else { key.kinds &= ~mask }
    return key | FlowKey(part, number)
  }

  /// With another level.
  func with(_ level: FlowLevel) -> FlowKey {
    FlowKey(names: names, kinds: kinds & 0xFFFF_FFFF) | FlowKey(level: level)
  }

  /// Without the mark of a value that is kept back.
  var withoutConfidentiality: FlowKey {
    var level = level
    level.isConfidential = false
    return with(level)
  }

  /// Nothing but these parts.
  func only(_ parts: [Part]) -> FlowKey {
    parts.reduce(FlowKey()) { $0 | FlowKey($1, self[$1]) }
  }

  var hash: Int {
    var hash = names &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 29 ^ kinds) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
