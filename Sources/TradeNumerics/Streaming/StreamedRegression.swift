import TradeTables

/// Linear regression on rows that are read once and not kept: of a file larger than memory.
///
///     var regression = try StreamedRegression("log(value) ~ log(distance) + origin")
///     while let table = try stream.next() { try regression.add(table) }
///     let fit = try regression.fit()
///
/// The sums of products of all columns are kept in three times the working precision (`ProductSums`),
/// so that the coefficients have the digits that they have in memory. A factor has a column for
/// every level seen so far, zero in the rows before; at the end those are left out that would be
/// left out in memory, and the names and their order are the same.
///
/// Lags read over the border of two tables. What needs all rows at once (`poly`, absorbed effects)
/// is refused.
public struct StreamedRegression: Sendable {
  /// Columns that the formula may make, at the most, with one for every level of a factor.
  public static let columnLimit = 512

  /// Which column is explained, by what.
  public let formula: Formula
  private var frame: StreamedFrame
  private var sums = ProductSums()
  private let response: Int
  /// The place in the sums of each column.
  private var places: [String: Int] = [:]
  /// Every level of each factor.
  private var levels: [String: Set<String>] = [:]
  private var count = 0
  private var missing = 0
  /// The first response, and whether all are the same.
  private var first: Double?
  private var isConstant = true

  /// A regression without rows; throws where the formula needs all rows at once.
  public init(_ formula: Formula) throws(RegressionError) {
    self.formula = formula
    frame = try StreamedFrame(formula)
    response = sums.appendColumn()
  }

  /// Adds the next rows of a file.
  ///
  /// After an error the regression is good for nothing.
  public mutating func add(_ table: Table) throws(RegressionError) {
    let part = try frame.next(table)
    missing += part.missing
    guard !part.rows.isEmpty else { return }
    count += part.rows.count
    let y = part.response
    first = first ?? y[0]
    isConstant = isConstant && y.allSatisfy { $0 == first }
    for (name, found) in part.levels { levels[name, default: []].formUnion(found) }
    var columns = [response]
    for name in part.names {
      guard !columns.contains(places[name] ?? -1) else { throw .repeatedColumn(name) }
      let place = places[name] ?? sums.appendColumn()
      places[name] = place
      columns.append(place)
    }
    guard places.count <= Self.columnLimit else { throw .tooManyColumns(limit: Self.columnLimit) }
    sums.add(part.matrix.preceded(by: y), low: part.low?.preceded(by: nil), places: columns)
  }

  /// The fit on all rows so far.
  public func fit() throws(RegressionError) -> Fit {
    guard count > 0 else { throw .noCompleteRow(count: missing) }
    let names = try names()
    let columns = names.map { places[$0] }
    let solution = ProductFit(sums, places: columns, response: response, rows: count)
    return Fit(
      formula: formula, names: names, count: count, missing: missing, solution: solution,
      squares: sums.squares(
        of: response, about: formula.hasIntercept ? columns[0] : nil),
      isConstant: formula.hasIntercept && isConstant, words: frame.words)
  }

  /// The names of the columns, in their order in memory.
  private func names() throws(RegressionError) -> [String] {
    var parts: [String: PartColumns] = [:]
    for part in formula.terms.flatMap(\.parts) where parts[part.description] == nil {
      parts[part.description] = try columns(of: part)
    }
    let encoding = try FrameEncoding(formula, parts) { terms throws(RegressionError) in
      if let factor = terms.lazy.compactMap(\.singleLevel).first {
        throw .oneLevel(factor.levels[0], column: factor.name)
      }
    }
    return encoding.names
  }

  /// The columns of a part, as far as their names go.
  private func columns(of part: Formula.Part) throws(RegressionError) -> PartColumns {
    switch part {
    case .value(.column(let name)) where levels[name] != nil,
      .dummy(let name, nil):
      return .levels(Factor(name, Array(levels[name] ?? [])), base: 0)
    case .dummy(let name, let base?):
      let factor = Factor(name, Array(levels[name] ?? []))
      guard let place = factor.levels.firstIndex(of: base) else {
        throw .noSuchLevel(base, column: name, available: factor.levels)
      }
      return .levels(factor, base: place)
    case .value, .polynomial: return .numbers(part.description, high: [], low: nil)
    }
  }
}

extension Regression {
  /// Fits on the rows of a file that are read once, however large it is.
  public func fit(
    _ stream: consuming TableStream
  ) throws(RegressionError) -> StreamedRegression.Fit {
    var regression = try StreamedRegression(formula)
    while let table = try stream.rows() { try regression.add(table) }
    return try regression.fit()
  }
}

extension TableStream {
  /// The next rows; a fault of the file is one of the regression.
  fileprivate mutating func rows() throws(RegressionError) -> Table? {
    do throws(TableError) { return try next() } catch { throw .table(error) }
  }
}

extension Matrix {
  /// The same matrix with one column before the first; zeros where none is given.
  fileprivate func preceded(by column: [Double]?) -> Matrix {
    var result = Matrix(rows: rows, columns: columns + 1)
    result.elements.replaceSubrange(..<rows, with: column ?? [Double](repeating: 0, count: rows))
    result.elements.replaceSubrange(rows..., with: elements)
    return result
  }
}

extension ProductSums {
  /// Σ y² of a column, and Σ (y − ȳ)² where a constant column is given.
  fileprivate func squares(of response: Int, about constant: Int?) -> (sum: Double, centred: Double)
  {
    let scale = largest[response].scale
    let g = selecting([response, constant], scales: [scale, 1])
    let centred = constant == nil ? g[0, 0] : g[0, 0] - g[0, 1] * g[0, 1] / g[1, 1]
    return (g[0, 0].high / scale / scale, max(centred.high, 0) / scale / scale)
  }
}
