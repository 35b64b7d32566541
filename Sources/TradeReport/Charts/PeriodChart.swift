import TradeTables

/// What a chart over periods shows: known values, and expected ones with two intervals.
public struct PeriodChart: Sendable, Equatable {
  /// Empty where what stands above says it.
  public let title: String
  public let history: [Value]
  public let forecast: [Expected]
  /// What the narrow and the wide interval are called: `80 %`, `95 %`.
  public let intervalNames: [String]

  /// A known value; `nil` is a gap.
  public struct Value: Sendable, Equatable {
    public let label: String
    public let value: Double?
    public let qualifier: Qualifier

    public init(label: String, value: Double?, qualifier: Qualifier = .exact) {
      self.label = label
      self.value = value
      self.qualifier = qualifier
    }
  }

  /// A forecast with a narrow interval inside a wide one.
  public struct Expected: Sendable, Equatable {
    public let label: String
    public let point: Double
    public let inner: ClosedRange<Double>
    public let outer: ClosedRange<Double>

    public init(
      label: String, point: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>
    ) {
      self.label = label
      self.point = point
      self.inner = inner
      self.outer = outer
    }
  }

  public init(
    title: String = "", history: [Value], forecast: [Expected] = [], intervalNames: [String] = []
  ) {
    self.title = title
    self.history = history
    self.forecast = forecast
    self.intervalNames = intervalNames
  }
}
