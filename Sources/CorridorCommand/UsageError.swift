/// A command line that cannot be understood: what is wrong, and what would be right.
struct UsageError: Error, Equatable, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
