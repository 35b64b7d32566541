import Foundation

/// A fresh folder under the system's temporary directory, gone after the body.
public func withTemporaryFolder(_ body: (TemporaryFolder) throws -> Void) throws {
  // A short name, so that a line of output with a path in it still fits.
  let name = "corridor-\(UUID().uuidString.prefix(8))"
  let folder = TemporaryFolder(url: FileManager.default.temporaryDirectory.appending(path: name))
  try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder.url) }
  try body(folder)
}

/// A folder that a test may fill.
public struct TemporaryFolder {
  /// Where it is.
  public let url: URL

  /// The path of a file in the folder, whether there is one or not.
  public func path(_ name: String) -> String { url.appending(path: name).path }

  /// Puts a file into the folder and returns its path.
  public func file(_ name: String, _ text: String) throws -> String {
    try file(name, bytes: Array(text.utf8))
  }

  /// Puts bytes into a file in the folder and returns its path.
  public func file(_ name: String, bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: url.appending(path: name))
    return path(name)
  }

  /// The text of a file in the folder.
  public func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// The names of everything in the folder.
  public var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
