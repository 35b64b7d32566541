/// Which of several candidates is taken, seen from their scores on several sets.
///
/// 1. Of the candidates, those whose mean loss over the sets is within one standard error of the
///    least; the error is that of the paired difference, over groups of series.
/// 2. Of these, those whose 95 % hold for 93 to 97 %, if any do.
/// 3. Of these, those whose mean interval score is within one standard error of the least.
/// 4. Of these, the simplest, which is the one named first.
struct Verdict {
  let chosen: Int
  /// The mean loss of each beyond the least, and its standard error.
  let excess: [(mean: Double, error: Double)]

  /// One list of scores, one a set, for each candidate, the simplest first.
  init(_ scores: [[Score]]) {
    let all = Array(scores.indices)
    let (close, excess) = Self.nearBest(all, scores, \.loss)
    let honest = close.filter { (0.93...0.97).contains(Self.mean(scores[$0], \.inside)) }
    let (sharp, _) = Self.nearBest(honest.isEmpty ? close : honest, scores, \.interval)
    chosen = sharp[0]
    self.excess = excess
  }

  /// The mean over the sets, each of which counts the same.
  static func mean(_ scores: [Score], _ part: KeyPath<Score, [Double]>) -> Double {
    scores.map { $0[keyPath: part].mean }.mean
  }

  private static func nearBest(
    _ candidates: [Int], _ scores: [[Score]], _ part: KeyPath<Score, [Double]>
  ) -> (near: [Int], excess: [(mean: Double, error: Double)]) {
    let means = candidates.map { mean(scores[$0], part) }
    let best = means.indices.min { means[$0] < means[$1] } ?? 0
    let excess = candidates.indices.map { index in
      (
        mean: means[index] - means[best],
        error: standardError(scores[candidates[index]], scores[candidates[best]], part)
      )
    }
    return (
      candidates.indices.filter { excess[$0].mean <= excess[$0].error }.map { candidates[$0] },
      excess
    )
  }

  /// That of the difference of two means over sets; a group, which may be in several sets, is one
  /// observation.
  private static func standardError(
    _ a: [Score], _ b: [Score], _ part: KeyPath<Score, [Double]>
  ) -> Double {
    var influence: [String: Double] = [:]
    for (a, b) in zip(a, b) {
      let differences = zip(a[keyPath: part], b[keyPath: part]).map { $0 - $1 }
      let (mean, count) = (differences.mean, Double(differences.count))
      for (group, difference) in zip(a.groups, differences) {
        influence[group, default: 0] += (difference - mean) / count
      }
    }
    // In the order of the names, so that rounding is the same in every run.
    let squares = influence.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
    return squares.squareRoot() / Double(a.count)
  }
}
