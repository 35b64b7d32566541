import Glibc

/// Writes a file whole or not at all.
public enum OutputFile {
  /// Writes a temporary file beside `path` and renames it.
  ///
  /// No reader ever sees half a file, and a failure leaves what was there before. Devices and pipes
  /// are written directly.
  public static func write(_ bytes: [UInt8], to path: String) throws(TableError) {
    do {
      try write(to: path) { write in _ = write(bytes) }
    } catch let error as TableError {
      throw error
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// As `write(_:to:)`, piece by piece: `body` is given what writes, which says whether it could.
  ///
  /// An error of `body` leaves what was there before.
  public static func write<Result>(
    to path: String, _ body: (@escaping @Sendable ([UInt8]) -> Bool) throws -> Result
  ) throws -> Result {
    var mode: mode_t = 0o644
    var status = stat()
    if stat(path, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR {
        throw TableError.cannotWrite(path, reason: "it is a folder; name a file in it")
      }
      if kind != S_IFREG { return try write(at: path, name: path, flags: O_WRONLY, body) }
      guard access(path, W_OK) == 0 else {
        throw TableError.cannotWrite(path, reason: SystemError.text(errno))
      }
      mode = status.st_mode & 0o777
    }
    let temporary = "\(path).\(getpid()).part"
    let result: Result
    let slot = UnfinishedFiles.add(temporary)
    defer { UnfinishedFiles.remove(slot) }
    do {
      result = try write(
        at: temporary, name: path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode, body)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let reason = SystemError.text(errno)
      unlink(temporary)
      throw TableError.cannotWrite(path, reason: reason)
    }
    return result
  }

  /// Makes a folder where there is none; those above it must be there.
  public static func makeFolder(_ path: String) throws(TableError) {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    guard mkdir(path, 0o777) == 0 else {
      throw TableError.cannotWrite(path, reason: SystemError.text(errno))
    }
  }

  private static func write<Result>(
    at path: String, name: String, flags: Int32, mode: mode_t = 0,
    _ body: (@escaping @Sendable ([UInt8]) -> Bool) throws -> Result
  ) throws -> Result {
    let descriptor = open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      throw TableError.cannotWrite(name, reason: SystemError.text(errno))
    }
    let writer = Writer(descriptor)
    let result: Result
    do {
      result = try body { writer.write($0) }
    } catch {
      close(descriptor)
      throw error
    }
    let closing = close(descriptor) == 0 ? 0 : errno
    if let code = [writer.failure, closing].first(where: { $0 != 0 }) {
      throw TableError.cannotWrite(name, reason: SystemError.text(code))
    }
    return result
  }

  /// Writes to standard output piece by piece, as `write(to:_:)` does to a file.
  public static func writeToStandardOutput<Result>(
    _ body: (@escaping @Sendable ([UInt8]) -> Bool) throws -> Result
  ) throws -> Result {
    let writer = Writer(STDOUT_FILENO)
    let result = try body { writer.write($0) }
    guard writer.failure == 0 else {
      throw TableError.cannotWrite("standard output", reason: "the other side is gone or full")
    }
    return result
  }

  /// Writes until something fails; one piece at a time.
  private final class Writer: @unchecked Sendable {
    private let descriptor: Int32
    private(set) var failure: Int32 = 0

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func write(_ bytes: [UInt8]) -> Bool {
      if failure == 0 { failure = OutputFile.writeAll(bytes, to: descriptor) }
      return failure == 0
    }
  }

  /// Writes every byte to an open descriptor; returns the error number, 0 where all went well.
  public static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(descriptor, start + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return errno }
        done += count
      }
      return 0
    }
  }
}
