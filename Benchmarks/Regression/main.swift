// Measures least squares once: estimates, refinement and standard errors of one random problem.
//
//     regression-benchmark ROWS COLUMNS
//
// prints `seconds,matrix_mb,before_mb,peak_mb,check`: the time of the fit alone, the size of the
// matrix, the peak of resident memory before the fit and after it, and the largest distance of an
// estimate from the coefficient that made the data, in standard errors. Benchmarks/regression.py
// runs it beside other programs.

import Glibc
import TradeNumerics
import TradeTables
import TradeTestSupport

/// Megabytes that this process had resident at the most; what ran before it does not count.
func peakMegabytes() throws -> Double {
  let status = String(decoding: try InputFile.read("/proc/self/status"), as: UTF8.self)
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split { !$0.isNumber }.first.flatMap { Double($0) } ?? 0) / 1024
}

/// y = Σ xⱼ j / p + noise, with a column of ones first; the same in every run.
func problem(rows: Int, columns: Int) -> (x: Matrix, y: [Double]) {
  var generator = SeededGenerator(seed: 2016)
  func noise() -> Double { Double.random(in: -1..<1, using: &generator) }
  var x = Matrix(rows: rows, columns: columns)
  var y = (0..<rows).map { _ in noise() }
  for column in 0..<columns {
    let coefficient = Double(column) / Double(columns)
    for row in 0..<rows {
      let value = column == 0 ? 1 : noise()
      x.elements[column * rows + row] = value
      y[row] += value * coefficient
    }
  }
  return (x, y)
}

let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard sizes.count == 2, sizes[1] > 0, sizes[0] > sizes[1] else {
  let usage = "usage: regression-benchmark ROWS COLUMNS, more rows than columns\n"
  _ = OutputFile.writeAll(Array(usage.utf8), to: STDERR_FILENO)
  exit(2)
}
let (rows, columns) = (sizes[0], sizes[1])
// The library's threads start before the clock does.
let (smallX, smallY) = problem(rows: 4096, columns: 20)
_ = LeastSquares(smallX, smallY).standardErrorFactors
let (x, y) = problem(rows: rows, columns: columns)
let before = try peakMegabytes()

let clock = ContinuousClock()
let start = clock.now
let fit = LeastSquares(x, y)
let variance = fit.residualSumOfSquares / Double(fit.degreesOfFreedom)
let errors = fit.standardErrorFactors.map { $0 * variance.squareRoot() }
let seconds = (clock.now - start) / .seconds(1)

let distances = (0..<columns).map { column in
  abs((fit.coefficients[column] ?? .infinity) - Double(column) / Double(columns)) / errors[column]
}
let matrix = Double(rows * columns * MemoryLayout<Double>.size) / 1_048_576
print("seconds,matrix_mb,before_mb,peak_mb,check")
print("\(seconds),\(matrix),\(before),\(try peakMegabytes()),\(distances.max() ?? 0)")
