import Glibc
import TradeTables

let outcome = Program.run(Array(CommandLine.arguments.dropFirst()))
var status = outcome.status
var problem = outcome.problem
if problem == nil {
  do throws(TableError) {
    if let path = outcome.path {
      try OutputFile.write(Array(outcome.text.utf8), to: path)
    } else if OutputFile.writeAll(Array(outcome.text.utf8), to: STDOUT_FILENO) != 0 {
      throw .cannotWrite("standard output", reason: "the other side is gone or full")
    }
  } catch {
    problem = "\(error)"
    status = 1
  }
}
for line in outcome.remarks + [problem].compactMap(\.self) {
  _ = OutputFile.writeAll(Array("corridor: \(line)\n".utf8), to: STDERR_FILENO)
}
exit(status)
