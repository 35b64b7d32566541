import Corridor

/// The words of a command line.
///
/// A command takes the options it knows; what is left over at the end is an error.
struct Arguments {
  private var words: [String]
  /// The options that were asked for, for "did you mean".
  private var known: [String] = []
  /// Whether two dashes have ended the options.
  private var takesAnything = false

  init(_ words: [String]) { self.words = words }

  /// Whether a flag such as `--ascii` is there.
  mutating func flag(_ names: String...) -> Bool {
    known += names
    let end = optionsEnd
    let isThere = words[..<end].contains { names.contains($0) }
    words = words[..<end].filter { !names.contains($0) } + words[end...]
    return isThere
  }

  /// Whether an option is there, with a value or without; it stays there.
  func has(_ name: String) -> Bool {
    words[..<optionsEnd].contains { $0 == name || $0.hasPrefix(name + "=") }
  }

  /// The value of an option such as `--horizon 3` or `--horizon=3`.
  mutating func option(_ names: String...) throws(UsageError) -> String? {
    known += names
    var found: String?
    var index = 0
    while index < optionsEnd {
      let word = words[index]
      let joined = names.first { $0.hasPrefix("--") && word.hasPrefix($0 + "=") }
      guard joined != nil || names.contains(word) else {
        index += 1
        continue
      }
      guard found == nil else { throw UsageError("\(names[0]) is given twice") }
      if let joined {
        found = String(word.dropFirst(joined.count + 1))
        words.remove(at: index)
      } else {
        guard index + 1 < words.count else { throw UsageError("\(word) needs a value") }
        found = words[index + 1]
        words.removeSubrange(index...index + 1)
      }
    }
    return found
  }

  /// The values of an option that may be given several times.
  mutating func options(_ name: String) throws(UsageError) -> [String] {
    var values: [String] = []
    while let index = words[..<optionsEnd].firstIndex(where: {
      $0 == name || $0.hasPrefix(name + "=")
    }) {
      var one = Arguments(Array(words[index..<optionsEnd].prefix(2)))
      guard let value = try one.option(name) else { break }
      values.append(value)
      words.removeSubrange(index..<index + (words[index] == name ? 2 : 1))
    }
    known.append(name)
    return values
  }

  /// The next word that is no option, or `nil`.
  ///
  /// Options are taken before positional words.
  mutating func positional() throws(UsageError) -> String? {
    if words.first == "--" {
      words.removeFirst()
      takesAnything = true
    }
    guard let word = words.first else { return nil }
    if word.hasPrefix("-"), word != "-", !takesAnything { throw unknown(word) }
    words.removeFirst()
    return word
  }

  /// Whether a positional word is left.
  var isEmpty: Bool { words.isEmpty }

  /// Throws where a word is left that nobody took.
  func finish() throws(UsageError) {
    guard let word = words.first(where: { $0 != "--" }) else { return }
    if word.hasPrefix("-"), word != "-", word != "--", !takesAnything { throw unknown(word) }
    throw UsageError("'\(Suggestion.excerpt(word))' is one word too many")
  }

  private func unknown(_ word: String) -> UsageError {
    let name = String(word.prefix { $0 != "=" })
    return UsageError(
      "unknown option \(Suggestion.excerpt(name))\(Suggestion.text(for: name, among: known))")
  }

  private var optionsEnd: Int {
    takesAnything ? 0 : words.firstIndex(of: "--") ?? words.count
  }
}

// MARK: - Typed options

extension Arguments {
  /// A whole number inside a range.
  mutating func integer(
    _ name: String, in range: ClosedRange<Int>, default fallback: Int
  ) throws(UsageError) -> Int {
    guard let text = try option(name) else { return fallback }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "\(name) is a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not '\(Suggestion.excerpt(text))'")
    }
    return number
  }

  /// One of a few words.
  mutating func choice<Value>(
    _ name: String, _ what: String, among choices: [(String, Value)], default fallback: Value
  ) throws(UsageError) -> Value {
    guard let text = try option(name) else { return fallback }
    guard let choice = choices.first(where: { $0.0 == text }) else {
      let names = choices.map { $0.0 }
      throw UsageError(
        "unknown \(what) '\(Suggestion.excerpt(text))'\(Suggestion.text(for: text, among: names))"
          + "; there are \(names.joined(separator: ", "))")
    }
    return choice.1
  }

  /// A year, quarter or month.
  mutating func period(_ name: String) throws(UsageError) -> Period? {
    guard let text = try option(name) else { return nil }
    if let period = Period(text), period.kind != .months { return period }
    // A plain counter has small numbers.
    if let step = Int(text), abs(step) < 1_000_000_000 { return Period(step: step) }
    throw UsageError("\(name) is a period such as 2019, not '\(Suggestion.excerpt(text))'")
  }

  /// A date as far as it is known, such as `2019-02`.
  mutating func date(_ name: String) throws(UsageError) -> PublicationDate? {
    guard let text = try option(name) else { return nil }
    guard let date = PublicationDate(text) else {
      throw UsageError(
        "\(name) is a date such as 2019-02 or 2019-02-27, not '\(Suggestion.excerpt(text))'")
    }
    return date
  }

  /// The next word that is no option, a year, or `nil`.
  mutating func year() throws(UsageError) -> Period? {
    guard let text = try positional() else { return nil }
    guard let year = Period(text), year.kind == .year else {
      throw UsageError("a year such as 2024 is expected, not '\(Suggestion.excerpt(text))'")
    }
    return year
  }

  /// Percentages such as `80,95`, as fractions; 1 to 5 of them.
  mutating func levels(default fallback: [Double]) throws(UsageError) -> [Double] {
    guard let text = try option("--level") else { return fallback }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { NumberText.number($0.trimmed) }
    let levels = Set(numbers.compactMap { $0 }.filter { $0 >= 1 && $0 <= 99.99 })
    guard !levels.isEmpty, levels.count == numbers.count, levels.count <= 5 else {
      throw UsageError(
        "--level takes one to five different percentages from 1 to 99.99, such as 80,95, "
          + "not '\(Suggestion.excerpt(text))'")
    }
    return levels.sorted().map { $0 / 100 }
  }

  /// Names separated by commas; empty where the option is not there.
  mutating func list(_ name: String) throws(UsageError) -> [String] {
    guard let text = try option(name) else { return [] }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    guard !names.contains("") else {
      throw UsageError("\(name) has an empty name in '\(Suggestion.excerpt(text))'")
    }
    return names
  }
}
