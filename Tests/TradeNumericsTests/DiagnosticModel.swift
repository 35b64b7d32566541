import Testing
import TradeNumerics
import TradeTables
import TradeTestSupport

/// The regressions whose reference numbers `diagnostics.R` prints.
struct DiagnosticModel: Sendable, CustomTestStringConvertible {
  let name: String
  let data: String
  let formula: String
  /// The value of the first term at which Chow's test breaks the rows.
  let breakAt: Double
  var testDescription: String { name }

  static let all = [
    DiagnosticModel(
      name: "longley", data: "longley", formula: "Employed ~ Year + GNP", breakAt: 1955),
    mtcars,
    DiagnosticModel(name: "cars", data: "cars", formula: "dist ~ speed", breakAt: 15),
    DiagnosticModel(name: "nile", data: "nile", formula: "flow ~ year", breakAt: 1899),
  ]
  static let mtcars = DiagnosticModel(
    name: "mtcars", data: "diagnostics_data", formula: "mpg ~ wt + hp", breakAt: 3)

  /// The data set beside the reference numbers.
  func table(file: String = #filePath) throws -> Table {
    let folder = file.split(separator: "/").dropLast(2).joined(separator: "/")
    return try CSVReader.read("/\(folder)/Oracles/\(data).csv")
  }

  func fit() throws -> Regression.Fit { try Regression(formula).fit(try table()) }

  /// The response and the terms, to be changed and fitted again.
  func columns() throws -> (y: [Double], x: [[Double]]) {
    let frame = try fit().frame
    return (frame.response, (1..<frame.matrix.columns).map { frame.matrix.column($0) })
  }

  /// A regression of y on one or two columns and an intercept.
  static func fit(_ y: [Double], on x: [[Double]]) throws -> Regression.Fit {
    let names = x.indices.map { "x\($0)" }
    let columns = zip(names, x).map { Column.number($0, $1) }
    return try Regression("y ~ \(names.joined(separator: " + "))")
      .fit(Table([.number("y", y)] + columns))
  }

  /// The number of the reference file; `nil` where R has none.
  func expected(_ term: String, _ quantity: String, in oracle: Oracle) -> Double? {
    oracle.number(["model": name, "term": term, "quantity": quantity])
  }
}

extension Double? {
  /// Whether two numbers agree to a relative tolerance, or neither is there.
  func agrees(with other: Double?, tolerance: Double) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return abs(self - other) <= tolerance * abs(other)
  }
}
