extension Language {
  /// Vietnamese.
  public static let vietnamese = Language(
    code: "vi", name: "Tiếng Việt", numbers: vietnameseNumbers, phrasebook: { vietnamesePhrases })

  private static let vietnameseNumbers = NumberFormat(
    decimalMark: ",", groupMark: ".", minus: "\u{2212}",
    percentSign: "%")

  /// Read when a report is first translated.
  private static let vietnamesePhrases = Phrasebook(
    [
      Vietnamese.words, Vietnamese.names, Vietnamese.sentences, Vietnamese.findings,
      Vietnamese.goods, Vietnamese.countries, Vietnamese.events,
    ], numbers: vietnameseNumbers)
}

/// The tables of Vietnamese, a topic a file; see `Phrasebook` for how they are written.
enum Vietnamese {}
