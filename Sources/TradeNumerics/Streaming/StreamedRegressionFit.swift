import TradeTables

extension StreamedRegression {
  /// What ordinary least squares found in rows that were read once.
  ///
  /// It says what `Regression.Fit` says, but for what only the rows themselves tell: residuals,
  /// leverages and predictions.
  public struct Fit: LeastSquaresFit {
    /// The formula that was fitted.
    public let formula: Formula
    /// One for each term of the formula, the intercept first; dropped terms are among them.
    public let coefficients: [Regression.Coefficient]
    /// Rows with every value that the formula needs: n.
    public let count: Int
    /// Rows left out because a value was missing.
    public let missing: Int
    /// Σ e², and zero where the fit is exact to the last digit of the responses.
    public let residualSumOfSquares: Double
    /// Σ (y − ȳ)², or Σ y² without an intercept.
    public let totalSumOfSquares: Double
    let solution: ProductFit
    /// Which columns of the file hold words.
    let words: WordColumns

    init(
      formula: Formula, names: [String], count: Int, missing: Int, solution: ProductFit,
      squares: (sum: Double, centred: Double), isConstant: Bool, words: WordColumns
    ) {
      self.formula = formula
      self.count = count
      self.missing = missing
      self.solution = solution
      self.words = words
      // What the rounding of the responses leaves of zero, as in memory.
      let rounding = Double(count) * Double.ulpOfOne
      let isExact = solution.residualSumOfSquares <= rounding * rounding * squares.sum
      residualSumOfSquares = isExact ? 0 : solution.residualSumOfSquares
      totalSumOfSquares = isConstant ? 0 : squares.centred
      coefficients = Regression.Coefficient.all(
        names, solution.coefficients, kept: solution.kept, factors: solution.standardErrorFactors,
        residualSumOfSquares: residualSumOfSquares, degreesOfFreedom: count - solution.kept.count)
    }

    /// The places of the coefficients that were kept, ascending.
    public var kept: [Int] { solution.kept }
    /// The columns that were left out, each with what it equals.
    public var dropped: [LeastSquares.Dependency] { solution.dropped }
    /// An estimate of the condition number of the kept columns, each scaled to size one.
    public var conditionNumber: Double { solution.conditionNumber }
  }
}

extension StreamedRegression.Fit {
  /// The coefficients with their classical standard errors.
  ///
  /// `StreamedCovariance` gives other ones, from a second reading of the rows.
  public func estimates() -> Estimates {
    Estimates(
      names: coefficients.map(\.name), values: coefficients.map(\.estimate),
      standardErrors: coefficients.map(\.standardError), degreesOfFreedom: degreesOfFreedom)
  }
}

extension StreamedRegression.Fit: TableConvertible {
  /// `term,estimate,std_error,t,p,lower_95,upper_95`, a row for each coefficient.
  public var table: Table { estimates().table }
}
