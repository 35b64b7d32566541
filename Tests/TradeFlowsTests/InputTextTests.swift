import Testing
import TradeFlows
import TradeTables
import TradeTestSupport

@Suite struct InputTextTests {
  private func read(_ bytes: [UInt8], member: String = "") throws -> (String, [String]) {
    var result = ("", [String]())
    try withTemporaryFolder { folder in
      let path = try folder.file("download.zip", bytes: bytes)
      let source = try InputText.open(path + member)
      result = (try source.text(by: 100), source.remarks)
    }
    return result
  }

  private func fault(_ bytes: [UInt8], member: String = "") throws -> TableError? {
    do {
      _ = try read(bytes, member: member)
      return nil
    } catch let error as TableError {
      // The folder has another name in each run.
      guard case .cannotRead(_, let reason) = error else { return error }
      return .cannotRead("download.zip", reason: reason)
    }
  }

  private func fault(_ fault: InputFault) -> TableError { fault.error(in: "download.zip") }

  // MARK: Packed

  static let packed: [(name: String, bytes: [UInt8])] = [
    ("gzip", SampleArchives.gzip), ("gzip, two members", SampleArchives.gzipTwice),
    ("zip", SampleArchives.zip), ("zip, stored", SampleArchives.zipStored),
    ("zip, written to a pipe", SampleArchives.zipFromPipe), ("xz", SampleArchives.xz),
    ("bzip2", SampleArchives.bzip2), ("zstd", SampleArchives.zstd), ("lz4", SampleArchives.lz4),
    ("zip with notes", SampleArchives.worldBank),
  ]

  @Test(arguments: packed) func `What is packed is read whatever the file is called`(
    name: String, bytes: [UInt8]
  ) throws {
    let (text, remarks) = try read(bytes)
    #expect(text == SampleArchives.text)
    #expect(remarks == [])
  }

  @Test(arguments: packed) func `A file that is cut off anywhere is refused or whole`(
    name: String, bytes: [UInt8]
  ) throws {
    for count in stride(from: 10, to: bytes.count, by: 10) {
      guard let text = try? read(Array(bytes[..<count])).0 else { continue }
      #expect(text == SampleArchives.text, "\(name) cut off after \(count)")
    }
  }

  @Test(arguments: packed) func `A changed byte is noticed or does not matter`(
    name: String, bytes: [UInt8]
  ) throws {
    for place in stride(from: 3, to: bytes.count, by: 7) {
      var bytes = bytes
      bytes[place] ^= 0x10
      guard let text = try? read(bytes).0 else { continue }
      #expect(text == SampleArchives.text, "\(name) changed at \(place)")
    }
  }

  @Test func `Tables with the same header line are read one after another`() throws {
    let (text, remarks) = try read(SampleArchives.baci)
    #expect(text.replacing("\r\n", with: "\n") == SampleArchives.text)
    #expect(
      remarks == [
        "the archive's 2 files with the same header line are read: BACI_Y2020.csv,"
          + " BACI_Y2021.csv; left out: country_codes.csv"
      ])
  }

  @Test func `One file of an archive is named behind a colon`() throws {
    #expect(try read(SampleArchives.twoTables, member: ":b.csv").0 == "u,v\n3,4\n")
    #expect(
      try fault(SampleArchives.twoTables, member: ":c.csv")
        == fault(.noMember("c.csv", available: ["a.csv", "b.csv"])))
    #expect(try fault(Array("a,b\n".utf8), member: ":a.csv") == fault(.noArchive))
  }

  @Test func `An archive without the one table says what it holds`() throws {
    #expect(
      try fault(SampleArchives.twoTables) == fault(.severalTables(["a.csv", "b.csv"])))
    #expect(
      try fault(SampleArchives.noTable)
        == fault(.noTable(members: ["picture.png", "trade.csv.gz"])))
    #expect(try fault(SampleArchives.encrypted) == fault(.encrypted(member: "p.csv")))
  }

  @Test func `What is packed twice is not opened`() throws {
    #expect(try fault(SampleArchives.gzipInZip) == fault(.nested("gzip data", in: .zip)))
    #expect(try fault(SampleArchives.gzipInGzip) == fault(.nested("gzip data", in: .gzip)))
    #expect(try fault(SampleArchives.xzInXz) == fault(.nested("xz data again", in: .xz)))
  }

  @Test func `A pipe is unpacked as it comes`() throws {
    let packed = BytesInMemory(SampleArchives.zipFromPipe)
    let archive = try Archive(packed, .zip, file: "-")
    #expect(try ArchiveBytes(archive, .only).text(by: 10) == SampleArchives.text)
    let several = try Archive(BytesInMemory(SampleArchives.twoTables), .zip, file: "-")
    let expected = InputFault.severalTablesInPipe(["a.csv", "b.csv"]).error(in: "-")
    #expect(throws: expected) { try ArchiveBytes(several, .only).all() }
  }

  @Test func `An error of the source is not taken for damage`() throws {
    let broken = TableError.cannotRead("-", reason: "input/output error")
    for (compression, bytes) in [
      (Compression.zstd, SampleArchives.zstd), (.xz, SampleArchives.xz),
      (.zip, SampleArchives.zip),
    ] {
      #expect(throws: broken) {
        let source = BytesInMemory(bytes.prefix(200), failure: broken)
        _ = try ArchiveBytes(Archive(source, compression, file: "-"), .all).all()
      }
    }
    #expect(throws: broken) {
      _ = try GzipBytes(BytesInMemory(SampleArchives.gzip, failure: broken), file: "-").all()
    }
  }

  @Test func `Bytes that expand beyond the limit are refused`() throws {
    let limit = ExpansionLimit(bytes: 1 << 16, ratio: 500)
    let expected = InputFault.expansion(limit).error(in: "-")
    #expect(throws: expected) {
      _ = try GzipBytes(BytesInMemory(SampleArchives.zeros), file: "-", limit: limit).all()
    }
    #expect(throws: expected) {
      let zeros = BytesInMemory(SampleArchives.zerosXz)
      _ = try ArchiveBytes(Archive(zeros, .xz, file: "-", limit: limit), .all).all()
    }
    let plain = GzipBytes(BytesInMemory(SampleArchives.zeros), file: "-")
    #expect(try plain.all().count == 200_000)
  }

  // MARK: Kinds of files

  @Test func `A file of another kind is called by its name`() throws {
    #expect(try fault(SampleArchives.workbook) == fault(FileSignature.workbookFault))
    let workbook: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let advice = "save the sheet as CSV UTF-8"
    #expect(
      try fault(workbook) == fault(.foreign("an Excel workbook (.xls)", advice: advice)))
    #expect(
      try fault(Array("%PDF-1.7\n".utf8))
        == fault(
          .foreign("a PDF document", advice: "the table in it has to become a CSV file first")))
    #expect(try fault(Array("a,b\n1,\02\n".utf8)) != nil)
  }

  @Test func `An empty file and an empty archive are empty text`() throws {
    #expect(try read([]).0 == "")
    let emptyGzip: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    #expect(try read(emptyGzip).0 == "")
    let emptyZip = Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
    #expect(try fault(emptyZip) == fault(.noTable(members: [])))
  }

  @Test func `JSON is known by its first bytes`() throws {
    let (text, remarks) = try read(Array("\u{FEFF} [ {\"a\": 1}]".utf8))
    #expect(text == "a\n1\n")
    #expect(remarks == ["JSON records read as a table; record n is line n + 1 of it"])
    #expect(try read(Array("{a}\t[b]\n".utf8)).0 == "{a}\t[b]\n")
  }
}
