/// Where a row stands: a file among several and a line, or nowhere.
struct RowPlace: BitwiseCopyable, Equatable {
  private(set) var bits: Int64

  /// A line of a file, both from 0.
  init(file: Int, line: Int) {
    bits = Int64(file) << 40 | Int64(truncatingIfNeeded: line) & (1 << 40 - 1)
  }

  /// The first line of the first file.
  static let start = RowPlace(file: 0, line: 0)
  /// No row.
  static let none = RowPlace(bits: -1)
  private init(bits: Int64) { self.bits = bits }

  var isNone: Bool { bits < 0 }
  var file: Int { Int(bits >> 40) }
  var line: Int { Int(bits & (1 << 40 - 1)) }

  /// The place of a row that is counted from another place.
  static func + (start: RowPlace, place: RowPlace) -> RowPlace {
    RowPlace(bits: start.bits + place.bits)
  }
}

/// The sum over the rows with one key.
struct FlowSum: BitwiseCopyable {
  var key = FlowKey()
  var value = 0.0
  var quantity = 0.0
  /// Rows with a value, with a quantity, and with neither.
  var valueCount: Int32 = 0
  var quantityCount: Int32 = 0
  var emptyCount: Int32 = 0
  var first = RowPlace.none
  var second = RowPlace.none

  var rowCount: Int { Int(max(valueCount, quantityCount)) + Int(emptyCount) }

  /// Adds a row.
  @inline(__always) mutating func add(value other: Double?, quantity amount: Double?, line: Int) {
    if let other {
      value += other
      valueCount &+= 1
    }
    if let amount {
      quantity += amount
      quantityCount &+= 1
    }
    if other == nil, amount == nil { emptyCount &+= 1 }
    guard second.isNone else { return }
    let row = RowPlace(file: 0, line: line)
    if first.isNone { first = row } else { second = row }
  }

  /// Adds a sum over later rows, whose places are counted from `place`.
  mutating func add(_ other: FlowSum, from place: RowPlace) {
    value += other.value
    quantity += other.quantity
    valueCount &+= other.valueCount
    quantityCount &+= other.quantityCount
    emptyCount &+= other.emptyCount
    for row in [other.first, other.second] where !row.isNone {
      if first.isNone {
        first = place + row
      } else if second.isNone {
        second = place + row
      }
    }
  }
}

/// Sums by their keys: a hash table with open addressing, in the order in which keys first appear.
///
/// Linear probing, grown at half load. Reference: Knuth, *The Art of Computer Programming* 3
/// (1998), section 6.4, algorithm L.
struct FlowSums: Sendable {
  private(set) var sums: [FlowSum] = []
  /// Places in `sums`, from 1; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 1 << 10)
  private var lastKey = FlowKey()
  private var lastPlace = -1

  var isEmpty: Bool { sums.isEmpty }

  /// The place of a key, which gets one if it has none.
  @inline(__always) mutating func place(of key: FlowKey) -> Int {
    if key == lastKey, lastPlace >= 0 { return lastPlace }
    return search(key)
  }

  private mutating func search(_ key: FlowKey) -> Int {
    var slot = key.hash & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if sums[place].key == key {
        (lastKey, lastPlace) = (key, place)
        return place
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    var sum = FlowSum()
    sum.key = key
    sums.append(sum)
    slots[slot] = UInt32(sums.count)
    (lastKey, lastPlace) = (key, sums.count - 1)
    if 2 * sums.count > slots.count { grow() }
    return lastPlace
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for (place, sum) in sums.enumerated() {
      var slot = sum.key.hash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(place + 1)
    }
  }

  /// One more row of a key; what it says comes next, by the place.
  @inline(__always) mutating func add(
    value: Double?, quantity: Double?, at place: Int, line: Int
  ) {
    sums[place].add(value: value, quantity: quantity, line: line)
  }

  /// Adds the sums of later rows, whose places are counted from `place`.
  mutating func add(_ others: FlowSums, place: RowPlace) { add(others.sums, place: place) }

  /// Adds sums of later rows, whose places are counted from `place`.
  mutating func add(_ others: [FlowSum], place start: RowPlace) {
    for other in others {
      let place = place(of: other.key)
      sums[place].add(other, from: start)
    }
  }
}
