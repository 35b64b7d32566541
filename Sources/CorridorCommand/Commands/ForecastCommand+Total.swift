import Corridor

/// Forecasts whose sums hold: `--total` and `--reconcile`.
struct TotalOption {
  /// The way that was named.
  let reconciliation: (any Reconciliation)?

  static let usage = """
      --total               forecast the total too and let the groups add up to it
                            (--by SECTION,GROUP: sections as well)
      --reconcile WAY       how: \(Reconciliations.all.map(\.name).joined(separator: ", "));
                            mint where not given
    """

  /// Takes the options; `nil` where no total was asked for.
  init?(_ arguments: inout Arguments) throws(UsageError) {
    let isAsked = arguments.flag("--total")
    let ways = Reconciliations.all.map { ($0.name, Optional($0)) }
    reconciliation = try arguments.choice(
      "--reconcile", "way to reconcile", among: ways, default: nil)
    guard isAsked else {
      guard reconciliation == nil else {
        throw UsageError("--reconcile says how sums are made to hold; it goes with --total")
      }
      return nil
    }
  }
}

extension ForecastCommand {
  /// The groups, the sums of sections and the total, with how sums were made to hold.
  func totalReport(_ option: TotalOption) throws -> Report {
    let hierarchy = try data.hierarchy()
    let result = hierarchy.forecasts(
      with: method, reconciledBy: option.reconciliation, horizon: horizon, levels: levels,
      workers: jobs)
    var report = Report.forecasts(
      .stacked(result.forecasts.map(\.table)), title: "Forecasts that add up, \(data.name)",
      notes: result.notes)
    if result.fallbackCount > 0 {
      report.remarks.append(
        "\(result.fallbackCount) of \(result.forecasts.count) series took auto instead of "
          + "\(method.name); their rows say why")
    }
    if isExplained {
      let groups = Panel(Array(hierarchy.series.prefix(hierarchy.leafCount)), workers: jobs)
      report.remarks += groups.explanation(of: result.learned)
    }
    return report
  }
}

extension DataOptions {
  /// The series of the data with what they are the parts of.
  func hierarchy() throws -> Hierarchy {
    switch builtIn?.content {
    case .pair:
      throw UsageError(
        "'\(name)' is one series and has no groups; those that have: kaz-exports, vnm-exports, "
          + "kz-vn-goods")
    case .groups, .commodities:
      let categories = try goods(classification: .product).categories
      return try Hierarchy(
        Categories(
          parts: categories.parts.map { part in
            Categories.Part(
              code: part.code, name: part.name, series: try converted(part.series))
          },
          total: categories.total.map { try converted($0) }, unit: categories.unit),
        from: from, until: until)
    case nil:
      return try Hierarchy(
        table(), reader: reader, from: counted(from), until: counted(until))
    }
  }
}
