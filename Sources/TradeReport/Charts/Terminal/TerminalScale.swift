import Glibc
import TradeTables

/// Where values stand on an axis of characters, with round ends and round steps.
struct TerminalScale {
  private let low: Double
  private let high: Double
  private let isLogarithmic: Bool
  private let step: Double

  /// A scale on which all finite values have a place, and zero where it is to be on it.
  ///
  /// A logarithmic one has powers of ten at its ends; its values are above zero.
  init(_ values: [Double], includesZero: Bool = false, isLogarithmic: Bool = false) {
    let limit = 1e300
    let sizes = values.filter(\.isFinite).map { value in
      isLogarithmic ? log10(value) : min(max(value, -limit), limit)
    }
    var (low, high) = (sizes.min() ?? 0, sizes.max() ?? 1)
    if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
    // Values that are equal, or nearly, stand in the middle.
    let least = max(max(abs(low), abs(high)) * 1e-9, 1e-290)
    if high - low <= least {
      let margin = max(abs(high) / 10, isLogarithmic ? 1 : 1e-12)
      (low, high) = (low - margin, high + margin)
    }
    step = isLogarithmic ? max(((high - low) / 4).rounded(.up), 1) : Self.round((high - low) / 4)
    self.low = (low / step).rounded(.down) * step
    self.high = (high / step).rounded(.up) * step
    self.isLogarithmic = isLogarithmic
  }

  /// The next of 1, 2, 5 times a power of ten.
  private static func round(_ value: Double) -> Double {
    let power = pow(10, log10(value).rounded(.down))
    return ([1, 2, 5].map { $0 * power }.first { $0 >= value * 0.999 }) ?? 10 * power
  }

  /// The place of a value in so many cells, counted from 0; what lies outside stands at the end.
  func cell(_ value: Double, of count: Int) -> Int {
    let size = isLogarithmic ? log10(max(value, 1e-300)) : value
    let part = (size - low) / (high - low)
    guard part.isFinite else { return value > 0 ? count - 1 : 0 }
    return Int((min(max(part, 0), 1) * Double(count - 1)).rounded())
  }

  /// The round values with their texts.
  func ticks(_ style: Column.Style, _ numbers: NumberFormat) -> [(value: Double, text: String)] {
    let count = Int(((high - low) / step).rounded())
    return (0...min(max(count, 1), 12)).map { index in
      let size = ((low / step).rounded() + Double(index)) * step
      let value = isLogarithmic ? pow(10, size) : size
      return (value, numbers.text(value, style.fitting(isLogarithmic ? value : step)))
    }
  }

  /// A rule of so many cells with its ticks, and the texts below them, as many as have room.
  func axis(
    _ width: Int, _ style: Column.Style, _ pen: TerminalPen
  ) -> (rule: String, labels: String) {
    let ticks = ticks(style, pen.numbers)
    var rule = [Character](repeating: pen.mark("─", ascii: "-"), count: width)
    for tick in ticks { rule[cell(tick.value, of: width)] = pen.mark("┬", ascii: "+") }
    var labels = ""
    for tick in ticks {
      let length = tick.text.count
      let start = min(max(cell(tick.value, of: width) - length / 2, 0), width - length)
      guard start >= 0, labels.isEmpty || start >= labels.count + 2 else { continue }
      labels = labels.padded(to: start) + tick.text
    }
    return (String(rule), labels)
  }
}

extension Column.Style {
  /// The same kind of style with the decimals that steps of a size need.
  fileprivate func fitting(_ step: Double) -> Column.Style {
    func digits(_ scale: Double) -> Int {
      Int(min(max(-log10(step * scale * 1.001).rounded(.down), 0), 6))
    }
    return switch self {
    case .percent, .signedPercent: .percent(digits(100))
    case .signedPoints: .signedPoints(digits(100))
    case .signed: .signed(digits(1))
    case .plain, .decimal, .significant, .mixed:
      step < 1e-5 || step > 1e9 ? .significant(2) : .decimal(digits(1))
    }
  }
}
