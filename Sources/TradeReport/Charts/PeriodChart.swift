import TradeTables

/// What a chart over periods shows: known values, and expected ones with two intervals.
public struct PeriodChart: Sendable, Equatable {
  /// Empty where what stands above says it.
  public let title: String
  /// What is known, earliest first, one value a period with gaps among them.
  public let history: [Value]
  /// What is expected of the periods that follow; empty for the past alone.
  public let forecast: [Expected]
  /// What the narrow and the wide interval are called: `80 %`, `95 %`.
  public let intervalNames: [String]

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

  /// A chart of known values and, where there are any, of expected ones after them.
  public init(
    title: String = "", history: [Value], forecast: [Expected] = [], intervalNames: [String] = []
  ) {
    self.title = title
    self.history = history
    self.forecast = forecast
    self.intervalNames = intervalNames
  }
}
