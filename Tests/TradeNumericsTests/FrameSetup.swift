import Testing
import TradeNumerics
import TradeTables

/// Four rows to apply formulas to, and the frame or the error that comes of it.
protocol FrameSetup {}

extension FrameSetup {
  var y: Column { .number("y", [1, 2, 3, 4]) }
  var x: Column { .number("x", [2, 3, 5, 7]) }
  var region: Column { .text("region", ["EU", "CIS", "EU", "ASEAN"]) }

  func frame(_ formula: String, _ columns: Column...) throws -> ModelFrame {
    try ModelFrame(Formula(formula), Table(columns))
  }

  func error(_ formula: String, _ columns: Column...) throws -> RegressionError? {
    let formula = try Formula(formula)
    return #expect(throws: RegressionError.self) { try ModelFrame(formula, Table(columns)) }
  }
}
