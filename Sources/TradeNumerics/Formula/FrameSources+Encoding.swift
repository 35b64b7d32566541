import TradeTables

/// The levels of rows that are encoded, by what was learned from others.
///
/// A cell that is a known level is that level, even `NA` (Namibia); only then is a mark for "not
/// available" a missing value.
extension FrameSources {
  /// Whether the level is missing in each row.
  static func isMissing(
    _ name: String, _ encoding: FrameEncoding?, _ reader: inout FormulaReader
  ) throws(RegressionError) -> [Bool] {
    guard let encoding else { return try reader.levels(name).map { $0 == nil } }
    let known = LevelIndex(encoding.levels(of: name))
    return try reader.levelTexts(name).map { text in
      guard let text else { return true }
      return ColumnLevels.isMark(text) && known.place(of: text) == nil
    }
  }

  /// A column as a factor with the levels that were learned; any other level throws.
  func factor(_ name: String, learned levels: [String]) throws(RegressionError) -> Factor {
    let known = LevelIndex(levels)
    let texts = try reader.levelTexts(name)
    var codes: [Int32] = []
    for row in rows {
      let text = texts[row] ?? ""
      guard let place = known.place(of: text) else {
        throw .unknownLevel(
          text, at: reader.table.place(row: row, column: name), available: levels)
      }
      codes.append(Int32(place))
    }
    return Factor(name: name, levels: levels, codes: codes)
  }

  /// For each effect the level of each row, among those that were learned.
  func effectLevels(_ learned: [[String]]) throws(RegressionError) -> [[EncodedRows.EffectLevel]] {
    var effects: [[EncodedRows.EffectLevel]] = []
    for (effect, levels) in zip(formula.effects, learned) {
      let known = LevelIndex(levels)
      var columns: [[String?]] = []
      for name in effect.columns { columns.append(try reader.levelTexts(name)) }
      effects.append(
        rows.map { row in
          let text = columns.map { $0[row] ?? "" }.joined(separator: "^")
          return EncodedRows.EffectLevel(text: text, code: known.place(of: text))
        })
    }
    return effects
  }
}

extension FrameEncoding {
  /// The levels that were learned of a column, whether of a factor or of an effect by itself.
  fileprivate func levels(of column: String) -> [String] {
    for part in parts.values {
      if case .levels(column, let levels, _) = part { return levels }
    }
    let effect = formula.effects.firstIndex { $0.columns == [column] }
    return effect.map { effectLevels[$0] } ?? []
  }
}
