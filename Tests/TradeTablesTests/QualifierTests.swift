import Testing
import TradeTables

@Suite struct QualifierTests {
  /// The words of CSV files are a contract.
  @Test func `has the words that files hold`() {
    #expect(
      Qualifier.allCases.map(\.rawValue) == [
        "exact", "moreThan", "lessThan", "about", "estimated", "preliminary", "mirror",
        "undetermined",
      ])
  }

  @Test func `has the marks that text tables print`() {
    #expect(Qualifier.allCases.map(\.symbol) == ["", ">", "<", "~", "~", "p", "m", ""])
  }

  @Test(arguments: Qualifier.allCases) func `reads its own word and its own mark`(
    qualifier: Qualifier
  ) {
    let isWritten = qualifier != .undetermined
    #expect(Qualifier(cell: qualifier.rawValue) == (isWritten ? qualifier : nil))
    guard !qualifier.symbol.isEmpty else { return }
    // Both "about" and "estimated" are printed with ~, which reads as "about".
    #expect(Qualifier(cell: qualifier.symbol) == (qualifier == .estimated ? .about : qualifier))
  }

  @Test func `reads limits that may be reached as bounds, and nothing else`() {
    for (text, qualifier) in [
      ("≥", Qualifier.moreThan), (">=", .moreThan), ("≤", .lessThan), ("<=", .lessThan),
      ("≈", .about), ("=", .exact),
    ] { #expect(Qualifier(cell: text) == qualifier) }
    for text in ["", " ", ">>", "morethan", "~5", "P"] { #expect(Qualifier(cell: text) == nil) }
  }

  @Test(arguments: Qualifier.allCases) func `explains its mark`(qualifier: Qualifier) {
    #expect(qualifier.explanation.hasPrefix(qualifier.symbol))
    #expect(qualifier.explanation.count > qualifier.symbol.count + 1)
  }

  @Test func `explains every qualifier in its own words`() {
    #expect(Set(Qualifier.allCases.map(\.explanation)).count == Qualifier.allCases.count)
  }

  @Test func `bounds are more than and less than`() {
    #expect(Qualifier.allCases.filter(\.isBound) == [.moreThan, .lessThan])
  }

  @Test func `the weaker of two follows the published order`() {
    let order: [Qualifier] = [.exact, .preliminary, .estimated, .mirror, .about]
    for (strong, first) in order.enumerated() {
      for (weak, second) in order.enumerated() {
        #expect(Qualifier.weaker(first, second) == order[max(strong, weak)])
      }
    }
  }

  @Test(arguments: Qualifier.allCases) func `nothing is weaker than undetermined`(
    qualifier: Qualifier
  ) {
    #expect(Qualifier.weaker(qualifier, .undetermined) == .undetermined)
    #expect(Qualifier.weaker(.undetermined, qualifier) == .undetermined)
    #expect(Qualifier.weaker(qualifier, qualifier) == qualifier)
  }
}
