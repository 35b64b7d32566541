import Testing
import TradeSeries

@Suite struct ETSFormTests {
  @Test func `there are nineteen, each with two names that read back`() {
    #expect(ETSForm.all.count == 19)
    #expect(Set(ETSForm.all).count == 19)
    for form in ETSForm.all {
      #expect(ETSForm(form.name) == form)
      #expect(ETSForm(form.description) == form)
    }
    #expect(("MAdM" as ETSForm).description == "ETS(M,Ad,M)")
    #expect(("MAdM" as ETSForm).name == "MAdM")
  }

  @Test(arguments: ["ANM", "AMN", "AMdA", "MMA", "NAN", "NNN", "AA", "", "aan", "ETS(A,A)"])
  func `combinations that are not stable or no forms are refused`(name: String) {
    #expect(ETSForm(name) == nil)
  }

  @Test func `a trend that is not there cannot fade`() {
    #expect(ETSForm(error: .additive, isDamped: true) == nil)
    #expect(ETSForm(error: .none) == nil)
  }

  @Test func `parameters are counted with the initial state`() {
    let counts = ["ANN", "AAN", "AAdN", "ANA", "AAA", "MAdM"].map { name in
      ETSForm(name)?.parameterCount(season: 12)
    }
    // α l; α β l b; and φ; α γ l and eleven free seasons; …
    #expect(counts == [2, 4, 5, 14, 16, 17])
    #expect(
      ETSForm.all.filter { !$0.needsPositive }.map(\.name).sorted() == [
        "AAA", "AAN", "AAdA", "AAdN", "ANA", "ANN",
      ])
  }
}
