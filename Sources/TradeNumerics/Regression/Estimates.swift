import TradeTables

/// Coefficients with their standard errors, whichever model and covariance they come from.
///
///     t = estimate / standard error        p = P(|T| > |t|)
///
/// T has Student's t distribution, or the normal one where there are no degrees of freedom to count.
public struct Estimates: Sendable, Equatable {
  /// The terms, in the order of the model.
  public let names: [String]
  /// One a term; `nil` where the term was dropped.
  public let values: [Double?]
  /// One a term; `nil` where it is undefined.
  public let standardErrors: [Double?]
  /// Degrees of freedom of t; `nil` for the normal distribution.
  public let degreesOfFreedom: Int?

  /// Estimates of terms; the lists have one element a term.
  public init(
    names: [String], values: [Double?], standardErrors: [Double?], degreesOfFreedom: Int?
  ) {
    precondition(
      names.count == values.count && names.count == standardErrors.count, "counts differ")
    self.names = names
    self.values = values
    self.standardErrors = standardErrors
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// estimate / standard error of each term.
  public var t: [Double?] {
    zip(values, standardErrors).map { value, error in
      guard let value, let error, error > 0 else { return nil }
      return value / error
    }
  }

  /// The probability of a larger |t| if the true value were zero.
  public var p: [Double?] {
    t.map { t in
      t.flatMap { t in
        guard let degreesOfFreedom else { return 2 * StandardNormal.upper(abs(t)) }
        return degreesOfFreedom > 0
          ? 2 * StudentT(degrees: Double(degreesOfFreedom)).upper(abs(t)) : nil
      }
    }
  }

  /// The confidence intervals of that probability.
  public func intervals(level: Double) -> [ClosedRange<Double>?] {
    let quantile =
      degreesOfFreedom.map {
        $0 > 0 ? StudentT(degrees: Double($0)).quantile((1 + level) / 2) : .nan
      } ?? StandardNormal.quantile((1 + level) / 2)
    return zip(values, standardErrors).map { value, error in
      guard let value, let error, (value + quantile * error).isFinite else { return nil }
      return value - quantile * error...value + quantile * error
    }
  }
}

extension Estimates: TableConvertible {
  /// `term,estimate,std_error,t,p,lower_95,upper_95`, a row a term.
  public var table: Table { table(level: 0.95) }

  /// The same with intervals of another level, whose percentage is in the names.
  public func table(level: Double) -> Table { table(level: level, tested: names.count) }

  /// The same with a test of the first terms only.
  func table(level: Double, tested count: Int) -> Table {
    func tested(_ values: [Double?]) -> [Double?] {
      values.enumerated().map { $0 < count ? $1 : nil }
    }
    let intervals = intervals(level: level)
    let percent = NumberText.percentage(level)
    return Table(
      .text("term", names),
      .number("estimate", values, style: .significant(6)),
      .number("std_error", standardErrors, heading: "std. error", style: .significant(5)),
      .number("t", tested(t), heading: degreesOfFreedom == nil ? "z" : "t", style: .decimal(2)),
      .number("p", tested(p), style: .significant(3)),
      .number(
        "lower_\(percent)", intervals.map { $0?.lowerBound }, heading: "\(percent) % interval",
        style: .significant(5), upper: "upper_\(percent)"),
      .number(
        "upper_\(percent)", intervals.map { $0?.upperBound }, heading: "upper \(percent) %",
        style: .significant(5)))
  }
}
