// Learns a prior from a file of annual series and writes its table.
//
//     learn-prior SERIES.csv HORIZON > Sources/TradeSeries/prior-NAME.csv
//
// SERIES.csv has the columns series_id, t and value. `make prior` runs it on the files that the
// priors of the program were learned from.

import Glibc
import TradeSeries
import TradeTables

let arguments = CommandLine.arguments
guard arguments.count == 3, let horizon = Int(arguments[2]), horizon > 0 else {
  _ = OutputFile.writeAll(Array("usage: learn-prior SERIES.csv HORIZON\n".utf8), to: STDERR_FILENO)
  exit(2)
}
let table = try CSVReader.read(arguments[1])
let (names, values) = (try table.texts("series_id"), try table.numbers("value"))
var series: [[Double]] = []
var last: String?
for (name, value) in zip(names, values) {
  guard let value else { continue }
  if name != last { series.append([]) }
  series[series.count - 1].append(value)
  last = name
}
guard let prior = Prior.table(learnedFrom: series, horizon: horizon) else {
  _ = OutputFile.writeAll(Array("too few series, or too short ones\n".utf8), to: STDERR_FILENO)
  exit(1)
}
_ = OutputFile.writeAll(Array(prior.csv.utf8), to: STDOUT_FILENO)
