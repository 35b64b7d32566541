/// What most indices go through: each reporter's values in each period.
struct FlowObservation: Sendable {
  /// The period and the reporter as a table shows them.
  let keys: [String]
  let reporter: Int
  let slice: FlowSlice
  /// The labels of the parts.
  let parts: [String]
  /// The amounts of the parts; `nil` where there is no row.
  let amounts: [FlowAmount?]
  /// The world's values of the parts; empty where nobody asked for them.
  let world: [Double]

  /// The values of the parts, zero where there is no row.
  var values: [Double] { amounts.map { $0?.value ?? 0 } }
}

extension FlowCube {
  /// The parts of one dimension for every period and reporter that has rows, in the flow of the
  /// options; beside the world's where `comparesWithWorld` is set.
  func observations(
    over part: FlowDimension, comparesWithWorld: Bool = false
  ) throws(IndexError) -> [FlowObservation] {
    let labels = parts(part).map { names(part)[$0] }
    var seen: [FlowObservation] = []
    for (number, period) in periods.enumerated() {
      let slice = try slice(number, options.flow, by: [.reporter, part])
      let world = comparesWithWorld ? try slice.world(over: part) : []
      for reporter in slice.reporters {
        seen.append(
          FlowObservation(
            keys: [period, names(.reporter)[reporter]], reporter: reporter, slice: slice,
            parts: labels, amounts: slice.amounts(reporter, over: part),
            world: world))
      }
    }
    return seen
  }

  /// Throws where the data have fewer parts of a dimension than an index needs.
  func require(_ count: Int, of dimension: FlowDimension) throws(IndexError) {
    let there = parts(dimension).count
    guard there >= count else {
      throw .tooFew(dimension, count: there, needed: count, index: index)
    }
  }
}
