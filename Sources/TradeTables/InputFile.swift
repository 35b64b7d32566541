import Glibc

/// The bytes of a file or of standard input.
public enum InputFile {
  /// Reads all of a file; `-` is standard input.
  public static func read(_ path: String) throws(TableError) -> [UInt8] {
    var blocks = try Blocks(path)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size(path) ?? 0)
    while true {
      let block = try blocks.next(size: 1 << 20)
      if block.isEmpty { return bytes }
      bytes += block
    }
  }

  /// How many bytes a regular file has; `nil` for anything else, which can be read only once.
  public static func size(_ path: String) -> Int? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int(status.st_size)
  }

  /// What messages call a file.
  package static func name(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// A file that is open, to be read block by block.
  package struct Blocks: ~Copyable {
    private let descriptor: Int32
    private let name: String

    package init(_ path: String) throws(TableError) {
      name = InputFile.name(path)
      guard path != "-" else {
        descriptor = STDIN_FILENO
        return
      }
      descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotRead(path, reason: SystemError.text(errno)) }
      var status = stat()
      if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        close(descriptor)
        throw .cannotRead(path, reason: "it is a folder; name a CSV file in it")
      }
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// The next bytes: fewer than `size` at the end only, none after it.
    mutating func next(size: Int) throws(TableError) -> [UInt8] {
      var failure: TableError?
      let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        do throws(TableError) {
          count = try fill(UnsafeMutableRawBufferPointer(buffer))
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      return block
    }

    /// Puts the next bytes into a buffer and returns how many: fewer than it holds at the end only.
    package mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
      var count = 0
      while count < buffer.count {
        let got = Glibc.read(
          descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw .cannotRead(name, reason: SystemError.text(errno)) }
        if got == 0 { break }
        count += got
      }
      return count
    }
  }
}

/// The system's words for an error number, in lower case as our messages are.
enum SystemError {
  static func text(_ code: Int32) -> String {
    let text = String(cString: strerror(code))
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
