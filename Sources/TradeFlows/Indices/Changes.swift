/// Which flows entered the largest ones, left them, rose or fell between two periods.
///
/// Ranks count from 1 by value; of equal values the one whose label comes first is ahead. What has
/// no trade has no rank. Survival is the share of the earlier ones that are still there.
///
/// Reference: Besedeš & Prusa, "Ins, outs, and the duration of trade", *Canadian Journal of
/// Economics* (2006), for flows that begin and end.
public struct Changes: Sendable, Equatable {
  /// Every flow that is among the largest at either time: by the later rank, those that left last.
  public let flows: [Flow]
  /// How many of the earlier ones are still among the largest, a fraction from 0 to 1.
  public let survival: IndexValue

  /// What became of a flow.
  public enum Status: String, Sendable, CaseIterable {
    /// Among the largest only at the later time.
    case entered
    /// Among the largest only at the earlier time.
    case left
    /// Among the largest at both, higher at the later time.
    case up
    /// Among the largest at both, lower at the later time.
    case down
    /// Among the largest at both, in the same place.
    case same
  }

  /// One flow at both times.
  public struct Flow: Sendable, Equatable {
    /// The label, such as a code.
    public let label: String
    /// What became of it.
    public let status: Status
    /// The place among all flows at the earlier time; `nil` without trade.
    public let rankBefore: Int?
    /// The place among all flows at the later time; `nil` without trade.
    public let rankAfter: Int?
    /// The earlier value.
    public let before: Double
    /// The later value.
    public let after: Double
  }

  /// The `count` largest of two periods; values stand in the order of the labels.
  public init(top count: Int, labels: [String], before: [Double], after: [Double]) {
    precondition(labels.count == before.count && labels.count == after.count)
    let ranks = (before: Self.ranks(before, labels), after: Self.ranks(after, labels))
    func isTop(_ rank: Int?) -> Bool { rank.map { $0 <= count } ?? false }
    let flows = labels.indices.compactMap { index -> Flow? in
      let (old, new) = (ranks.before[index], ranks.after[index])
      let status: Status
      switch (isTop(old), isTop(new)) {
      case (false, false): return nil
      case (false, true): status = .entered
      case (true, false): status = .left
      case (true, true):
        let (was, now) = (old ?? 0, new ?? 0)
        status = now < was ? .up : now > was ? .down : .same
      }
      return Flow(
        label: labels[index], status: status, rankBefore: old, rankAfter: new,
        before: before[index], after: after[index])
    }
    self.flows = flows.sorted { first, second in
      let (a, b) = (first.status == .left, second.status == .left)
      guard a == b else { return b }
      return a
        ? (first.rankBefore ?? 0) < (second.rankBefore ?? 0)
        : (first.rankAfter ?? 0) < (second.rankAfter ?? 0)
    }
    let left = flows.count { $0.status == .left }
    let earlier = flows.count { $0.status != .entered }
    survival = IndexValue { () throws(Undefined) in
      try ratio(Double(earlier - left), Double(earlier), "there was no trade before")
    }
  }

  private static func ranks(_ values: [Double], _ labels: [String]) -> [Int?] {
    let order = values.indices.filter { values[$0] > 0 }.sorted { first, second in
      (values[second], labels[first]) < (values[first], labels[second])
    }
    var ranks = [Int?](repeating: nil, count: values.count)
    for (place, index) in order.enumerated() { ranks[index] = place + 1 }
    return ranks
  }
}
