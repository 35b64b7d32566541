import Corridor

extension Table {
  /// The table that a CSV file with this text holds.
  init(text: String, file: String = "trade.csv") throws {
    self = try CSVReader(file: file).read(Array(text.utf8))
  }
}
