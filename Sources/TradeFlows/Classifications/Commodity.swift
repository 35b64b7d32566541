import TradeTables

/// A commodity by its code in the Harmonized System, or a group of commodities.
///
///     let wheat = Commodity("100199")
///     wheat?.level                    .subheading
///     wheat?.parent?.label            "Wheat"
///     wheat?.chapter?.section?.label  "Vegetable products"
///
/// The first two digits are the chapter, four the heading, six the subheading; more are a country's
/// own. A code is text: `0101` without its zero would be another one. Revisions of the system add
/// and drop headings, so a code that HS 2022 does not have is a commodity all the same; it only has
/// no label.
public struct Commodity: Sendable, Hashable {
  /// How much a code takes in; a sum takes one level only.
  public enum Level: Int, Sendable, CaseIterable, Comparable {
    /// All commodities.
    case total
    /// One of 21 sections, I to XXI.
    case section
    /// Two digits.
    case chapter
    /// Four digits.
    case heading
    /// Six digits, the most that all countries share.
    case subheading
    /// Eight digits and more, of one country or union.
    case national

    /// By the number of digits.
    public static func < (first: Level, second: Level) -> Bool { first.rawValue < second.rawValue }
  }

  /// `TOTAL`, a numeral such as `XV`, or digits.
  public let code: String
  /// How much the code takes in.
  public let level: Level

  /// All commodities.
  public static let total = Commodity(code: "TOTAL", level: .total)

  private init(code: String, level: Level) {
    self.code = code
    self.level = level
  }

  /// Reads `TOTAL`, `XV`, `72`, `7201`, `72.01`, `720110`, `7201 10 00`.
  ///
  /// `nil` for anything else, and for an odd number of digits: 101 may be 0101 without its zero.
  public init?(_ text: String) {
    let letters = text.trimmed.uppercased()
    if letters == Self.total.code {
      self = .total
    } else if Self.numerals.contains(letters) {
      self.init(code: letters, level: .section)
    } else {
      let digits = letters.filter { $0 != "." && $0 != " " }
      guard digits.utf8.allSatisfy({ $0 &- 48 < 10 }), digits.prefix(2) != "00",
        let level = Self.level(of: digits.utf8.count)
      else { return nil }
      self.init(code: digits, level: level)
    }
  }

  private static func level(of digits: Int) -> Level? {
    switch digits {
    case 2: .chapter
    case 4: .heading
    case 6: .subheading
    case 8, 10, 12: .national
    default: nil
    }
  }

  private static let numerals = Set(HarmonizedSystem.sections.map(\.code))
}

extension Commodity {
  /// The next larger group; `nil` for the total.
  public var parent: Commodity? {
    switch level {
    case .total: nil
    case .section: .total
    case .chapter: section ?? .total
    case .heading: Commodity(code: String(code.prefix(2)), level: .chapter)
    case .subheading: Commodity(code: String(code.prefix(4)), level: .heading)
    case .national: Commodity(code: String(code.prefix(6)), level: .subheading)
    }
  }

  /// The chapter that the code belongs to or is; `nil` above chapters.
  public var chapter: Commodity? {
    level < .chapter ? nil : Commodity(code: String(code.prefix(2)), level: .chapter)
  }

  /// The section that the code belongs to or is; `nil` for the total and for chapters 98 and 99.
  public var section: Commodity? {
    if level == .section { return self }
    return chapter.flatMap { HarmonizedSystem.sectionOfChapter[$0.code] }
      .map { Commodity(code: $0, level: .section) }
  }

  /// Everything that the code is part of, the nearest first and the total last.
  public var ancestors: [Commodity] { parent.map { [$0] + $0.ancestors } ?? [] }

  /// The chapters of a section or the headings of a chapter; none of other levels.
  public var parts: [Commodity] {
    switch level {
    case .total: HarmonizedSystem.sections.map { Commodity(code: $0.code, level: .section) }
    case .section:
      HarmonizedSystem.chapters.map { Commodity(code: $0.code, level: .chapter) }
        .filter { $0.section == self }
    case .chapter:
      HarmonizedSystem.headings.filter { $0.code.hasPrefix(code) }
        .map { Commodity(code: $0.code, level: .heading) }
    case .heading, .subheading, .national: []
    }
  }

  /// The short name in HS 2022; `nil` for subheadings, national lines and what it does not have.
  public var label: String? {
    level == .total ? "All commodities" : HarmonizedSystem.byCode[code]?.label
  }

  /// The description in HS 2022, as far as there is a label.
  public var description: String? {
    level == .total ? label : HarmonizedSystem.byCode[code]?.description
  }
}
