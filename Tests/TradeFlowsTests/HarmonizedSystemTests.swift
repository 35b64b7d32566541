import Testing
import TradeFlows

@Suite struct HarmonizedSystemTests {
  private let entries =
    HarmonizedSystem.sections + HarmonizedSystem.chapters + HarmonizedSystem.headings

  @Test func `has 21 sections, 97 chapters and two of statistics, 1229 headings`() {
    #expect(HarmonizedSystem.sections.count == 21)
    let chapters = HarmonizedSystem.chapters.map(\.code)
    #expect(chapters == (1...99).map { $0 < 10 ? "0\($0)" : "\($0)" })
    #expect(HarmonizedSystem.headings.count == 1229)
    let headings = HarmonizedSystem.headings.map(\.code)
    #expect(headings == Set(headings).sorted())
    #expect(headings.last == "9999")
  }

  @Test func `labels fit a table`() {
    for entry in entries {
      #expect(!entry.label.isEmpty && entry.label.count <= 32, "\(entry.code) \(entry.label)")
      #expect(!entry.description.isEmpty)
    }
  }

  @Test func `labels are in sentence case and plain words`() {
    for entry in entries {
      let first = entry.label.first
      #expect(first?.isUppercase == true || first?.isNumber == true, "\(entry.label)")
      #expect(!entry.label.contains("&") && !entry.label.contains("n.e.c"), "\(entry.label)")
      #expect(entry.label.last?.isLetter == true || entry.label.last == "%", "\(entry.label)")
      #expect(!entry.label.contains("  ") && entry.label.allSatisfy(\.isASCII), "\(entry.label)")
    }
  }

  @Test func `labels are distinct within a chapter, and among sections and chapters`() {
    let chapters = Dictionary(grouping: HarmonizedSystem.headings) { $0.code.prefix(2) }
    #expect(chapters.count == 97, "96 with headings, and 99")
    for (chapter, headings) in chapters {
      #expect(Set(headings.map(\.label)).count == headings.count, "\(chapter)")
    }
    #expect(Set(HarmonizedSystem.sections.map(\.label)).count == 21)
    #expect(Set(HarmonizedSystem.chapters.map(\.label)).count == 99)
  }

  /// By hand, from the nomenclature of the World Customs Organization.
  @Test(
    arguments: [
      ("0101", "Live horses and asses"), ("1001", "Wheat"), ("2709", "Crude oil"),
      ("8517", "Mobile and other telephones"), ("8542", "Integrated circuits"),
      ("8703", "Cars"), ("72", "Iron and steel"), ("XVI", "Machinery and electronics"),
    ]
  )
  func `some labels`(code: String, label: String) {
    #expect(Commodity(code)?.label == label)
  }
}
