import TradeTables

/// What an SDMX observation says of itself besides its value: how good it is, and what else it is
/// told apart by.
///
/// Codes of status: SDMX, *Cross-domain code lists*, `CL_OBS_STATUS` 2.2 and `CL_CONF_STATUS` 1.3;
/// Eurostat has the same letters small and several of them together, as `OBS_FLAG`.
extension LayoutBuilder {
  /// The columns of status.
  mutating func statuses() {
    if let column = head.column("OBS_STATUS", "OBS_FLAG") {
      add(column) { text in
        var level = FlowLevel()
        switch text {
        // Estimated, forecast, imputed.
        case "E", "F", "I": level.qualifier = .estimated
        case "P": level.qualifier = .preliminary
        // Suppressed: there is a value, which is not given.
        case "C", "Q": level.isConfidential = true
        default: return FieldMeaning(key: NumberStyle.Mark(flags: text)?.key ?? FlowKey())
        }
        return FieldMeaning(key: FlowKey(level: level))
      }
    }
    if let column = head.column("CONF_STATUS") {
      add(column) { text in
        var level = FlowLevel()
        level.isConfidential = !["", "F", "A"].contains(text.uppercased())
        return FieldMeaning(key: FlowKey(level: level))
      }
    }
  }

  /// Dimensions of which nothing is known but that rows which differ in them are not to be added up:
  /// every row has to say the same there.
  ///
  /// They stand before the period; a name with small and large letters is the label of the column
  /// before.
  mutating func otherDimensions(before period: Int, except known: [Int?]) {
    let others = head.names.indices.prefix(period).filter { column in
      let name = head.names[column]
      let isCode = name == name.uppercased() || name == name.lowercased()
      return isCode && !known.contains(column) && !Self.bookkeeping.contains(TableHead.key(name))
    }
    for column in others {
      guard let first = head.sample(of: column).first(where: { !$0.isEmpty }) else { continue }
      add(column) { text throws(FieldFault) in
        guard text.isEmpty || text == first else {
          throw FieldFault(
            reason: "stands beside '\(Suggestion.excerpt(first))' in other rows, and nothing says "
              + "whether the two can be added up; keep the rows of one")
        }
        return FieldMeaning()
      }
    }
  }

  /// Columns that say where the row is from, and the frequency, which the period says as well.
  private static let bookkeeping: Set<String> = [
    "structure", "structureid", "structurename", "action", "dataflow", "lastupdate", "freq",
    "frequency", "unitmult", "decimals", "obsstatus", "obsflag", "confstatus", "obsvalue",
    "timeformat", "timeperiod", "country", "title", "time",
  ]
}
