import TradeTables

/// Why a search for a code has no answer.
public enum ClassificationError: Error, Equatable {
  /// Nothing has such a code or such words; with the nearest that something has.
  case notFound(String, nearest: String?)
  /// A heading, or a part of one, that HS 2022 does not have.
  case notInEdition(String)
}

extension ClassificationError: CustomStringConvertible {
  /// What was not found, and what would help.
  public var description: String {
    switch self {
    case .notFound(let text, let nearest):
      "there is no commodity, country or group '\(Suggestion.excerpt(text))'"
        + (nearest.map { " (did you mean '\($0)'?)" } ?? "")
    case .notInEdition(let code):
      "HS 2022 has no code \(code), which another edition may have; its chapter is shown by: "
        + "corridor codes \(code.prefix(2))"
    }
  }
}

extension CodeSearch {
  /// Why there are no matches.
  public var fault: ClassificationError {
    if let commodity = Self.commodity(text), commodity.chapter?.label != nil {
      return .notInEdition(commodity.code)
    }
    // A code that has lost the zero in front.
    if let code = Commodity("0" + text), code.isInNomenclature {
      return .notFound(text, nearest: code.code)
    }
    // A number that nothing has is near nothing.
    guard !text.contains(where: \.isNumber) else { return .notFound(text, nearest: nil) }
    let names = PartnerIndex.names.flatMap { [$0.0.code] + $0.1 }
    let labels = (HarmonizedSystem.chapters + HarmonizedSystem.headings).map(\.label)
    let words = labels.flatMap { $0.split { !$0.isLetter }.map(String.init) }
      .filter { $0.count >= 4 }
    return .notFound(text, nearest: Suggestion.nearest(to: text, among: names + labels + words))
  }
}
