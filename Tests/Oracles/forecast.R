# Reference numbers for forecasting methods. Run in this folder: Rscript forecast.R
# Writes forecast.csv (series,method,horizon,quantity,value) and nile.csv (year,flow).
#
# Horizon 0 holds what belongs to the fit (parameters, sums of squares); 1...4 hold forecasts.
# NA means that R gives no such number. Where and why:
#  * ets() with n <= npars + 4 (npars: ANN 2, AAN 4, damped AAN 5) does not fit a state space model. It
#    falls back to forecast:::HoltWintersZZ: initial states fixed at l = y[1], b = y[2] - y[1], only alpha
#    and beta free in [0, 1], damping dropped with a warning, sigma2 = SSE / n, and no log-likelihood, AIC
#    or AICc (NA). That is so for `home` and `line` (n = 6) with every model, and for `growth` (n = 8) with
#    both trend models. quantity `fallback` is 1 there. beta is then the weight of
#    b = beta (l - l_before) + (1 - beta) b_before; the beta of ets is alpha times this one. The package
#    puts it into the variance as if it were the other: do not copy the bounds of `holt` where fallback is 1.
#  * methods ending in `_exact` are not the package's: they minimise the same sum of squares, in the same
#    box, with the initial states solved by least squares, and are converged to about 1e-11 (sse) and 1e-7
#    (parameters) relative or better. They exist because the Nelder-Mead search of ets stops early. `line`
#    has only an NA there: more than one set of parameters fits it without error. ets can stop far away: in
#    `gdp12` with damped trend its sum of squares is 1.9 times the minimum.
#  * the `line` fits of lm and the `growth` fit of lm(log(y)) are exact, and so is the drift of `line`:
#    sigma and the half widths of the bounds are rounding noise; compare them with an absolute tolerance.
suppressMessages(library(forecast))

series <- list(
  home = c(233.2, 271.9, 205.8, 392.5, 542.7, 500),
  line = c(1, 3, 5, 7, 9, 11),
  growth = 10 * 1.2^(0:7),
  nile = as.numeric(Nile),
  gdp12 = c(80.5, 83.2, 90.1, 94.4, 103.7, 106.9, 112.8, 110.3, 114.2, 113.1, 117.6, 116.9) # made up
)
levels <- c(80, 95)
steps <- 4

rows <- character()
number <- function(value) if (length(value) == 0 || is.na(value)) "NA" else sprintf("%.17g", value)
record <- function(series, method, horizon, quantity, value) {
  rows[[length(rows) + 1]] <<- paste(series, method, horizon, quantity, number(value), sep = ",")
}
record_all <- function(series, method, horizon, values) {
  for (quantity in names(values)) record(series, method, horizon, quantity, values[[quantity]])
}
record_forecast <- function(series, method, mean, lower, upper) {
  for (h in seq_len(steps)) {
    record(series, method, h, "point", mean[h])
    for (i in seq_along(levels)) {
      record(series, method, h, paste0("lower_", levels[i]), lower[h, i])
      record(series, method, h, paste0("upper_", levels[i]), upper[h, i])
    }
  }
}

# Mean, naive, drift. sigma_package is what the intervals are built on.
benchmarks <- function(name, y) {
  fits <- list(
    mean = meanf(y, h = steps, level = levels),
    naive = naive(y, h = steps, level = levels),
    drift = rwf(y, drift = TRUE, h = steps, level = levels)
  )
  for (method in names(fits)) {
    fit <- fits[[method]]
    e <- na.omit(as.numeric(residuals(fit)))
    package <- if (method == "mean") fit$model$sd else sqrt(fit$model$sigma2)
    record_all(name, method, 0, list(
      residual_count = length(e),
      sse = sum(e^2),
      sigma_ml = sqrt(sum(e^2) / length(e)), # divided by the count of residuals
      sigma_package = package                # mean: n - 1; naive: count; drift: count - 1
    ))
    if (method == "mean") record(name, method, 0, "mean_std_error", fit$model$mu.se)
    if (method == "drift") {
      record_all(name, method, 0, list(drift = fit$model$par$drift, drift_std_error = fit$model$par$drift.se))
    }
    record_forecast(name, method, fit$mean, fit$lower, fit$upper)
  }
}

# Straight line and exponential trend by least squares, t = 1...n.
trends <- function(name, y) {
  t <- seq_along(y)
  future <- data.frame(t = length(y) + seq_len(steps))
  for (method in c("linear_trend", "log_trend")) {
    fit <- if (method == "linear_trend") lm(y ~ t) else lm(log(y) ~ t)
    back <- if (method == "linear_trend") identity else exp
    at <- predict(fit, future, se.fit = TRUE)
    bounds <- lapply(levels / 100, function(level) predict(fit, future, interval = "prediction", level = level))
    record_all(name, method, 0, list(
      intercept = coef(fit)[[1]], slope = coef(fit)[[2]], df = fit$df.residual,
      sse = sum(residuals(fit)^2),
      sigma_ml = sqrt(mean(residuals(fit)^2)),
      sigma_package = at$residual.scale
    ))
    column <- function(which) sapply(bounds, function(b) back(b[, which]))
    record_forecast(name, method, back(at$fit), column("lwr"), column("upr")) # log_trend: exp() of each, so the median
    for (h in seq_len(steps)) {
      record(name, method, h, "prediction_std_error", sqrt(at$se.fit[h]^2 + at$residual.scale^2))
      if (method == "log_trend") { # expectation of the log-normal with that variance
        record(name, method, h, "lognormal_mean", exp(at$fit[h] + (at$se.fit[h]^2 + at$residual.scale^2) / 2))
      }
    }
  }
}

# Exponential smoothing as the package fits it.
smoothing <- function(name, y) {
  calls <- list(
    ses = function() ses(y, h = steps, level = levels, initial = "optimal"),
    holt = function() holt(y, h = steps, level = levels, initial = "optimal"),
    holt_damped = function() holt(y, h = steps, level = levels, damped = TRUE, initial = "optimal")
  )
  if (name %in% c("nile", "gdp12")) calls <- c(calls, list(
    ets_ann = function() forecast(ets(y, model = "ANN"), h = steps, level = levels),
    ets_aan = function() forecast(ets(y, model = "AAN", damped = FALSE), h = steps, level = levels),
    ets_aadn = function() forecast(ets(y, model = "AAN", damped = TRUE), h = steps, level = levels)
  ))
  for (method in names(calls)) {
    fit <- suppressWarnings(calls[[method]]())
    model <- fit$model
    parameter <- function(key) if (key %in% names(model$par)) model$par[[key]] else NA
    state <- function(key) if (key %in% names(model$initstate)) model$initstate[[key]] else NA
    record_all(name, method, 0, list(
      fallback = as.numeric(is.null(model$loglik)),
      alpha = parameter("alpha"), beta = parameter("beta"), phi = parameter("phi"),
      initial_level = state("l"), initial_slope = state("b"),
      sse = sum(residuals(model)^2),
      sigma2 = model$sigma2,          # SSE / (n - length(par)); initial states count, the variance does not
      log_likelihood = model$loglik,  # -n/2 log(SSE): without the constants of the normal density
      aic = model$aic, aicc = model$aicc, bic = model$bic
    ))
    record_forecast(name, method, fit$mean, fit$lower, fit$upper)
  }
}

# The same models at the true minimum. e(t) = y(t) - l - phi b; l += phi b + alpha e; b = phi b + beta e.
# theta = (alpha, beta, phi, l, b) without what the model lacks.
smoothing_errors <- function(theta, y, kind) {
  alpha <- theta[1]
  beta <- if (kind == "ann") 0 else theta[2]
  phi <- if (kind == "aadn") theta[3] else 1
  l <- theta[c(ann = 2, aan = 3, aadn = 4)[[kind]]]
  b <- if (kind == "ann") 0 else theta[length(theta)]
  e <- y * 0 * alpha # complex when theta is
  for (t in seq_along(y)) {
    e[t] <- y[t] - l - phi * b
    l <- l + phi * b + alpha * e[t]
    b <- phi * b + beta * e[t]
  }
  list(e = e, l = l, b = b, alpha = alpha, beta = beta, phi = phi)
}
exact <- function(name, y) for (kind in c("ann", "aan", "aadn")) {
  method <- paste0("ets_", kind, "_exact")
  k <- c(ann = 1, aan = 2, aadn = 3)[[kind]] # smoothing parameters
  states <- if (kind == "ann") 1 else 2
  if (name == "line") {
    record(name, method, 0, "sse", NA)
    next
  }
  # u in [0, 1]^k maps onto alpha in [1e-4, 0.9999], beta in [1e-4, alpha], phi in [0.8, 0.98].
  parameters <- function(u) {
    alpha <- 1e-4 + u[1] * 0.9998
    c(alpha, if (k > 1) 1e-4 + u[2] * (alpha - 1e-4), if (k > 2) 0.8 + u[3] * 0.18)
  }
  solve_states <- function(p) { # errors are linear in the initial states
    e0 <- smoothing_errors(c(p, rep(0, states)), y, kind)$e
    D <- sapply(seq_len(states), function(j) e0 - smoothing_errors(c(p, as.numeric(seq_len(states) == j)), y, kind)$e)
    qr.solve(qr(D, LAPACK = TRUE), e0)
  }
  profile <- function(u) {
    p <- parameters(u)
    sum(smoothing_errors(c(p, solve_states(p)), y, kind)$e^2)
  }
  grid <- as.matrix(expand.grid(rep(list(c(0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1)), k)))
  starts <- grid[order(apply(grid, 1, profile))[seq_len(min(nrow(grid), 24))], , drop = FALSE]
  runs <- apply(starts, 1, function(u) nlminb(u, profile, lower = 0, upper = 1,
    control = list(rel.tol = 1e-15, x.tol = 1e-12, eval.max = 4000, iter.max = 2000)), simplify = FALSE)
  u <- runs[[which.min(sapply(runs, `[[`, "objective"))]]$par
  # On a bound means there exactly; then Newton on the rest, with the gradient by complex steps.
  u[u < 1e-6] <- 0
  u[u > 1 - 1e-6] <- 1
  theta_of <- function(u, x) { # complex u passes through
    alpha <- 1e-4 + u[1] * 0.9998
    c(alpha, if (k > 1) 1e-4 + u[2] * (alpha - 1e-4), if (k > 2) 0.8 + u[3] * 0.18, x)
  }
  point <- c(u, solve_states(parameters(u)))
  free <- c(which(u > 0 & u < 1), k + seq_len(states))
  scale <- c(rep(1, k), pmax(1, abs(point[-seq_len(k)])))
  errors <- function(v) smoothing_errors(theta_of(v[seq_len(k)], v[-seq_len(k)]), y, kind)$e
  gradient <- function(v, which = free) {
    e <- errors(v)
    sapply(which, function(j) {
      w <- as.complex(v)
      w[j] <- w[j] + 1i * 1e-30
      2 * sum(e * Im(errors(w)) / 1e-30)
    })
  }
  for (iteration in 1:8) {
    hessian <- sapply(free, function(j) {
      step <- 1e-5 * scale[j]
      up <- down <- point
      up[j] <- up[j] + step
      down[j] <- down[j] - step
      (gradient(up) - gradient(down)) / (2 * step)
    })
    point[free] <- point[free] - solve(hessian, gradient(point), tol = 1e-30)
  }
  stopifnot(all(eigen((hessian + t(hessian)) / 2)$values > 0), point[seq_len(k)] >= 0, point[seq_len(k)] <= 1)
  bound <- setdiff(seq_len(k), free)
  if (length(bound)) { # the sum of squares must rise inwards
    stopifnot(gradient(point, bound) * ifelse(point[bound] == 0, 1, -1) >= 0)
  }
  theta <- theta_of(point[seq_len(k)], point[-seq_len(k)])
  end <- smoothing_errors(theta, y, kind)
  n <- length(y)
  sse <- sum(end$e^2)
  stopifnot(sse <= min(sapply(runs, `[[`, "objective")) * (1 + 1e-9))
  np <- length(theta)
  sigma2 <- sse / (n - np)
  loglik <- -n / 2 * log(sse)
  aic <- -2 * loglik + 2 * (np + 1)
  record_all(name, method, 0, list(
    alpha = end$alpha, beta = if (k > 1) end$beta else NA, phi = if (k > 2) end$phi else NA,
    initial_level = theta[k + 1], initial_slope = if (k > 1) theta[k + 2] else NA,
    sse = sse, sigma2 = sigma2, log_likelihood = loglik, aic = aic,
    aicc = if (n > np + 2) aic + 2 * (np + 1) * (np + 2) / (n - np - 2) else NA,
    bic = -2 * loglik + log(n) * (np + 1)
  ))
  # variance(h) = sigma2 (1 + sum over j < h of c(j)^2), c(j) = alpha + beta (phi + ... + phi^j)
  h <- seq_len(steps)
  sums <- cumsum(end$phi^h)
  variance <- sigma2 * (1 + c(0, cumsum((end$alpha + end$beta * sums[-steps])^2)))
  mean <- end$l + end$b * sums
  half <- sqrt(variance) %o% qnorm(0.5 + levels / 200)
  record_forecast(name, method, mean, mean - half, mean + half)
}

# Rolling origin, one step ahead, origins after 3, 4, ... n - 1 observations. sMAPE: mean of
# 200 |y - f| / (|y| + |f|). MASE: mean of |y - f| / (mean absolute first difference up to the origin).
accuracy_measures <- function(name, y) {
  origins <- 3:(length(y) - 1)
  predictors <- list(
    rolling_naive = function(k) y[k],
    rolling_drift = function(k) y[k] + (y[k] - y[1]) / (k - 1)
  )
  for (method in names(predictors)) {
    f <- sapply(origins, predictors[[method]])
    truth <- y[origins + 1]
    e <- truth - f
    scale <- sapply(origins, function(k) mean(abs(diff(y[1:k]))))
    for (i in seq_along(origins)) record(name, method, 1, paste0("point_after_", origins[i]), f[i])
    record_all(name, method, 1, list(
      count = length(e), mae = mean(abs(e)), rmse = sqrt(mean(e^2)),
      smape = mean(200 * abs(e) / (abs(truth) + abs(f))), mase = mean(abs(e) / scale)
    ))
  }
}

for (name in names(series)) {
  y <- series[[name]]
  suppressWarnings(benchmarks(name, y)) # "essentially perfect fit"
  suppressWarnings(trends(name, y))
  smoothing(name, y)
  exact(name, y)
}
for (name in c("home", "gdp12")) accuracy_measures(name, series[[name]])

writeLines(c("series,method,horizon,quantity,value", rows), "forecast.csv")
writeLines(c("year,flow", paste(as.integer(time(Nile)), as.integer(Nile), sep = ",")), "nile.csv")
cat(length(rows), "rows;", R.version.string, "; forecast", as.character(packageVersion("forecast")), "\n")
