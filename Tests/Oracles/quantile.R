# Quantile regression by quantreg. Run in this folder: Rscript quantile.R
#
# Writes engel.csv (income, food: Belgian working-class households, data set of quantreg) and
# quantile.csv (fit,term,quantity,value). A fit is a probability, "weighted" where every row counts with 1 + (row mod 3), rows from 1.
# `loss` is the sum of w rho(e) at the solution, which the simplex method finds to rounding.
library(quantreg)
options(digits = 17)
data(engel)
engel <- data.frame(income = engel$income, food = engel$foodexp)
write.csv(format(engel, digits = 17, trim = TRUE), "engel.csv", row.names = FALSE, quote = FALSE)

out <- "fit,term,quantity,value"
add <- function(fit, term, quantity, value) {
  out <<- c(out, paste(fit, term, quantity, format(value, digits = 17), sep = ","))
}
for (weighted in c(FALSE, TRUE)) {
  w <- if (weighted) 1 + seq_len(nrow(engel)) %% 3 else rep(1, nrow(engel))
  for (p in c(0.025, 0.25, 0.5, 0.9, 0.975)) {
    fit <- rq(food ~ income, tau = p, data = engel, weights = w, method = "br")
    e <- engel$food - coef(fit)[1] - coef(fit)[2] * engel$income
    name <- paste0(p, if (weighted) " weighted" else "")
    add(name, "income", "estimate", coef(fit)[[2]])
    add(name, "(Intercept)", "estimate", coef(fit)[[1]])
    add(name, "model", "loss", sum(w * e * (p - (e < 0))))
  }
}
writeLines(out, "quantile.csv")
