extension Report {
  /// What a model expects of the rows of a table: the columns that it reads and the predictions.
  ///
  /// `response` is the left side of the formula, on whose scale the predictions are.
  public static func predictions(
    _ predictions: Predictions, of table: Table, columns: [String], title: String,
    response: Formula.Expression
  ) throws(TableError) -> Report {
    var shown: [Column] = []
    for name in columns {
      // Numbers of a file are text until now; they stand to the right as numbers do.
      shown.append(
        table.isNumeric(name) ? .number(name, try table.numbers(name)) : try table.column(name))
    }
    var notes: [String] = []
    if case .call(.log, let inner) = response {
      let name = inner.description
      notes.append(
        "The predictions are of \(response): exp() of fit and ends is the median of \(name) and "
          + "its interval.")
    } else if case .column = response {
    } else {
      notes.append("The predictions are of \(response).")
    }
    var report = Report(
      "Predictions of \(title)",
      .table("predictions", Table(shown + predictions.table.columns)), .notes(notes))
    report.remarks = predictions.notes
    return report
  }
}
