extension Language {
  /// Kazakh.
  public static let kazakh = Language(
    code: "kk", name: "Қазақша", numbers: kazakhNumbers, phrasebook: { kazakhPhrases })

  private static let kazakhNumbers = NumberFormat(
    decimalMark: ",", groupMark: "\u{A0}", minus: "\u{2212}",
    percentSign: "\u{A0}%")

  /// Read when a report is first translated.
  private static let kazakhPhrases = Phrasebook(
    [
      Kazakh.words, Kazakh.names, Kazakh.sentences, Kazakh.findings, Kazakh.goods, Kazakh.countries,
      Kazakh.events,
    ], numbers: kazakhNumbers)
}

/// The tables of Kazakh, a topic a file; see `Phrasebook` for how they are written.
enum Kazakh {}
