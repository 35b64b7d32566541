import Glibc
import TradeNumerics
import TradeTables

/// What freight and insurance add to a value on its way, as a fraction of it.
///
///     imports (CIF) = (1 + c) · exports (FOB)
///
/// Given, c is one number: 0.06 is what the IMF uses where it estimates one side from the other.
/// Learned, it depends on the distance of the two countries,
///
///     ln (imports / exports) = a + b · ln distance      c = max (e^(a + b ln d) − 1, 0)
///
/// by the regression of least absolute deviations, as a few flows that one side does not count at
/// all must not decide. What the line explains is not freight alone: whatever else grows with
/// distance, such as trade through third countries, is in it.
///
/// References: IMF, *Direction of Trade Statistics Yearbook* (2017), introduction, for 1.06; Gaulier
/// & Zignago, *BACI* (CEPII working paper 2010-23), section 2.3, for the regression.
public enum FreightRate: Sendable, Equatable {
  /// The same for every flow.
  case given(Double)
  /// By the logarithm of distance; pairs without a distance take the rate of the median distance.
  case learned(constant: Double, slope: Double, flowCount: Int, distances: Distances)

  /// What the IMF uses.
  public static let usual = FreightRate.given(0.06)

  /// The rate of one flow, a fraction.
  public func rate(of flow: MirrorFlow) -> Double {
    switch self {
    case .given(let rate): return rate
    case .learned(let constant, let slope, _, let distances):
      let distance = distances[flow.exporter, flow.importer] ?? distances.median
      return min(max(exp(constant + slope * log(distance)) - 1, 0), Self.largest)
    }
  }

  /// Learns the rate from flows that both sides count.
  ///
  /// Throws where fewer than ten of them have a distance.
  public init(from flows: [MirrorFlow], distances: Distances) throws(MirrorError) {
    let points = flows.compactMap { flow -> (x: Double, y: Double)? in
      guard let ratio = flow.plainRatio, let distance = distances[flow.exporter, flow.importer]
      else { return nil }
      return (log(distance), log(ratio))
    }
    guard points.count >= Self.least else {
      throw .fewDistances(points.count, needed: Self.least)
    }
    // About the mean, so that the constant and the slope do not stand in each other's way.
    let middle = points.reduce(0) { $0 + $1.x } / Double(points.count)
    let columns = [points.map { $0.x - middle }, points.map { _ in 1 }]
    let fit = QuantileRegression(
      Matrix(columns: columns), points.map(\.y),
      weights: points.map { _ in 1 }, probability: 0.5, ridge: 1e-9)
    let (slope, constant) = (fit.coefficients[0], fit.coefficients[1])
    self = .learned(
      constant: constant - slope * middle, slope: slope, flowCount: points.count,
      distances: distances)
  }

  private static let least = 10
  /// Whatever a line through wild figures says, freight stays a number.
  private static let largest = 100.0
}

/// Distances between countries, the same both ways.
public struct Distances: Sendable, Equatable {
  private let values: [[String]: Double]
  /// The middle one.
  let median: Double

  /// The distance of two countries by ISO 3166 alpha-3 codes; `nil` where it is not known.
  public subscript(one: String, other: String) -> Double? { values[[one, other].sorted()] }

  /// Reads a table with two columns of codes and one called `distance` or `dist`.
  ///
  /// The columns of codes are `exporter` and `importer`, `reporter` and `partner`, `origin` and
  /// `destination`, `iso3_o` and `iso3_d` or `iso_o` and `iso_d`. Throws where a column is missing
  /// or a distance is not above zero.
  public init(_ table: Table) throws(MirrorError) {
    let names = Self.names.first { Set($0).isSubset(of: table.names) }
    guard let names, let distance = ["distance", "dist"].first(where: table.names.contains) else {
      throw .noDistances(columns: table.names)
    }
    let (ones, others, numbers): ([String?], [String?], [Double?])
    do throws(TableError) {
      ones = try table.texts(names[0])
      others = try table.texts(names[1])
      numbers = try table.numbers(distance)
    } catch {
      throw .table(error)
    }
    var values: [[String]: Double] = [:]
    for row in 0..<table.rowCount {
      guard let one = ones[row], let other = others[row], let number = numbers[row] else {
        continue
      }
      guard number > 0 else {
        throw .distance(number, at: table.place(row: row, column: distance))
      }
      values[[one.uppercased(), other.uppercased()].sorted()] = number
    }
    guard !values.isEmpty else { throw .noDistances(columns: table.names) }
    self.values = values
    median = values.values.sorted()[values.count / 2]
  }

  private static let names = [
    ["exporter", "importer"], ["reporter", "partner"], ["origin", "destination"],
    ["iso3_o", "iso3_d"], ["iso_o", "iso_d"],
  ]
}
