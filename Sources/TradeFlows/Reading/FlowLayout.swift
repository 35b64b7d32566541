/// Where a file's columns are and what they say: what a format comes to once it has been
/// recognised.
struct FlowLayout: Sendable {
  /// The separator between fields.
  var delimiter: UInt8
  /// The columns' names, as many as a record has fields.
  var names: [String]
  /// The columns that say which trade a row counts.
  var keys: [KeyColumn] = []
  /// The columns with values: one, or in a wide table several.
  var values: [ValueColumn] = []
  /// The column with quantities.
  var quantity: QuantityColumn?
  /// What is true of every row, whatever its columns say.
  var constant = FlowKey()
  /// How numbers are written.
  var numbers = NumberStyle()
  /// The marks that a row needs, all of one of these, to have been asked for.
  var wanted: [UInt8] = []

  /// A column that says which trade a row counts.
  struct KeyColumn: Sendable {
    let column: Int
    /// What one of its fields means; throws a sentence where it means nothing.
    let understand: @Sendable (String) throws(FieldFault) -> FieldMeaning
  }

  /// A column with values.
  struct ValueColumn: Sendable, BitwiseCopyable {
    let column: Int
    /// What its header says of all its values, such as the year in a wide table.
    var key = FlowKey()
    /// What its numbers are multiplied by to be in whole units.
    var scale = 1.0
    /// Whether its numbers are quantities.
    var isQuantity = false
  }

  /// A column with quantities beside the values.
  struct QuantityColumn: Sendable, BitwiseCopyable {
    let column: Int
    /// What its numbers are multiplied by.
    var scale = 1.0
    /// Whether 0 says that no quantity was given.
    var isZeroMissing = false
  }

  /// The columns that are read: keys, values, quantity.
  var read: [Int] {
    keys.map(\.column) + values.map(\.column) + [quantity?.column].compactMap(\.self)
  }
}

/// What one field of a key column says.
struct FieldMeaning: BitwiseCopyable {
  /// Its part of the key.
  var key = FlowKey()
  /// What the row's number is multiplied by.
  var scale = 1.0
  /// What becomes of the row.
  var use = Use.value
  /// What was asked for that the field answers; `FlowLayout.wanted` says what a row needs.
  var marks: UInt8 = 0

  enum Use: UInt8, BitwiseCopyable {
    /// Its number is a value.
    case value
    /// Its number is a quantity.
    case quantity
    /// It was not asked for.
    case leftOut
    /// It is none: without a number it is a blank line of a kind.
    case unnamed
  }
}

extension FieldMeaning {
  /// Adds what another field of the same row says.
  mutating func combine(_ other: FieldMeaning) {
    key = key | other.key
    scale *= other.scale
    marks |= other.marks
    if use != .leftOut, other.use != .value { use = other.use }
  }
}

/// Why a field means nothing: the rest of a sentence that begins with its place.
struct FieldFault: Error, Equatable {
  let reason: String
}
