# Reference numbers for ARIMA models. Run in this folder: Rscript arima.R [FOLDER]
# Writes arima_series.csv (series,season,index,value; an empty value is a gap) and arima.csv
# (series,model,quantity,step,value), from data sets of R. With FOLDER, which holds m3_*_train.csv, it
# writes arima_m3.csv as well, without the values.
#
# Written with R 4.2.2 and forecast 8.20.
#
# R starts the differenced part of the state from a variance of 1e6 instead of an unbounded one, which moves
# log-likelihoods by up to 1e-3 where the level is large against sigma, and stops its search at a relative
# change of 1e-8. `loglik_exact` is free of both: the log-likelihood by the same arima() of the differenced
# series (which is what an unbounded variance leads to) with the search carried on to 1e-15, from the
# parameters that Arima() found. It is not there for series with gaps, which cannot be differenced.
# For the same reason sigma2 of Arima() has the errors of the first d + D m values in it, each y / 1000. They are
# taken out here, and forecast_se, R's standard error of a forecast, is scaled by what that makes of sigma.
suppressMessages(library(forecast))

series <- list(
  airpassengers = log(AirPassengers), passengers = AirPassengers, nile = Nile, lynx = log(lynx),
  accidents = USAccDeaths, www = WWWusage, ukgas = log(UKgas), huron = LakeHuron, lh = lh,
  johnson = log(JohnsonJohnson), austres = austres, nottem = nottem, uspop = uspop,
  presidents = presidents
)
gappy <- log(AirPassengers)
gappy[c(30, 31, 57, 90, 143)] <- NA
series$gappy <- gappy
flow <- Nile
flow[c(12, 40:44, 99)] <- NA
series$flow <- flow

rows <- character()
number <- function(value) if (length(value) == 0 || !is.finite(value)) "NA" else sprintf("%.15g", value)
record <- function(series, model, quantity, values) {
  for (step in seq_along(values)) {
    rows[[length(rows) + 1]] <<- paste(series, model, quantity, step, number(values[step]), sep = ",")
  }
}
# sigma2 without the errors of the values that differencing uses up.
sigma2 <- function(fit, order, seasonal, m) {
  errors <- as.numeric(residuals(fit))
  lost <- order[2] + seasonal[2] * m
  if (lost > 0) errors <- errors[-seq_len(lost)]
  sum(errors^2, na.rm = TRUE) / (fit$nobs - length(coef(fit)))
}
order_name <- function(order, seasonal, constant) {
  paste0(paste(order, collapse = ""), "-", paste(seasonal, collapse = ""), if (constant) "-c" else "")
}

# What arima() gives for the differenced series when it does not stop early.
exact <- function(y, fit, order, seasonal, constant, xreg = NULL) {
  m <- frequency(y)
  difference <- function(x) {
    x <- as.numeric(x)
    if (order[2] > 0) x <- diff(x, differences = order[2])
    if (seasonal[2] > 0) x <- diff(x, lag = m, differences = seasonal[2])
    x
  }
  w <- difference(y)
  x <- NULL
  lost <- order[2] + seasonal[2]
  if (constant) x <- cbind(x, if (lost == 0) rep(1, length(w)) else difference(seq_along(y)))
  if (!is.null(xreg)) x <- cbind(x, apply(xreg, 2, difference))
  best <- -Inf
  for (start in list(coef(fit), NULL)) {
    tight <- try(arima(w, order = c(order[1], 0, order[3]),
      seasonal = list(order = c(seasonal[1], 0, seasonal[3]), period = m), xreg = x,
      include.mean = FALSE, init = if (is.null(start)) NULL else unname(start),
      method = if (is.null(start)) "CSS-ML" else "ML",
      optim.control = list(reltol = 1e-15, maxit = 2000)), silent = TRUE)
    if (!inherits(tight, "try-error")) best <- max(best, tight$loglik)
  }
  best
}

fixed <- function(name, y, order, seasonal = c(0, 0, 0), constant = FALSE, horizon = 12) {
  model <- order_name(order, seasonal, constant)
  lost <- order[2] + seasonal[2]
  fit <- Arima(y, order = order, seasonal = seasonal, include.mean = constant && lost == 0,
    include.drift = constant && lost == 1, optim.control = list(reltol = 1e-13, maxit = 1000))
  future <- forecast(fit, h = horizon, level = 95)
  record(name, model, "coefficient", coef(fit))
  record(name, model, "se", sqrt(diag(fit$var.coef)))
  record(name, model, "loglik", fit$loglik)
  if (!anyNA(y)) record(name, model, "loglik_exact", exact(y, fit, order, seasonal, constant))
  variance <- sigma2(fit, order, seasonal, frequency(y))
  record(name, model, "sigma2", variance)
  record(name, model, "aic", fit$aic)
  record(name, model, "aicc", fit$aicc)
  record(name, model, "bic", fit$bic)
  record(name, model, "mean", as.numeric(future$mean))
  record(name, model, "forecast_se", sqrt(variance / fit$sigma2) *
    (as.numeric(future$upper) - as.numeric(future$mean)) / qnorm(0.975))
}

automatic <- function(name, y, horizon = 12) {
  fit <- auto.arima(y)
  future <- forecast(fit, h = horizon, level = 95)
  o <- arimaorder(fit)
  record(name, "auto", "orders", c(o[1:3], if (length(o) > 3) o[4:6] else c(0, 0, 0),
    any(names(coef(fit)) %in% c("drift", "intercept"))))
  record(name, "auto", "loglik", fit$loglik)
  record(name, "auto", "aicc", fit$aicc)
  record(name, "auto", "mean", as.numeric(future$mean))
}

tests <- function(name, y) {
  y <- na.omit(as.numeric(y))
  for (type in c("mu", "tau")) {
    for (lag in list(NULL, 0, 5)) {
      lags <- if (is.null(lag)) trunc(3 * sqrt(length(y)) / 13) else lag
      record(name, paste0("kpss-", type, "-", if (is.null(lag)) "auto" else lag), "statistic",
        urca::ur.kpss(y, type = type, use.lag = lags)@teststat)
    }
  }
  record(name, "kpss", "ndiffs", ndiffs(y))
}

seasons <- function(name, y) {
  record(name, "strength", "value", forecast:::seas.heuristic(y))
  record(name, "strength", "nsdiffs", nsdiffs(y))
  decompositions <- list(
    "periodic" = stl(y, "periodic"), "7" = stl(y, 7), "11" = stl(y, 11), "13-21" = stl(y, 13, t.window = 21)
  )
  at <- c(1, 2, 3, 30, 31, length(y) - 1, length(y))
  for (window in names(decompositions)) {
    parts <- decompositions[[window]]$time.series
    record(name, paste0("stl-", window), "seasonal", parts[at, "seasonal"])
    record(name, paste0("stl-", window), "trend", parts[at, "trend"])
  }
}

save <- function(file) {
  writeLines(c("series,model,quantity,step,value", rows), file)
  rows <<- character()
}

fixed("airpassengers", series$airpassengers, c(0, 1, 1), c(0, 1, 1), horizon = 36)
fixed("airpassengers", series$airpassengers, c(2, 1, 1), c(1, 1, 0))
fixed("airpassengers", series$airpassengers, c(1, 0, 0), c(0, 1, 1), TRUE)
fixed("passengers", series$passengers, c(2, 1, 1), c(0, 1, 0))
fixed("nile", series$nile, c(1, 0, 1), constant = TRUE)
fixed("nile", series$nile, c(0, 1, 1))
fixed("lynx", series$lynx, c(2, 0, 2), constant = TRUE)
fixed("lynx", series$lynx, c(4, 0, 0))
fixed("accidents", series$accidents, c(0, 1, 1), c(0, 1, 1))
fixed("accidents", series$accidents, c(1, 1, 1), c(1, 1, 0))
fixed("www", series$www, c(1, 1, 1))
fixed("www", series$www, c(3, 1, 0), constant = TRUE)
fixed("ukgas", series$ukgas, c(0, 1, 1), c(0, 1, 1))
fixed("ukgas", series$ukgas, c(1, 0, 1), c(1, 1, 0), TRUE)
fixed("huron", series$huron, c(1, 0, 0), constant = TRUE)
fixed("huron", series$huron, c(1, 1, 2))
fixed("lh", series$lh, c(3, 0, 0), constant = TRUE)
fixed("johnson", series$johnson, c(2, 0, 0), c(1, 1, 0), TRUE)
fixed("austres", series$austres, c(0, 2, 1), c(1, 0, 0))
fixed("nottem", series$nottem, c(1, 0, 0), c(2, 1, 0))
fixed("uspop", series$uspop, c(0, 2, 1))
fixed("uspop", series$uspop, c(0, 1, 0), constant = TRUE)
fixed("presidents", series$presidents, c(1, 0, 0), constant = TRUE)
fixed("presidents", series$presidents, c(1, 0, 1), c(1, 0, 0), TRUE)
fixed("gappy", series$gappy, c(0, 1, 1), c(0, 1, 1))
fixed("flow", series$flow, c(0, 1, 1))
fixed("flow", series$flow, c(1, 0, 1), constant = TRUE)
for (name in names(series)) automatic(name, series[[name]])
for (name in names(series)) tests(name, series[[name]])
for (name in c("airpassengers", "passengers", "accidents", "ukgas", "johnson", "austres", "nottem")) {
  seasons(name, series[[name]])
}

# Regression with ARIMA errors: road casualties on the price of petrol, the distance driven and the law
# that made seat belts compulsory. The last 12 months are forecast.
belts <- window(log(Seatbelts[, "drivers"]), end = c(1983, 12))
columns <- cbind(kms = Seatbelts[, "kms"] / 1000, price = 100 * Seatbelts[, "PetrolPrice"], law = Seatbelts[, "law"])
regression <- function(order, seasonal, constant) {
  model <- order_name(order, seasonal, constant)
  lost <- order[2] + seasonal[2]
  past <- columns[seq_along(belts), ]
  fit <- Arima(belts, order = order, seasonal = seasonal, xreg = past, include.mean = constant && lost == 0,
    include.drift = constant && lost == 1, optim.control = list(reltol = 1e-14, maxit = 2000))
  future <- forecast(fit, xreg = columns[length(belts) + 1:12, ], level = 95)
  record("belts", model, "coefficient", coef(fit))
  record("belts", model, "se", sqrt(diag(fit$var.coef)))
  record("belts", model, "loglik", fit$loglik)
  record("belts", model, "loglik_exact", exact(belts, fit, order, seasonal, constant, past))
  variance <- sigma2(fit, order, seasonal, 12)
  record("belts", model, "sigma2", variance)
  record("belts", model, "mean", as.numeric(future$mean))
  record("belts", model, "forecast_se", sqrt(variance / fit$sigma2) *
    (as.numeric(future$upper) - as.numeric(future$mean)) / qnorm(0.975))
}
regression(c(1, 0, 0), c(1, 0, 0), TRUE)
regression(c(0, 1, 1), c(0, 1, 1), FALSE)
regression(c(1, 0, 1), c(0, 1, 1), TRUE)
save("arima.csv")

series$belts <- belts
for (name in colnames(columns)) series[[paste0("belts_", name)]] <- ts(columns[, name], frequency = 12)
lines <- unlist(lapply(names(series), function(name) {
  y <- as.numeric(series[[name]])
  paste(name, frequency(series[[name]]), seq_along(y), ifelse(is.na(y), "", sprintf("%.17g", y)), sep = ",")
}))
writeLines(c("series,season,index,value", lines), "arima_series.csv")

folder <- commandArgs(TRUE)
if (length(folder) == 1) {
  chosen <- list(yearly = 8, quarterly = 8, monthly = 8)
  season <- c(yearly = 1, quarterly = 4, monthly = 12)
  for (set in names(chosen)) {
    data <- read.csv(file.path(folder, paste0("m3_", set, "_train.csv")))
    ids <- unique(data$series_id)
    ids <- ids[round(seq(10, length(ids) - 10, length.out = chosen[[set]]))]
    for (id in ids) {
      y <- ts(data$value[data$series_id == id], frequency = season[[set]])
      if (season[[set]] == 1) {
        fixed(id, y, c(0, 1, 1), horizon = 6)
        fixed(id, y, c(1, 1, 0), constant = TRUE, horizon = 6)
      } else {
        fixed(id, y, c(0, 1, 1), c(0, 1, 1))
        fixed(id, y, c(1, 0, 0), c(1, 1, 0), TRUE)
      }
      automatic(id, y)
    }
  }
  save("arima_m3.csv")
}
