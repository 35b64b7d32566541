import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@Suite struct FigureTests {
  // MARK: What a published figure says

  @Test(arguments: [
    (Qualifier.exact, 500.0, 500.0), (.about, 500, 500), (.estimated, 500, 500),
    (.preliminary, 500, 500), (.mirror, 500, 500), (.moreThan, 500, .infinity),
    (.lessThan, 0, 500), (.undetermined, -.infinity, .infinity),
  ])
  func `has the bounds that its qualifier says`(
    qualifier: Qualifier, lower: Double, upper: Double
  ) {
    let figure = Figure(500, qualifier, unit: .millionUSD)
    #expect(figure.lower == lower)
    #expect(figure.upper == upper)
    #expect(figure.qualifier == qualifier)
    #expect(figure.value == (qualifier == .undetermined ? nil : 500))
    #expect(figure.isBound == (lower != upper))
  }

  @Test func `less than a negative number has no lower end`() {
    let figure = Figure(-5, .lessThan, unit: .one)
    #expect(figure.lower == -.infinity)
    #expect(figure.upper == -5)
    #expect(Figure(0, .lessThan, unit: .one).lower == -.infinity)
  }

  @Test func `contains what lies between its bounds, the ends included`() {
    let figure = Figure(500, .moreThan, unit: .millionUSD)
    #expect(figure.contains(500))
    #expect(figure.contains(1e300))
    #expect(!figure.contains(499.999))
    #expect(!Figure(5, .lessThan, unit: .one).contains(-0.001))
  }

  @Test func `is printed with mark and unit`() {
    #expect(Figure(500, .moreThan, unit: .millionUSD).description == ">500 USD million")
    #expect(Figure(387.6, unit: .millionUSD).description == "387.6 USD million")
    #expect(Figure(0.25, .about, unit: .one).description == "~0.25")
    #expect(Figure(0, .undetermined, unit: .millionUSD).description == "undetermined")
  }

  @Test func `a figure is a finite number`() async {
    await #expect(processExitsWith: .failure) { _ = Figure(.infinity, unit: .one) }
    await #expect(processExitsWith: .failure) { _ = Figure(.nan, unit: .one) }
  }

  // MARK: The law of interval arithmetic

  @Test(arguments: 1...40)
  func `sum and difference hold every true result`(seed: Int) {
    var random = RandomFigures(seed: seed)
    for _ in 0..<50 {
      let (first, second) = (random.figure(), random.figure())
      let (sum, difference) = (first + second, first - second)
      for _ in 0..<20 {
        let (x, y) = (random.value(in: first), random.value(in: second))
        #expect(sum.contains(x + y), "\(x) of \(first) + \(y) of \(second) is not in \(sum)")
        #expect(
          difference.contains(x - y), "\(x) of \(first) - \(y) of \(second) is not in \(difference)"
        )
      }
    }
  }

  @Test(arguments: 1...40)
  func `ratio and growth hold every true result`(seed: Int) {
    var random = RandomFigures(seed: seed)
    for _ in 0..<50 {
      let (later, earlier) = (random.figure(), random.figure())
      let (ratio, growth) = (later.ratio(to: earlier), later.growth(since: earlier))
      for _ in 0..<20 {
        let (y, x) = (random.value(in: later), random.value(in: earlier))
        guard x != 0 else { continue }
        #expect(ratio.contains(y / x), "\(y) of \(later) / \(x) of \(earlier) is not in \(ratio)")
        #expect(
          growth.contains(y / x - 1),
          "from \(x) of \(earlier) to \(y) of \(later) is not in \(growth)")
      }
    }
  }

  @Test(arguments: 1...40)
  func `a share holds every true share of a part in its total`(seed: Int) {
    var random = RandomFigures(seed: seed, least: 0)
    for _ in 0..<50 {
      let (part, rest) = (random.figure(), random.figure())
      let whole = part + rest
      let share = part.share(of: whole)
      for _ in 0..<20 {
        let x = random.value(in: part)
        let y = x + random.value(in: rest)
        guard y > 0 else { continue }
        #expect(share.contains(x / y), "\(x) of \(part) in \(y) of \(whole) is not in \(share)")
      }
    }
  }

  @Test(arguments: 1...20)
  func `of point figures every result is a point`(seed: Int) {
    var random = RandomFigures(seed: seed, qualifiers: RandomFigures.points)
    for _ in 0..<50 {
      let (first, second) = (random.figure(), random.figure())
      guard let x = first.value, let y = second.value else { continue }
      #expect((first + second).value == x + y)
      #expect((first - second).value == x - y)
      guard y > 0 else { continue }
      #expect(first.ratio(to: second).value == x / y)
      #expect(first.growth(since: second).value == x / y - 1)
      guard x >= 0, x <= y else { continue }
      #expect(first.share(of: second).value == x / y)
    }
  }

  // MARK: Bounds that are no wider than they must be

  @Test func `growth from an exact figure to a lower bound is a lower bound`() {
    let growth = figure(500, .moreThan).growth(since: figure(542.7))
    #expect(growth.qualifier == .moreThan)
    // By hand: 500 / 542.7 − 1
    #expect(growth.value.isClose(to: -0.078_680_670_720_472, tolerance: 1e-14))
    #expect(growth.unit == .one)
  }

  @Test func `growth from a lower bound to an exact figure is an upper bound`() {
    let growth = figure(387.6).growth(since: figure(500, .moreThan))
    #expect(growth.qualifier == .lessThan)
    #expect(growth.value.isClose(to: -0.2248, tolerance: 1e-14))
    #expect(growth.lower == -1)
  }

  @Test func `growth between two lower bounds is not determined`() {
    let growth = figure(500, .moreThan).growth(since: figure(300, .moreThan))
    #expect(growth.qualifier == .undetermined)
    #expect(growth.value == nil)
  }

  @Test func `growth between two upper bounds is not determined`() {
    #expect(figure(5, .lessThan).growth(since: figure(3, .lessThan)).value == nil)
  }

  @Test func `growth from more than one figure to less than another is an upper bound`() {
    let growth = figure(300, .lessThan).growth(since: figure(400, .moreThan))
    #expect(growth.qualifier == .lessThan)
    #expect(growth.value == -0.25)
  }

  @Test func `a sum with a lower bound is one, and so is a balance that adds it`() {
    let sum = figure(100) + figure(500, .moreThan)
    #expect(sum == figure(600, .moreThan))
    #expect(figure(500, .moreThan) - figure(100) == figure(400, .moreThan))
    let balance = figure(100) - figure(500, .moreThan)
    #expect(balance.qualifier == .lessThan)
    #expect(balance.value == -400)
    #expect(balance.lower == -.infinity)
  }

  @Test func `a sum with an upper bound has two ends and is shown by the upper one`() {
    let sum = figure(10) + figure(5, .lessThan)
    #expect(sum.lower == 10)
    #expect(sum.upper == 15)
    #expect(sum.qualifier == .lessThan)
    #expect(sum.value == 15)
  }

  @Test func `opposite bounds leave a difference with one end and a sum with one`() {
    #expect((figure(5, .lessThan) + figure(7, .moreThan)) == figure(7, .moreThan))
    let difference = figure(5, .lessThan) - figure(7, .moreThan)
    #expect(difference.upper == -2)
    #expect(difference.lower == -.infinity)
  }

  @Test func `a negative figure over a bound has both ends right`() {
    // −6 over a number above 3 lies between −2 and 0.
    let ratio = figure(-6).ratio(to: figure(3, .moreThan))
    #expect(ratio.lower == -2)
    #expect(ratio.upper == 0)
  }

  @Test func `a share with a bound in the part lies between a share and the whole`() {
    let share = figure(50, .moreThan).share(of: figure(200))
    #expect(share.lower == 0.25)
    #expect(share.upper == 1)
  }

  @Test func `a share in a lower bound is an upper bound`() {
    let share = figure(50).share(of: figure(200, .moreThan))
    #expect(share.lower == 0)
    #expect(share.upper == 0.25)
    #expect(share.qualifier == .lessThan)
  }

  @Test func `a share is never above one, however its parts were rounded`() {
    #expect(figure(100.1).share(of: figure(100)).lower <= 1.001)
    #expect(figure(50, .moreThan).share(of: figure(60)).upper == 1)
  }

  // MARK: Zero and negative denominators

  @Test(arguments: [0.0, 5, -5])
  func `over zero nothing is known`(value: Double) {
    #expect(figure(value).ratio(to: figure(0)).qualifier == .undetermined)
    #expect(figure(value).growth(since: figure(0)).value == nil)
  }

  @Test func `over a figure that can be negative nothing is known`() {
    #expect(figure(5).ratio(to: figure(-2)).qualifier == .undetermined)
    #expect(figure(5).ratio(to: figure(-1, .moreThan)).qualifier == .undetermined)
    #expect(figure(5).ratio(to: figure(0, .undetermined)).value == nil)
  }

  @Test func `over a figure that can be zero only the lower end is known`() {
    let ratio = figure(10).ratio(to: figure(5, .lessThan))
    #expect(ratio == Figure(2, .moreThan, unit: .one))
  }

  @Test func `a share of nothing in nothing is not determined`() {
    let share = figure(0).share(of: figure(0))
    #expect(share.value == nil)
    #expect(share.qualifier == .undetermined)
  }

  @Test func `a share that may be anything is not determined`() {
    #expect(figure(0, .undetermined).share(of: figure(100)).value == nil)
    // From >50 of >70 nothing follows but that a share is between 0 and 1.
    #expect(figure(50, .moreThan).share(of: figure(70, .moreThan)).value == nil)
  }

  // MARK: Marks

  @Test func `the weaker of two marks wins in every operation`() {
    // From strong to weak, as the documentation of Qualifier has it.
    let order: [Qualifier] = [.exact, .preliminary, .estimated, .mirror, .about]
    for (i, first) in order.enumerated() {
      for (j, second) in order.enumerated() {
        let weaker = order[max(i, j)]
        let (a, b) = (figure(3, first), figure(4, second))
        let results = [
          a + b, a - b, a.ratio(to: b), a.growth(since: b), a.share(of: b), b + a, b - a,
        ]
        #expect(results.allSatisfy { $0.qualifier == weaker }, "\(first) with \(second)")
      }
    }
  }

  @Test func `a bound outweighs any mark, and the mark returns where the bound is gone`() {
    #expect((figure(3, .about) + figure(4, .moreThan)).qualifier == .moreThan)
    #expect(figure(3, .about).converted(to: Unit("USD thousand")).qualifier == .about)
  }

  @Test func `the partner's figure is marked whatever its mark was, but for a bound`() {
    #expect(figure(3).asMirror == figure(3, .mirror))
    #expect(figure(3, .preliminary).asMirror.qualifier == .mirror)
    #expect(figure(3, .about).asMirror.qualifier == .mirror)
    #expect(figure(3, .moreThan).asMirror.qualifier == .moreThan)
    #expect((figure(3, .moreThan).asMirror + figure(1)).value == 4)
  }

  // MARK: Units

  @Test func `arithmetic converts to the unit of the first figure`() {
    let billions = Figure(1.5, unit: Unit("USD billion"))
    #expect(figure(250) + billions == figure(1750))
    #expect(billions - figure(250) == Figure(1.25, unit: Unit("USD billion")))
    #expect(figure(250).ratio(to: Figure(0.5, unit: Unit("USD billion"))).value == 0.5)
    #expect(figure(250, .moreThan).converted(to: Unit("USD thousand")).lower == 250_000)
  }

  @Test(arguments: 1...10) func `growth follows no change of unit`(seed: Int) throws {
    var random = RandomFigures(seed: seed, least: 1)
    for _ in 0..<50 {
      let (later, earlier) = (random.figure(), random.figure())
      let growth = later.growth(since: earlier)
      let other = later.converted(to: Unit("USD thousand")).growth(since: earlier)
      #expect(growth.qualifier == other.qualifier)
      #expect(growth.lower.isClose(to: other.lower, tolerance: 1e-12))
      #expect(growth.upper.isClose(to: other.upper, tolerance: 1e-12))
    }
  }

  @Test func `figures of different things are not added`() async {
    await #expect(processExitsWith: .failure) {
      _ = Figure(1, unit: Unit("USD")) + Figure(1, unit: Unit("tonnes"))
    }
    await #expect(processExitsWith: .failure) {
      _ = Figure(1, unit: Unit("USD")) - Figure(1, unit: Unit("tonnes"))
    }
    await #expect(processExitsWith: .failure) {
      _ = Figure(1, unit: Unit("USD")).growth(since: Figure(1, unit: Unit("tonnes")))
    }
  }

  // MARK: Totals

  @Test func `a total adds every figure in the unit of the first`() {
    let figures = [figure(1), Figure(2, unit: Unit("USD billion")), figure(3, .moreThan)]
    #expect(figures.total() == figure(2004, .moreThan))
  }

  @Test func `there is no total of none`() {
    #expect([Figure]().total() == nil)
  }

  private func figure(_ value: Double, _ qualifier: Qualifier = .exact) -> Figure {
    Figure(value, qualifier, unit: .millionUSD)
  }

  // MARK: Scaling and means

  @Test func `a factor scales both ends and weakens the quality`() {
    let figure = Figure(500, .moreThan, unit: .millionUSD).scaled(by: 2)
    #expect(figure == Figure(1000, .moreThan, unit: .millionUSD))
    #expect(Figure(500, unit: .millionUSD).scaled(by: 2, .estimated).qualifier == .estimated)
    #expect(Figure(500, .about, unit: .millionUSD).scaled(by: 2, .estimated).qualifier == .about)
  }

  @Test func `a geometric mean keeps bounds and converts units`() throws {
    let one = Figure(100, unit: .millionUSD)
    let other = Figure(0.4, unit: Unit("USD billion"))
    let mean = one.geometricMean(with: other, weight: 0.5)
    #expect(try #require(mean.value).isClose(to: 200))
    #expect(mean.unit == .millionUSD)
    let bound = one.geometricMean(with: Figure(400, .moreThan, unit: .millionUSD), weight: 0.5)
    #expect(bound.qualifier == .moreThan)
    #expect(try #require(bound.value).isClose(to: 200))
    #expect(
      one.geometricMean(with: Figure(400, .lessThan, unit: .millionUSD), weight: 0.5).qualifier
        == .lessThan)
  }
}

/// Figures of any qualifier, zero and whole numbers among them, and true values inside them.
private struct RandomFigures {
  static let points: [Qualifier] = [.exact, .about, .estimated, .preliminary, .mirror]

  private var generator: SeededGenerator
  private let least: Double
  private let qualifiers: [Qualifier]

  init(seed: Int, least: Double = -200, qualifiers: [Qualifier] = Qualifier.allCases) {
    generator = SeededGenerator(seed: seed)
    self.least = least
    self.qualifiers = qualifiers
  }

  mutating func figure() -> Figure {
    let number = Double.random(in: least...1000, using: &generator)
    let value =
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: max(least, 0)
      case 1: number.rounded(.up)
      default: number
      }
    let qualifier = qualifiers.randomElement(using: &generator) ?? .exact
    let figure = Figure(value, qualifier, unit: .millionUSD)
    // Of amounts, none can be below zero.
    guard least >= 0, figure.lower < 0 else { return figure }
    return Figure(value, .moreThan, unit: .millionUSD)
  }

  mutating func value(in figure: Figure) -> Double {
    guard figure.lower < figure.upper else { return figure.lower }
    let ends = [figure.lower, figure.upper].filter(\.isFinite)
    if let end = ends.randomElement(using: &generator),
      Int.random(in: 0..<4, using: &generator) == 0
    {
      return end
    }
    // A large step now and then, so that open ends are tried.
    let step = Double.random(in: 0...1, using: &generator)
    let size = Int.random(in: 0..<5, using: &generator) == 0 ? 1e6 : 300
    switch (figure.lower.isFinite, figure.upper.isFinite) {
    case (true, true): return figure.lower + step * (figure.upper - figure.lower)
    case (true, false): return figure.lower + step * size
    case (false, true): return figure.upper - step * size
    case (false, false): return (2 * step - 1) * size
    }
  }
}
