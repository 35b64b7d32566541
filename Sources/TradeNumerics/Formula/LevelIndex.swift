import TradeTables

/// Finds the level that a cell names, among levels that are known already.
///
/// `2018.0` names the level `2018`, because a file may write a number otherwise than the first did.
struct LevelIndex {
  private let places: [String: Int]

  init(_ levels: [String]) {
    places = Dictionary(
      levels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of the level; `nil` where the text names none.
  func place(of text: String) -> Int? {
    if let place = places[text] { return place }
    return NumberText.number(text).flatMap { places[NumberText.full($0 + 0)] }
  }
}
