import Glibc

/// Round numbers along an axis.
///
/// Steps are 1, 2, 2.5 or 5 times a power of ten; the ticks cover the range, so that the first and
/// the last of them are the ends of the axis.
struct Ticks: Equatable {
  /// The ticks in ascending order, two at the least.
  let values: [Double]
  /// From one tick to the next; of a logarithmic axis, the smallest tick.
  let step: Double

  /// The ends of an axis that begins and ends with a tick.
  var domain: ClosedRange<Double> { (values.first ?? 0)...(values.last ?? 1) }

  /// About so many ticks that cover a range.
  static func linear(covering range: ClosedRange<Double>, about count: Int) -> Ticks {
    let range = widened(range)
    let rough = (range.upperBound / 2 - range.lowerBound / 2) / Double(max(count, 2) - 1) * 2
    var exponent = Int(log10(rough).rounded(.down))
    let lead = rough / power(exponent)
    // A step up to a third over the wanted one is nearer to it than the next.
    var mantissa = [1, 2, 2.5, 5, 10].first { $0 * 1.1 >= lead } ?? 10
    if mantissa == 10 { (mantissa, exponent) = (1, exponent + 1) }
    func multiple(_ index: Double) -> Double {
      exponent < 0 ? index * mantissa / power(-exponent) : index * mantissa * power(exponent)
    }
    let step = multiple(1)
    // What rounding leaves beyond a tick needs no further one.
    let first = (range.lowerBound / step + 1e-9).rounded(.down)
    let last = max((range.upperBound / step - 1e-9).rounded(.up), first + 1)
    return Ticks(
      values: (0...Int(last - first)).map { multiple(first + Double($0)) }, step: step)
  }

  /// About so many ticks of 1, 2 and 5 times powers of ten, or powers alone, that cover a range
  /// above zero.
  static func logarithmic(covering range: ClosedRange<Double>, about count: Int) -> Ticks {
    let low = max(range.lowerBound, 1e-290)
    let high = max(range.upperBound, low)
    let first = Int(log10(low).rounded(.down))
    let last = Int(log10(high).rounded(.up))
    let decades = max(last - first, 1)
    let mantissas: [Double] = decades <= max(count / 2, 1) ? [1, 2, 5] : [1]
    let stride = mantissas.count > 1 ? 1 : (decades + max(count, 2) - 1) / max(count, 2)
    var values: [Double] = []
    var exponent = first
    while true {
      for mantissa in mantissas {
        let value = mantissa * power(exponent)
        // The ticks start with the last one that is not above the range.
        if value <= low * (1 + 1e-9) { values = [] }
        values.append(value)
        if value >= high * (1 - 1e-9), values.count > 1 {
          return Ticks(values: values, step: values[0])
        }
      }
      exponent += stride
    }
  }

  /// How print shows the ticks of a column of that style: with the decimals that the step needs.
  static func decimals(of step: Double) -> Int {
    (0..<12).first { digits in
      let scaled = step * power(digits)
      return abs(scaled - scaled.rounded()) < 1e-6 * max(scaled, 1e-3)
    } ?? 12
  }

  /// A range that has a width, and zero at one end unless its values are far from zero.
  static func range(of values: [Double]) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    if low >= 0 { return (low > 0.6 * high && low < high ? low : 0)...high }
    if high <= 0 { return low...(high < 0.6 * low && low < high ? high : 0) }
    return low...high
  }

  private static func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let size = max(abs(range.lowerBound), abs(range.upperBound))
    guard size > 1e-290 else { return 0...1 }
    let isWide = range.upperBound / 2 - range.lowerBound / 2 > 1e-9 * size
    return isWide ? range : (range.lowerBound - size / 2)...(range.upperBound + size / 2)
  }

  private static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }
}
