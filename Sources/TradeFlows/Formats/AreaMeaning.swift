/// Which country, group of countries or the world a field names.
struct AreaMeaning {
  /// The ISO 3166 alpha-3 code, the code of a group, `WLD`, or the text itself where it is unknown.
  let code: String
  let kind: FlowLevel.Area
  let isKnown: Bool

  /// Understands codes and names as the statistical offices write them.
  init(_ text: String) {
    switch text {
    case "0", "WLD", "W00", "World", "WORLD": (code, kind, isKnown) = ("WLD", .world, true)
    default: (code, kind, isKnown) = (text, .country, true)
    }
  }
}
