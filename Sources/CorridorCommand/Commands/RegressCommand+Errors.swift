import Corridor

/// What `--se` says.
struct ErrorKind: Equatable {
  let covariance: Covariance
  let clusters: [String]

  init(_ text: String?) throws(UsageError) {
    let text = text ?? "classical"
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let kinds: [String: Covariance] = [
      "classical": .classical, "hc0": .hc0, "hc1": .hc1, "hc2": .hc2, "hc3": .hc3,
    ]
    switch (parts[0], parts.count) {
    case ("cluster", 2):
      let names = parts[1].split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
      guard !names.contains(""), names.count <= 4 else { throw Self.unknown(text) }
      (covariance, clusters) = (.cluster, names)
    case ("hac", 1):
      (covariance, clusters) = (.neweyWest(lag: nil), [])
    case ("hac", 2):
      guard let lag = Int(parts[1]), (0...10_000).contains(lag) else { throw Self.unknown(text) }
      (covariance, clusters) = (.neweyWest(lag: lag), [])
    default:
      guard parts.count == 1, let kind = kinds[parts[0]] else { throw Self.unknown(text) }
      (covariance, clusters) = (kind, [])
    }
  }

  private static func unknown(_ text: String) -> UsageError {
    let known = ["classical", "hc0", "hc1", "hc2", "hc3", "hac", "hac:LAG", "cluster:A,B"]
    return UsageError(
      "unknown kind of standard errors '\(Suggestion.excerpt(text))'"
        + "\(Suggestion.text(for: text, among: known)); there are \(known.joined(separator: ", "))")
  }

  /// What the standard errors hold for, and why some are not there.
  func notes(on estimates: Estimates) -> [String] {
    let isLacking = zip(estimates.values, estimates.standardErrors).map { $0 != nil && $1 == nil }
    // Variances of two ways less that of both at once may leave less than nothing.
    guard clusters.count > 1, isLacking.contains(true), isLacking.contains(false) else {
      return notes
    }
    return notes + [
      "where no standard error stands, the clusters leave no positive variance: too few of them"
    ]
  }

  /// What the standard errors hold for, a sentence.
  private var notes: [String] {
    switch covariance {
    case .classical: []
    case .hc0: ["standard errors hold under unequal variances (HC0)"]
    case .hc1: ["standard errors hold under unequal variances (HC1)"]
    case .hc2: ["standard errors hold under unequal variances (HC2)"]
    case .hc3: ["standard errors hold under unequal variances (HC3)"]
    case .neweyWest(let lag):
      [
        "standard errors hold under serial correlation of neighbouring rows (Newey-West"
          + (lag.map { ", lag \($0))" } ?? ")")
      ]
    case .cluster:
      ["standard errors hold under correlation within \(clusters.joined(separator: ", "))"]
    }
  }
}
