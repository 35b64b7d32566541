extension Double {
  /// Whether the number equals another to a relative tolerance, or an absolute one near zero.
  public func isClose(to other: Double, tolerance: Double = 1e-10) -> Bool {
    self == other
      || (self - other).isFinite && abs(self - other) <= tolerance * max(abs(self), abs(other), 1)
  }
}

extension Double? {
  /// As `Double.isClose`; a missing number is close to nothing.
  public func isClose(to other: Double, tolerance: Double = 1e-10) -> Bool {
    self?.isClose(to: other, tolerance: tolerance) ?? false
  }
}
