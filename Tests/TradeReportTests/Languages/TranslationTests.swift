import Testing
import TradeReport
import TradeTables
import TradeTestSupport

@Suite struct TranslationTests {
  private static let others = Language.all.filter { $0 != .english }

  /// One text as a report in the language has it.
  private func text(_ english: String, _ language: Language) -> String {
    Report(english, .text("")).translated(to: language).title
  }

  // MARK: Texts

  @Test func `a phrase is looked up, also where it begins with a capital`() {
    #expect(text("Forecast", .russian) == "Прогноз")
    #expect(text("Forecast", .vietnamese) == "Dự báo")
    #expect(text("Forecast", .kazakh) == "Болжам")
    #expect(text("turnover", .russian) == "товарооборот")
    #expect(text("Turnover", .russian) == "Товарооборот")
  }

  @Test func `a sentence keeps its numbers, in the marks of the language`() {
    let lead =
      "Kazakhstan–Viet Nam turnover was 1 879.0 USD million in 2024 (-10.2 % on the year before)."
    #expect(
      text(lead, .russian)
        == "Товарооборот Казахстан – Вьетнам составил 1\u{A0}879,0 млн долл. США в 2024 г. "
        + "(\u{2212}10,2\u{A0}% к предыдущему году).")
    #expect(
      text(lead, .vietnamese)
        == "Kim ngạch thương mại hai chiều Kazakhstan – Việt Nam năm 2024 đạt 1.879,0 triệu USD "
        + "(\u{2212}10,2% so với năm trước).")
    #expect(
      text(lead, .kazakh)
        == "Қазақстан – Вьетнам тауар айналымы 2024 ж. 1\u{A0}879,0 млн АҚШ доллары болды "
        + "(алдыңғы жылға қарағанда \u{2212}10,2\u{A0}%).")
  }

  @Test func `each sentence of a text is translated by itself`() {
    #expect(
      text(
        "Across a gap there is none. Nobody translates this. 2024: the partner's figure.", .russian)
        == "Через пропуск прирост не рассчитывается. Nobody translates this. "
        + "2024: данные страны-партнёра.")
  }

  @Test func `years, dates, codes and addresses stay`() {
    #expect(
      text("No figure for 2020, 2021: nothing is put in; they stay gaps.", .russian)
        == "Нет данных за 2020, 2021: ничего не подставлено, пропуски сохранены.")
    for data in [
      "2024", "2025-12-16", "84-85", "0101.21", "KAZ", "[1]",
      "https://example.org/report-on-turnover",
      "1 890.5", "-10.2 %",
    ] {
      #expect(text(data, .russian) == data)
    }
    #expect(text("named 2025-05-06", .russian) == "назван 2025-05-06")
    #expect(
      text("No figure for 0101.21: nothing is put in; it stays a gap", .vietnamese)
        == "Không có số liệu cho 0101.21: không điền giá trị thay thế, để trống")
  }

  @Test func `a list is translated where all of it is known`() {
    #expect(
      text("New in 2015: Ores, slag, ash, Food and live animals, Copper.", .russian)
        == "Впервые в 2015 году: Руды, шлак, зола, Продовольствие и живые животные, Медь.")
    #expect(
      text("Weights: naive 30 %, drift 45 % and theta 25 %.", .vietnamese)
        == "Trọng số: ngây thơ 30%, trôi dạt 45% và theta 25%.")
    #expect(text("Copper, Unobtainium", .russian) == "Copper, Unobtainium")
  }

  @Test func `a title of few known words is not changed in the middle`() {
    for title in [
      "Kazakhstan suggests Vietnam to produce electric vehicle batteries",
      "The road from Almaty to Hanoi", "Exports, a history of", "Turnover and despair",
      "VNM: The Astana Times",
    ] {
      for language in Self.others { #expect(text(title, language) == title) }
    }
  }

  @Test func `English changes nothing`() {
    let report = SampleReport.report.translated(to: .english)
    #expect(report.text == SampleReport.report.text)
    #expect(report.untranslated(in: .english) == [])
  }

  @Test func `a dash between two countries is a pair`() {
    #expect(text("Kazakhstan–Viet Nam", .vietnamese) == "Kazakhstan – Việt Nam")
    #expect(
      text("Revisions, Kazakhstan–Viet Nam turnover, USD million", .russian)
        == "Пересмотры, Товарооборот Казахстан – Вьетнам, млн долл. США")
    #expect(text("Kazakhstan–Atlantis", .russian) == "Kazakhstan–Atlantis")
  }

  @Test func `a number has marks only where it is one`() {
    let numbers = [
      ("1 890", "1.890"), ("-10.2 %", "\u{2212}10,2%"), (">500.0", ">500,0"),
      ("> -7.9 %", "> \u{2212}7,9%"),
      ("~1 000.5", "~1.000,5"), ("564.2–1 344.0", "564,2–1.344,0"), ("2019–2024", "2019–2024"),
      ("16.12.2025", "16.12.2025"), ("0101.21", "0101.21"), ("2025-12-16", "2025-12-16"),
      ("2024 100", "2024 100"), ("= 0.73", "= 0,73"), ("12 3456", "12 3456"), ("3.", "3."),
    ]
    for (english, vietnamese) in numbers {
      #expect(text("named \(english)", .vietnamese) == "nêu ngày \(vietnamese)")
    }
  }

  // MARK: Reports

  @Test(arguments: others) func `a whole report is translated`(language: Language) {
    #expect(SampleReport.report.untranslated(in: language) == [])
    let report = SampleReport.report.translated(to: language)
    #expect(report.language == language)
    #expect(report.sections.map(\.name) == SampleReport.report.sections.map(\.name))
    for (section, english) in zip(report.sections, SampleReport.report.sections) {
      #expect(section.heading != english.heading || english.heading.isEmpty)
    }
  }

  @Test func `what stays in English is named, each text once`() {
    let report = Report(
      "Forecast",
      .notes(["Nobody knows this.", "Method magic.", "Nobody knows this.", "2024", "Copper"]))
    #expect(report.untranslated(in: .kazakh) == ["Nobody knows this.", "magic"])
  }

  @Test(arguments: others) func `names of tables and columns, numbers and hidden columns stay`(
    language: Language
  ) {
    let report = SampleReport.report.translated(to: language)
    #expect(report.tables.map(\.name) == SampleReport.report.tables.map(\.name))
    for (table, english) in zip(report.tables, SampleReport.report.tables) {
      #expect(table.table.columns.map(\.name) == english.table.columns.map(\.name))
      for (column, before) in zip(table.table.columns, english.table.columns) {
        if before.isHidden { #expect(column == before) }
        if case .number = before.values { #expect(column.values == before.values) }
      }
    }
  }

  @Test(arguments: others) func `no digit of a report is lost or new`(language: Language) {
    var before: [String] = []
    _ = SampleReport.report.rewritten {
      before.append($0)
      return $0
    }
    var after: [String] = []
    _ = SampleReport.report.translated(to: language).rewritten {
      after.append($0)
      return $0
    }
    #expect(before.count == after.count)
    for (english, translated) in zip(before, after) {
      #expect(english.filter(\.isNumber).sorted() == translated.filter(\.isNumber).sorted())
    }
  }

  @Test(arguments: 1...6) func `any numbers survive, whatever the phrase`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    for language in Self.others {
      for entry in language.entries where entry.english.contains("{") {
        var numbers: [String] = []
        var english = ""
        for part in entry.english.split(separator: "}", omittingEmptySubsequences: false) {
          guard let open = part.firstIndex(of: "{") else {
            english += part
            continue
          }
          guard part.hasSuffix("#") else {
            english += part[..<open] + "Copper"
            continue
          }
          let number = NumberText.fixed(
            .random(in: -99_999...99_999, using: &generator),
            digits: .random(in: 0...3, using: &generator))
          numbers.append(number)
          english += part[..<open] + number
        }
        let translated = text(english, language)
        for number in numbers {
          let written = number.map { character in
            switch character {
            case ".": language.numbers.decimalMark
            case " ": language.numbers.groupMark
            case "-": language.numbers.minus
            default: String(character)
            }
          }.joined()
          #expect(translated.contains(written), "\(english)")
        }
      }
    }
  }

  // MARK: Any input

  @Test func `text from data stays as it is`() {
    let texts = [
      "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u{1B}[31mred\u{1B}[0m", "\u{202E}abc",
      "{1} => {2}", " => ", "\"quoted\"\nand broken", "", " ", ".", "..", "a. b. c.",
      "A.  B", "ends. ", "Ends in a mark? Yes.", "é. É. Қ. ",
    ]
    for language in Self.others {
      for text in texts { #expect(self.text(text, language) == text) }
    }
  }

  @Test(arguments: [
    "x", "to ", " and ", ", ", "in ", "1 ", "1.", ". A", "{} ", "–", " was 1 in ", "a year, ",
    "Exports of ", "Other (", "a, b and c ",
  ]) func `ten thousand bytes of anything are read`(part: String) {
    let long = String(repeating: part, count: 10_000 / part.utf8.count)
    for language in Self.others {
      let translated = text(long, language)
      #expect(translated.filter(\.isNumber) == long.filter(\.isNumber))
    }
  }

  @Test(arguments: 1...20) func `random words in gaps come through whole`(seed: Int) {
    var generator = SeededGenerator(seed: seed)
    let words = (0..<2).map { _ in
      (0..<Int.random(in: 3...20, using: &generator)).compactMap { _ in
        "abcdefzжđ\u{301}👩‍🌾<>&\"".randomElement(using: &generator).map(String.init)
      }.joined()
    }
    for language in Self.others {
      let translated = text("New in \(words[0])q: \(words[1])q", language)
      #expect(translated.contains(words[0]) && translated.contains(words[1]))
    }
  }
}
