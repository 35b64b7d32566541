import Foundation
import Testing
import TradeTables
import TradeTestSupport

@Suite struct OutputFileTests {
  private let old = "old,text\n1,2\n"
  private let new = "new,text\n3,4\n"

  @Test func `writes a new file and nothing beside it`() throws {
    try withTemporaryFolder { folder in
      try OutputFile.write(Array(new.utf8), to: folder.path("a.csv"))
      #expect(try folder.text("a.csv") == new)
      #expect(try folder.names == ["a.csv"])
    }
  }

  @Test func `replaces a file by a longer, a shorter and an empty one`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("a.csv", old)
      for text in [new + new + new, "x", ""] {
        try OutputFile.write(Array(text.utf8), to: path)
        #expect(try folder.text("a.csv") == text)
      }
      #expect(try folder.names == ["a.csv"])
    }
  }

  @Test func `a folder in the file's place is an error`() throws {
    try withTemporaryFolder { folder in
      let path = folder.url.path
      #expect(
        throws: TableError.cannotWrite(path, reason: "it is a folder; name a file in it")
      ) { try OutputFile.write(Array(new.utf8), to: path) }
      let names = try folder.names
      #expect(names.isEmpty)
    }
  }

  @Test func `a folder that is missing is an error`() throws {
    try withTemporaryFolder { folder in
      let path = folder.path("absent/a.csv")
      #expect(throws: TableError.cannotWrite(path, reason: "no such file or directory")) {
        try OutputFile.write(Array(new.utf8), to: path)
      }
      let file = try folder.file("file", old)
      #expect(throws: TableError.cannotWrite("\(file)/a.csv", reason: "not a directory")) {
        try OutputFile.write(Array(new.utf8), to: "\(file)/a.csv")
      }
      #expect(try folder.names == ["file"])
      #expect(try folder.text("file") == old)
    }
  }

  /// The system's limit on the size of a file stands in for a full disk: the write fails half-way.
  @Test(.serialized, arguments: [true, false])
  func `a failure half-way leaves what was there before`(isOverwritten: Bool) throws {
    let limit = 64 << 20
    try withTemporaryFolder { folder in
      let path = folder.path("a.csv")
      if isOverwritten { _ = try folder.file("a.csv", old) }
      let tooMany = [UInt8](repeating: 0x78, count: limit + 1)
      try withLimitedFiles(limit) {
        #expect(throws: TableError.cannotWrite(path, reason: "file too large")) {
          try OutputFile.write(tooMany, to: path)
        }
      }
      #expect(try folder.names == (isOverwritten ? ["a.csv"] : []))
      if isOverwritten { #expect(try folder.text("a.csv") == old) }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `an unwritable folder keeps its files as they are`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("a.csv", old)
      chmod(folder.url.path, 0o555)
      defer { chmod(folder.url.path, 0o755) }
      for file in [path, folder.path("b.csv")] {
        #expect(throws: TableError.cannotWrite(file, reason: "permission denied")) {
          try OutputFile.write(Array(new.utf8), to: file)
        }
      }
      #expect(try folder.text("a.csv") == old)
      #expect(try folder.names == ["a.csv"])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a file that may not be written stays as it is`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("a.csv", old)
      chmod(path, 0o444)
      #expect(throws: TableError.cannotWrite(path, reason: "permission denied")) {
        try OutputFile.write(Array(new.utf8), to: path)
      }
      #expect(try folder.text("a.csv") == old)
      #expect(try folder.names == ["a.csv"])
    }
  }

  @Test func `a file that only its owner may read stays so`() throws {
    try withTemporaryFolder { folder in
      let path = try folder.file("a.csv", old)
      chmod(path, 0o600)
      try OutputFile.write(Array(new.utf8), to: path)
      var status = stat()
      #expect(stat(path, &status) == 0)
      #expect(status.st_mode & 0o777 == 0o600)
    }
  }

  @Test func `a device is written directly`() throws {
    try OutputFile.write(Array(new.utf8), to: "/dev/null")
    #expect(throws: TableError.cannotWrite("/dev/full", reason: "no space left on device")) {
      try OutputFile.write(Array(new.utf8), to: "/dev/full")
    }
  }

  /// Runs the body with a limit on the size of files, for the whole process; it is high enough that
  /// no other test meets it.
  private func withLimitedFiles(_ bytes: Int, _ body: () throws -> Void) throws {
    var before = rlimit()
    #expect(getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before) == 0)
    let handler = signal(SIGXFSZ, SIG_IGN)
    var limited = rlimit(rlim_cur: rlim_t(bytes), rlim_max: before.rlim_max)
    #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limited) == 0)
    defer {
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &before)
      signal(SIGXFSZ, handler)
    }
    try body()
  }
}
