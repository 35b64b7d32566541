extension CSVReader {
  /// Reads a table that the program carries in its own bytes.
  ///
  /// It traps on a fault, as the tests of each module read every table that it carries.
  package static func builtIn(_ file: String, _ text: StaticString) -> Table {
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    do throws(TableError) {
      return try CSVReader(file: file).read(Array(bytes))
    } catch {
      preconditionFailure("built-in data: \(error)")
    }
  }
}
