// Next year's turnover of Kazakhstan with Viet Nam, from published figures, with its interval.
import Corridor

let turnover = Series.kazakhstanVietnamTurnover
let growth = try turnover.growth()
let forecast = try turnover.forecast(with: .auto, horizon: 1)

for point in forecast.points {
  print("\(point.period): \(point.mean), 95 % between \(point.intervals[1])")
}
print(growth.compoundRate?.rate ?? "no rate")
print(Report.forecast(forecast).text)
