import Glibc

/// Writes a file whole or not at all.
public enum OutputFile {
  /// Writes a temporary file beside `path` and renames it.
  ///
  /// No reader ever sees half a file, and a failure leaves what was there before. Devices and pipes
  /// are written directly.
  public static func write(_ bytes: [UInt8], to path: String) throws(TableError) {
    var mode: mode_t = 0o644
    var status = stat()
    if stat(path, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      if kind == S_IFDIR { throw .cannotWrite(path, reason: "it is a folder; name a file in it") }
      if kind != S_IFREG { return try write(bytes, at: path, name: path, flags: O_WRONLY) }
      guard access(path, W_OK) == 0 else {
        throw .cannotWrite(path, reason: SystemError.text(errno))
      }
      mode = status.st_mode & 0o777
    }
    let temporary = "\(path).\(getpid()).part"
    do {
      try write(bytes, at: temporary, name: path, flags: O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    } catch {
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let reason = SystemError.text(errno)
      unlink(temporary)
      throw .cannotWrite(path, reason: reason)
    }
  }

  private static func write(
    _ bytes: [UInt8], at path: String, name: String, flags: Int32, mode: mode_t = 0
  ) throws(TableError) {
    let descriptor = open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .cannotWrite(name, reason: SystemError.text(errno)) }
    let failure = writeAll(bytes, to: descriptor)
    let closing = close(descriptor) == 0 ? 0 : errno
    if let code = [failure, closing].first(where: { $0 != 0 }) {
      throw .cannotWrite(name, reason: SystemError.text(code))
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
