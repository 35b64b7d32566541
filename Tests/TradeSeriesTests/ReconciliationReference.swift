import TradeSeries
import TradeTestSupport

/// Base forecasts, past errors and reconciled values of Tests/Oracles/reconciliation.csv.
struct ReconciliationReference: CustomStringConvertible {
  let shape: String
  let base: String

  static let all = ["flat", "sections"].flatMap { shape in
    ["ordinary", "small", "low"].map { ReconciliationReference(shape: shape, base: $0) }
  }

  var description: String { "\(shape) \(base)" }

  /// Five groups under a total, or under two sections.
  var hierarchy: Hierarchy {
    get throws { try Self.hierarchy(sections: shape == "flat" ? [] : ["a", "a", "b", "b", "b"]) }
  }

  static func hierarchy(sections: [String] = [], count: Int = 5) throws -> Hierarchy {
    try Hierarchy(
      (0..<count).map { Series("g\($0)", start: 2000, values: [1, 2, 3]) }, sections: sections)
  }

  /// One number for each series of the hierarchy.
  func numbers(_ quantity: String, base: String? = nil) throws -> [Double] {
    let key = ["shape": shape, "base": base ?? self.base, "quantity": quantity]
    let oracle = try Oracle("reconciliation")
    return (0..<(shape == "flat" ? 6 : 8)).compactMap { place in
      oracle.all.first { row in
        key.allSatisfy { (row[$0.key] ?? "") == $0.value } && row["place"] == "\(place)"
      }.flatMap { $0["value"] }.flatMap(Double.init)
    }
  }

  var errors: OneStepErrors {
    get throws {
      let oracle = try Oracle("reconciliation")
      let count = shape == "flat" ? 6 : 8
      let values = (0..<count).map { place in
        (0..<8).map { time in
          oracle.number(["shape": shape, "quantity": "error", "place": "\(place):\(time)"])
        }
      }
      return OneStepErrors(values: values, spreads: [Double](repeating: 1, count: count))
    }
  }

  var shrinkage: Double? {
    get throws {
      try Oracle("reconciliation").number(["shape": shape, "quantity": "shrinkage"])
    }
  }
}

/// Base forecasts from 0 to 100 for a hierarchy, and errors of every size.
func randomBase(_ count: Int, seed: Int) -> [Double] {
  var random = SeededGenerator(seed: seed)
  return (0..<count).map { _ in Double.random(in: 0...100, using: &random) }
}

func randomErrors(_ count: Int, origins: Int, seed: Int) -> OneStepErrors {
  var random = SeededGenerator(seed: seed &+ 1000)
  return OneStepErrors(
    values: (0..<count).map { place in
      (0..<origins).map { _ in Double.random(in: -1...1, using: &random) * Double(place + 1) }
    },
    spreads: [Double](repeating: 1, count: count))
}
