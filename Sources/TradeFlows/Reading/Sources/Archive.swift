import CArchive
import TradeTables

/// Packed data, member by member; compressed data without names are a single member.
///
/// Reference: libarchive, archive_read(3), archive_read_data(3).
package final class Archive {
  /// What an archive says about a file in it.
  struct Member {
    let name: String
    let isFile: Bool
    let isEncrypted: Bool
  }

  let file: String
  private let compression: Compression
  private let library: CArchiveLibrary
  private let handle: OpaquePointer
  private let limit: ExpansionLimit
  private var feed: Feed?
  private var made = 0

  private init(
    _ compression: Compression, file: String, limit: ExpansionLimit
  ) throws(TableError) {
    (self.compression, self.file, self.limit) = (compression, file, limit)
    guard let library = carchive_library()?.pointee, let handle = library.read_new() else {
      throw InputFault.noLibrary(compression).error(in: file)
    }
    (self.library, self.handle) = (library, handle)
    switch compression {
    case .zip: _ = library.read_support_format_zip(handle)
    case .zstd: _ = library.read_support_filter_zstd(handle)
    case .xz: _ = library.read_support_filter_xz(handle)
    case .bzip2: _ = library.read_support_filter_bzip2(handle)
    case .lz4: _ = library.read_support_filter_lz4(handle)
    case .gzip: preconditionFailure("gzip data are read by GzipBytes")
    }
    if compression != .zip { _ = library.read_support_format_raw(handle) }
  }

  /// The data that a source holds, from the first byte to the last.
  package convenience init(
    _ source: any ByteSource, _ compression: Compression, file: String,
    limit: ExpansionLimit = .init()
  ) throws(TableError) {
    try self.init(compression, file: file, limit: limit)
    let feed = Feed(source)
    self.feed = feed
    // The archive lives no longer than this object, and so the feed longer than the archive.
    let pointer = Unmanaged.passUnretained(feed).toOpaque()
    let status = library.read_open2(
      handle, pointer, nil, { Feed.next($1, $2) }, nil, nil)
    guard status == ARCHIVE_OK else { throw failure }
  }

  /// A zip file, in which the reader may jump.
  package convenience init(
    zip path: String, file: String, limit: ExpansionLimit = .init()
  ) throws(TableError) {
    try self.init(.zip, file: file, limit: limit)
    let status = library.read_open_filename(handle, path, 1 << 16)
    guard status == ARCHIVE_OK else { throw failure }
  }

  deinit { _ = library.read_free(handle) }

  /// Goes to the next member; `nil` after the last.
  func nextMember() throws(TableError) -> Member? {
    var entry: OpaquePointer?
    let status = library.read_next_header(handle, &entry)
    if status == ARCHIVE_EOF, feed?.failure == nil { return nil }
    // A warning here is about a name, or a time, that cannot be written in this locale.
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw failure }
    // One filter, and the one below it that passes bytes on.
    guard library.filter_count(handle) <= 2 else {
      throw InputFault.nested("\(compression) data again", in: compression).error(in: file)
    }
    let name = library.entry_pathname_utf8(entry) ?? library.entry_pathname(entry)
    let isRegular = UInt32(library.entry_filetype(entry)) & 0o170000 == 0o100000
    return Member(
      name: name.map { String(cString: $0) } ?? "", isFile: isRegular,
      isEncrypted: library.entry_is_data_encrypted(entry) != 0)
  }

  /// The next bytes of the member, good until the next call; `nil` after the last.
  func nextBlock() throws(TableError) -> UnsafeRawBufferPointer? {
    var start: UnsafeRawPointer?
    var (count, offset) = (0, Int64(0))
    let status = library.read_data_block(handle, &start, &count, &offset)
    if status == ARCHIVE_EOF, feed?.failure == nil { return nil }
    // A warning here is a check sum that does not agree.
    guard status == ARCHIVE_OK, feed?.failure == nil else { throw failure }
    made += count
    do throws(InputFault) {
      try limit.check(read: Int(library.filter_bytes(handle, -1)), made: made)
    } catch {
      throw error.error(in: file)
    }
    return UnsafeRawBufferPointer(start: start, count: count)
  }

  /// What went wrong last, in the library's words or those of the source.
  private var failure: TableError {
    if let failure = feed?.failure { return failure }
    let text = library.error_string(handle).map { String(cString: $0) } ?? "no reason given"
    return InputFault.damaged(compression, after: made, detail: text).error(in: file)
  }
}

/// Hands the bytes of a source to libarchive.
private final class Feed {
  private let source: any ByteSource
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private(set) var failure: TableError?

  init(_ source: any ByteSource) { self.source = source }

  deinit { buffer.deallocate() }

  static func next(
    _ client: UnsafeMutableRawPointer?, _ start: UnsafeMutablePointer<UnsafeRawPointer?>?
  ) -> Int {
    guard let client else { return -1 }
    let feed = Unmanaged<Feed>.fromOpaque(client).takeUnretainedValue()
    do throws(TableError) {
      let count = try feed.source.fill(feed.buffer)
      start?.pointee = UnsafeRawPointer(feed.buffer.baseAddress)
      return count
    } catch {
      feed.failure = error
      return -1
    }
  }
}
