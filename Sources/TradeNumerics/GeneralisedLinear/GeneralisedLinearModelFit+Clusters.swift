extension GeneralisedLinearModel.Fit {
  /// V = Σ over sets of factors of (−1)^(size + 1) V(their intersection).
  ///
  /// One factor is its own sum; two give V_A + V_B − V_AB.
  func clustered(_ clusters: [Factor], _ smallSample: SmallSample) -> Matrix {
    let groups = clusters.map(compactCodes)
    let fewest = groups.map(\.count).min() ?? 2
    let k = kept.count + countedEffectDegrees(clusters, smallSample)
    let parameters =
      smallSample.contains(.parameters) ? Double(count - 1) / Double(max(count - k, 1)) : 1
    var result = Matrix(rows: kept.count, columns: kept.count)
    for set in 1..<(1 << groups.count) {
      let members = groups.indices.filter { set & (1 << $0) != 0 }
      let group = members.dropFirst().reduce(groups[members[0]]) { intersection($0, groups[$1]) }
      let g = Double(smallSample.contains(.fewestClusters) ? fewest : group.count)
      let factor = parameters * (smallSample.contains(.clusters) ? g / (g - 1) : 1)
      let part = bracketed(meat(group)).scaled(by: members.count % 2 == 1 ? factor : -factor)
      for place in result.elements.indices { result.elements[place] += part.elements[place] }
    }
    return result
  }

  /// How many clusters the rows used have.
  func clusterCount(_ factor: Factor) -> Int { compactCodes(factor).count }

  /// The clusters of the rows used, coded without gaps.
  struct Group {
    var codes: [Int32]
    var count: Int
  }

  private func compactCodes(_ factor: Factor) -> Group {
    var places = [Int32](repeating: -1, count: factor.levels.count)
    var next: Int32 = 0
    let codes = keptRows.map { row -> Int32 in
      precondition(Int(row) < factor.codes.count, "'\(factor.name)' has too few rows")
      let level = Int(factor.codes[Int(row)])
      if places[level] < 0 {
        places[level] = next
        next += 1
      }
      return places[level]
    }
    return Group(codes: codes, count: Int(next))
  }

  private func intersection(_ first: Group, _ second: Group) -> Group {
    var places: [Int64: Int32] = [:]
    let codes = zip(first.codes, second.codes).map { a, b -> Int32 in
      let key = Int64(a) << 32 | Int64(b)
      if let place = places[key] { return place }
      let place = Int32(places.count)
      places[key] = place
      return place
    }
    return Group(codes: codes, count: places.count)
  }

  /// Σ over clusters of the outer product of their summed scores.
  private func meat(_ group: Group) -> Matrix {
    let k = kept.count
    var sums = [Double](repeating: 0, count: group.count * k)
    for row in 0..<count {
      let start = Int(group.codes[row]) * k
      for column in 0..<k { sums[start + column] += regression.score(row, column) }
    }
    var meat = Matrix(rows: k, columns: k)
    for cluster in 0..<group.count {
      for i in 0..<k {
        for j in 0..<k { meat[i, j] += sums[cluster * k + i] * sums[cluster * k + j] }
      }
    }
    return meat
  }

  /// The coefficients of the effects that count in K: an effect whose every level lies in one
  /// cluster counts as one, because its levels are no burden on the number of clusters.
  private func countedEffectDegrees(_ clusters: [Factor], _ smallSample: SmallSample) -> Int {
    guard smallSample.contains(.nestedEffects) else { return effectDegrees }
    var degrees = effectDegrees
    for (effect, factor) in zip(effects, factors)
    where clusters.contains(where: { isNested(factor, in: $0) }) {
      degrees -= effect.levels - 1
    }
    return degrees
  }

  private func isNested(_ effect: Factor, in cluster: Factor) -> Bool {
    var clusterOf = [Int32](repeating: -1, count: effect.levels.count)
    return keptRows.allSatisfy { row in
      let level = Int(effect.codes[Int(row)])
      let own = cluster.codes[Int(row)]
      defer { clusterOf[level] = own }
      return clusterOf[level] < 0 || clusterOf[level] == own
    }
  }
}
