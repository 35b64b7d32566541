/// The rows that a generalised linear model is fitted to.
///
/// Left out, again and again until nothing changes, are
/// - rows whose level of an effect has only responses at the same end of their range (only zeros
///   for counts and trade flows): the estimate of that level is infinite, and the rows say
///   nothing about the rest;
/// - rows that are alone in a level of an effect: the level fits them exactly.
///
/// Reference: Correia, Guimarães & Zylkin, "Verifying the existence of maximum likelihood
/// estimates for generalized linear models" (2019), section 3; Correia, "Singletons,
/// cluster-robust standard errors and fixed effects" (2015).
struct GeneralisedSample: Sendable {
  /// The rows of the data that are kept, from 0.
  var rows: [Int32]
  /// Rows left out because they are alone in a level.
  var singletons: [Int32] = []
  /// Rows left out because their response is separated.
  var separated: [Int32] = []

  init(rows: [Int32]) { self.rows = rows }

  mutating func reduce(_ response: [Double], _ effects: [Factor], _ family: Family) {
    guard !effects.isEmpty else { return }
    let boundary = response.contains { family.boundary(of: $0) != 0 }
    while true {
      let before = rows.count
      if boundary { dropSeparated(response, effects, family) }
      dropSingletons(effects)
      if rows.count == before { return }
    }
  }

  /// Moves these rows of the data to the separated ones.
  mutating func separate(_ gone: [Int32]) {
    let set = Set(gone)
    separated += gone
    rows.removeAll(where: set.contains)
  }

  private mutating func dropSeparated(
    _ response: [Double], _ effects: [Factor], _ family: Family
  ) {
    for effect in effects {
      // Bit 0: a row below or inside the range; bit 1: one above or inside it.
      var seen = [UInt8](repeating: 0, count: effect.levels.count)
      for row in rows {
        let end = family.boundary(of: response[Int(row)])
        seen[Int(effect.codes[Int(row)])] |= end < 0 ? 1 : end > 0 ? 2 : 3
      }
      // Where a family has one end only, a level of nothing but that end is bit 0 alone.
      guard seen.contains(where: { $0 == 1 || $0 == 2 }) else { continue }
      split(into: \.separated) { seen[Int(effect.codes[Int($0)])] == 3 }
    }
  }

  /// Takes rows away one by one as long as one is alone in a level.
  ///
  /// The exclusive or of the places of all rows of a level is the place of the last one left, so
  /// a chain of any length is followed without reading the rows again.
  private mutating func dropSingletons(_ effects: [Factor]) {
    var counts = effects.map { [Int32](repeating: 0, count: $0.levels.count) }
    var places = counts
    for (index, effect) in effects.enumerated() {
      for row in rows {
        let level = Int(effect.codes[Int(row)])
        counts[index][level] += 1
        places[index][level] ^= row
      }
    }
    var waiting: [(effect: Int, level: Int)] = effects.indices.flatMap { index in
      counts[index].indices.filter { counts[index][$0] == 1 }.map { (index, $0) }
    }
    guard !waiting.isEmpty else { return }
    var gone = Set<Int32>()
    while let next = waiting.popLast() {
      guard counts[next.effect][next.level] == 1 else { continue }
      let row = places[next.effect][next.level]
      gone.insert(row)
      for (index, effect) in effects.enumerated() {
        let level = Int(effect.codes[Int(row)])
        counts[index][level] -= 1
        places[index][level] ^= row
        if counts[index][level] == 1 { waiting.append((index, level)) }
      }
    }
    split(into: \.singletons) { !gone.contains($0) }
  }

  private mutating func split(
    into dropped: WritableKeyPath<Self, [Int32]>, keeping isKept: (Int32) -> Bool
  ) {
    var kept: [Int32] = []
    kept.reserveCapacity(rows.count)
    for row in rows {
      if isKept(row) { kept.append(row) } else { self[keyPath: dropped].append(row) }
    }
    rows = kept
  }

  /// The effects of the kept rows; levels that no row has any more are not counted.
  func absorbed(_ effects: [Factor]) -> AbsorbedEffects? {
    guard !effects.isEmpty else { return nil }
    let codes = Buffer<Int32>(repeating: 0, count: rows.count * effects.count)
    var levels: [Int] = []
    var offset: Int32 = 0
    for (place, effect) in effects.enumerated() {
      var codeOf = [Int32](repeating: -1, count: effect.levels.count)
      var next: Int32 = 0
      effect.codes.withUnsafeBufferPointer { source in
        for (index, row) in rows.enumerated() {
          let level = Int(source[Int(row)])
          if codeOf[level] < 0 {
            codeOf[level] = next
            next += 1
          }
          codes.start[index * effects.count + place] = offset + codeOf[level]
        }
      }
      levels.append(Int(next))
      offset += next
    }
    return AbsorbedEffects(levels: levels, codes: codes, rows: rows.count)
  }
}
