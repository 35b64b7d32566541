import TradeTables

extension CensoredRegression {
  /// The regression that a formula and qualifiers ask for: Gaussian for a column as the response,
  /// log-normal for its logarithm; `nil` for any other response.
  ///
  /// `table` is the one that the frame was made of, and `qualifiers` has one element for each of its
  /// rows.
  public static func fit(
    _ frame: ModelFrame, _ table: Table, qualifiers: [Qualifier]
  ) throws -> Fit? {
    let (distribution, column): (Distribution, String)
    switch frame.formula.response {
    case .column(let name): (distribution, column) = (.gaussian, name)
    case .call(.log, .column(let name)): (distribution, column) = (.logNormal, name)
    default: return nil
    }
    let numbers = try table.numbers(column)
    let values = frame.rows.map { (value: numbers[$0] ?? .nan, mark: qualifiers[$0]) }
    let least = distribution == .logNormal ? 0 : -Double.infinity
    return try CensoredRegression(distribution).fit(
      matrix: frame.matrix, names: frame.names,
      lower: values.map { $0.mark == .lessThan ? least : $0.value },
      upper: values.map { $0.mark == .moreThan ? .infinity : $0.value })
  }
}
