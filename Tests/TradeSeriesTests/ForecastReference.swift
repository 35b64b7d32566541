import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

/// Forecasts that R printed, and the series that they are for.
enum ForecastReference {
  /// What Tests/Oracles/forecast.R says of a method; horizon 0 is the fit.
  static func number(
    _ series: String, _ method: String, _ horizon: Int, _ quantity: String
  ) throws -> Double {
    let key = [
      "series": series, "method": method, "horizon": "\(horizon)", "quantity": quantity,
    ]
    return try #require(oracle.get().number(key), "\(key)")
  }

  private static let oracle = Result { try Oracle("forecast") }

  /// The series of that name in Tests/Oracles/forecast.R.
  static func values(_ name: String) throws -> [Double] {
    switch name {
    case "home": [233.2, 271.9, 205.8, 392.5, 542.7, 500]
    case "line": [1, 3, 5, 7, 9, 11]
    case "growth": (0...7).map { (0..<$0).reduce(10.0) { value, _ in value * 1.2 } }
    case "gdp12":
      [
        80.5, 83.2, 90.1, 94.4, 103.7, 106.9, 112.8, 110.3, 114.2, 113.1, 117.6, 116.9,
      ]
    default: try Oracle("nile").all.compactMap { $0["flow"].flatMap(Double.init) }
    }
  }

  static func series(_ name: String) throws -> Series {
    Series(name, start: 2013, values: try values(name))
  }
}

extension Series {
  /// A yearly series with gaps and with bounds at some places.
  static func yearly(_ values: [Double?], bounds: [Int: Qualifier] = [:]) throws -> Series {
    try Series(
      "series", unit: .millionUSD, start: Period(year: 2013), values: values,
      qualifiers: values.indices.map { bounds[$0] ?? .exact })
  }
}

extension Predictive {
  /// Location, scale and degrees of freedom, where it is Student's t.
  var student: (location: Double, scale: Double, degrees: Double)? {
    guard case .studentT(let location, let scale, let degrees) = self else { return nil }
    return (location, scale, degrees)
  }
}

/// Checks that what a method expects is a distribution: no NaN, quantiles in order.
///
/// Returns whether it is, because an interval of NaN would stop the program.
func isSound(_ fit: any FittedForecaster, steps: [Int], _ comment: String = "") -> Bool {
  for step in steps {
    let distribution = fit.distribution(at: step)
    let quantiles = [0.005, 0.025, 0.1, 0.5, 0.9, 0.975, 0.995].map(distribution.quantile)
    let isOrdered = zip(quantiles, quantiles.dropFirst()).allSatisfy { $0 <= $1 }
    #expect(isOrdered, "\(comment), step \(step): \(quantiles)")
    #expect(!distribution.point.isNaN, "\(comment), step \(step)")
    guard isOrdered, !distribution.point.isNaN else { return false }
  }
  return true
}

/// Checks that every number of a forecast is finite and that the intervals hold one another.
func expectSound(_ forecast: Forecast, _ comment: String = "") {
  for point in forecast.points {
    #expect(point.mean.isFinite, "\(comment) \(point.period)")
    for interval in point.intervals {
      #expect(interval.lowerBound.isFinite && interval.upperBound.isFinite, "\(comment)")
      #expect(interval.contains(point.mean), "\(comment) \(point.period) \(interval)")
    }
    for (inner, outer) in zip(point.intervals, point.intervals.dropFirst()) {
      #expect(outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound)
    }
  }
}
