import Testing
import TradeTestSupport

/// Structural models that statsmodels fitted, and the series that they are for.
enum StructuralReference {
  private static let oracle = Result { try Oracle("structural") }

  /// What Tests/Oracles/structural.py says of a model; step 0 is the fit.
  static func number(
    _ series: String, _ model: String, _ step: Int, _ quantity: String
  ) throws -> Double {
    let key = ["series": series, "model": model, "step": "\(step)", "quantity": quantity]
    return try #require(try oracle.get().number(key), "\(key)")
  }

  private static let seasonal = Result { try Oracle("structural_seasonal") }

  /// What Tests/Oracles/structural_seasonal.py says of the model with a season; step 0 is the fit.
  static func number(_ series: String, _ step: Int, _ quantity: String) throws -> Double {
    let key = ["series": series, "step": "\(step)", "quantity": quantity]
    return try #require(try seasonal.get().number(key), "\(key)")
  }

  /// The series of that name in Tests/Oracles/structural.py.
  static func values(_ name: String) throws -> [Double?] {
    switch name {
    case "slopes": return [10, nil, 13, 15, 14, 18, nil, nil, 26, 31, 33, 32, 37, 45, 44, 52]
    case "nile_gaps":
      let nile: [Double?] = try ForecastReference.values("nile")
      return nile.indices.map { (20..<40).contains($0) || (60..<80).contains($0) ? nil : nile[$0] }
    default: return try ForecastReference.values(name)
    }
  }
}
