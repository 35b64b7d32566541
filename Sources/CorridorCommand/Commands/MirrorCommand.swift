import Corridor

struct MirrorCommand: Command {
  static let name = "mirror"
  static let summary = "what both sides count, and one series of the two"
  static let usage = """
    Sets exports of one side beside imports of the other: gap, ratio, what freight
    explains, a reconciled figure weighed by how reliable each side is.

    Usage: corridor mirror [DATA | FILE…] [options]

    Examples
      corridor mirror kz-vn --from 2003 --until 2014

      DATA | FILE…          a built-in pair (kz-vn if not given), or trade files
      --cif-fob RATE        freight as a share of exports; 0.06 where not given
      --distance FILE       learn it: exporter, importer, distance (files)
      --scores              the score of every reporter instead
      --from, --until, --as-of DATE    as in corridor help growth
      -r, -p, --code, --digits, --partners, --unit, --decimal, --dash, --jobs
                            as in corridor help totals (files)
    """

  let paths: [String]
  let options: FlowOptions
  let date: PublicationDate?
  let rate: Double?
  let distance: String?
  let isScores: Bool

  init(_ arguments: inout Arguments) throws {
    isScores = arguments.flag("--scores")
    distance = try arguments.option("--distance")
    rate = try Self.rate(&arguments)
    if rate != nil, distance != nil {
      throw UsageError("--cif-fob gives the rate and --distance learns it; choose one")
    }
    date = try arguments.date("--as-of")
    options = try FlowOptions(&arguments, by: [.period, .reporter, .partner, .flow])
    if options.query.flows != nil {
      throw UsageError("mirror always shows exports beside imports; leave --flow out")
    }
    var words: [String] = []
    while let word = try arguments.positional() { words.append(word) }
    paths = words.isEmpty ? ["kz-vn"] : words
  }

  private static func rate(_ arguments: inout Arguments) throws(UsageError) -> Double? {
    guard let text = try arguments.option("--cif-fob") else { return nil }
    guard let rate = NumberText.number(text.trimmed), rate >= 0, rate <= 2 else {
      throw UsageError(
        "--cif-fob is a share from 0 to 2, such as 0.06, not '\(Suggestion.excerpt(text))'")
    }
    return rate
  }

  func run() throws -> Report {
    guard paths.count == 1, let entry = CatalogueEntry.named(paths[0]) else { return try ofFiles() }
    guard case .pair(let first, let second) = entry.content else {
      throw UsageError(
        "'\(entry.name)' is no pair of countries; pairs are listed by: corridor list")
    }
    guard !options.isForFiles, distance == nil else {
      throw UsageError(
        "--code, --digits, --partners, --unit, --decimal, --dash and --distance are for files, and "
          + "'\(entry.name)' is built in")
    }
    for code in (options.query.reporters ?? []).union(options.query.partners ?? []).sorted()
    where ![first, second].contains(code) {
      throw UsageError("\(Suggestion.excerpt(code)) is not one of the pair \(first) and \(second)")
    }
    let mirror = try Mirror(
      .builtIn(), between: first, and: second, from: options.query.from,
      until: options.query.until, asOf: date, freight: rate.map { .given($0) } ?? .usual)
    return report(of: mirror, "\(Country.name(first))–\(Country.name(second))")
  }

  private func ofFiles() throws -> Report {
    guard date == nil else {
      throw UsageError(
        "--as-of takes what had been published by a day, which files of trade flows do not say; the "
          + "built-in sets have their dates: corridor list")
    }
    let distances: Distances? = try distance.map { try Distances(try CSVReader.read($0)) }
    let mirror = try options.files(paths).mirror(
      options.query, freight: rate.map { .given($0) } ?? .usual, distances: distances)
    return report(of: mirror, paths.joined(separator: ", "))
  }

  private func report(of mirror: Mirror, _ name: String) -> Report {
    guard !isScores else {
      return .mirror(mirror, title: "Reliability of reporters, \(name)", isScores: true)
    }
    let unit = mirror.flows.compactMap { $0.export ?? $0.import }.first?.unit.description ?? ""
    return .mirror(mirror, title: "Both sides, \(name)" + (unit.isEmpty ? "" : ", \(unit)"))
  }
}
