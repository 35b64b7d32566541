extension Language {
  /// Russian.
  public static let russian = Language(
    code: "ru", name: "Русский", numbers: russianNumbers, phrasebook: { russianPhrases })

  private static let russianNumbers = NumberFormat(
    decimalMark: ",", groupMark: "\u{A0}", minus: "\u{2212}",
    percentSign: "\u{A0}%")

  /// Read when a report is first translated.
  private static let russianPhrases = Phrasebook(
    [
      Russian.words, Russian.names, Russian.sentences, Russian.findings, Russian.goods,
      Russian.countries, Russian.events,
    ], numbers: russianNumbers)
}

/// The tables of Russian, a topic a file; see `Phrasebook` for how they are written.
enum Russian {}
