import Corridor
import Glibc
import Synchronization

/// A line on the terminal for work that takes longer than two seconds: how far it is, how fast, and
/// how long it will take.
///
/// Nothing is written where standard error is no terminal, and the line is gone when the work is
/// done.
final class Progress: Sendable {
  private let what: String
  private let total: Int
  private let done = Atomic<Int>(0)
  private let shown = Atomic<Int>(0)
  private let start = Progress.now
  private let isOnTerminal: Bool

  /// Work of so many pieces.
  init(_ what: String, of total: Int, isOnTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.what = what
    self.total = total
    self.isOnTerminal = isOnTerminal
  }

  /// One more piece is done, on whichever core.
  func advance() {
    let done = done.add(1, ordering: .relaxed).newValue
    guard isOnTerminal else { return }
    // Tenths of a second; whoever first reaches the next one writes.
    let tenths = Int((Progress.now - start) * 10)
    let last = shown.load(ordering: .relaxed)
    guard tenths >= 20, tenths > last,
      shown.compareExchange(expected: last, desired: tenths, ordering: .relaxed).exchanged
    else { return }
    write("\r" + line(done, after: Double(tenths) / 10) + "\u{1B}[K")
  }

  /// Takes the line away.
  func finish() {
    if isOnTerminal, shown.load(ordering: .relaxed) > 0 { write("\r\u{1B}[K") }
  }

  /// `reports: 120 of 200, 31 a second, 3 s left`.
  func line(_ done: Int, after seconds: Double) -> String {
    let rate = Double(done) / max(seconds, 0.001)
    let left = Int((Double(total - done) / max(rate, 1e-9)).rounded(.up))
    return
      "\(what): \(done) of \(total), \(NumberText.fixed(rate, digits: rate < 10 ? 1 : 0)) a second, "
      + "\(min(left, 359_999)) s left"
  }

  private func write(_ text: String) {
    _ = OutputFile.writeAll(Array(text.utf8), to: STDERR_FILENO)
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
