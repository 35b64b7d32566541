// Least squares on five published years.
import Corridor

let turnover = try Series.kazakhstanVietnamTurnover
  .from(Period(year: 2013), until: Period(year: 2017))
let fit = try Regression("turnover ~ year").fit(turnover.numericTable(value: "turnover"))

print(fit.coefficients[1].estimate ?? 0)  // 73.96 USD million a year
print(Report.regression(fit).text)
