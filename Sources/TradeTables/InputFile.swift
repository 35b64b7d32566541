import Glibc

/// The bytes of a file or of standard input.
public enum InputFile {
  /// Reads all of a file; `-` is standard input.
  public static func read(_ path: String) throws(TableError) -> [UInt8] {
    guard path != "-" else { return try read(descriptor: STDIN_FILENO, name: "standard input") }

    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path, reason: SystemError.text(errno)) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotRead(path, reason: "it is a folder; name a CSV file in it")
    }
    return try read(descriptor: descriptor, name: path, size: Int(status.st_size))
  }

  private static func read(
    descriptor: Int32, name: String, size: Int = 0
  ) throws(TableError) -> [UInt8] {
    let block = 1 << 20
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(size, 0))
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: block) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, block)
        failure = got < 0 ? errno : 0
        count = max(got, 0)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw .cannotRead(name, reason: SystemError.text(failure)) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
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
