extension Table {
  /// The same table of estimates with a column of stars after the column of probabilities.
  ///
  /// `*` below 5 %, `**` below 1 %, `***` below 0.1 %.
  func withStars(after name: String = "p") -> Table {
    guard let place = names.firstIndex(of: name), let p = try? numbers(name) else { return self }
    var columns = columns
    columns.insert(.text("stars", p.map(\.stars), heading: ""), at: place + 1)
    return Table(columns, origin: origin)
  }
}

extension Double? {
  /// The stars of a probability; none where it is not below 5 %.
  var stars: String {
    switch self {
    case .some(..<0.001): "***"
    case .some(..<0.01): "**"
    case .some(..<0.05): "*"
    default: ""
    }
  }
}

extension Report {
  /// What the stars in a table mean.
  static let starNote = "* p < 5 %, ** p < 1 %, *** p < 0.1 %"
}
