# Reference numbers for diagnostics and robust covariances. Run in this folder: Rscript diagnostics.R
# Writes diagnostics.csv (model,term,quantity,value) and diagnostics_data.csv (cylinders and gears of mtcars).
# On Debian: apt-get install r-cran-lmtest r-cran-sandwich r-cran-car r-cran-tseries r-cran-strucchange
# White's test, RESET and the robust covariances take the regressors and fitted values from their means: the columns span the same, and
# with them as they are R loses digits or drops columns (its tolerance is 1e-7).
suppressPackageStartupMessages({
  library(lmtest); library(sandwich); library(car); library(tseries); library(strucchange)
})
nile <- data.frame(year = 1871:1970, flow = as.numeric(Nile))
models <- list(
  longley = list(fit = lm(Employed ~ Year + GNP, longley), x = longley[c("Year", "GNP")], at = 1955),
  mtcars = list(fit = lm(mpg ~ wt + hp, mtcars), x = mtcars[c("wt", "hp")], at = 3),
  cars = list(fit = lm(dist ~ speed, cars), x = cars["speed"], at = 15),
  nile = list(fit = lm(flow ~ year, nile), x = nile["year"], at = 1899)
)

rows <- character()
record <- function(model, term, quantity, value) {
  text <- if (is.finite(value)) sprintf("%.17g", value) else "NA"
  rows[[length(rows) + 1]] <<- paste(model, term, quantity, text, sep = ",")
}
record_test <- function(model, name, statistic, p) {
  record(model, name, "statistic", statistic)
  record(model, name, "p", p)
}
# A covariance of two ways may have a negative variance, whose root is NA here.
record_errors <- function(model, quantity, covariance) {
  terms <- sub("(Intercept)", "intercept", rownames(covariance), fixed = TRUE)
  for (i in seq_along(terms)) record(model, terms[i], quantity, suppressWarnings(sqrt(covariance[i, i])))
}
# F of the smaller of two nested models.
f_test <- function(small, large) {
  q <- small$df.residual - large$df.residual
  f <- (sum(small$residuals^2) - sum(large$residuals^2)) / q / (sum(large$residuals^2) / large$df.residual)
  c(f, pf(f, q, large$df.residual, lower.tail = FALSE), q, large$df.residual)
}

for (name in names(models)) {
  fit <- models[[name]]$fit
  x <- models[[name]]$x
  at <- models[[name]]$at
  e <- residuals(fit)
  n <- length(e)
  k <- length(coef(fit))

  record(name, "Durbin-Watson", "statistic", unname(dwtest(fit)$statistic))
  bp <- bptest(fit)
  record_test(name, "Breusch-Pagan", bp$statistic, bp$p.value)
  z <- scale(x, scale = FALSE)
  products <- do.call(cbind, lapply(seq_len(ncol(z)), function(i) z[, i:ncol(z), drop = FALSE] * z[, i]))
  second <- data.frame(z, products)
  white <- bptest(fit, varformula = reformulate(names(second)), data = second)
  record_test(name, "White", white$statistic, white$p.value)
  record(name, "White", "df", white$parameter)
  bg <- bgtest(fit, order = 1)
  record_test(name, "Breusch-Godfrey", bg$statistic, bg$p.value)
  lags <- max(1, min(10, n %/% 5))
  lb <- Box.test(e, lag = lags, type = "Ljung-Box")
  record_test(name, "Ljung-Box", lb$statistic, lb$p.value)
  record(name, "Ljung-Box", "df", lags)
  jb <- jarque.bera.test(e)
  record_test(name, "Jarque-Bera", jb$statistic, jb$p.value)

  y <- fitted(fit) - mean(fitted(fit))
  reset <- f_test(fit, update(fit, . ~ . + I(y^2) + I(y^3)))
  stopifnot(abs(reset[1] / resettest(fit, power = 2:3)$statistic - 1) < 1e-6)
  record_test(name, "RESET", reset[1], reset[2])
  record(name, "RESET", "df", reset[4])

  later <- x[[1]] >= at
  chow <- f_test(fit, lm(fit$model[[1]] ~ as.matrix(x) * later))
  record_test(name, "Chow", chow[1], chow[2])
  record(name, "Chow", "df", chow[4])
  if (!is.unsorted(x[[1]])) {  # sctest of strucchange takes the number of rows before the break
    other <- sctest(formula(fit), data = eval(fit$call$data), type = "Chow", point = sum(!later))
    stopifnot(abs(chow[1] / other$statistic - 1) < 1e-6)
  }

  # For the same reason from regressors less their means, and then those of the terms as they are: T V T'.
  z <- data.frame(z, response = fit$model[[1]])
  centred <- lm(response ~ ., z)
  back <- diag(k)
  back[1, -1] <- -colMeans(x)
  from_centred <- function(covariance) {
    covariance <- back %*% covariance %*% t(back)
    dimnames(covariance) <- list(names(coef(fit)), names(coef(fit)))
    covariance
  }
  covariances <- lapply(list(classical = vcov(centred), hc0 = vcovHC(centred, "HC0"), hc1 = vcovHC(centred, "HC1"),
    hc2 = vcovHC(centred, "HC2"), hc3 = vcovHC(centred, "HC3"),
    newey_west_2 = NeweyWest(centred, lag = 2, prewhite = FALSE, adjust = FALSE)), from_centred)
  stopifnot(max(abs(sqrt(diag(covariances$hc1)) / sqrt(diag(vcovHC(fit, "HC1"))) - 1)) < 1e-6)
  for (quantity in names(covariances)) record_errors(name, quantity, covariances[[quantity]])
  for (i in seq_len(n)) {
    record(name, i, "leverage", hatvalues(fit)[i])
    record(name, i, "cook", cooks.distance(fit)[i])
    record(name, i, "studentised", rstudent(fit)[i])
  }
  if (ncol(x) > 1) for (term in names(x)) record(name, term, "vif", vif(fit)[term])
  # All slopes zero: F of the analysis of variance, and Wald's with the covariance hc1.
  slopes <- paste(names(x), "= 0")
  joint <- linearHypothesis(fit, slopes)
  record(name, "model", "joint_f", joint$F[2])
  record(name, "model", "joint_p", joint$"Pr(>F)"[2])
  record(name, "model", "joint_f_hc1", linearHypothesis(fit, slopes, vcov. = covariances$hc1)$F[2])
  record(name, "model", "log_likelihood", logLik(fit))
  record(name, "model", "aic", AIC(fit))
  record(name, "model", "bic", BIC(fit))
}

# Clusters. Of the package: G/(G − 1) and, for HC1, (n − 1)/(n − k) with every covariance; multi0 = FALSE keeps the
# crossing of the factors as a cluster of its own, cadjust = TRUE gives each of the three its own G/(G − 1).
fit <- models$mtcars$fit
record_errors("mtcars", "cluster_cyl", vcovCL(fit, ~ cyl, type = "HC1"))
record_errors("mtcars", "cluster_cyl_hc0", vcovCL(fit, ~ cyl, type = "HC0", cadjust = FALSE))
record_errors("mtcars", "cluster_cyl_gear", vcovCL(fit, ~ cyl + gear, type = "HC1", multi0 = FALSE, cadjust = TRUE))
record_errors("mtcars", "cluster_cyl_carb", vcovCL(fit, ~ cyl + carb, type = "HC1", multi0 = FALSE, cadjust = TRUE))
# The same with one factor for all, of the factor with fewest clusters: fixest and pyfixest as they come.
bread <- solve(crossprod(model.matrix(fit)))
scores <- model.matrix(fit) * residuals(fit)
meat <- function(group) crossprod(rowsum(scores, group))
n <- nrow(scores)
k <- ncol(scores)
for (other in c("gear", "carb")) {
  groups <- list(mtcars$cyl, mtcars[[other]], interaction(mtcars$cyl, mtcars[[other]], drop = TRUE))
  g <- min(length(unique(groups[[1]])), length(unique(groups[[2]])))
  m <- meat(groups[[1]]) + meat(groups[[2]]) - meat(groups[[3]])
  record_errors("mtcars", paste0("cluster_cyl_", other, "_fewest"), bread %*% m %*% bread * g / (g - 1) * (n - 1) / (n - k))
}
writeLines(c("model,term,quantity,value", rows), "diagnostics.csv")
write.table(mtcars[c("mpg", "wt", "hp", "cyl", "gear", "carb")], "diagnostics_data.csv", sep = ",", quote = FALSE,
  row.names = FALSE)
cat(length(rows), "rows;", R.version.string, "\n")
