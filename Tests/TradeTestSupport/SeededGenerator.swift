/// Random numbers that are the same in every run: SplitMix64.
///
/// Reference: Steele, Lea & Flood, "Fast splittable pseudorandom number generators" (2014).
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Starts the sequence that belongs to this seed; any number will do.
  public init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  /// The next 64 bits of the sequence, all equally likely.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
