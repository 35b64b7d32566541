/// A native chart of a workbook in its own terms: which cells it draws and how they look.
struct ExcelChart {
  enum Kind { case line, bars, stackedColumns, points }

  var kind: Kind
  var title: String
  /// What there is to see, for those who cannot see it.
  var description: String
  var series: [Series] = []
  /// Of the names of rows or periods, or of the measure to the right.
  var x = Axis()
  /// Of the values.
  var y = Axis()
  /// In pixels.
  var height = 360.0
  /// Whether a thin line joins the highest and the lowest value of a period.
  var joinsExtremes = false

  /// Cells of the chart's sheet, counted from 0.
  struct Cells {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  /// One line, one colour of bars or one group of points.
  struct Series {
    var name: String
    var categories: Cells
    var values: Cells
    var colour: UInt32
    /// The width of the line, 0 for none; bars have none.
    var lineWidth = 0.0
    var isDashed = false
    var marker = Marker.none
    /// The values drawn open, as bounds are, counted from 0.
    var openPoints: Set<Int> = []
    /// Whether the legend names it.
    var isNamed = true
  }

  enum Marker { case none, filled, open, small, diamond }

  struct Axis {
    var name = ""
    /// `nil` for the format of the cells.
    var format: String?
    var isReversed = false
    /// The lower end of a logarithmic axis; `nil` for a linear one.
    var logarithmicMinimum: Double?
    /// Whether the names stand at the edge, clear of what lies below zero.
    var hasLabelsAtEdge = false
  }
}
