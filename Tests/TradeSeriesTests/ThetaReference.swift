import Glibc
import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

/// Series and numbers of Tests/Oracles/theta.R and theta.py.
enum ThetaReference {
  private static let data = Result { try Oracle("theta_data") }
  private static let ours = Result { try Oracle("theta") }
  private static let peer = Result { try Oracle("theta_peer") }

  static let names = [
    "Nile", "LakeHuron", "airmiles", "nhtemp", "uspop", "UKgas", "JohnsonJohnson", "austres",
    "AirPassengers", "ldeaths", "nottem", "USAccDeaths", "UKDriverDeaths",
  ]

  /// A data set of R.
  static func history(_ name: String) throws -> History {
    let rows = try data.get().all.filter { $0["series"] == name }
    let season = try #require(rows.first?["season"].flatMap(Int.init))
    return History(rows.compactMap { $0["value"].flatMap(Double.init) }, season: season)
  }

  static func number(
    _ series: String, _ tool: String, _ step: Int, _ quantity: String
  ) throws -> Double {
    let key = ["series": series, "tool": tool, "step": "\(step)", "quantity": quantity]
    return try #require(ours.get().number(key), "\(key)")
  }

  /// What statsforecast says, by step and quantity.
  static func peer(_ series: String, _ model: String) throws -> [String: Double] {
    var numbers: [String: Double] = [:]
    for row in try peer.get().all where row["series"] == series && row["model"] == model {
      numbers["\(row["step"] ?? "") \(row["quantity"] ?? "")"] = row["value"].flatMap(Double.init)
    }
    return numbers
  }

  /// The names of the M3 series of theta_peer.csv, `m3_yearly:` and so on before the name.
  static func peerNames() throws -> [String] {
    var names: [String] = []
    for row in try peer.get().all {
      let name = row["series"] ?? ""
      if name.hasPrefix("m3_"), names.last != name { names.append(name) }
    }
    return names
  }

  /// ../shared/benchmarks/m3 beside the repository, if it is there.
  static let folder: String? = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let folder = "/\(root)/../shared/benchmarks/m3"
    return access("\(folder)/m3_yearly_train.csv", R_OK) == 0 ? folder : nil
  }()

  /// The training part of every series of a set.
  static func set(_ kind: String, season: Int) throws -> [String: History] {
    let table = try CSVReader.read("\(try #require(folder))/m3_\(kind)_train.csv")
    var values: [String: [Double]] = [:]
    for (name, value) in zip(try table.texts("series_id"), try table.numbers("value")) {
      if let name, let value { values[name, default: []].append(value) }
    }
    return values.mapValues { History($0, season: season) }
  }
}

/// Shapes that a file may hold and that a method must survive.
enum OddHistories {
  static let all: [History] = {
    var generator = SeededGenerator(seed: 11)
    let walk = (0..<40).map {
      100 + 5 * Double($0 % 7) + Double.random(in: 0...9, using: &generator)
    }
    var gaps: [Double?] = walk
    for index in [1, 2, 3, 9, 10, 20, 30, 31, 32, 33, 34, 35, 38] { gaps[index] = nil }
    let shapes: [[Double?]] = [
      [5], [5, 7], [5, 7, 6], [5, 7, 6, 8], [5, 7, 6, 8, 9], [5, nil, nil, 6], [0, 0, 0, 0, 0, 0],
      [Double](repeating: 3, count: 30), walk, gaps, walk.map { -$0 }, walk.map { $0 - 115 },
      walk.map { $0 * 1e-300 }, walk.map { $0 * 1e145 }, walk.map { $0 * .leastNonzeroMagnitude },
      walk.enumerated().map { $0.offset == 20 ? 1e12 : $0.element },
      walk.enumerated().map { $0.offset == 39 ? 1e12 : $0.element },
      walk.enumerated().map { $0.offset % 5 == 0 ? 0 : $0.element },
      Array(walk.prefix(17)), (0..<40).map { Double($0) }, (0..<40).map { exp(Double($0)) },
      (0..<40).map { 1 / Double($0 + 1) }, (0..<40).map { $0 % 2 == 0 ? 1 : -1 },
    ]
    return shapes.flatMap { shape in [1, 4, 12].map { History(shape, season: $0) } }
  }()
}
