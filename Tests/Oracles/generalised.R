# Reference numbers for generalised linear models. Run in this folder: Rscript generalised.R
# Writes generalised.csv (model,term,quantity,value) and the data quine.csv (MASS::quine with an offset and weights made up
# by rule). Every model is days ~ male + slow + dummies of age + dummies of ethnicity, by glm; the gamma model takes days + 1,
# the logit model days > 10. Robust covariances are formed here by their definitions from the expected information and the
# scores of the whole model, without small-sample factors unless the name says so.
library(MASS)

rows <- seq_len(nrow(quine))
data <- data.frame(days = quine$Days, male = as.numeric(quine$Sex == "M"), slow = as.numeric(quine$Lrn == "SL"),
  age = quine$Age, ethnicity = quine$Eth, offset = (rows %% 7) / 10, weight = 1 + rows %% 3)
write.table(data, "quine.csv", sep = ",", quote = FALSE, row.names = FALSE)
data$more <- data$days + 1
data$long <- as.numeric(data$days > 10)

tight <- glm.control(epsilon = 1e-14, maxit = 200)
right <- "male + slow + age + ethnicity"
# glm stops by the deviance, which leaves half of the digits of the coefficients: fit again from where it stopped.
make <- function(left, family, ...) {
  arguments <- list(as.formula(paste(left, "~", right)), family, data, control = tight, ...)
  fit <- do.call(glm, arguments)
  for (i in 1:40) fit <- suppressWarnings(do.call(glm, c(arguments, list(start = coef(fit)))))
  fit
}
# glm.nb likewise; theta and its standard error from theta.ml at the final means, because glm.nb stops early there.
make_negative_binomial <- function(left) {
  formula <- as.formula(paste(left, "~", right))
  theta <- 1
  start <- NULL
  for (i in 1:60) {
    fit <- suppressWarnings(glm(formula, negative.binomial(theta), data, control = tight, start = start))
    start <- coef(fit)
    found <- theta.ml(data[[left]], fitted(fit), limit = 200, eps = 1e-13)
    theta <- as.numeric(found)
  }
  list(theta = theta, SE = attr(found, "SE"), glm = fit)
}
negative <- make_negative_binomial("days")
models <- list(
  gaussian = make("days", gaussian()),
  poisson = make("days", poisson()),
  gamma = make("more", Gamma("log")),
  logit = make("long", binomial()),
  negative_binomial = negative$glm,
  poisson_offset_weights = make("days", poisson(), offset = data$offset, weights = data$weight),
  gamma_weights = make("more", Gamma("log"), weights = data$weight),
  logit_weights = make("long", binomial(), weights = data$weight)
)

lines <- character()
record <- function(model, term, quantity, value) {
  lines[[length(lines) + 1]] <<- paste(model, term, quantity, sprintf("%.17g", value), sep = ",")
}
for (name in names(models)) {
  fit <- models[[name]]
  x <- model.matrix(fit)
  n <- nrow(x)
  k <- ncol(x)
  w <- fit$weights
  bread <- solve(crossprod(x * sqrt(w)))
  scores <- x * w * fit$residuals
  h <- rowSums((x * w) %*% bread * x)
  newey <- crossprod(scores)
  for (l in 1:2) {
    g <- crossprod(scores[(l + 1):n, ], scores[1:(n - l), ])
    newey <- newey + (1 - l / 3) * (g + t(g))
  }
  cluster <- function(groups) crossprod(rowsum(scores, groups))
  both <- paste(data$age, data$male)
  variance <- list(
    classical = if (name == "negative_binomial") bread else vcov(fit),
    hc0 = bread %*% crossprod(scores) %*% bread,
    hc1 = bread %*% crossprod(scores) %*% bread * n / (n - k),
    hc2 = bread %*% crossprod(scores / sqrt(1 - h)) %*% bread,
    hc3 = bread %*% crossprod(scores / (1 - h)) %*% bread,
    newey_west_2 = bread %*% newey %*% bread,
    cluster_age_ethnicity = bread %*% cluster(paste(data$age, data$ethnicity)) %*% bread,
    cluster_age_and_male = bread %*% (cluster(data$age) + cluster(data$male) - cluster(both)) %*% bread
  )
  for (term in c("male", "slow")) {
    record(name, term, "estimate", coef(fit)[[term]])
    for (kind in names(variance)) record(name, term, kind, sqrt(variance[[kind]][term, term]))
  }
  record(name, "model", "deviance", fit$deviance)
  record(name, "model", "null_deviance", fit$null.deviance)
  if (name == "negative_binomial") {
    record(name, "model", "log_likelihood", sum(dnbinom(data$days, negative$theta, mu = fitted(fit), log = TRUE)))
    record(name, "model", "theta", negative$theta)
    record(name, "model", "theta_std_error", negative$SE)
  } else {
    record(name, "model", "log_likelihood", as.numeric(logLik(fit)))
  }
}
writeLines(c("model,term,quantity,value", lines), "generalised.csv")
cat(length(lines), "rows;", R.version.string, "; MASS", as.character(packageVersion("MASS")), "\n")
