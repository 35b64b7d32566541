extension Series {
  /// The unfinished year at the end of a monthly or quarterly series, told from its part.
  ///
  /// Earlier years count where all their periods are known. Throws where the series ends with a
  /// whole year, a period of the year so far is missing, or the periods are years.
  public func nowcast(levels: [Double] = [0.8, 0.95]) throws(SeriesError) -> Nowcast {
    guard [.month, .quarter].contains(start.kind) else {
      throw .nowcast(.notWithinYear(name, example: "\(start)"))
    }
    let place = end.index - Period(year: end.year).firstMonth / (12 / start.perYear)
    guard place + 1 < start.perYear else {
      throw .nowcast(.complete(name, year: "\(end.year)"))
    }
    let part = Period(year: end.year, months: 1...(place + 1) * 12 / start.perYear)
    if let gap = firstGap(in: end.year, through: place) {
      throw .nowcast(.missing("\(gap)", series: name))
    }
    guard let figure = total(of: end.year, through: place) else { throw .empty(name) }
    var (parts, years): ([Period: Figure], [Period: Figure]) = ([:], [:])
    for year in start.year..<end.year {
      parts[Period(year: year)] = total(of: year, through: place)
      years[Period(year: year)] = total(of: year, through: start.perYear - 1)
    }
    var nowcast = try Nowcast(
      name, part: part, figure: figure, earlierParts: parts, years: years, levels: levels)
    nowcast.notes = notes
    return nowcast
  }

  /// The periods of a year from its first to one place.
  private func periods(of year: Int, through place: Int) -> [Period] {
    let first = start.perYear == 12 ? Period(year: year, month: 1) : Period(year: year, quarter: 1)
    return (0...place).map { first.advanced(by: $0) }
  }

  private func firstGap(in year: Int, through place: Int) -> Period? {
    periods(of: year, through: place).first { self[$0] == nil }
  }

  /// The sum over those periods; `nil` where one is missing.
  private func total(of year: Int, through place: Int) -> Figure? {
    guard firstGap(in: year, through: place) == nil else { return nil }
    return periods(of: year, through: place).compactMap { self[$0] }.total()
  }
}
