import Corridor
import Glibc

/// Least squares on a file that is read in blocks and never whole in memory.
///
/// A regular file of more than an eighth of the machine's memory is read so without being asked: its
/// rows take about as much as the file as cells, twice that as numbers and once more as a matrix, so
/// that a larger share would not leave room for anything else. What a stream cannot do is then done
/// in memory.
extension RegressCommand {
  /// Whether the file is better not read whole, and need not be.
  var isTooLarge: Bool {
    guard whyNotStreamed == nil, let size = InputFile.size(data.name) else { return false }
    let memory = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    return Self.isTooLarge(size, memory: memory)
  }

  /// Whether a file of so many bytes is more than an eighth of the memory.
  static func isTooLarge(_ size: Int, memory: Int) -> Bool { size > memory / 8 }

  /// What a stream cannot do of what is asked for; `nil` where it can do all of it.
  var whyNotStreamed: String? {
    if data.builtIn != nil { return "--stream is for files; '\(data.name)' is built in" }
    if isCensored || (family ?? .gaussian) != .gaussian {
      return "--stream is for least squares; other families go over the rows many times"
    }
    if weight != nil { return "--stream takes no --weights" }
    if isDiagnosed { return "--stream has no --diagnostics: they need all residuals at once" }
    if newRows != nil { return "--stream has no --predict; leave out one of them" }
    if (!data.by.isEmpty || data.time != nil) && formulas.contains(where: \.hasLags) {
      return
        "--stream has lags by the rows above only; lags by --by and --time need all rows at once"
    }
    for formula in formulas {
      do throws(RegressionError) { _ = try StreamedRegression(formula) } catch {
        return "--stream: \(error)"
      }
    }
    guard InputFile.size(data.name) == nil else { return nil }
    if errors.covariance != .classical {
      return "--se of that kind reads the data a second time: give a file, or leave --se out"
    }
    if formulas.count > 1 {
      return "several models read the data several times: give a file, or one formula"
    }
    return nil
  }

  /// A model by itself, and as one of several, from rows that are read once.
  func streamed(_ formula: Formula) throws -> Answer {
    var regression = try StreamedRegression(formula)
    var bounds = 0
    var repeats = RepeatedPeriods()
    try forEachTable(formula) { rows, marks in
      if formula.hasLags { try repeats.read(rows) }
      try regression.add(exact(rows, marks))
      bounds += marks.qualifiers.count { $0.isBound }
    }
    let fit = try regression.fit()
    let estimates = try streamedEstimates(fit)
    var report = Report.regression(
      fit, estimates: estimates, level: level, notes: errors.notes(on: estimates), stars: isStarred)
    let passes = errors.covariance == .classical ? "once" : "twice"
    report.remarks = ["the data are read as a stream, \(passes), in constant memory"]
    report.remarks += Self.remarks(bounds: bounds) + repeats.remarks
    return (report, Report.Model(fit, estimates))
  }

  private func streamedEstimates(_ fit: StreamedRegression.Fit) throws -> Estimates {
    guard errors.covariance != .classical else { return fit.estimates() }
    var covariance = try StreamedCovariance(fit, errors.covariance, clusters: errors.clusters)
    try forEachTable(fit.formula) { rows, marks in try covariance.add(exact(rows, marks)) }
    try require(covariance.whyNoCovariance)
    return covariance.estimates
  }

  /// The rows that are asked for and what is said of the response, a block at a time.
  private func forEachTable(
    _ formula: Formula, _ body: (_ rows: Table, _ marks: Marks) throws -> Void
  ) throws {
    var stream = try data.stream()
    while let next = try stream.next() {
      let (rows, marks) = try rows(of: next, formula)
      guard family == .gaussian || !marks.qualifiers.contains(where: \.isBound) else {
        throw UsageError(
          "the data have bounds, and a tobit model needs all rows in memory; "
            + "--family gaussian leaves the bounds out")
      }
      try body(rows, marks)
    }
  }
}
