# Reference numbers for censored regression. Run in this folder: Rscript censored.R
# Writes censored.csv (model,term,quantity,value) and censored_data.csv (data,lower,upper,x1,x2,x3), by survreg of survival.
# data: home_six, home_ten (NUMERICS of the home case: turnover on year - 2013; 2018 is a lower bound, 2024 an interval),
# tobin (Tobin 1958, from survival: durable goods on age and liquidity, left-censored at 0), ovarian (from survival: days to death
# on age, residual disease and treatment, right-censored), mixed (made up by the recurrence below: observed, left, right and
# interval rows, narrow and wide, three columns of very different size).
# lower = -Inf: less than upper; upper = Inf: more than lower. The control lets survreg run to a relative 1e-13 of the likelihood;
# censored.py gives the digits beyond.
# The covariance rows are "a:b" with the terms of survreg, Log(scale) among them. log_likelihood: as survreg prints it, on the scale
# of the response.
library(survival)

control <- survreg.control(rel.tolerance = 1e-13, iter.max = 200, toler.chol = 1e-14)

# A small linear congruence generator, so that the data do not depend on R's.
state <- 12345
uniform <- function() {
  state <<- (state * 16807) %% 2147483647
  state / 2147483647
}
mixed <- data.frame(lower = numeric(), upper = numeric(), x1 = numeric(), x2 = numeric(), x3 = numeric())
for (i in 1:60) {
  x1 <- 2000 + floor(25 * uniform())
  x2 <- 1e-6 * (1 + uniform())
  x3 <- as.numeric(uniform() < 0.4)
  y <- round(exp(0.08 * (x1 - 2012) + 4e5 * (x2 - 1e-6) + 0.5 * x3 + 0.35 * qnorm(uniform()) + 3), 4)
  bounds <- switch(i %% 6 + 1, c(y, y), c(y, y), c(floor(y * 0.7), Inf), c(-Inf, ceiling(y * 1.4)),
    c(floor(y / 10) * 10 + 0.5, ceiling(y / 10) * 10 + 0.5), c(y * (1 - 1e-4), y * (1 + 1e-4)))
  mixed[i, ] <- c(bounds, x1, x2, x3)
}

exactly <- function(y, event, left = FALSE) {
  data.frame(lower = ifelse(event, y, if (left) -Inf else y), upper = ifelse(event, y, if (left) y else Inf))
}
tobin_data <- survival::tobin
six <- c(233.2, 271.9, 205.8, 392.5, 542.7, 500)
data <- list(
  home_six = cbind(exactly(six, 1:6 != 6), x1 = 0:5, x2 = NA, x3 = NA),
  home_ten = data.frame(lower = c(six, 387.6, 528.3, 979.2, 800), upper = c(six[1:5], Inf, 387.6, 528.3, 979.2, 1000),
    x1 = c(0:6, 9, 10, 11), x2 = NA, x3 = NA),
  tobin = cbind(exactly(tobin_data$durable, tobin_data$durable > 0, left = TRUE),
    x1 = tobin_data$age, x2 = tobin_data$quant, x3 = NA),
  ovarian = cbind(exactly(ovarian$futime, ovarian$fustat == 1), x1 = ovarian$age, x2 = ovarian$resid.ds, x3 = ovarian$rx),
  mixed = mixed
)

rows <- character()
record <- function(model, term, quantity, value) {
  rows[[length(rows) + 1]] <<- paste(model, term, quantity, sprintf("%.17g", value), sep = ",")
}
for (name in names(data)) for (distribution in c("gaussian", "lognormal")) {
  if (name == "tobin" && distribution == "lognormal") next
  d <- data[[name]]
  # survreg wants NA for an open end.
  d$lower[is.infinite(d$lower)] <- NA
  d$upper[is.infinite(d$upper)] <- NA
  columns <- Filter(function(x) !anyNA(d[[x]]), c("x1", "x2", "x3"))
  formula <- as.formula(paste("Surv(lower, upper, type = 'interval2') ~", paste(columns, collapse = " + ")))
  fit <- survreg(formula, d, dist = distribution, control = control)
  label <- paste(name, if (distribution == "gaussian") "gaussian" else "log-normal")
  terms <- c(names(fit$coefficients), "Log(scale)")
  for (i in seq_along(fit$coefficients)) record(label, terms[i], "estimate", fit$coefficients[[i]])
  record(label, "model", "scale", fit$scale)
  record(label, "model", "log_likelihood", fit$loglik[2])
  for (i in seq_along(terms)) {
    record(label, terms[i], "std_error", sqrt(fit$var[i, i]))
    for (j in seq_len(i)) record(label, paste(terms[i], terms[j], sep = ":"), "covariance", fit$var[i, j])
  }
}
writeLines(c("model,term,quantity,value", rows), "censored.csv")

text <- function(x) ifelse(is.na(x), "", ifelse(is.infinite(x), ifelse(x > 0, "inf", "-inf"), sprintf("%.17g", x)))
lines <- unlist(lapply(names(data), function(name) {
  d <- data[[name]]
  paste(name, text(d$lower), text(d$upper), text(d$x1), text(d$x2), text(d$x3), sep = ",")
}))
writeLines(c("data,lower,upper,x1,x2,x3", lines), "censored_data.csv")
cat(length(rows), "rows;", R.version.string, "; survival", as.character(packageVersion("survival")), "\n")
