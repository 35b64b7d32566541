import TradeSeries
import TradeTables

/// The series that designs are compared on, all of them from the parts that priors are learned
/// from.
struct TrainingParts {
  /// Flows of trade in two halves, no pair of countries in both.
  let trade: [[Series]]
  let yearly: [Series]
  let quarterly: [Series]
  let monthly: [Series]

  /// Reads training.csv of world trade and the training parts of the M3 competition.
  init(trade file: String, competition folder: String) throws {
    func read(_ path: String, season: Int) throws -> [Series] {
      var reader = SeriesReader()
      (reader.by, reader.time, reader.value) = (["series_id"], "t", "value")
      reader.season = season
      return try reader.series(in: CSVReader.read(path))
    }
    let flows = try read(file, season: 1)
    // Half of the pairs, or a run would take an hour.
    trade = [0, 1].map { half in flows.filter { Self.hash(Self.pair($0)) % 4 == half } }
    yearly = try read("\(folder)/m3_yearly_train.csv", season: 1)
    quarterly = try read("\(folder)/m3_quarterly_train.csv", season: 4)
    monthly = try read("\(folder)/m3_monthly_train.csv", season: 12)
  }

  /// `KOR-USA` of the flows `USA-KOR-x`, `KOR-USA-t` and so on.
  static func pair(_ series: Series) -> String {
    series.name.split(separator: "-").prefix(2).sorted().joined(separator: "-")
  }

  /// FNV-1a, with its bits mixed once more: the same number in every run.
  static func hash(_ text: String) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int((hash ^ (hash >> 29)) >> 8 & 0xffff_ffff)
  }
}
