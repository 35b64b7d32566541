import Dispatch
import Glibc
import Synchronization

/// Applies a function to 0 ..< count on several cores; the results keep their order, whatever the
/// number of workers.
package func concurrentMap<Result: Sendable>(
  _ count: Int, workers: Int, _ transform: @Sendable (Int) -> Result
) -> [Result] {
  let workers = min(workers, count)
  guard workers > 1 else { return (0..<count).map(transform) }
  // Small enough that nobody waits long for the last block, large enough for tiny tasks.
  let block = max(1, min(16, count / (8 * workers)))
  let next = Atomic(0)
  return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Every place is written exactly once, by the worker that took its block.
    nonisolated(unsafe) let places = buffer
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let start = next.wrappingAdd(block, ordering: .relaxed).oldValue
        guard start < count else { return }
        for index in start..<min(start + block, count) {
          places.initializeElement(at: index, to: transform(index))
        }
      }
    }
    initialized = count
  }
}

/// The machine.
package enum Processors {
  /// How many processors this process may use.
  package static var count: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
