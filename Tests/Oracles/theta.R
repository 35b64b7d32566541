# Theta method and classical decomposition of R data sets. Writes theta.csv and theta_data.csv.
# ses optimises roughly, so the same drift is also put on ses with an alpha searched to the end
# (theta_exact): there the first level solves its least-squares problem for each alpha.
suppressMessages(library(forecast))
number <- function(x) ifelse(is.na(x), "NA", trimws(formatC(x, digits = 17, format = "g")))
series <- list(
  Nile = Nile, LakeHuron = LakeHuron, airmiles = airmiles, nhtemp = nhtemp, uspop = ts(uspop),
  UKgas = UKgas, JohnsonJohnson = JohnsonJohnson, austres = austres,
  AirPassengers = AirPassengers, ldeaths = ldeaths, nottem = nottem, USAccDeaths = USAccDeaths,
  UKDriverDeaths = UKDriverDeaths
)
steps <- 8
rows <- character()
record <- function(name, tool, step, quantity, value) {
  rows <<- c(rows, paste(name, tool, step, quantity, number(value), sep = ","))
}
smoothing <- function(alpha, x) { # errors are linear in the first level
  e0 <- numeric(length(x))
  level <- 0
  for (t in seq_along(x)) {
    e0[t] <- x[t] - level
    level <- level + alpha * e0[t]
  }
  share <- (1 - alpha)^(seq_along(x) - 1)
  first <- sum(e0 * share) / sum(share^2)
  list(squares = sum((e0 - first * share)^2), level = level + first * (1 - alpha)^length(x))
}
for (name in names(series)) {
  y <- series[[name]]
  m <- frequency(y)
  n <- length(y)
  fit <- suppressWarnings(thetaf(y, h = steps))
  for (h in 1:steps) record(name, "thetaf", h, "mean", fit$mean[h])
  record(name, "thetaf", 0, "alpha", fit$model$alpha)
  record(name, "thetaf", 0, "drift", fit$model$drift)
  x <- y
  figure <- rep(1, m)
  if (m > 1) {
    r <- as.numeric(acf(y, lag.max = m, plot = FALSE)$acf)[-1]
    seasonal <- abs(r[m]) / sqrt((1 + 2 * sum(r[-m]^2)) / n) > 1.645
    record(name, "acf", 0, "seasonal", as.numeric(seasonal))
    parts <- decompose(y, type = "multiplicative")
    for (i in 1:m) record(name, "multiplicative", i, "figure", as.numeric(parts$seasonal)[i])
    sums <- decompose(y, type = "additive")
    for (i in 1:m) record(name, "additive", i, "figure", as.numeric(sums$seasonal)[i])
    if (seasonal) {
      x <- seasadj(parts)
      figure <- as.numeric(parts$seasonal)
    }
  }
  x <- as.numeric(x)
  squares <- function(alpha) smoothing(alpha, x)$squares
  grid <- seq(0.0001, 0.9999, length.out = 400)
  at <- which.min(sapply(grid, squares))
  alpha <- optimise(squares, grid[pmin(400, pmax(1, at + c(-1, 1)))], tol = 1e-12)$minimum
  ends <- c(alpha, 0.0001, 0.9999)
  alpha <- ends[which.min(sapply(ends, squares))]
  best <- smoothing(alpha, x)
  slope <- lsfit(0:(n - 1), x)$coefficients[[2]]
  record(name, "theta_exact", 0, "alpha", alpha)
  record(name, "theta_exact", 0, "squares", best$squares)
  for (h in 1:steps) {
    mean <- best$level + slope / 2 * (h - 1 + (1 - (1 - alpha)^n) / alpha)
    place <- (n + h - 1) %% m + 1
    record(name, "theta_exact", h, "mean", mean * rep(figure, length.out = m)[place])
  }
}
writeLines(c("series,tool,step,quantity,value", rows), "theta.csv")
data <- unlist(lapply(names(series), function(name) {
  y <- series[[name]]
  paste(name, frequency(y), number(as.numeric(y)), sep = ",")
}))
writeLines(c("series,season,value", data), "theta_data.csv")
