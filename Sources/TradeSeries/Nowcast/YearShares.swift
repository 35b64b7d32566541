// Written by Benchmarks/learn_year_shares.py; not edited by hand.

/// How far the share of the first months of a year lies from that of the calendar, and how much
/// it changes from year to year, for the first month to the first eleven.
///
/// Learned from the training part of 1083 monthly series of the M3 competition; the usual change
/// is the median of 7260 series of annual trade between two countries, 1962 to 2016 (WITS, World
/// Bank and UN Comtrade; Kazakhstan and Viet Nam are not among them).
enum YearShares {
  static let seriesCount = 1083
  /// The root mean square of yearly changes of the logarithm that is usual in bilateral trade.
  static let usualChange = 0.410
  /// Degrees of freedom with which the learned size of the changes enters.
  static let freedom = 2.0
  /// The part of the distance from the calendar that every series has.
  static let level = [
    0.0337, 0.0325, 0.0314, 0.0266, 0.0207, 0.0147,
    0.0097, 0.0092, 0.0089, 0.0069, 0.0033,
  ]
  /// The part of that distance that grows with the size of yearly changes.
  static let between = [
    0.4891, 0.5069, 0.1938, 0.1455, 0.1504, 0.0941,
    0.1011, 0.1220, 0.0742, 0.0578, 0.0423,
  ]
  /// The change from year to year, in units of the size of yearly changes.
  static let within = [
    0.5142, 0.4000, 0.3782, 0.3261, 0.2680, 0.2364,
    0.1914, 0.1535, 0.1174, 0.0835, 0.0464,
  ]
  /// How often the 95 % interval held in series that it was not learned from, without a known
  /// share and with three.
  static let coverages = [
    [0.940, 0.948, 0.952, 0.954, 0.955, 0.957, 0.959, 0.958, 0.952, 0.954, 0.955],
    [0.928, 0.931, 0.932, 0.937, 0.940, 0.936, 0.931, 0.936, 0.935, 0.930, 0.920],
  ]
}
