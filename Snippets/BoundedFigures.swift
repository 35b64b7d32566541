// "More than 500" is a bound, and it stays one.
import Corridor

let before = Figure(542.7, unit: .millionUSD)
let after = Figure(500, .moreThan, unit: .millionUSD)

print(after.growth(since: before))  // > -0.0787
print((before + after))  // > 1042.7 USD million
