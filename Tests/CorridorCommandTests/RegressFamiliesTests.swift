import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct RegressFamiliesTests {
  // MARK: Poisson

  /// Flows between four countries in three years, and one of a fifth.
  ///
  /// D sends nothing at all (separated: its effect has no finite estimate) and E is seen once (alone
  /// in its level).
  private static let flows: String = {
    var lines = ["origin,destination,year,distance,value"]
    var number = 0
    for origin in ["A", "B", "C", "D"] {
      for destination in ["A", "B", "C", "D"] where destination != origin {
        for year in 2015...2017 {
          number += 1
          let value = origin == "D" ? 0 : 3 + (number * 7) % 11
          lines.append("\(origin),\(destination),\(year),\(100 + (number * 37) % 90),\(value)")
        }
      }
    }
    return (lines + ["E,A,2015,150,9"]).joined(separator: "\n") + "\n"
  }()

  private static let formula = "value ~ log(distance) | origin + destination + year"

  @Test func `Poisson counts separated rows and singletons and leaves them out`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("flows.csv", Self.flows)
      let outcome = Outcome.text("regress", file, Self.formula, "--family", "poisson")
      #expect(outcome.isSound, "\(outcome)")
      // Of 37 rows nine are those of D and one is that of E.
      #expect(outcome.text.contains("n = 27, "), "\(outcome.text)")
      #expect(outcome.text.contains("1 singleton dropped, 9 separated rows dropped"))
      #expect(
        outcome.text.contains("absorbed effects: origin (3), destination (4), year (3)"),
        "\(outcome.text)")
    }
  }

  @Test func `rows left out do not matter to the estimates`() throws {
    try withTemporaryFolder { folder in
      let all = try folder.file("all.csv", Self.flows)
      let kept = Self.flows.lines.filter { !$0.hasPrefix("D,") && !$0.hasPrefix("E,") }
      let some = try folder.file("some.csv", kept.joined(separator: "\n"))
      for kind in ["classical", "hc1", "cluster:origin^destination"] {
        let words = [Self.formula, "--family", "poisson", "--se", kind, "--format", "csv"]
        let one = Program.run(["regress", all] + words)
        let other = Program.run(["regress", some] + words)
        #expect(one.status == 0)
        for column in ["estimate", "std_error"] {
          let number = try #require(try other.numbers(column)[0])
          #expect(try one.numbers(column)[0].isClose(to: number, tolerance: 1e-9))
        }
      }
    }
  }

  @Test func `effects and dummies give the same slope`() throws {
    try withTemporaryFolder { folder in
      let rows = Self.flows.lines.filter { !$0.hasPrefix("D,") && !$0.hasPrefix("E,") }
      let file = try folder.file("flows.csv", rows.joined(separator: "\n"))
      let absorbed = Outcome.csv("regress", file, Self.formula, "--family", "poisson")
      let dummies = Outcome.csv(
        "regress", file, "value ~ log(distance) + origin + destination + dummy(year)",
        "--family", "poisson")
      #expect(dummies.status == 0)
      let place = try #require(try dummies.texts("term").firstIndex(of: "log(distance)"))
      let slope = try #require(try dummies.numbers("estimate")[place])
      #expect(try absorbed.numbers("estimate")[0].isClose(to: slope, tolerance: 1e-9))
    }
  }

  // MARK: Bounds

  @Test func `the home case takes 2018 as the bound that it is`() throws {
    let outcome = Outcome.csv(
      "regress", "kz-vn", "log(turnover) ~ year", "--from", "2013", "--until", "2018")
    #expect(outcome.status == 0)
    #expect(try outcome.texts("term") == ["(intercept)", "year", "log(scale)"])
    let estimates = try outcome.numbers("estimate")
    let slope = try #require(estimates[1])
    let intercept = try #require(estimates[0])
    // R 4.2.2, survival 3.5-3: survreg on year − 2013, which stops at about 1e-9.
    #expect(slope.isClose(to: 0.22349923871866, tolerance: 1e-8))
    #expect((intercept + 2013 * slope).isClose(to: 5.29557194201842, tolerance: 1e-8))
    let errors = try outcome.numbers("std_error")
    #expect(errors[1].isClose(to: 0.0564596376230432, tolerance: 1e-7))
    #expect(errors[2].isClose(to: 0.3114567009041999, tolerance: 1e-6))
  }

  @Test func `prints the home case with its bound`() {
    let outcome = Outcome.text(
      "regress", "kz-vn", "log(turnover) ~ year", "--from", "2013", "--until", "2018")
    #expect(outcome.text.contains("n = 6: 5 observed, 1 more than a bound"), "\(outcome.text)")
    // R: −28.0772161002548
    #expect(outcome.text.contains("scale = 0.20216, log likelihood = -28.0772"))
  }

  /// A file with a qualifier column; the numbers are those of the home case.
  private static let bounded = """
    t,turnover,qualifier
    0,233.2,
    1,271.9,
    2,205.8,
    3,392.5,
    4,542.7,
    5,500,moreThan

    """

  @Test(arguments: [[], ["--family", "tobit"]])
  func `the qualifiers of a file are used`(family: [String]) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("bounded.csv", Self.bounded)
      let normal = Program.run(["regress", file, "turnover ~ t", "--format", "csv"] + family)
      #expect(normal.status == 0, "\(normal)")
      // R, survreg, dist = "gaussian"
      #expect(try normal.numbers("estimate")[0].isClose(to: 174.34013280857218, tolerance: 1e-7))
      #expect(try normal.numbers("estimate")[1].isClose(to: 79.17990039357086, tolerance: 1e-7))
      #expect(try normal.numbers("std_error")[1].isClose(to: 18.533812435404364, tolerance: 1e-6))
      let log = Program.run(["regress", file, "log(turnover) ~ t", "--format", "csv"] + family)
      #expect(try log.numbers("estimate")[0].isClose(to: 5.29557194201842, tolerance: 1e-8))
      #expect(try log.numbers("estimate")[1].isClose(to: 0.22349923871866, tolerance: 1e-8))
    }
  }

  @Test func `another family leaves the bounds out and says so`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("bounded.csv", Self.bounded)
      let outcome = Outcome.text("regress", file, "turnover ~ t", "--family", "gaussian")
      #expect(outcome.text.contains("n = 5, "))
      #expect(
        outcome.remarks.contains(
          "1 value is a bound and left out; --family tobit uses bounds as such"))
    }
  }

  @Test func `a qualifier that is none is named with its line`() throws {
    try withTemporaryFolder { folder in
      let text = Self.bounded.split(separator: "\n").map(String.init)
      let file = try folder.file(
        "odd.csv", (text.dropLast() + ["5,500,perhaps"]).joined(separator: "\n"))
      let outcome = corridor("regress", file, "turnover ~ t")
      #expect(outcome.isSound && outcome.status == 1, "\(outcome)")
      #expect(outcome.problem?.contains("line 7, column 'qualifier'") == true)
      #expect(outcome.problem?.contains("perhaps") == true)
    }
  }

  @Test func `bounds and effects do not go together`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("flows.csv", Self.flows)
      let outcome = corridor("regress", file, Self.formula, "--family", "tobit")
      #expect(outcome.status == 2)
      #expect(
        outcome.problem?.hasPrefix("a tobit model takes no effects after '|'") == true,
        "\(outcome)")
      let other = corridor("regress", file, "value ~ distance", "--family", "tobit", "--se", "hc1")
      #expect(other.status == 2)
      #expect(other.problem?.hasPrefix("--se of a tobit model is classical") == true)
    }
  }

  // MARK: Standard errors

  private static let kinds = [
    "classical", "hc0", "hc1", "hc2", "hc3", "hac", "hac:0", "hac:2", "cluster:origin",
    "cluster:origin,year", "cluster:origin^destination", "cluster:origin^destination,year",
  ]

  @Test(arguments: kinds) func `every kind of standard errors gives numbers or a reason`(
    kind: String
  ) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("flows.csv", Self.flows)
      let models = [
        ["value ~ log(distance) + year"], ["value ~ log(distance) | origin + year"],
        ["value ~ log(distance)", "--family", "poisson"],
        [Self.formula, "--family", "poisson"],
        ["value ~ log(distance)", "--family", "negative-binomial"],
      ]
      for model in models {
        let plain = Program.run(["regress", file] + model + ["--format", "csv"])
        let outcome = Program.run(["regress", file] + model + ["--se", kind, "--format", "csv"])
        #expect(outcome.isSound, "\(model) \(outcome)")
        guard outcome.status == 0 else { continue }
        #expect(try outcome.numbers("estimate") == plain.numbers("estimate"))
        let errors = try outcome.numbers("std_error")
        #expect(errors.allSatisfy { ($0 ?? 1) > 0 }, "\(model) \(kind)")
        // Only clusters in two ways may leave no positive variance, and then say so.
        guard errors.contains(where: { $0 == nil }) else { continue }
        let text = Program.run(["regress", file] + model + ["--se", kind, "-o", "result.txt"]).text
        #expect(text.contains("the clusters leave no positive variance"), "\(model) \(text)")
      }
    }
  }

  @Test(arguments: [
    ("hc4", "did you mean 'hc"), ("clasical", "did you mean 'classical'?"),
    ("robust", "there are classical, hc0"), ("hac:-1", "there are classical"),
    ("hac:", "there are classical"), ("hac:1.5", "there are classical"),
    ("cluster", "there are classical"), ("cluster:", "there are classical"),
    ("cluster:a,,b", "there are classical"), ("hc1:2", "there are classical"),
  ])
  func `a kind of standard errors that is none has suggestions`(kind: String, hint: String) {
    let outcome = corridor("regress", "turnover ~ year", "--se", kind)
    #expect(outcome.status == 2)
    #expect(outcome.isSound)
    #expect(outcome.problem?.hasPrefix("unknown kind of standard errors '\(kind)'") == true)
    #expect(outcome.problem?.contains(hint) == true, "\(outcome)")
  }

  @Test(arguments: [
    ("poison", "poisson"), ("gausian", "gaussian"), ("tobbit", "tobit"),
    ("negative_binomial", "negative-binomial"),
  ])
  func `a family that is none has suggestions`(family: String, meant: String) {
    let outcome = corridor("regress", "turnover ~ year", "--family", family)
    #expect(outcome.status == 2)
    #expect(outcome.isSound)
    #expect(outcome.problem?.contains("did you mean '\(meant)'?") == true, "\(outcome)")
  }

  @Test func `a cluster that is no column has suggestions`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("flows.csv", Self.flows)
      let outcome = corridor("regress", file, "value ~ distance", "--se", "cluster:orgin")
      #expect(outcome.isSound && outcome.status == 1, "\(outcome)")
      #expect(outcome.problem?.contains("did you mean 'origin'?") == true)
    }
  }

  @Test(arguments: ["gaussian", "poisson"])
  func `a single cluster gives no standard errors and says so`(family: String) throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("one.csv", "x,y,c\n1,2,a\n2,4,a\n3,5,a\n4,9,a\n")
      let outcome = corridor("regress", file, "y ~ x", "--family", family, "--se", "cluster:c")
      #expect(outcome.status == 2)
      #expect(
        outcome.problem?.hasPrefix(
          "no standard errors of that kind: 'c' has one cluster only") == true, "\(outcome)")
    }
  }

  // MARK: Little data

  @Test(arguments: ["gaussian", "poisson", "gamma", "negative-binomial", "logit", "tobit"])
  func `little and odd data give an answer or a reason, never a number that is none`(
    family: String
  ) throws {
    let files = [
      "x,y\n1,1\n", "x,y\n1,1\n2,0\n", "x,y\n1,0\n2,0\n3,0\n", "x,y\n1,1\n2,1\n3,1\n4,1\n",
      "x,y\n1,0\n2,0\n3,1\n4,1\n", "x,y\n1,1e-300\n2,1e300\n3,5\n4,7\n", "x,y\n2,3\n2,4\n2,5\n",
      "x,y\n1e149,1\n2,1\n-1e149,0\n4,1\n", "x,y\n1,-1\n2,3\n3,-4\n9,2\n", "x,y\n0,1\n0,2\n0,3\n",
    ]
    try withTemporaryFolder { folder in
      for (place, text) in files.enumerated() {
        let file = try folder.file("odd\(place).csv", text)
        for formula in ["y ~ x", "y ~ 0 + x", "y ~ 1"] {
          for kind in ["classical", "hc1", "hc3", "hac", "cluster:x"] {
            let words = ["regress", file, formula, "--family", family, "--se", kind]
            for format in ["text", "csv"] {
              let outcome = Program.run(words + ["--format", format])
              #expect(outcome.isSound, "\(words) on \(text): \(outcome)")
            }
          }
        }
      }
    }
  }
}
