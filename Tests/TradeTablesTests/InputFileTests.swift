import Foundation
import Testing
import TradeTables
import TradeTestSupport

@Suite struct InputFileTests {
  /// Below, at and above the size of the blocks that a file is read in.
  @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1, 3_000_000])
  func `reads every byte of a file`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    try withTemporaryFolder { folder in
      let path = folder.path("bytes")
      try Data(bytes).write(to: URL(filePath: path))
      #expect(try InputFile.read(path) == bytes)
    }
  }

  @Test func `a missing file is an error`() throws {
    try withTemporaryFolder { folder in
      let path = folder.path("absent.csv")
      #expect(throws: TableError.cannotRead(path, reason: "no such file or directory")) {
        try InputFile.read(path)
      }
      let file = try folder.file("file", "x")
      #expect(throws: TableError.cannotRead("\(file)/x.csv", reason: "not a directory")) {
        try InputFile.read("\(file)/x.csv")
      }
    }
  }

  @Test func `a folder is an error that says what to name`() throws {
    try withTemporaryFolder { folder in
      let path = folder.url.path
      #expect(
        throws: TableError.cannotRead(path, reason: "it is a folder; name a CSV file in it")
      ) { try InputFile.read(path) }
    }
  }
}
