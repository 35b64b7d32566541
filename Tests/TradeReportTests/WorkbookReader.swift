import Foundation
import TradeTestSupport

/// Opens workbooks with programs that are not ours: Python's own zip and XML readers, and openpyxl.
enum WorkbookReader {
  /// A cell as another program sees it.
  struct Cell: Equatable {
    let sheet: String
    let place: String
    /// `text`, `number`, or what is neither, such as a formula.
    let type: String
    let value: String
    let format: String
  }

  /// What another program finds in a workbook.
  struct Content {
    var cells: [Cell] = []
    /// By the sheet's name: the frozen cell, the filtered range and the number of charts.
    var sheets: [(name: String, frozen: String, filter: String, charts: Int)] = []

    /// The value of a cell; `nil` for an empty one.
    func value(_ sheet: String, _ place: String) -> String? { cell(sheet, place)?.value }

    func cell(_ sheet: String, _ place: String) -> Cell? {
      cells.first { $0.sheet == sheet && $0.place == place }
    }
  }

  /// The Python to ask: the one that CORRIDOR_PYTHON names, or the system's.
  private static let python: String =
    ProcessInfo.processInfo.environment["CORRIDOR_PYTHON"] ?? "/usr/bin/python3"

  static let hasPython = run(["-c", ""]) != nil
  static let hasOpenpyxl = run(["-c", "import openpyxl"]) != nil

  /// Every part of the package read as XML, by name; a part that is not well formed is an error.
  static func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let output = try script(
      """
      import sys, zipfile, xml.dom.minidom
      book = zipfile.ZipFile(sys.argv[1])
      assert book.testzip() is None
      for name in book.namelist():
          text = book.read(name)
          xml.dom.minidom.parseString(text)
          text = text.decode().replace("\\n", " ").replace("\\x1e", "")
          print(name, text, sep="\\x1f", end="\\x1e")
      """, bytes)
    let pairs = output.split(separator: "\u{1E}").map {
      $0.split(separator: "\u{1F}", maxSplits: 1).map(String.init)
    }
    return Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
  }

  /// The workbook as openpyxl reads it.
  static func content(_ bytes: [UInt8]) throws -> Content {
    let output = try script(
      """
      import sys, openpyxl
      def show(*fields): print(*fields, sep="\\x1f", end="\\x1e")
      types = {"s": "text", "n": "number"}
      for sheet in openpyxl.load_workbook(sys.argv[1]):
          show("sheet", sheet.title, sheet.freeze_panes or "", sheet.auto_filter.ref or "",
               len(sheet._charts))
          for row in sheet.iter_rows():
              for cell in row:
                  if cell.value is None: continue
                  type = types.get(cell.data_type, cell.data_type)
                  if cell.hyperlink: type = "link"
                  show("cell", sheet.title, cell.coordinate, type, cell.value, cell.number_format)
      """, bytes)
    var content = Content()
    for record in output.split(separator: "\u{1E}") {
      let fields = record.split(separator: "\u{1F}", omittingEmptySubsequences: false)
        .map(String.init)
      if fields[0] == "sheet" {
        content.sheets.append((fields[1], fields[2], fields[3], Int(fields[4]) ?? -1))
      } else {
        content.cells.append(
          Cell(
            sheet: fields[1], place: fields[2], type: fields[3], value: fields[4],
            format: fields[5]))
      }
    }
    return content
  }

  private struct Failure: Error {}

  private static func script(_ script: String, _ bytes: [UInt8]) throws -> String {
    var output: String?
    try withTemporaryFolder { folder in
      output = run(["-c", script, try folder.file("book.xlsx", bytes: bytes)])
    }
    guard let output else { throw Failure() }
    return output
  }

  /// What Python prints; `nil` where there is none or it fails.
  private static func run(_ arguments: [String]) -> String? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: python)
    process.arguments = arguments
    process.environment = ["PYTHONUTF8": "1"]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
  }
}
