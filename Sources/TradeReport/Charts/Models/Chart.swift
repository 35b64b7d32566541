import TradeTables

/// What one chart shows, in numbers and words; how it is drawn is the renderers' affair.
///
/// A chart is a figure without a picture: title, unit, a sentence that says what there is to see, and
/// the values. The same chart is drawn with characters, as SVG and as a chart of a workbook.
public struct Chart: Sendable, Equatable {
  /// What files and addresses call the chart: `turnover`, `contributions`.
  public let name: String
  /// The line above the drawing; empty where what stands above says it.
  public let title: String
  /// The line below the title, such as the unit.
  public let subtitle: String
  /// What there is to see, in a sentence, for those who cannot see it.
  public let description: String
  /// The values and the kind of drawing that they want.
  public let kind: Kind
  /// Whether a table beside it says the same, so that plain text leaves it out unless it is asked
  /// for.
  public var isIllustration = false

  /// The kinds of chart; every renderer that draws knows each of them.
  public enum Kind: Sendable, Equatable {
    /// Known values over time, and expected ones with a fan of intervals.
    case periods(PeriodChart)
    /// Bars to the right (or left, below zero), one or several for each name.
    case bars(BarChart)
    /// Parts on top of each other over time; those below zero hang from it.
    case stacked(StackedChart)
    /// Lines between two points of time: what rose and what fell.
    case slope(SlopeChart)
    /// Points of two measures, with the line of equality where they share a unit.
    case scatter(ScatterChart)
    /// Several values of one thing on a line: a figure as it was published over and over.
    case spread(SpreadChart)
  }

  /// A chart with the words around it.
  public init(
    _ kind: Kind, name: String = "chart", title: String = "", subtitle: String = "",
    description: String = ""
  ) {
    self.kind = kind
    self.name = name
    self.title = title
    self.subtitle = subtitle
    self.description = description
  }

  /// Known and expected values over time.
  public init(
    _ periods: PeriodChart, name: String = "chart", title: String = "", subtitle: String = "",
    description: String = ""
  ) {
    self.init(
      .periods(periods), name: name, title: title, subtitle: subtitle, description: description)
  }

  /// The same chart as an illustration of the table beside it.
  public var asIllustration: Chart {
    var chart = self
    chart.isIllustration = true
    return chart
  }

  /// All values of the chart in full precision: what stands behind the drawing.
  public var table: Table {
    switch kind {
    case .periods(let chart): chart.table
    case .bars(let chart): chart.table
    case .stacked(let chart): chart.table
    case .slope(let chart): chart.table
    case .scatter(let chart): chart.table
    case .spread(let chart): chart.table
    }
  }
}
