import Glibc

/// What the fields of one column say, so that each different text is understood once.
///
/// A hot loop. A field of up to eight bytes is its own key: one load and a mask. Longer ones are
/// found by a hash and compared. The field before is tried first, as files come sorted.
///
/// One table a worker: nothing is shared, and nothing is locked, until a new text turns up.
struct FieldTable: ~Copyable {
  private struct Slot {
    /// The bytes of a short field, or the hash of a long one.
    var key: UInt64 = 0
    /// -1 for a free place.
    var meaning: Int32 = -1
    /// Fields of different lengths are different, whatever their keys.
    var length: Int32 = 0
  }

  // Pointers, as an array would be retained and released once a field.
  private var slots = UnsafeMutablePointer<Slot>.allocate(capacity: 64)
  private var slotCount = 64
  private var meanings = UnsafeMutablePointer<FieldMeaning>.allocate(capacity: 64)
  private var count = 0
  /// The bytes of long fields one behind the other, and where that of each meaning begins.
  private var longTexts: [UInt8] = []
  private var offsets: [Int] = []
  private var last = Slot()
  /// Whether the last field says that its row was not asked for.
  private(set) var isLeftOut = false

  init() { slots.initialize(repeating: Slot(), count: slotCount) }

  deinit {
    slots.deallocate()
    meanings.deallocate()
  }

  /// What the field at that place says.
  subscript(place: Int) -> FieldMeaning {
    @inline(__always) get { meanings[place] }
  }

  /// What the last field says, which was found or added.
  var lastMeaning: FieldMeaning { meanings[Int(last.meaning)] }

  /// Whether a field has the text of the one before; no field has that of the first.
  ///
  /// Eight bytes from the field's start on must be readable.
  @inline(__always) func isLast(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
    last.key == Self.key(start, count) && last.length == Int32(truncatingIfNeeded: count)
      && last.meaning >= 0 && (count <= 8 || isSame(start, count, last.meaning))
  }

  /// The place of what a field says; `nil` for one that is new.
  mutating func place(of start: UnsafePointer<UInt8>, count: Int) -> Int? {
    if isLast(start, count: count) { return Int(last.meaning) }
    let key = Self.key(start, count)
    let length = Int32(truncatingIfNeeded: count)
    var place = first(key)
    while slots[place].meaning >= 0 {
      let slot = slots[place]
      if slot.key == key, slot.length == length, count <= 8 || isSame(start, count, slot.meaning) {
        remember(slot)
        return Int(slot.meaning)
      }
      place = (place + 1) & (slotCount - 1)
    }
    return nil
  }

  /// Remembers what a new field means, and gives its place.
  mutating func add(_ meaning: FieldMeaning, for start: UnsafePointer<UInt8>, count: Int) -> Int {
    let slot = Slot(
      key: Self.key(start, count), meaning: Int32(self.count),
      length: Int32(truncatingIfNeeded: count))
    var place = first(slot.key)
    while slots[place].meaning >= 0 { place = (place + 1) & (slotCount - 1) }
    slots[place] = slot
    (meanings + self.count).initialize(to: meaning)
    self.count += 1
    offsets.append(longTexts.count)
    if count > 8 { longTexts += UnsafeBufferPointer(start: start, count: count) }
    remember(slot)
    if 2 * self.count > slotCount { grow() }
    return Int(slot.meaning)
  }

  private mutating func remember(_ slot: Slot) {
    last = slot
    isLeftOut = meanings[Int(slot.meaning)].use == .leftOut
  }

  private mutating func grow() {
    let (old, oldCount) = (slots, slotCount)
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: Slot(), count: slotCount)
    for place in 0..<oldCount where old[place].meaning >= 0 {
      var free = first(old[place].key)
      while slots[free].meaning >= 0 { free = (free + 1) & (slotCount - 1) }
      slots[free] = old[place]
    }
    old.deallocate()
    let texts = meanings
    meanings = .allocate(capacity: slotCount)
    meanings.moveInitialize(from: texts, count: count)
    texts.deallocate()
  }

  private func first(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slotCount - 1)
  }

  private func isSame(_ start: UnsafePointer<UInt8>, _ count: Int, _ meaning: Int32) -> Bool {
    longTexts.withUnsafeBufferPointer { texts in
      texts.baseAddress.map { memcmp($0 + offsets[Int(meaning)], start, count) == 0 } ?? false
    }
  }

  /// The bytes of a short field as a number, or a hash of a long one.
  @inline(__always) private static func key(_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let raw = UnsafeRawPointer(start)
    if count <= 8 {
      guard count > 0 else { return 0 }
      let word = raw.loadUnaligned(as: UInt64.self)
      return word & (UInt64.max >> UInt64(64 - 8 * count))
    }
    var hash = UInt64(truncatingIfNeeded: count)
    var place = 0
    while place + 8 <= count {
      hash =
        (hash ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      place += 8
    }
    // The last eight bytes, which may overlap those before.
    hash ^= raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    hash = hash &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 32
  }
}
