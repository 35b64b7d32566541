import TradeNumerics
import TradeSeries

/// The amounts of one flow in one period, by reporter and the dimensions that were kept.
struct FlowSlice: Sendable {
  let cube: FlowCube
  let amounts: [CubeKey: FlowAmount]
  /// The reporters that have a row here.
  private let present: Set<Int32>

  init(cube: FlowCube, amounts: [CubeKey: FlowAmount]) {
    self.cube = cube
    self.amounts = amounts
    present = Set(amounts.keys.map(\.reporter))
  }

  /// Whether a reporter has a row here.
  func has(_ reporter: Int) -> Bool { present.contains(Int32(reporter)) }

  /// One amount; `nil` where there is no row.
  func amount(_ reporter: Int, partner: Int = -1, code: Int = -1) -> FlowAmount? {
    amounts[
      CubeKey(reporter: Int32(reporter), partner: Int32(partner), flow: -1, code: Int32(code))]
  }

  /// The value of a cell, zero where there is no row.
  func value(at key: CubeKey) -> Double { amounts[key]?.value ?? 0 }

  /// One value, zero where there is no row.
  func value(_ reporter: Int, partner: Int = -1, code: Int = -1) -> Double {
    amount(reporter, partner: partner, code: code)?.value ?? 0
  }

  /// The amounts of a reporter along one dimension, in the order of `cube.parts`.
  func amounts(_ reporter: Int, over dimension: FlowDimension) -> [FlowAmount?] {
    cube.parts(dimension).map { part in
      dimension == .partner
        ? amount(reporter, partner: part) : amount(reporter, code: part)
    }
  }

  /// The values of a reporter along one dimension.
  func values(_ reporter: Int, over dimension: FlowDimension) -> [Double] {
    amounts(reporter, over: dimension).map { $0?.value ?? 0 }
  }

  /// The reporters to show that have a row here.
  var reporters: [Int] { cube.reporters.filter(has) }

  /// The reporters that have a row here, whether they are shown or not; never the world.
  var allReporters: [Int] { cube.parts(.reporter).filter(has) }

  /// The reporters that make up the world: WLD itself, or all of several.
  func world() throws(IndexError) -> [Int] {
    if let world = cube.worldReporter { return [world] }
    let all = cube.parts(.reporter)
    guard all.count > 1 else { throw .noWorld(index: cube.index) }
    return all
  }

  /// The world's values along one dimension.
  func world(over dimension: FlowDimension) throws(IndexError) -> [Double] {
    let rows = try world().map { values($0, over: dimension) }
    return cube.parts(dimension).indices.map { part in rows.map { $0[part] }.sum }
  }

  /// Reporters and parts of one dimension as a matrix, without the world.
  func matrix(over dimension: FlowDimension) -> TradeMatrix {
    let parts = cube.parts(dimension)
    let reporters = allReporters
    var matrix = Matrix(rows: reporters.count, columns: parts.count)
    for (row, reporter) in reporters.enumerated() {
      for (column, value) in values(reporter, over: dimension).enumerated() {
        matrix[row, column] = value
      }
    }
    return TradeMatrix(
      rows: reporters.map { cube.names(.reporter)[$0] },
      columns: parts.map { cube.names(dimension)[$0] }, values: matrix)
  }
}

extension TradeMatrix {
  /// The values of one period and flow by reporter and good or partner, without the world.
  ///
  /// A published total over the dimension that is not kept counts, and otherwise the sum does.
  public init(
    _ totals: FlowTotals, period: String, flow: String = "export", over dimension: FlowDimension
  ) throws(IndexError) {
    let options = IndexOptions()
    let cube = try FlowCube(totals, marks: nil, index: "the matrix", options: options)
    guard let number = cube.periods.firstIndex(of: period) else {
      throw .notThere(.period, period, available: cube.periods)
    }
    self = try cube.slice(number, flow, by: [.reporter, dimension]).matrix(over: dimension)
  }
}
