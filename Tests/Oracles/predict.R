# Reference numbers for predictions. Run in this folder, after model_matrix.R: Rscript predict.R
# Reads model_matrix_data.csv; writes predict_new.csv (new rows, made up here) and predict.csv:
# model,row,quantity,value; rows count from 1. Least squares: fit, se, both intervals of `predict.lm`. Robust: se by
# x'Vx with V of sandwich. glm: fit and se of the response; the interval is that of the link, mapped, with the normal
# quantile (t where the family has a dispersion). survreg: fit and se of the linear predictor.
library(survival)
library(sandwich)
invisible(Sys.setlocale("LC_COLLATE", "C"))
data <- read.csv("model_matrix_data.csv", na.strings = "")
data$count <- round(abs(data$y) * 3)
data$yes <- as.integer(data$z > 0.5)
new <- data.frame(
  x = c(1, 6, 11.5, 20), z = c(-3.1, 0, 2.25, 4), w = c(40, 101.5, 180, 271),
  region = c("EU", "CIS", "ASEAN", "EU"), good = c("oil", "metals", "cereals", "oil"), year = c(2015, 2018, 2019, 2019)
)
write.table(new, "predict_new.csv", sep = ",", quote = FALSE, row.names = FALSE)

rows <- character()
record <- function(model, quantity, values) {
  rows <<- c(rows, sprintf("\"%s\",%d,%s,%.17g", model, seq_along(values), quantity, values))
}
linear <- list(
  list("y ~ x + z"), list("y ~ region"), list("y ~ region * x"), list("y ~ x + region:x"), list("y ~ poly(x, 3)"),
  list("y ~ poly(log(w), 2) + region"), list("log(w) ~ x + x^2 + good", "log(w) ~ x + I(x^2) + good"),
  list("y ~ 0 + x + dummy(year)", "y ~ 0 + x + factor(year)"), list("y ~ x + offset(z)"), list("y ~ poly(x, 2):region"),
  list("y ~ 1")
)
for (case in linear) {
  fit <- lm(as.formula(case[[length(case)]]), data)
  mean <- predict(fit, new, se.fit = TRUE, interval = "confidence", level = 0.9)
  value <- suppressWarnings(predict(fit, new, interval = "prediction", level = 0.9))
  record(case[[1]], "fit", mean$fit[, "fit"])
  record(case[[1]], "se", mean$se.fit)
  record(case[[1]], "mean_lower", mean$fit[, "lwr"])
  record(case[[1]], "mean_upper", mean$fit[, "upr"])
  record(case[[1]], "lower", value[, "lwr"])
  record(case[[1]], "upper", value[, "upr"])
}

fit <- lm(y ~ x + region, data)
x <- model.matrix(delete.response(terms(fit)), new, xlev = fit$xlevels)
covariances <- list(
  hc0 = vcovHC(fit, "HC0"), hc1 = vcovHC(fit, "HC1"), hc2 = vcovHC(fit, "HC2"), hc3 = vcovHC(fit, "HC3"),
  hac = NeweyWest(fit, lag = 2, prewhite = FALSE), cluster = vcovCL(fit, ~good)
)
for (kind in names(covariances)) {
  record(kind, "se", sqrt(rowSums((x %*% covariances[[kind]]) * x)))
}

# glm stops where the deviance no longer changes, which is at half the digits; each further call is one more step.
converged <- function(formula, family) {
  fit <- glm(formula, family, data)
  for (step in 1:30) fit <- glm(formula, family, data, start = coef(fit))
  fit
}
general <- list(
  list("poisson", converged(count ~ x + region, poisson)), list("gamma", converged(w ~ z + poly(x, 2), Gamma(link = "log"))),
  list("logit", converged(yes ~ x, binomial)), list("gaussian", converged(y ~ x + region, gaussian))
)
for (case in general) {
  fit <- case[[2]]
  response <- predict(fit, new, type = "response", se.fit = TRUE)
  link <- predict(fit, new, se.fit = TRUE)
  q <- if (case[[1]] %in% c("gamma", "gaussian")) qt(0.95, fit$df.residual) else qnorm(0.95)
  record(case[[1]], "fit", response$fit)
  record(case[[1]], "se", response$se.fit)
  record(case[[1]], "mean_lower", fit$family$linkinv(link$fit - q * link$se.fit))
  record(case[[1]], "mean_upper", fit$family$linkinv(link$fit + q * link$se.fit))
}

# Rows 3, 9, 15, 21 are known as more than, rows 5 and 11 as less than their value, row 8 between it and it plus 20.
at <- data$w
lower <- at
upper <- at
upper[c(3, 9, 15, 21)] <- NA
lower[c(5, 11)] <- NA
upper[8] <- upper[8] + 20
control <- survreg.control(rel.tolerance = 1e-13, maxiter = 200)
for (distribution in c("gaussian", "lognormal")) {
  fit <- survreg(Surv(lower, upper, type = "interval2") ~ x + region, data, dist = distribution, control = control)
  p <- predict(fit, new, type = "lp", se.fit = TRUE)
  record(paste("censored", distribution), "fit", p$fit)
  record(paste("censored", distribution), "se", p$se.fit)
}
writeLines(c("model,row,quantity,value", rows), "predict.csv")
cat(length(rows), "values;", R.version.string, "\n")
