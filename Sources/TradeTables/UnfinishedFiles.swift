import Glibc
import Synchronization

/// The temporary files that are being written, so that an interrupted program leaves none behind.
///
/// A signal's handler may neither allocate nor take a lock: names stand as C strings in a fixed table
/// of atomic places. A file beyond the table is written all the same, and only stays if the program
/// is interrupted just then.
package enum UnfinishedFiles {
  private typealias Place = Atomic<UInt>
  private static let count = 64
  nonisolated(unsafe) private static let places =
    UnsafeMutablePointer<Place>.allocate(capacity: count)

  /// Whether handlers are there; the table is made before them.
  private static let isReady: Bool = {
    for index in 0..<count { (places + index).initialize(to: Atomic(0)) }
    for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
      signal(number) { number in
        for index in 0..<UnfinishedFiles.count {
          let address = UnfinishedFiles.places[index].load(ordering: .acquiring)
          if let name = UnsafePointer<CChar>(bitPattern: address) { unlink(name) }
        }
        // As a shell says that a signal ended a program: 130 after Ctrl-C.
        _exit(128 + number)
      }
    }
    return true
  }()

  /// Whether the caller said that the signal is to have no effect, as `nohup` does.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Notes a file; returns its place, or `nil` where the table is full.
  static func add(_ path: String) -> Int? {
    guard isReady, let name = strdup(path) else { return nil }
    for index in 0..<count {
      let (isFree, _) = places[index].compareExchange(
        expected: 0, desired: UInt(bitPattern: name), ordering: .acquiringAndReleasing)
      if isFree { return index }
    }
    free(name)
    return nil
  }

  /// Forgets a file that is whole or gone.
  static func remove(_ place: Int?) {
    guard let place else { return }
    let address = places[place].exchange(0, ordering: .acquiringAndReleasing)
    free(UnsafeMutableRawPointer(bitPattern: address))
  }
}
