// Trade statistics: a pure function on values, and the same index as a table by period.
import Corridor

let exports = [60.0, 25, 10, 5]
print(Concentration.herfindahl(exports).value ?? "undefined")
print(Concentration.herfindahl([0, 0]).reason ?? "defined")

let totals = FlowTotals(
  dimensions: [.period, .reporter, .flow],
  keys: [["2018", "2018"], ["KAZ", "KAZ"], ["export", "import"]],
  values: [500, 200], quantities: [nil, nil], counts: [1, 1], unit: "USD million")
// "More than 500" less 200 is more than 300.
let balance = try TradeIndex.balance.table(of: totals, marks: [.moreThan, .exact])
print(Report("Balance", .table("balance", balance)).text)
