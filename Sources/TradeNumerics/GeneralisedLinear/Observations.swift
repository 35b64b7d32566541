/// What a model is fitted to, as the caller gave it.
struct Observations: Sendable {
  let response: [Double]
  let matrix: Matrix
  let names: [String]
  let offset: [Double]?
  let weights: [Double]?
  let effects: [Factor]

  init(
    response: [Double], matrix: Matrix, names: [String], offset: [Double]?, weights: [Double]?,
    effects: [Factor]
  ) {
    let count = response.count
    precondition(
      matrix.columns == 0 || matrix.rows == count, "\(matrix.rows) rows, \(count) responses")
    precondition(names.count == matrix.columns, "\(names.count) names, \(matrix.columns) columns")
    precondition(offset.map { $0.count == count } ?? true, "an offset of another length")
    precondition(weights.map { $0.count == count } ?? true, "weights of another length")
    precondition(
      effects.allSatisfy { $0.codes.count == count }, "an effect of another length")
    precondition(count < Int32.max, "\(count) rows")
    self.response = response
    self.matrix = matrix
    self.names = names
    self.offset = offset
    self.weights = weights
    self.effects = effects
  }

  /// The rows of a weight above zero; throws at the first value that no model can use.
  func usableRows(_ family: Family) throws(GeneralisedLinearModelError) -> [Int32] {
    if let row = response.firstIndex(where: { !family.accepts($0) }) {
      throw .outside(family, value: response[row], row: row + 1)
    }
    for column in 0..<matrix.columns {
      let start = column * matrix.rows
      let values = matrix.elements[start..<start + matrix.rows]
      if let place = values.firstIndex(where: { !(abs($0) <= Regression.largest) }) {
        throw .unusable(
          name: "'\(names[column])'", value: matrix.elements[place], row: place - start + 1)
      }
    }
    if let offset, let row = offset.firstIndex(where: { !(abs($0) <= Regression.largest) }) {
      throw .unusable(name: "the offset", value: offset[row], row: row + 1)
    }
    guard let weights else { return (0..<Int32(response.count)).map(\.self) }
    if let row = weights.firstIndex(where: { !($0 >= 0 && $0 <= Regression.largest) }) {
      throw .weight(weights[row], row: row + 1)
    }
    return (0..<Int32(response.count)).filter { weights[Int($0)] > 0 }
  }

  /// The regressors of the sample beside its effects; weights 1, residuals 0.
  func regression(on sample: GeneralisedSample) -> AbsorbedRegression {
    let variables = WorkingVariables(rows: sample.rows.count, regressors: matrix.columns)
    let rows = sample.rows
    Pieces(rows.count).perform { _, range in
      for column in 0..<matrix.columns {
        let start = column * matrix.rows
        for place in range {
          variables[place, number: column] =
            matrix.elements[start + Int(rows[place])]
        }
      }
    }
    return AbsorbedRegression(variables, sample.absorbed(effects))
  }

  /// The iteration for the sample, not begun.
  func iteration(of family: Family, on sample: GeneralisedSample) -> IteratedLeastSquares {
    IteratedLeastSquares(
      family: family, theta: 1, response: gathered(response, sample.rows),
      offset: offset.map { gathered($0, sample.rows) },
      prior: weights.map { gathered($0, sample.rows) }, regression: regression(on: sample))
  }

  private func gathered(_ values: [Double], _ rows: [Int32]) -> Buffer<Double> {
    let result = Buffer(repeating: 0.0, count: rows.count)
    for (place, row) in rows.enumerated() { result.start[place] = values[Int(row)] }
    return result
  }
}
