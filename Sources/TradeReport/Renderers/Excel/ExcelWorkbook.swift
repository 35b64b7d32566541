import CXlsxWriter
import Glibc
import TradeTables

/// A workbook that is being written: the only place that knows libxlsxwriter.
///
/// Cells are text or numbers, never formulas or links, whatever their text begins with. The library
/// can write files only, so the bytes come from a file in a folder of their own, gone afterwards.
///
/// Reference: libxlsxwriter 1.1.4, workbook.h, worksheet.h, chart.h.
final class ExcelWorkbook {
  typealias Library = UnsafePointer<CXlsxWriterLibrary>

  private let library: Library
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [ExcelFormat: UnsafeMutablePointer<lxw_format>] = [:]

  /// The bytes of the workbook that `fill` writes.
  ///
  /// One with very many cells is written row by row, which takes little memory; its charts then
  /// have no copy of their values, which only programs that do not calculate would miss.
  static func bytes(
    title: String, cellCount: Int, _ fill: (ExcelWorkbook) -> Void
  ) throws(ReportError) -> [UInt8] {
    guard let library = cxlsxwriter_library() else {
      throw .workbook("libxlsxwriter is not installed; on Debian: apt install libxlsxwriter4")
    }
    let folder = try temporaryFolder()
    let path = folder + "/book.xlsx"
    defer {
      unlink(path)
      rmdir(folder)
    }
    let workbook = folder.withCString { folder in
      var options = lxw_workbook_options()
      options.constant_memory = cellCount > 1_000_000 ? 1 : 0
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return library.pointee.workbook_new_opt(path, &options)
    }
    guard let book = workbook else { throw .workbook("there is no memory left for it") }
    let excel = ExcelWorkbook(library, book)
    excel.setProperties(title: title)
    fill(excel)
    let status = library.pointee.workbook_close(book)
    guard status == LXW_NO_ERROR else {
      let reason = library.pointee.lxw_strerror(status).map { String(cString: $0) }
      throw .workbook(reason ?? "error \(status.rawValue)")
    }
    do { return try InputFile.read(path) } catch { throw .workbook(error.description) }
  }

  private init(_ library: Library, _ book: UnsafeMutablePointer<lxw_workbook>) {
    (self.library, self.book) = (library, book)
  }

  private static func temporaryFolder() throws(ReportError) -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/corridor-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .workbook("there is no place for a temporary file in '\(parent)'")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The title, and a fixed time of creation: the same report gives the same bytes.
  private func setProperties(title: String) {
    String(ExcelText.inChart(title).prefix(60)).withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = 315_532_800
      _ = library.pointee.workbook_set_properties(book, &properties)
    }
  }

  /// A sheet after those before; the name is legal and no other sheet has it.
  func addSheet(_ name: String) -> ExcelSheet {
    guard let sheet = library.pointee.workbook_add_worksheet(book, name) else {
      preconditionFailure("'\(name)' is no name for a sheet")
    }
    return ExcelSheet(self, library, sheet, name: name)
  }

  /// The library's own format for a look, made once.
  fileprivate func format(_ look: ExcelFormat) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[look] { return format }
    guard let format = library.pointee.workbook_add_format(book) else { return nil }
    formats[look] = format
    let set = library.pointee
    if look.number != "General" { set.format_set_num_format(format, look.number) }
    if look.isBold { set.format_set_bold(format) }
    if look.size != 11 { set.format_set_font_size(format, look.size) }
    if look.isPale { set.format_set_font_color(format, ExcelColour.grey) }
    if look.isWrapped {
      set.format_set_text_wrap(format)
      set.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if look.isRight { set.format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if look.isUnderlined {
      set.format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      set.format_set_bottom_color(format, ExcelColour.grey)
    }
    return format
  }

  fileprivate func addChart(_ chart: ExcelChart) -> UnsafeMutablePointer<lxw_chart>? {
    let type =
      switch chart.kind {
      case .line: LXW_CHART_LINE
      case .bars: LXW_CHART_BAR
      case .stackedColumns: LXW_CHART_COLUMN_STACKED
      case .points: LXW_CHART_SCATTER
      }
    return library.pointee.workbook_add_chart(book, UInt8(type.rawValue))
  }
}

/// One sheet of a workbook; rows and columns count from 0.
struct ExcelSheet {
  let name: String
  private let workbook: ExcelWorkbook
  private let library: ExcelWorkbook.Library
  private let sheet: UnsafeMutablePointer<lxw_worksheet>

  fileprivate init(
    _ workbook: ExcelWorkbook, _ library: ExcelWorkbook.Library,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String
  ) {
    (self.workbook, self.library, self.sheet, self.name) = (workbook, library, sheet, name)
  }

  /// Text as it stands.
  func write(_ text: String, _ row: Int, _ column: Int, _ format: ExcelFormat = .init()) {
    _ = library.pointee.worksheet_write_string(
      sheet, lxw_row_t(row), lxw_col_t(column), ExcelText.inCell(text), workbook.format(format))
  }

  /// A number, to 16 digits; what is no finite number leaves the cell empty.
  func write(_ number: Double, _ row: Int, _ column: Int, _ format: ExcelFormat) {
    guard number.isFinite else { return }
    _ = library.pointee.worksheet_write_number(
      sheet, lxw_row_t(row), lxw_col_t(column), number, workbook.format(format))
  }

  /// The width of a column in digits.
  func setWidth(_ column: Int, _ width: Int) {
    let column = lxw_col_t(column)
    _ = library.pointee.worksheet_set_column(sheet, column, column, Double(width), nil)
  }

  /// Keeps the first row in sight, on paper too, and offers to filter the rows below it.
  func setHeader(columnCount: Int, rowCount: Int) {
    library.pointee.worksheet_freeze_panes(sheet, 1, 0)
    _ = library.pointee.worksheet_repeat_rows(sheet, 0, 0)
    guard columnCount > 0, rowCount > 0 else { return }
    _ = library.pointee.worksheet_autofilter(
      sheet, 0, 0, lxw_row_t(rowCount), lxw_col_t(columnCount - 1))
  }

  /// Spares codes and years that are text a warning in every cell.
  func allowNumbersAsText() {
    _ = library.pointee.worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
  }

  /// One page wide on A4 paper; a page for reading has no grid on the screen.
  func setPage(isForReading: Bool) {
    library.pointee.worksheet_set_paper(sheet, 9)
    library.pointee.worksheet_fit_to_pages(sheet, 1, 0)
    if isForReading {
      library.pointee.worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    } else {
      library.pointee.worksheet_set_landscape(sheet)
    }
  }

  /// A chart of cells of this sheet, with its upper left corner in a cell.
  func insert(_ chart: ExcelChart, _ row: Int, _ column: Int) {
    guard let drawing = workbook.addChart(chart) else { return }
    ExcelChartWriter(library: library, chart: drawing, sheet: name).write(chart)
    ExcelText.inChart(chart.description).withCString { description in
      var options = lxw_chart_options()
      options.x_scale = 1.5
      options.y_scale = chart.height / 288
      options.description = UnsafeMutablePointer(mutating: description)
      _ = library.pointee.worksheet_insert_chart_opt(
        sheet, lxw_row_t(row), lxw_col_t(column), drawing, &options)
    }
  }
}

/// Draws the description of a chart with the library's own calls.
private struct ExcelChartWriter {
  let library: ExcelWorkbook.Library
  let chart: UnsafeMutablePointer<lxw_chart>
  let sheet: String

  func write(_ description: ExcelChart) {
    for series in description.series { add(series, description.kind) }
    setTitle(description.title)
    setLegend(description.series)
    // To the library the axis X of bars is the one that lies, with the values.
    let isTurned = description.kind == .bars
    set(
      axis(isTurned ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X), description.x,
      isValues: description.kind == .points)
    set(
      axis(isTurned ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y), description.y,
      isValues: true)
    switch description.kind {
    case .bars:
      library.pointee.chart_set_series_gap(chart, 40)
    case .stackedColumns:
      library.pointee.chart_set_series_gap(chart, 60)
      library.pointee.chart_set_series_overlap(chart, 100)
    case .line, .points: break
    }
    if description.joinsExtremes {
      withLine(ExcelColour.paleBlue, 1) { library.pointee.chart_set_high_low_lines(chart, $0) }
    }
  }

  private func add(_ series: ExcelChart.Series, _ kind: ExcelChart.Kind) {
    guard let drawn = library.pointee.chart_add_series(chart, nil, nil) else { return }
    func set(
      _ call: (
        UnsafeMutablePointer<lxw_chart_series>?, UnsafePointer<CChar>?, lxw_row_t, lxw_col_t,
        lxw_row_t, lxw_col_t
      ) -> Void, _ cells: ExcelChart.Cells
    ) {
      call(
        drawn, sheet, lxw_row_t(cells.rows.lowerBound), lxw_col_t(cells.columns.lowerBound),
        lxw_row_t(cells.rows.upperBound), lxw_col_t(cells.columns.upperBound))
    }
    set(library.pointee.chart_series_set_categories, series.categories)
    set(library.pointee.chart_series_set_values, series.values)
    library.pointee.chart_series_set_name(drawn, ExcelText.inChart(series.name))
    switch kind {
    case .bars, .stackedColumns:
      withFill(series.colour) { library.pointee.chart_series_set_fill(drawn, $0) }
    case .line, .points:
      withLine(series.colour, series.lineWidth, isDashed: series.isDashed) {
        library.pointee.chart_series_set_line(drawn, $0)
      }
      setMarker(of: drawn, series)
    }
    setOpenPoints(of: drawn, series)
  }

  private func setMarker(
    of drawn: UnsafeMutablePointer<lxw_chart_series>, _ series: ExcelChart.Series
  ) {
    let (type, size, fill): (_, UInt8, UInt32) =
      switch series.marker {
      case .none: (LXW_CHART_MARKER_NONE, 0, 0)
      case .filled: (LXW_CHART_MARKER_CIRCLE, 6, series.colour)
      case .open: (LXW_CHART_MARKER_CIRCLE, 6, ExcelColour.white)
      // The library's dashes are words that Excel does not know.
      case .small: (LXW_CHART_MARKER_SQUARE, 3, series.colour)
      case .diamond: (LXW_CHART_MARKER_DIAMOND, 9, series.colour)
      }
    library.pointee.chart_series_set_marker_type(drawn, UInt8(type.rawValue))
    guard series.marker != .none else { return }
    library.pointee.chart_series_set_marker_size(drawn, size)
    withFill(fill) { library.pointee.chart_series_set_marker_fill(drawn, $0) }
    withLine(series.colour, 1.25) { library.pointee.chart_series_set_marker_line(drawn, $0) }
  }

  /// White inside with a line around; the others keep the look of their series.
  private func setOpenPoints(
    of drawn: UnsafeMutablePointer<lxw_chart_series>, _ series: ExcelChart.Series
  ) {
    guard let last = series.openPoints.max() else { return }
    withFill(ExcelColour.white) { fill in
      withLine(series.colour, 1.25) { line in
        var open = lxw_chart_point(line: line, fill: fill, pattern: nil)
        var closed = lxw_chart_point()
        withUnsafeMutablePointer(to: &open) { open in
          withUnsafeMutablePointer(to: &closed) { closed in
            var points: [UnsafeMutablePointer<lxw_chart_point>?] = (0...last).map {
              series.openPoints.contains($0) ? open : closed
            }
            points.append(nil)
            _ = library.pointee.chart_series_set_points(drawn, &points)
          }
        }
      }
    }
  }

  private func setTitle(_ title: String) {
    guard !title.isEmpty else { return library.pointee.chart_title_off(chart) }
    library.pointee.chart_title_set_name(chart, ExcelText.inChart(title))
    var font = lxw_chart_font()
    (font.size, font.bold) = (12, 1)
    library.pointee.chart_title_set_name_font(chart, &font)
  }

  /// Below the chart; a single series needs none.
  private func setLegend(_ series: [ExcelChart.Series]) {
    let isNeeded = series.count > 1
    let position = isNeeded ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    library.pointee.chart_legend_set_position(chart, UInt8(position.rawValue))
    var unnamed = series.indices.filter { !series[$0].isNamed }.map { Int16($0) } + [-1]
    if isNeeded, unnamed.count > 1 {
      _ = library.pointee.chart_legend_delete_series(chart, &unnamed)
    }
  }

  private func axis(_ type: lxw_chart_axis_type) -> UnsafeMutablePointer<lxw_chart_axis>? {
    library.pointee.chart_axis_get(chart, type)
  }

  private func set(
    _ axis: UnsafeMutablePointer<lxw_chart_axis>?, _ description: ExcelChart.Axis, isValues: Bool
  ) {
    var font = lxw_chart_font()
    (font.size, font.color) = (9, ExcelColour.grey)
    library.pointee.chart_axis_set_num_font(axis, &font)
    if !description.name.isEmpty {
      library.pointee.chart_axis_set_name(axis, ExcelText.inChart(description.name))
      library.pointee.chart_axis_set_name_font(axis, &font)
    }
    if let format = description.format { library.pointee.chart_axis_set_num_format(axis, format) }
    if description.isReversed {
      library.pointee.chart_axis_set_reverse(axis)
      // The other axis stays at the bottom.
      library.pointee.chart_axis_set_crossing_max(axis)
    }
    if let minimum = description.logarithmicMinimum {
      library.pointee.chart_axis_set_log_base(axis, 10)
      library.pointee.chart_axis_set_min(axis, minimum)
      library.pointee.chart_axis_set_crossing(axis, minimum)
    }
    if description.hasLabelsAtEdge {
      library.pointee.chart_axis_set_label_position(
        axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
    library.pointee.chart_axis_major_gridlines_set_visible(axis, isValues ? 1 : 0)
    guard isValues else { return }
    withLine(ExcelColour.paleGrey, 0.75) {
      library.pointee.chart_axis_major_gridlines_set_line(axis, $0)
      library.pointee.chart_axis_set_line(axis, $0)
    }
  }

  private func withLine(
    _ colour: UInt32, _ width: Double, isDashed: Bool = false,
    _ body: (UnsafeMutablePointer<lxw_chart_line>) -> Void
  ) {
    var line = lxw_chart_line()
    line.color = colour
    line.none = width == 0 ? 1 : 0
    line.width = Float(width)
    let dash = isDashed ? LXW_CHART_LINE_DASH_SQUARE_DOT : LXW_CHART_LINE_DASH_SOLID
    line.dash_type = UInt8(dash.rawValue)
    body(&line)
  }

  private func withFill(
    _ colour: UInt32, _ body: (UnsafeMutablePointer<lxw_chart_fill>) -> Void
  ) {
    var fill = lxw_chart_fill()
    fill.color = colour
    body(&fill)
  }
}
