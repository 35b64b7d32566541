import TradeSeries

/// What files call the direction of trade.
struct FlowName {
  /// `nil` for parts of exports and imports that are no flow of their own.
  let flow: Flow?

  /// Reads the words and codes of the statistical offices; `nil` for anything else.
  init?(_ text: String) {
    guard let flow = Self.names[TableHead.key(text)] else { return nil }
    self.flow = flow
  }

  private static let names: [String: Flow?] = {
    var names: [String: Flow?] = [:]
    for name in ["2", "x", "export", "exports", "exp", "gross exp.", "grossexport", "e"] {
      names[TableHead.key(name)] = .export
    }
    for name in ["1", "m", "import", "imports", "imp", "grossimp", "grossimport", "i"] {
      names[name] = .import
    }
    for name in ["3", "rx", "reexport", "reexports", "reexp"] { names[name] = .reExport }
    for name in ["4", "rm", "reimport", "reimports", "reimp"] { names[name] = .reImport }
    for name in ["turnover", "trade", "totaltrade"] { names[name] = .turnover }
    // Domestic exports, foreign imports, goods for and after processing: inside X and M.
    for name in ["dx", "fm", "mip", "mop", "xip", "xop", "domesticexport", "foreignimport"] {
      names[name] = .some(nil)
    }
    return names
  }()
}
