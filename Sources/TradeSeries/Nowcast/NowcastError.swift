import TradeTables

/// Why a year cannot be told from the part of it that is known.
public enum NowcastError: Error, Equatable, Sendable {
  /// No part of a year is known; the series or selection has that name.
  case noPart(String)
  /// The latest year is whole.
  case complete(String, year: String)
  /// A part does not begin in January, or is no part of a year.
  case notFromJanuary(String)
  /// A month or quarter before the latest is missing.
  case missing(String, series: String)
  /// A part of zero or below has no logarithm.
  case notPositive(String, value: Double)
  /// The periods of a series are years or steps of a counter.
  case notWithinYear(String, example: String)
}

extension NowcastError: CustomStringConvertible {
  /// One sentence: what is wrong, and what would help.
  public var description: String {
    switch self {
    case .noPart(let name):
      "no figure of a part of a year from January on is known for \(name); the figures there are "
        + "are listed by: corridor sources"
    case .complete(let name, let year):
      "\(name): the latest year, \(year), is whole; --until \(year)-06 shows what was known of it "
        + "after six months"
    case .notFromJanuary(let period):
      "\(period) is no part of a year from January on, such as 2023-01/2023-05 or 2025-Q1"
    case .missing(let period, let series):
      "\(series) has no figure for \(period), so the year so far is not known; --until names an "
        + "earlier end"
    case .notPositive(let period, let value):
      "the figure of \(period) is \(NumberText.full(value)), and a share needs one above zero"
    case .notWithinYear(let name, let example):
      "\(name) has periods like \(example); a part of a year is known from months or quarters only"
    }
  }
}
