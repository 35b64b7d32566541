import Glibc

extension TextCells {
  /// The different texts in the order of their first cells, and for each cell the place of its text;
  /// below zero where the cell is empty.
  ///
  /// Cells are told apart by their bytes: a string is made for each text, not for each cell.
  package func coded() -> (texts: [String], codes: [Int32]) {
    bytes.withUnsafeBufferPointer { bytes in
      var (texts, codes) = ([String](), [Int32]())
      codes.reserveCapacity(ends.count)
      var places: [CellBytes: Int32] = [:]
      // Texts of different bytes are the same where only the way to write accents differs.
      var textPlaces: [String: Int32] = [:]
      var last = (
        cell: CellBytes(bytes: UnsafeBufferPointer(start: nil, count: 0)), code: Int32(-1)
      )
      var start = 0
      for end in ends {
        let cell = CellBytes(bytes: UnsafeBufferPointer(rebasing: bytes[start..<Int(end)]))
        start = Int(end)
        // Files are often sorted, and then most cells repeat the one above.
        if cell != last.cell {
          let code = places[cell] ?? cell.code(among: &textPlaces, &texts)
          places[cell] = code
          last = (cell, code)
        }
        codes.append(last.code)
      }
      return (texts, codes)
    }
  }
}

/// The bytes of a cell where they lie, as a key.
private struct CellBytes: Hashable {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The place of the cell's text, which is added to the others where it is new.
  func code(among places: inout [String: Int32], _ texts: inout [String]) -> Int32 {
    guard !bytes.isEmpty else { return -1 }
    let text = String(decoding: bytes, as: UTF8.self)
    if let place = places[text] { return place }
    let place = Int32(texts.count)
    places[text] = place
    texts.append(text)
    return place
  }

  static func == (a: CellBytes, b: CellBytes) -> Bool {
    guard a.bytes.count == b.bytes.count else { return false }
    guard let first = a.bytes.baseAddress, let second = b.bytes.baseAddress else { return true }
    return memcmp(first, second, a.bytes.count) == 0
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
  }
}
