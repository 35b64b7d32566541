// Compares the designs that the method auto could have, by forecasts inside the training parts.
//
//     choose-design TRAINING.csv M3_FOLDER
//
// TRAINING.csv has the flows of trade that the prior for trade is learned from, M3_FOLDER the
// training parts of the M3 competition. One choice at a time is settled with all others as they
// stand, again until nothing changes; `Verdict` has the rule. `make design` runs it.

import Glibc
import TradeSeries
import TradeTables

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  _ = OutputFile.writeAll(
    Array("usage: choose-design TRAINING.csv M3_FOLDER\n".utf8), to: STDERR_FILENO)
  exit(2)
}
let training = try TrainingParts(trade: arguments[1], competition: arguments[2])
try chooseAnnual(training)
try chooseSeasonal(training)
