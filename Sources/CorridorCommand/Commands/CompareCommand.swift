import Corridor

struct CompareCommand: DataCommand {
  static let name = "compare"
  static let summary = "categories: growth, contribution, share"
  static let usage = """
    Compares categories between two periods: growth, contribution to the growth of
    the total, share.

    Usage: corridor compare [DATA …] [options]

    Examples
      corridor compare vnm-exports --from 2010 --until 2021 --top 8
      corridor compare kaz-exports --plot
      corridor compare vnm-exports -o shares.xlsx

    \(DataOptions.usage)
      --classification C    of vnm-exports and kaz-exports: product or stage
      --top N               the N largest contributions; the others become one row

    In a file of trade flows commodities are compared (--digits 2: chapters), or
    partners: --by partner. In any other file --by names the column with the
    categories, or two: codes and categories. A category called total is the total.
    What the categories leave of it is a row of its own.
    """

  let data: DataOptions
  let classification: Goods.Classification
  let top: Int?

  init(_ arguments: inout Arguments) throws {
    classification = try arguments.choice(
      "--classification", "classification",
      among: Goods.Classification.allCases.map { ($0.rawValue, $0) }, default: .product)
    let count = try arguments.integer("--top", in: 1...1_000_000, default: Int.max)
    top = count == Int.max ? nil : count
    data = try DataOptions(&arguments, default: "vnm-exports", takesSeveral: true)
  }

  func run() throws -> Report {
    if data.builtIn != nil {
      let goods = try data.goods(classification: classification)
      let comparison = try goods.comparison(from: data.from, to: data.until)
      return .comparison(cut(comparison), title: goods.title, notes: goods.notes)
    }
    let comparison = try Comparison(
      fileCategories(), from: aligned(data.from), to: aligned(data.until))
    return .comparison(cut(comparison), title: data.title)
  }

  private func fileCategories() throws -> Categories {
    let (categories, table) = try data.categories()
    if let categories { return categories }
    guard let table, !data.by.isEmpty, data.by.count <= 2 else {
      throw UsageError("--by names the column with the categories, or two: codes and categories")
    }
    return try Categories(
      table, category: data.by[data.by.count - 1], code: data.by[0], reader: data.reader)
  }

  private func cut(_ comparison: Comparison) -> Comparison {
    top.map { comparison.top($0) } ?? comparison
  }

  private func aligned(_ period: Period?) -> Period? {
    guard data.season != nil, let period else { return period }
    return Period(step: period.index)
  }
}
