import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct CovarianceTests {
  @Test(arguments: Quine.models, [true, false])
  func `equals the definitions worked out in R`(model: String, absorbing: Bool) throws {
    let oracle = try Oracle("generalised")
    let quine = try Quine()
    let fit = try quine.fit(model, absorbing: absorbing)
    let dispersed = fit.specification.family.rawValue.hasPrefix("ga")
    let kinds: [(String, Covariance, [Factor], SmallSample)] = [
      ("classical", .classical, [], dispersed ? .standard : []), ("hc0", .hc0, [], .standard),
      ("hc1", .hc1, [], .standard), ("hc2", .hc2, [], .standard), ("hc3", .hc3, [], .standard),
      ("newey_west_2", .neweyWest(lag: 2), [], .standard),
      ("cluster_age_ethnicity", .cluster, [quine.groups], []),
      ("cluster_age_and_male", .cluster, [quine.age, quine.sex], []),
    ]
    for (name, kind, clusters, factors) in kinds {
      let errors = fit.standardErrors(kind, clusters: clusters, smallSample: factors)
      for (place, term) in ["male", "slow"].enumerated() {
        let expected = try #require(
          oracle.number(["model": model, "term": term, "quantity": name]))
        #expect(
          errors[place].isClose(to: expected, tolerance: 1e-9),
          "\(name) \(term) \(errors[place] ?? .nan) for \(expected)")
      }
    }
  }

  @Test func `takes the small-sample factors that it is told to`() throws {
    let quine = try Quine()
    let fit = try quine.fit("poisson")
    let n = 146.0
    let k = 2.0 + 5
    func ratio(_ kind: Covariance, _ clusters: [Factor], _ factors: SmallSample) throws -> Double {
      let with = try #require(fit.covariance(kind, clusters: clusters, smallSample: factors))
      let without = try #require(fit.covariance(kind, clusters: clusters, smallSample: []))
      return with[0, 0] / without[0, 0]
    }
    #expect(try ratio(.classical, [], .standard).isClose(to: (n - 1) / (n - k)))
    #expect(try ratio(.hc1, [], .standard).isClose(to: n / (n - k)))
    let groups = [quine.groups]
    let g = Double(quine.groups.levels.count)
    #expect(try ratio(.cluster, groups, .clusters).isClose(to: g / (g - 1)))
    #expect(try ratio(.cluster, groups, .parameters).isClose(to: (n - 1) / (n - k)))
    // Clusters by age contain the effect of age: it counts as one coefficient instead of four.
    #expect(
      try ratio(.cluster, [quine.age], .standard)
        .isClose(to: (n - 1) / (n - (k - 3)) * 4 / 3))
  }

  @Test func `is the heteroscedastic one where every row is its own cluster`() throws {
    let fit = try Quine().fit("poisson")
    let rows = Factor("row", (0..<146).map { "\($0)" })
    let one = try #require(fit.covariance(.cluster, clusters: [rows], smallSample: []))
    let other = try #require(fit.covariance(.hc0))
    for place in one.elements.indices {
      #expect(one.elements[place].isClose(to: other.elements[place], tolerance: 1e-13))
    }
  }

  @Test func `is symmetric and has no negative variance`() throws {
    let fit = try Quine().fit("gamma")
    for kind in [Covariance.classical, .hc0, .hc1, .hc2, .hc3, .neweyWest(lag: nil)] {
      let matrix = try #require(fit.covariance(kind))
      #expect(matrix[0, 1].isClose(to: matrix[1, 0], tolerance: 1e-14))
      #expect(matrix[0, 0] > 0 && matrix[1, 1] > 0)
    }
  }

  @Test func `says why it is not there`() throws {
    let quine = try Quine()
    let fit = try quine.fit("poisson")
    #expect(fit.covariance(.cluster) == nil)
    #expect(fit.whyNoCovariance(.cluster) == "there is no factor to cluster by")
    let one = Factor("all", quine.days.map { _ in "x" })
    #expect(fit.whyNoCovariance(.cluster, clusters: [one]) == "'all' has one cluster only")
    #expect(fit.whyNoCovariance(.neweyWest(lag: -1)) == "a lag of -1 is negative")
    let exact = try GeneralisedLinearModel(family: .gaussian).fit(
      response: [1, 2], matrix: Matrix(columns: [[1, 1], [1, 2]]), names: ["(intercept)", "x"])
    #expect(exact.standardErrors(.classical) == [nil, nil])
    #expect(
      exact.whyNoCovariance(.hc1) == "2 rows leave no degrees of freedom for 2 coefficients")
  }

  @Test func `goes with t where there is a dispersion and with the normal elsewhere`() throws {
    let quine = try Quine()
    #expect(try quine.fit("poisson").inferenceDegrees(.hc1) == nil)
    let gaussian = try quine.fit("gaussian")
    #expect(gaussian.inferenceDegrees(.hc1) == 146 - 7)
    #expect(gaussian.inferenceDegrees(.cluster, clusters: [quine.age, quine.sex]) == 1)
  }
}
