import TradeSeries
import TradeTables

/// A form in which trade flows are published, recognised by its header.
///
/// A new format is a type in a file of its own and a line in `all`.
protocol FlowFormat: Sendable {
  /// What remarks call it, such as `BACI`.
  static var name: String { get }
  /// The columns that it is recognised by and the unit of its values, in a line or two.
  static var summary: String { get }
  /// What the columns say; `nil` where the header is that of another format.
  static func layout(_ builder: inout LayoutBuilder) throws(FlowError) -> FlowLayout?
}

enum FlowFormats {
  /// Every format, those with the most telling headers first.
  static let all: [any FlowFormat.Type] = [
    ComtradeFormat.self, BACIFormat.self, WITSFormat.self, WITSSummaryFormat.self,
    EurostatTSVFormat.self, SDMXFormat.self, DirectionOfTradeFormat.self, WorldBankFormat.self,
    TradeMapFormat.self, YearbookFormat.self, TidyFormat.self,
  ]
}

/// How a file is to be read where it does not say so itself.
public struct FlowReading: Sendable {
  /// What values count, such as `USD thousand`; `nil` for what the file or its format says.
  public var unit: Unit?
  /// The decimal mark, `.` or `,`; `nil` finds it from the numbers.
  public var decimal: Character?
  /// What a cell with a dash says; `nil` refuses it.
  public var dash: Dash?

  /// What a dash means.
  public enum Dash: String, Sendable, CaseIterable {
    /// Nothing was traded.
    case zero
    /// Nothing is known.
    case missing
  }

  /// What the file says is taken as it is.
  public init() {}
}

extension FlowFiles {
  /// The forms of files that are known, each with how it is recognised and its unit.
  public static var forms: [(name: String, summary: String)] {
    FlowFormats.all.map { ($0.name, $0.summary) }
  }
}
