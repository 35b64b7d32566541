import TradeTables

/// What a chart over periods shows: known values, and expected ones with two intervals.
public struct PeriodChart: Sendable, Equatable {
  /// What is known, earliest first, one value a period with gaps among them.
  public let history: [Value]
  /// What is expected of the periods that follow; empty for the past alone.
  public let forecast: [Expected]
  /// What the narrow and the wide interval are called: `80 %`, `95 %`.
  public let intervalNames: [String]
  /// What the known values are called, such as `Turnover`.
  public let seriesName: String
  /// Further series over the periods of the history, such as exports and imports.
  public var companions: [Companion] = []
  /// What happened when, for marks on the time line.
  public var events: [Event] = []
  /// Values that somebody aims at, in a period of the forecast or after it.
  public var targets: [Target] = []

  /// A known value; `nil` is a gap.
  public struct Value: Sendable, Equatable {
    /// The period as the axis names it.
    public let label: String
    /// The height to draw; `nil` leaves the place empty.
    public let value: Double?
    /// How the value is to be read; a bound is drawn with its mark.
    public let qualifier: Qualifier

    /// A value for one period, exact unless another qualifier is given.
    public init(label: String, value: Double?, qualifier: Qualifier = .exact) {
      self.label = label
      self.value = value
      self.qualifier = qualifier
    }
  }

  /// A forecast with a narrow interval inside a wide one.
  public struct Expected: Sendable, Equatable {
    /// The period as the axis names it.
    public let label: String
    /// The point forecast.
    public let point: Double
    /// The interval of the lower probability, drawn dark.
    public let inner: ClosedRange<Double>
    /// The interval of the higher probability, drawn light where `inner` does not cover it.
    public let outer: ClosedRange<Double>

    /// A forecast for one period, with `inner` meant to lie inside `outer`.
    public init(
      label: String, point: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>
    ) {
      self.label = label
      self.point = point
      self.inner = inner
      self.outer = outer
    }
  }

  /// Another series over the same periods, drawn thinner.
  public struct Companion: Sendable, Equatable {
    /// What the legend calls it.
    public let name: String
    /// One value for each of the history's, `nil` for a gap.
    public let values: [Double?]

    /// A series with as many values as the history has.
    public init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  /// Something that happened in one of the periods.
  public struct Event: Sendable, Equatable {
    /// The period as the axis names it.
    public let label: String
    /// What happened.
    public let text: String

    /// An event of the period that the axis calls `label`.
    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }

  /// A value that somebody has named as an aim.
  public struct Target: Sendable, Equatable {
    /// The period that it is for, as the axis names it.
    public let label: String
    /// The value aimed at.
    public let value: Double
    /// Who named it, and when.
    public let text: String

    /// A target for the period that the axis calls `label`.
    public init(label: String, value: Double, text: String) {
      self.label = label
      self.value = value
      self.text = text
    }
  }

  /// A chart of known values and, where there are any, of expected ones after them.
  public init(
    history: [Value], forecast: [Expected] = [], intervalNames: [String] = [],
    seriesName: String = "known"
  ) {
    self.history = history
    self.forecast = forecast
    self.intervalNames = intervalNames
    self.seriesName = seriesName
  }

  /// A row a period: what is known and what is expected.
  public var table: Table {
    let (known, expected) = (history.count, forecast.count)
    func ahead(_ value: (Expected) -> Double) -> [Double?] {
      Array(repeating: nil, count: known) + forecast.map(value)
    }
    let past: [Column] = [
      .text("period", history.map(\.label) + forecast.map(\.label), heading: "Period"),
      .number(
        "value", history.map(\.value) + Array(repeating: nil, count: expected),
        heading: seriesName, style: .decimal(1), mark: "qualifier"),
      .qualifiers(
        "qualifier", history.map { $0.qualifier } + Array(repeating: nil, count: expected)),
    ]
    let others = companions.map { companion in
      Column.number(
        companion.name, companion.values + Array(repeating: nil, count: expected),
        style: .decimal(1))
    }
    guard expected > 0 else { return Table(past + others) }
    let names = intervalNames + ["narrow", "wide"].dropFirst(intervalNames.count)
    return Table(
      past + others + [
        .number("forecast", ahead(\.point), heading: "Forecast", style: .decimal(1)),
        .number(
          "lower_inner", ahead(\.inner.lowerBound), heading: names[0], style: .decimal(1),
          upper: "upper_inner"),
        .number("upper_inner", ahead(\.inner.upperBound), style: .decimal(1)),
        .number(
          "lower_outer", ahead(\.outer.lowerBound), heading: names[1], style: .decimal(1),
          upper: "upper_outer"),
        .number("upper_outer", ahead(\.outer.upperBound), style: .decimal(1)),
      ])
  }
}
