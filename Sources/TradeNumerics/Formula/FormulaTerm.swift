extension Formula {
  /// One term on the right: a part, or an interaction of parts such as `region:log(gdp)`.
  ///
  /// The columns of an interaction are all products of a column of each part.
  public struct Term: Sendable, Equatable {
    /// From left to right as written, none twice.
    public let parts: [Part]

    init(_ parts: [Part]) { self.parts = parts }

    /// The same for `x:z` and `z:x`, and for no other terms.
    var key: [String] { parts.map(\.description).sorted() }
  }

  /// What gives a term one or several columns.
  public enum Part: Sendable, Equatable {
    /// One column of numbers; a column of text stands for its levels, as in `dummy`.
    case value(Expression)
    /// A column of 0 and 1 for each level of a column of the table but the base.
    ///
    /// The first level is the base where none is named.
    case dummy(String, base: String?)
    /// Orthogonal polynomials of degree 1 up to this one.
    case polynomial(Expression, degree: Int)
  }

  /// A fixed effect after `|`: a constant for each level, which is absorbed and not estimated.
  ///
  /// Of several columns, `origin^year`, each combination that occurs is a level.
  public struct Effect: Sendable, Equatable {
    /// The names of the columns, one or more.
    public let columns: [String]

    init(_ columns: [String]) { self.columns = columns }
  }

  /// A name as a formula spells it: in backquotes unless it is a plain word.
  static func quoted(_ name: String) -> String {
    FormulaScanner.isWord(name) ? name : "`\(name)`"
  }
}

extension Formula.Part {
  /// The columns of the table that the part reads.
  public var columns: [String] {
    switch self {
    case .value(let expression), .polynomial(let expression, _): expression.columns
    case .dummy(let name, _): [name]
    }
  }
}

extension Formula.Term: CustomStringConvertible {
  /// Text that reads back as the same term: `region:log(gdp)`.
  public var description: String { parts.map(\.description).joined(separator: ":") }
}

extension Formula.Part: CustomStringConvertible {
  /// Text that reads back as the same part: `dummy(origin, base = "DEU")`.
  public var description: String {
    switch self {
    case .value(let expression): return expression.description
    case .polynomial(let expression, let degree): return "poly(\(expression.argument), \(degree))"
    case .dummy(let name, nil): return "dummy(\(Formula.quoted(name)))"
    case .dummy(let name, let base?):
      let doubled = base.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      return "dummy(\(Formula.quoted(name)), base = \"\(doubled)\")"
    }
  }
}

extension Formula.Effect: CustomStringConvertible {
  /// Text that reads back as the same effect: `origin^year`.
  public var description: String { columns.map(Formula.quoted).joined(separator: "^") }
}
