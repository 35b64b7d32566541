import TradeTables

/// An axis of values: its ticks, their labels, and the faint lines at them.
struct SVGAxis {
  let ticks: Ticks
  let labels: [String]
  private let isLogarithmic: Bool

  /// An axis that covers a range with about so many round numbers.
  init(
    covering range: ClosedRange<Double>, about count: Int, style: Column.Style, in frame: SVGFrame,
    isLogarithmic: Bool = false
  ) {
    self.isLogarithmic = isLogarithmic
    let ticks =
      isLogarithmic
      ? Ticks.logarithmic(covering: range, about: count)
      : Ticks.linear(covering: range, about: count)
    self.ticks = ticks
    labels = ticks.values.map { value in
      frame.number(value, style.fitting(step: isLogarithmic ? value : ticks.step))
    }
  }

  /// The width of the widest label.
  var labelWidth: Double { labels.map { SVGText.width($0) }.max() ?? 0 }

  func scale(from start: Double, to end: Double) -> Scale {
    Scale(ticks.domain, from: start, to: end, isLogarithmic: isLogarithmic)
  }

  /// Lines from left to right with labels before them, the line at zero darker.
  func rows(_ scale: Scale, left: Double, right: Double) -> [SVGElement] {
    let rules = ticks.values.filter { $0 != 0 || isLogarithmic }.map { value in
      "M\(left.svg) \(scale.place(value).svg)H\(right.svg)"
    }
    let zero = ticks.values.contains(0) && !isLogarithmic
    return [.path("grid", rules.joined())]
      + (zero ? [.line("axis", left, scale.place(0), right, scale.place(0))] : [])
      + zip(ticks.values, labels).map { value, label in
        .text(label, left - 8, scale.place(value) + 4.5, "muted num", anchor: .end)
      }
  }

  /// Lines from top to bottom with labels below, as many as do not touch.
  func columns(_ scale: Scale, top: Double, bottom: Double) -> [SVGElement] {
    let rules = ticks.values.map { "M\(scale.place($0).svg) \(top.svg)V\(bottom.svg)" }
    var last = -Double.infinity
    var texts: [SVGElement] = []
    for (value, label) in zip(ticks.values, labels) {
      let (x, half) = (scale.place(value), SVGText.width(label) / 2)
      guard x - half >= last + 8 else { continue }
      texts.append(.text(label, x, bottom + 17, "muted num", anchor: .middle))
      last = x + half
    }
    return [.path("grid", rules.joined())] + texts
  }
}

extension Column.Style {
  /// The same style with the decimals that tell one tick from the next.
  fileprivate func fitting(step: Double) -> Column.Style {
    let whole = Ticks.decimals(of: step)
    let hundredth = Ticks.decimals(of: step * 100)
    return switch self {
    case .percent: .percent(hundredth)
    case .signedPercent: .signedPercent(hundredth)
    case .signedPoints: .signedPoints(hundredth)
    case .signed: .signed(whole)
    default: .decimal(whole)
    }
  }
}
