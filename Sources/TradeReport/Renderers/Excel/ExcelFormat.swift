/// How a cell looks.
struct ExcelFormat: Hashable {
  /// The format of a number, as a spreadsheet writes it.
  var number = "General"
  var isBold = false
  /// Of the letters, in points.
  var size = 11.0
  /// Grey, for what stands beside the matter.
  var isPale = false
  /// On several lines where the column is too narrow.
  var isWrapped = false
  var isRight = false
  /// With a line below, as headings have.
  var isUnderlined = false
}

/// The colours of workbooks: told apart by the colour-blind, and on paper without colour.
enum ExcelColour {
  static let blue: UInt32 = 0x1F5A94
  static let grey: UInt32 = 0x6B7280
  static let paleGrey: UInt32 = 0xE3E6EA
  static let paleBlue: UInt32 = 0x9DBBDA
  static let white: UInt32 = 0xFFFFFF

  /// The colour of one series of several, counted from 0.
  static func of(_ index: Int) -> UInt32 { series[index % series.count] }

  private static let series: [UInt32] = [
    blue, 0xE08A1E, 0x2A9D8F, 0x9B5C9E, 0xC44536, 0x7FB2E5, 0x8A6D3B, grey,
  ]
}
