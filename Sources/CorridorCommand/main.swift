import Glibc
import TradeNumerics
import TradeTables

LAPACK.endThreads()
var outcome = Program.run(Array(CommandLine.arguments.dropFirst()))
if outcome.problem == nil {
  do {
    outcome.remarks += try outcome.write()
  } catch {
    (outcome.problem, outcome.status) = ("\(error)", 1)
  }
}
for line in outcome.remarks + [outcome.problem].compactMap(\.self) {
  _ = OutputFile.writeAll(Array("corridor: \(line)\n".utf8), to: STDERR_FILENO)
}
exit(outcome.status)
