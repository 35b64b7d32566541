import Foundation

/// A fresh folder under the system's temporary directory, gone after the body.
func withTemporaryFolder(_ body: (TemporaryFolder) throws -> Void) throws {
  let folder = TemporaryFolder(
    url: FileManager.default.temporaryDirectory.appending(path: "corridor-\(UUID().uuidString)"))
  try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder.url) }
  try body(folder)
}

struct TemporaryFolder {
  let url: URL

  /// The path of a file in the folder, whether there is one or not.
  func path(_ name: String) -> String { url.appending(path: name).path }

  /// Puts a file into the folder and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: url.appending(path: name))
    return path(name)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// The names of everything in the folder.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
