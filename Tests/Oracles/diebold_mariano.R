# Reference numbers for the Diebold-Mariano test. Run in this folder: Rscript diebold_mariano.R
# Writes diebold_mariano.csv (case,horizon,power,statistic,p) and diebold_mariano_data.csv
# (case,first,second), the errors that were compared.
suppressMessages(library(forecast))

nile <- as.numeric(Nile)
n <- length(nile)
origins <- 30:(n - 3)
# Errors of three forecasts of the Nile, one and three years ahead: the last value, the mean so far
# and the mean of the last five values.
errors <- function(h) {
  data.frame(
    naive = sapply(origins, function(t) nile[t + h] - nile[t]),
    mean = sapply(origins, function(t) nile[t + h] - mean(nile[1:t])),
    five = sapply(origins, function(t) nile[t + h] - mean(nile[(t - 4):t]))
  )
}
one <- errors(1)
three <- errors(3)
small <- list(c(-1, 4, -1, 4, -1, 4, 2), c(0.5, 3, -2, 1, 0.5, 2, -0.5))
cases <- list(
  list(name = "nile_one", h = 1, power = 1, a = one$naive, b = one$mean),
  list(name = "nile_one_squares", h = 1, power = 2, a = one$five, b = one$mean),
  list(name = "nile_three", h = 3, power = 1, a = three$naive, b = three$five),
  list(name = "nile_three_squares", h = 3, power = 2, a = three$naive, b = three$mean),
  list(name = "small", h = 1, power = 1, a = small[[1]], b = small[[2]]),
  list(name = "small_two", h = 2, power = 1, a = small[[1]], b = small[[2]])
)

text <- function(x) sprintf("%.17g", x)
results <- "case,horizon,power,statistic,p"
data <- "case,first,second"
for (case in cases) {
  test <- dm.test(case$a, case$b, h = case$h, power = case$power, varestimator = "acf")
  results <- c(results, paste(
    case$name, case$h, case$power, text(test$statistic), text(test$p.value), sep = ","))
  data <- c(data, paste(case$name, text(case$a), text(case$b), sep = ","))
}
writeLines(results, "diebold_mariano.csv")
writeLines(data, "diebold_mariano_data.csv")
