import Corridor

/// Which rows of downloaded files a command adds up, and how the files are to be read.
struct FlowOptions {
  let query: FlowQuery
  let reading: FlowReading
  let jobs: Int

  static let usage = """
      -r, --reporter CODE,… the countries whose customs counted, such as KAZ
      -p, --partner CODE,…  the other side, WLD for the world
      --flow FLOW,…         export, import, re-export or re-import
      --code CODE,…         commodities that begin so: 10 is all of chapter 10
      --from, --until       first and last period, such as 2013
      --digits LEVEL        total, or codes of so many digits: 2, 4 or 6
      --partners each|world each partner, or the world as one
      --unit UNIT           what the values are, such as 'USD thousand'
      --decimal comma|point the mark before decimals, where files leave it open
      --dash zero|missing   what a cell with a dash says
      --jobs N              blocks at the same time; all cores where not given
    """

  init(_ arguments: inout Arguments, by: [FlowDimension]) throws(UsageError) {
    var query = FlowQuery(by: by)
    query.reporters = try Self.countries(&arguments, "--reporter", "-r")
    query.partners = try Self.countries(&arguments, "--partner", "-p")
    query.flows = try Self.flows(&arguments)
    query.from = try arguments.period("--from")
    query.until = try arguments.period("--until")
    try query.takeCommodities(&arguments)
    self.query = query
    var reading = try FlowReading(&arguments)
    reading.unit = try arguments.option("--unit").map { Unit($0) }
    self.reading = reading
    jobs = try arguments.integer("--jobs", in: 1...1024, default: Processors.count)
  }

  /// Files with these options.
  func files(_ paths: [String]) -> FlowFiles {
    var files = FlowFiles(paths)
    files.reading = reading
    files.workers = jobs
    return files
  }

  /// What a command cannot take that works on built-in data.
  var isForFiles: Bool {
    query.codes != nil || query.level != nil || query.partnerKind != nil
      || reading.decimal != nil || reading.dash != nil || reading.unit != nil || query.flows != nil
  }

  private static func countries(
    _ arguments: inout Arguments, _ name: String, _ short: String
  ) throws(UsageError) -> Set<String>? {
    guard let text = try arguments.option(name, short) else { return nil }
    var codes: Set<String> = []
    for word in text.split(separator: ",").map(\.trimmed) {
      guard let partner = TradePartner(word) else {
        throw UsageError(
          "\(name) \(Suggestion.excerpt(word)) is no country that is known; corridor codes NAME "
            + "finds codes")
      }
      codes.insert(partner.code)
    }
    return codes
  }

  private static func flows(_ arguments: inout Arguments) throws(UsageError) -> Set<Flow>? {
    let words = try arguments.list("--flow")
    guard !words.isEmpty else { return nil }
    var flows: Set<Flow> = []
    for word in words {
      guard let flow = Flow(rawValue: word) else {
        let names = Flow.allCases.map(\.rawValue)
        throw UsageError(
          "unknown flow '\(Suggestion.excerpt(word))'\(Suggestion.text(for: word, among: names))"
            + "; there are \(names.joined(separator: ", "))")
      }
      flows.formUnion(flow == .turnover ? [.export, .import] : [flow])
    }
    return flows
  }
}

extension FlowQuery {
  /// Which commodities and which kind of partners count.
  mutating func takeCommodities(_ arguments: inout Arguments) throws(UsageError) {
    let list = try arguments.list("--code")
    codes = list.isEmpty ? nil : list
    partnerKind = try arguments.choice(
      "--partners", "kind of partners",
      among: PartnerKind.allCases.map { ($0.rawValue, Optional($0)) }, default: nil)
    guard let text = try arguments.option("--digits") else { return }
    if text == "total" {
      level = .total
      return
    }
    guard let digits = Int(text), (1...10).contains(digits) else {
      throw UsageError(
        "--digits is total or a number of digits such as 2, not '\(Suggestion.excerpt(text))'")
    }
    level = .digits(digits)
  }
}

extension FlowReading {
  /// How numbers are written, where a file leaves it open.
  init(_ arguments: inout Arguments) throws(UsageError) {
    self.init()
    decimal = try arguments.choice(
      "--decimal", "decimal mark", among: [("comma", ","), ("point", ".")], default: nil)
    dash = try arguments.choice(
      "--dash", "meaning of a dash", among: Dash.allCases.map { ($0.rawValue, Optional($0)) },
      default: nil)
  }
}

extension Arguments {
  /// The files that a command works on, at least one; options are taken before.
  mutating func files() throws(UsageError) -> [String] {
    var files: [String] = []
    while let file = try positional() { files.append(file) }
    guard !files.isEmpty else {
      throw UsageError("name one or more files, or - for standard input")
    }
    return files
  }
}
