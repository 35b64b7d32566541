/// An English phrase with gaps, and its translation with the places that the gaps have there.
///
/// Between two gaps for any text stands a run of fixed text and numbers. A run is looked for from
/// the left, each behind the one before, so that a text is read about once however it is made.
struct Template: Sendable {
  private enum Element {
    case literal([UInt8])
    case number
  }

  private enum Piece {
    case literal(String)
    case gap(Int)
  }

  /// The runs between the gaps for any text; the first and the last may be empty.
  private let runs: [[Element]]
  private let translation: [Piece]
  /// The bytes of the last run, where it is fixed text: what a text has to end in.
  private let ending: [UInt8]
  /// How much of the phrase is its own: fixed text above all, then numbers.
  let weight: Int
  /// For each gap, whether what stands in it must be known to the language.
  let isStrict: [Bool]

  init(_ english: String, _ translated: String) {
    var runs: [[Element]] = [[]]
    var weight = 0
    var isStrict: [Bool] = []
    for piece in Self.pieces(english) {
      switch piece {
      case .text(let text):
        runs[runs.count - 1].append(.literal(Array(text.utf8)))
        weight += 10 * text.utf8.count
      case .gap("#"):
        runs[runs.count - 1].append(.number)
        weight += 1
        isStrict.append(false)
      case .gap(let kind):
        runs.append([])
        isStrict.append(kind == "w")
      }
    }
    self.isStrict = isStrict
    self.runs = runs
    self.weight = weight
    ending = if case .literal(let text)? = runs.last?.last { text } else { [] }
    translation = Self.pieces(translated).map { piece in
      switch piece {
      case .text(let text): .literal(text)
      case .gap(let name): .gap((Int(name) ?? 1) - 1)
      }
    }
  }

  /// What the phrase begins with; `nil` where that is a gap.
  var firstByte: UInt8? { if case .literal(let text)? = runs[0].first { text[0] } else { nil } }

  /// The translation with the parts in their places.
  func filled(with parts: [String]) -> String {
    translation.reduce(into: "") { text, piece in
      switch piece {
      case .literal(let literal): text += literal
      case .gap(let place): if parts.indices.contains(place) { text += parts[place] }
      }
    }
  }

  // MARK: Matching

  /// What stands in the gaps, where the text is this phrase.
  func parts(of text: [UInt8]) -> [Range<Int>]? {
    guard text.ends(with: ending), var position = Self.end(of: runs[0], in: text, at: 0) else {
      return nil
    }
    var parts = Self.numbers(of: runs[0], in: text, at: 0)
    if runs.count == 1 { return position == text.count ? parts : nil }
    for (index, run) in runs.enumerated().dropFirst() {
      let isLast = index == runs.count - 1
      guard let start = Self.start(of: run, in: text, after: position, atEnd: isLast) else {
        return nil
      }
      parts.append(position..<start)
      parts += Self.numbers(of: run, in: text, at: start)
      position = Self.end(of: run, in: text, at: start) ?? start
    }
    return parts
  }

  /// Where a run begins that leaves something to the gap before it.
  private static func start(
    of run: [Element], in text: [UInt8], after position: Int, atEnd: Bool
  ) -> Int? {
    guard position < text.count else { return nil }
    guard case .literal(let literal)? = run.first else { return text.count }
    if atEnd, run.count == 1 {
      let start = text.count - literal.count
      return start > position ? start : nil
    }
    var start = position + 1
    while start < text.count {
      if text[start] == literal[0], let end = end(of: run, in: text, at: start),
        !atEnd || end == text.count
      {
        return start
      }
      start += 1
    }
    return nil
  }

  /// Where a run ends that begins there.
  private static func end(of run: [Element], in text: [UInt8], at start: Int) -> Int? {
    var position = start
    for element in run {
      switch element {
      case .literal(let literal):
        guard text.count - position >= literal.count else { return nil }
        for byte in literal {
          guard text[position] == byte else { return nil }
          position += 1
        }
      case .number:
        guard let end = NumberInProse(in: text, at: position)?.range.upperBound else { return nil }
        position = end
      }
    }
    return position
  }

  private static func numbers(
    of run: [Element], in text: [UInt8], at start: Int
  ) -> [Range<Int>] {
    var position = start
    var numbers: [Range<Int>] = []
    for element in run {
      switch element {
      case .literal(let literal): position += literal.count
      case .number:
        let end = NumberInProse(in: text, at: position)?.range.upperBound ?? position
        numbers.append(position..<end)
        position = end
      }
    }
    return numbers
  }

  // MARK: Reading

  private enum Source {
    case text(String)
    case gap(String)
  }

  private static func pieces(_ phrase: String) -> [Source] {
    var pieces: [Source] = []
    var rest = phrase.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { pieces.append(.text(String(Substring(rest[..<open])))) }
      pieces.append(.gap(String(Substring(rest[rest.index(after: open)..<close]))))
      rest = rest[rest.index(after: close)...]
    }
    return rest.isEmpty ? pieces : pieces + [.text(String(Substring(rest)))]
  }
}

extension [UInt8] {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    ending.isEmpty || (count >= ending.count && suffix(ending.count).elementsEqual(ending))
  }
}
