/// Which factors of a formula get a column for every level, and which leave out the base.
///
/// A factor in a term leaves out its base where the rest of the term is spanned already: by an
/// earlier term or an absorbed effect that contains the rest, or by the constant where there is no
/// rest. Without any constant the first factor gets all its levels. This is the rule of R's
/// `model.matrix`; as there, an interaction without its parts may leave a column too many, which
/// least squares drops and names.
///
///     y ~ a + x + a:x     a leaves out its base (constant), a in a:x too (x is there)
///     y ~ a + a:x         a in a:x has every level: one slope for each
///
/// Reference: Chambers & Hastie, *Statistical Models in S* (1992), section 2.4.1.
enum ContrastCoding {
  /// One variable in a term; two parts that stand for the same column are the same variable.
  struct Variable: Hashable {
    let name: String
    let isFactor: Bool
  }

  /// For every part of every term whether it is a factor with a column for every level.
  static func isFull(
    _ terms: [[Variable]], effects: [[String]], hasConstant: Bool
  ) -> [[Bool]] {
    var spanned = effects.map { Set($0.map { Variable(name: $0, isFactor: true) }) }
    var isFull: [[Bool]] = []
    for term in terms {
      isFull.append(
        term.map { variable in
          guard variable.isFactor else { return false }
          let rest = Set(term).subtracting([variable])
          return !rest.isEmpty && !spanned.contains { rest.isSubset(of: $0) }
        })
      spanned.append(Set(term))
    }
    if !hasConstant, effects.isEmpty,
      let term = terms.firstIndex(where: { $0.contains(where: \.isFactor) }),
      let part = terms[term].firstIndex(where: \.isFactor)
    {
      isFull[term][part] = true
    }
    return isFull
  }
}
