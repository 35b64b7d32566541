import TradeTables

/// Why an index cannot be worked out from the data at all.
///
/// What is undefined for one reporter or good is no error: it is a missing value with its reason.
public enum IndexError: Error, Equatable, Sendable {
  /// The data do not tell apart what the index compares.
  case lacks(FlowDimension, index: String)
  /// The data have no flow of that name; `available` are those there are.
  case noFlow(String, index: String, available: [String])
  /// There is neither a reporter WLD nor a second reporter to make up the world.
  case noWorld(index: String)
  /// The index compares reporters or goods, and there are too few of them.
  case tooFew(FlowDimension, count: Int, needed: Int, index: String)
  /// The index compares two periods and there is one.
  case onePeriod(index: String)
  /// No row has a quantity.
  case noQuantity(index: String)
  /// The index needs gross domestic product, which no trade file has.
  case noOutput(index: String)
  /// A reporter or partner was named that is not in the data.
  case notThere(FlowDimension, String, available: [String])
  /// A code and a longer one that begins with it: their sum would count trade twice.
  case nestedCodes(String, String)
  /// No code has so many digits.
  case noCodes(digits: Int)
  /// A trade value or quantity is below zero.
  case negative(Double, key: String)
  /// A trade value or quantity whose square would leave the range of numbers.
  case tooLarge(Double, key: String)
  /// The same keys stand in two rows, so that a sum would count trade twice.
  case repeated(key: String)
  /// A period that is none, where periods are chosen from.
  case notAPeriod(String)
  /// Nothing is left after the choice of periods.
  case nothingLeft(available: String)
  /// The data have rows, and none that the index can use.
  case noResult(index: String)
  /// No index has that name.
  case noIndex(String, hint: String)
}

extension IndexError: CustomStringConvertible {
  /// One sentence: what is missing, and what would help.
  public var description: String {
    switch self {
    case .lacks(let dimension, let index):
      "\(index) compares \(dimension.plural): the data have no column '\(dimension.rawValue)'"
    case .noFlow(let flow, let index, let available):
      "\(index) needs rows with the flow '\(flow)'; the data have \(Suggestion.list(available))"
    case .noWorld(let index):
      "\(index) compares with the world: the data need rows of the reporter WLD, or several "
        + "reporters whose sum is taken for it"
    case .tooFew(let dimension, let count, let needed, let index):
      "\(index) needs \(needed) \(dimension.plural) or more; the data have \(count)"
    case .onePeriod(let index):
      "\(index) compares two periods; the chosen data have one"
    case .noQuantity(let index):
      "\(index) needs quantities: no good has one in the column 'quantity'"
    case .noOutput(let index):
      "\(index) needs gross domestic product: --gdp FILE with the columns period, reporter and gdp, "
        + "in the currency of the trade values"
    case .notThere(let dimension, let name, let available):
      "there is no \(dimension.rawValue) '\(Suggestion.excerpt(name))' in the data"
        + "\(Suggestion.text(for: name, among: available)); there are \(Suggestion.list(available))"
    case .nestedCodes(let short, let long):
      "the codes have several levels, such as \(Suggestion.excerpt(short)) and "
        + "\(Suggestion.excerpt(long)), and a sum would count trade twice; choose one with --digits"
    case .noCodes(let digits):
      "no code has \(digits) digits; choose another number with --digits"
    case .negative(let value, let key):
      "a value is below zero, \(NumberText.full(value)), at \(key); trade values are not negative"
    case .tooLarge(let value, let key):
      "a value is too large to calculate with, \(NumberText.full(value)), at \(key)"
    case .repeated(let key):
      "the data have two rows for \(key); a sum would count trade twice"
    case .notAPeriod(let text):
      "'\(Suggestion.excerpt(text))' is no period such as 2019, 2025-Q1 or 2018-03"
    case .nothingLeft(let available):
      "no row is in the chosen periods; the data are for \(available)"
    case .noResult(let index):
      "no row of the data enters \(index) with this choice of reporter, partner, flow and periods"
    case .noIndex(let name, let hint):
      "there is no index '\(Suggestion.excerpt(name))'\(hint)"
    }
  }
}

extension FlowDimension {
  /// The word for several of them.
  var plural: String {
    switch self {
    case .period: "periods"
    case .reporter: "reporters"
    case .partner: "partners"
    case .flow: "flows"
    case .code: "commodities"
    }
  }
}
