import Synchronization

/// The names of each part of a key, numbered as they turn up, and what is known of them.
///
/// Shared by all workers and all files: a name has the same number wherever it stands. Numbers
/// depend on who came first, so nothing that is printed may depend on them.
final class NameTable: Sendable {
  private struct Names {
    var numbers: [String: Int] = [:]
    var texts: [String] = []
  }

  private let unmatched = Mutex<Set<String>>([])
  private let parts: Mutex<[FlowKey.Part: Names]>

  /// Number 0 of every part is no name at all.
  init() {
    let none = Names(numbers: ["": 0], texts: [""])
    parts = Mutex(
      Dictionary(uniqueKeysWithValues: FlowKey.Part.allCases.map { ($0, none) }))
  }

  /// The number of a name, a new one where it has none; `nil` where a key has no room for more.
  func number(of name: String, in part: FlowKey.Part) -> Int? {
    parts.withLock { parts in
      if let number = parts[part]?.numbers[name] { return number }
      let number = parts[part]?.texts.count ?? 0
      guard number < part.capacity else { return nil }
      parts[part]?.numbers[name] = number
      parts[part]?.texts.append(name)
      return number
    }
  }

  /// Remembers a country's name or code that is none of those known.
  func noteUnmatched(_ name: String) { unmatched.withLock { _ = $0.insert(name) } }

  /// The countries' names and codes that are none of those known, in order.
  var unmatchedNames: [String] { unmatched.withLock { $0.sorted() } }

  /// All names of a part, by their numbers.
  func names(of part: FlowKey.Part) -> [String] { parts.withLock { $0[part]?.texts ?? [] } }
}
