import Corridor

/// What `corridor help` tells beside the commands.
enum HelpTopic: String, CaseIterable {
  case methods
  case prior
  case formats
  case qualifiers
  case units
  case exitCodes = "exit-codes"

  var text: String {
    switch self {
    case .methods: Self.methodsText
    case .prior: Self.priorText
    case .formats: Self.formatsText
    case .qualifiers: Self.qualifiersText
    case .units: Self.unitsText
    case .exitCodes: Self.exitCodesText
    }
  }

  private static var methodsText: String {
    let example = History((0..<12).map { 100 + Double($0 * 5 % 17) })
    let list = (Methods.all + Methods.variants).map { method in
      let values = method.leastCount == 1 ? "value" : "values"
      return "\(method.name): from \(method.leastCount) \(values)\n"
        + wrapped(method.reason(for: example), indent: 4)
    }
    return """
      The methods of forecast, backtest and report, and what each says of 12 values:

      \(list.joined(separator: "\n"))

      On another scale, after the name of a method:
      :log
          logarithms, of values above zero: trends grow, seasons are factors
      :box-cox=0.3
          powers between logarithms (0) and the values themselves (1)
      :box-cox
          the power at which the spread of a season depends least on its level
      The medians and quantiles found there are brought back as they are, so that the
      forecast is a median; no bias is adjusted. These take a scale:
      \(wrapped(scaled.joined(separator: ", "), indent: 4))

      """
  }

  /// The methods that work on another scale.
  private static var scaled: [String] {
    Methods.all.filter { $0.onTransformedValues != nil }.map(\.name)
  }

  private static var priorText: String {
    let list = Prior.all.map { prior in
      let lengths = prior.lengths.map(String.init).joined(separator: ", ")
      return wrapped(
        "\(prior.name): learned from \(prior.seriesCount) series of \(prior.provenance); windows of "
          + "\(lengths) values, 1 to \(prior.horizon) steps ahead.", indent: 2)
    }
    return """
      What the program knows of annual series before it sees yours.

      A window of the last values is described by numbers without a unit: its last
      changes, where its mean, median, least and largest value lie from the last one,
      how large changes are beside the level, and so on. For each length of window
      and each step ahead, three regressions over all windows of all series tell the
      median of what followed and the 2.5 and 97.5 % quantiles; the other quantiles
      are those of the errors in these units. Nothing is assumed of their shape.

      \(list.joined(separator: "\n"))

      The method auto takes the prior for trade for a series by itself. For a file of
      20 annual series and more it holds back their last values and takes the prior
      that forecast them better, together with what the file itself teaches.

      The coefficients are a table in the source, Sources/TradeSeries/prior-trade.csv
      and prior-general.csv, written by make prior from the series alone; neither the
      years held back to measure the program nor Kazakhstan or Viet Nam are in them.
      Lengths, features and all else that had to be decided were chosen by forecasts
      inside the same series: make design.

      """
  }

  /// The words in lines of 80 columns.
  static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in text.split(separator: " ") {
      if line.count > indent, line.count + 1 + word.count > 80 {
        lines.append(line)
        line = margin
      }
      line += (line.count > indent ? " " : "") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
