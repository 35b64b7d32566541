import TradeReport
import TradeTables
import TradeTestSupport

/// A chart of each kind with any number of points, made of random numbers: what the tests of drawings
/// draw.
struct SampleCharts {
  private let count: Int
  private let labels: [String]
  private let names: [String]
  private var generator: SeededGenerator

  /// Charts of so many points, the same for the same seed.
  static func all(count: Int, seed: Int = 1) -> [Chart] {
    var sample = SampleCharts(count: count, seed: seed)
    return [
      sample.periods(), sample.bars(), sample.slope(), sample.stacked(), sample.scatter(),
      sample.spread(),
    ]
  }

  private init(count: Int, seed: Int) {
    self.count = count
    generator = SeededGenerator(seed: seed)
    // More than a century is months.
    labels = (0..<count).map { index in
      guard count > 100 else { return "\(2025 - count + index)" }
      let month = index % 12 + 1
      return "\(1975 + index / 12)-" + (month < 10 ? "0\(month)" : "\(month)")
    }
    let goods = [
      "Electrical machinery and equipment and parts thereof; sound recorders and reproducers",
      "Iron and steel", "Copper", "Footwear", "Fruit & nuts",
    ]
    names = (0..<count).map { goods[$0 % 5] + " \($0)" }
  }

  private mutating func random(_ low: Double, _ high: Double) -> Double {
    Double.random(in: low...high, using: &generator)
  }

  private mutating func randoms(_ low: Double, _ high: Double) -> [Double] {
    (0..<count).map { _ in random(low, high) }
  }

  private mutating func periods() -> Chart {
    var level = 300.0
    var history: [PeriodChart.Value] = []
    for label in labels {
      level = max(20, level * random(0.88, 1.15))
      let isGap = count > 3 && random(0, 1) < 0.05
      let isBound = count < 100 && random(0, 1) < 0.1
      history.append(
        .init(label: label, value: isGap ? nil : level, qualifier: isBound ? .lessThan : .exact))
    }
    let next = count > 100 ? ["2025-01", "2025-02", "2025-03"] : ["2025", "2026", "2027"]
    let forecast = next.enumerated().map { index, label -> PeriodChart.Expected in
      let h = Double(index + 1)
      let inner = level * (1 - 0.1 * h)...level * (1 + 0.14 * h)
      let outer = level * (1 - 0.2 * h)...level * (1 + 0.3 * h)
      return .init(label: label, point: level * (1 + 0.02 * h), inner: inner, outer: outer)
    }
    var chart = PeriodChart(
      history: history, forecast: forecast, intervalNames: ["80 %", "95 %"],
      seriesName: "Turnover")
    let exports = history.map { $0.value.map { 0.6 * $0 } }
    let imports = history.map { $0.value.map { 0.35 * $0 } }
    chart.companions = [.init("Exports", exports), .init("Imports of many words", imports)]
    if let last = labels.last {
      let long = "An agreement of so many words that the line is longer than the drawing is wide"
      chart.events = [
        .init(label: labels[count / 2], text: long), .init(label: last, text: "Visit"),
      ]
    }
    if count <= 100 {
      chart.targets = [.init(label: "2030", value: 1.6 * level, text: "Ministers, 2024")]
    }
    return Chart(chart, name: "periods\(count)", title: "Turnover", subtitle: "USD million")
  }

  private mutating func bars() -> Chart {
    let qualifiers: [Qualifier] = [.moreThan, .exact, .preliminary, .lessThan, .exact, .about]
    let values = randoms(-30, 60)
    let bars = (0..<count).map { index in
      BarChart.Bar(
        names[index], [values[index]], qualifier: qualifiers[index % 6],
        isEmphasised: index == count - 1)
    }
    let chart = BarChart(seriesNames: ["Contribution"], bars: bars, style: .signed(1))
    return Chart(.bars(chart), name: "bars\(count)", title: "Contributions", subtitle: "points")
  }

  private mutating func slope() -> Chart {
    let (from, to) = (randoms(0, 0.5).map { $0 * $0 }, randoms(0, 0.5).map { $0 * $0 })
    let lines = (0..<count).map { SlopeChart.Line(names[$0], from: from[$0], to: to[$0]) }
    return Chart(
      .slope(SlopeChart(from: "2017", to: "2018", lines: lines)), name: "slope\(count)",
      title: "Shares")
  }

  private mutating func stacked() -> Chart {
    let parts = (1...(count == 6 ? 9 : 4)).map { number in
      StackedChart.Part("Part number \(number)", randoms(-0.1, 0.2))
    }
    let totals = (0..<count).map { index in parts.reduce(0) { $0 + ($1.values[index] ?? 0) } }
    let chart = StackedChart(
      labels: labels, parts: parts, totals: totals, style: .signedPoints(1))
    return Chart(.stacked(chart), name: "stacked\(count)", title: "What drove the growth")
  }

  private mutating func scatter() -> Chart {
    let (x, ratio) = (randoms(1, 900), randoms(0.5, 1.7))
    let points = (0..<count).map { index in
      ScatterChart.Point(
        labels[index], x: x[index], y: x[index] * ratio[index], group: "group \(index % 3)")
    }
    let chart = ScatterChart(
      xName: "Reporter's exports", yName: "Partner's imports", points: points,
      isLogarithmic: count != 6, showsEquality: count != 600)
    return Chart(.scatter(chart), name: "scatter\(count)", title: "Both sides' figures")
  }

  private mutating func spread() -> Chart {
    let rows = labels.map { label in
      let values = (0..<Int(random(1, 5))).map { index in
        SpreadChart.Value(
          "publication \(index)", random(300, 1000), qualifier: index == 1 ? .lessThan : .exact)
      }
      return SpreadChart.Row(label, values)
    }
    return Chart(.spread(SpreadChart(rows: rows)), name: "spread\(count)", title: "Revisions")
  }
}
