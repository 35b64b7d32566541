/// Why an index has no value: one sentence part, lower case, without a full stop.
public struct Undefined: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is missing for the value to exist.
  public let description: String

  /// A reason such as `the sum is zero`.
  public init(_ description: String) { self.description = description }

  static let tooLarge = Undefined("the values are too large to calculate with")
}

/// The value of an index, or the reason why there is none.
///
/// A share in nothing or an index of trade in one direction is undefined, not zero. The reason
/// travels with the missing value into the table that shows it.
public enum IndexValue: Sendable, Equatable {
  /// A finite number.
  case number(Double)
  /// No number, and why.
  case undefined(Undefined)

  /// The number; `nil` where the index is undefined.
  public var value: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// Why there is no number; `nil` where there is one.
  public var reason: String? {
    guard case .undefined(let why) = self else { return nil }
    return why.description
  }
}

extension IndexValue {
  /// The number that a definition gives, or its reason for giving none.
  init(_ definition: () throws(Undefined) -> Double) {
    do throws(Undefined) {
      self.init(try definition())
    } catch {
      self = .undefined(error)
    }
  }

  /// A number; undefined where arithmetic has left the range of numbers.
  init(_ number: Double) {
    // Zero has no sign.
    self = number.isFinite ? .number(number + 0) : .undefined(.tooLarge)
  }
}

/// a / b, undefined where b is zero.
func ratio(_ a: Double, _ b: Double, _ why: String) throws(Undefined) -> Double {
  guard a.isFinite, b.isFinite else { throw .tooLarge }
  guard b != 0 else { throw Undefined(why) }
  return a / b
}

extension Sequence where Element == Double {
  /// The sum of the elements.
  var sum: Double { reduce(0, +) }
}
