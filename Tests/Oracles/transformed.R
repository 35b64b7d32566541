# Reference numbers for methods on other scales. Run in this folder: Rscript transformed.R
#
# Reads ets_data.csv and writes transformed.csv (series,model,step,quantity,value). Step 0 holds what
# belongs to the fit: the log-likelihood on the scale (of ets without constants), or Guerrero's lambda,
# searched to the end between 0 and 1. Steps 1 to 6 hold medians and 95 % bounds as forecast() brings
# them back, without an adjustment of bias.
suppressMessages(library(forecast))

data <- read.csv("ets_data.csv")
rows <- "series,model,step,quantity,value"
add <- function(series, model, step, quantity, value) {
  rows <<- c(rows, paste(series, model, step, quantity, sprintf("%.15g", value), sep = ","))
}
future <- function(series, model, fit, ...) {
  f <- forecast(fit, h = 6, level = 95, biasadj = FALSE, ...)
  for (step in 1:6) {
    add(series, model, step, "median", f$mean[step])
    add(series, model, step, "lower", f$lower[step, 1])
    add(series, model, step, "upper", f$upper[step, 1])
  }
}
for (id in c("N0337", "N0625", "N0646", "N1321", "N1882", "N2602")) {
  own <- data[data$series == id, ]
  y <- ts(own$value, frequency = own$season[1])
  add(id, "guerrero", 0, "lambda", optimize(
    forecast:::guer.cv, c(0, 1), x = y, nonseasonal.length = 2, tol = 1e-12)$minimum)
  for (lambda in c(0, 0.3)) {
    name <- if (lambda == 0) "log" else "box-cox=0.3"
    fit <- suppressWarnings(ets(y, lambda = lambda))
    add(id, paste0("ets:", name), 0, "loglik", fit$loglik)
    add(id, paste0("ets:", name), 0, "aicc", fit$aicc)
    future(id, paste0("ets:", name), fit)
    fit <- Arima(y, order = c(0, 1, 1), lambda = lambda, method = "ML", kappa = 1e10,
      optim.control = list(reltol = 1e-14))
    # Of the differences, as R only approaches the likelihood of a model that differences itself.
    changes <- diff(BoxCox(y, lambda))
    exact <- Arima(changes, order = c(0, 0, 1), include.mean = FALSE, method = "ML",
      optim.control = list(reltol = 1e-15))
    add(id, paste0("arima:", name), 0, "loglik", exact$loglik)
    future(id, paste0("arima:", name), fit)
    drift <- rwf(y, h = 6, drift = TRUE, lambda = lambda, level = 95, biasadj = FALSE)
    for (step in 1:6) add(id, paste0("drift:", name), step, "median", drift$mean[step])
  }
}
writeLines(rows, "transformed.csv")
cat(R.version.string, "forecast", as.character(packageVersion("forecast")), "\n")
