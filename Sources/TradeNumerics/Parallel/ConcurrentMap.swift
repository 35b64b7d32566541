import Dispatch
import Glibc

/// Applies a function to 0 ..< count on several cores; the results keep their order, whatever the
/// number of workers.
package func concurrentMap<Result: Sendable>(
  _ count: Int, workers: Int, _ transform: @Sendable (Int) -> Result
) -> [Result] {
  let workers = min(workers, count)
  guard workers > 1 else { return (0..<count).map(transform) }
  let block = min(16, count / workers)
  return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
    // Every place is written exactly once, by the worker that owns its block.
    nonisolated(unsafe) let places = buffer
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      for start in stride(from: worker * block, to: count, by: workers * block) {
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
