import TradeTables

/// One line of a yearbook's table: a label in two languages, and pieces of numbers.
struct YearbookLine {
  /// The English part of the label; empty where the line has none.
  let label: String
  /// What blanks set apart behind the label.
  let pieces: [String]
  /// The numbers, where two blanks or more stand between columns and one between thousands.
  private let cells: [String]?

  init(_ line: String) {
    let line = line.replacing("\u{A0}", with: " ").trimmed
    // Behind the last letter; a bracket or a point may follow it.
    let last = line.lastIndex { $0.isLetter }
    let end = last.map { line[$0...].firstIndex(of: " ") ?? line.endIndex } ?? line.startIndex
    label = Self.english(String(line[..<end]))
    let numbers = line[end...].trimmed
    pieces = numbers.split(separator: " ").map(String.init)
    let isWide = numbers.contains("  ") || numbers.contains("\t")
    cells = isWide ? Self.cells(of: numbers) : nil
  }

  /// The part of a label behind the last dash; all of it where that is no English text.
  static func english(_ label: String) -> String {
    let parts = label.split { $0 == "-" || $0 == "–" }.map { String($0).trimmed }
    guard parts.count > 1, let part = parts.last, part.first?.isLetter ?? false,
      part.utf8.allSatisfy({ $0 < 0x80 })
    else { return label.trimmed }
    return part
  }

  /// The years of a header such as `2004 2005 2006 2007(*)`; `nil` for any other line.
  static func years(_ line: String) -> [(name: String, isMarked: Bool)]? {
    let words = line.trimmed.split(separator: " ")
    let years = words.compactMap { word -> (name: String, isMarked: Bool)? in
      let name = word.prefix(4)
      guard name.count == 4, let year = Int(name), (1900...2100).contains(year),
        ["", "*", "(*)"].contains(word.dropFirst(4))
      else { return nil }
      return (String(name), word.count > 4)
    }
    let isRising = zip(years, years.dropFirst()).allSatisfy { $0.name < $1.name }
    return years.count == words.count && years.count > 1 && isRising ? years : nil
  }

  /// Every way to read the line as so many numbers, up to `limit`.
  func readings(count: Int) -> [[String]] {
    if let cells { return cells.count == count ? [cells] : [] }
    var search = Search(pieces: pieces, count: count)
    search.extend([], from: 0)
    return search.found
  }

  /// So many readings of a line are looked at.
  static let limit = 2000

  // MARK: Cells apart

  private static func cells(of numbers: String) -> [String] {
    var cells = [""]
    var blanks = 0
    for character in numbers {
      if character == "\t" { blanks += 2 } else if character == " " { blanks += 1 }
      guard character != " ", character != "\t" else { continue }
      if blanks > 1 { cells.append("") }
      blanks = 0
      cells[cells.count - 1].append(character == "," ? "." : character)
    }
    return cells
  }

  // MARK: Cells by blanks alone

  /// Puts pieces together: one to three digits and then threes, the last with decimals or not.
  private struct Search {
    let pieces: [String]
    let count: Int
    private(set) var found: [[String]] = []

    init(pieces: [String], count: Int) { (self.pieces, self.count) = (pieces, count) }

    mutating func extend(_ numbers: [String], from start: Int) {
      guard found.count < YearbookLine.limit else { return }
      guard start < pieces.count else {
        if numbers.count == count { found.append(numbers) }
        return
      }
      // Every number left has a piece at least.
      guard numbers.count < count, pieces.count - start >= count - numbers.count else { return }
      var place = start
      var sign = ""
      if ["-", "–"].contains(pieces[place]) { (sign, place) = ("-", place + 1) }
      guard place < pieces.count, let first = Piece(pieces[place]) else { return }
      guard sign.isEmpty || !first.isNegative else { return }
      var text = sign + first.text
      place += 1
      extend(numbers + [text], from: place)
      var isOpen = first.canGoOn
      while isOpen, place < pieces.count, let next = Piece(pieces[place]), next.isThousands {
        text += next.text
        isOpen = next.canGoOn
        place += 1
        extend(numbers + [text], from: place)
      }
    }
  }

  /// Digits between two blanks.
  private struct Piece {
    /// With a decimal point.
    let text: String
    let isNegative: Bool
    /// Whether thousands may follow: three digits at most, and no decimals.
    let canGoOn: Bool
    /// Whether it may follow others: three digits.
    let isThousands: Bool

    init?(_ piece: String) {
      guard !["..", "…"].contains(piece) else {
        (text, isNegative, canGoOn, isThousands) = ("", false, false, false)
        return
      }
      isNegative = piece.hasPrefix("-") || piece.hasPrefix("–")
      let number = isNegative ? piece.dropFirst() : piece[...]
      let parts = number.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
      guard (1...2).contains(parts.count),
        parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { $0 &- 48 < 10 } })
      else { return nil }
      text = (isNegative ? "-" : "") + parts.joined(separator: ".")
      canGoOn = parts.count == 1 && parts[0].count <= 3
      isThousands = !isNegative && parts[0].count == 3
    }
  }
}
