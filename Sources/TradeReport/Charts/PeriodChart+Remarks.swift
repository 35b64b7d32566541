import TradeTables

extension Chart {
  /// What the drawing says in words beside its values: what is aimed at, and what happened when.
  func remarks(_ language: Language) -> [String] {
    guard case .periods(let chart) = kind else { return [] }
    return chart.remarks(language)
  }
}

extension PeriodChart {
  /// A line for each target and each event, with its period.
  func remarks(_ language: Language) -> [String] {
    let style = Column.Style.decimal(1).adapted(to: targets.map(\.value))
    let aims = targets.map { target in
      let value = target.value.isFinite ? language.numbers.text(target.value, style) : "–"
      let words = target.text.isEmpty ? "" : " (\(target.text))"
      return "\(language.phrase("Target")) \(target.label): \(value)\(words)"
    }
    return aims + events.map { "\($0.label): \($0.text)" }
  }
}
