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
  static func name(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// A file that is open, to be read block by block.
  struct Blocks: ~Copyable {
    private let descriptor: Int32
    private let name: String

    init(_ path: String) throws(TableError) {
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
      var failure: Int32 = 0
      let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size {
          let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
          if got < 0, errno == EINTR { continue }
          failure = got < 0 ? errno : 0
          guard got > 0 else { return }
          count += got
        }
      }
      guard failure == 0 else { throw .cannotRead(name, reason: SystemError.text(failure)) }
      return block
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
