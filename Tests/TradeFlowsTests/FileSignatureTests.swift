import Testing
import TradeFlows

@Suite struct FileSignatureTests {
  @Test(arguments: [
    (SampleArchives.gzip, Compression.gzip), (SampleArchives.zip, .zip),
    (SampleArchives.zstd, .zstd), (SampleArchives.xz, .xz), (SampleArchives.bzip2, .bzip2),
    (SampleArchives.lz4, .lz4),
  ]) func `Compressed data are known by their first bytes`(bytes: [UInt8], compression: Compression)
  {
    #expect(FileSignature(bytes) == .compressed(compression))
    #expect(FileSignature(bytes.prefix(1)) == .unknown)
  }

  @Test func `A tar archive is known by what stands in its first header`() {
    let header = [UInt8](repeating: 0x61, count: 257) + Array("ustar\u{0}00".utf8)
    #expect(FileSignature(header) == .foreign("a tar archive", advice: "unpack it first"))
  }

  @Test func `Text that begins alike is no archive`() {
    for text in ["PKR,USD\n", "BZh1,year\n", "7z\n", "", "period,value\n"] {
      #expect(FileSignature(text.utf8) == .unknown)
    }
  }
}
