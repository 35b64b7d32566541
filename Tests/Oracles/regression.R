# Reference numbers for least squares. Run in this folder: Rscript regression.R
# Writes regression.csv (model,term,quantity,value) and the data longley.csv, mtcars.csv, cars.csv (shipped with R).
# Values that belong to the whole model carry the term `model`. For the model without intercept R takes
# r_squared and f about zero, not about the mean. f and its df_model count the terms without the intercept.
home <- data.frame(year = 2013:2017, turnover = c(233.2, 271.9, 205.8, 392.5, 542.7))

models <- list(
  home_linear = lm(turnover ~ year, home),
  home_log = lm(log(turnover) ~ year, home),
  home_origin = lm(turnover ~ 0 + year, home),
  home_quadratic = lm(turnover ~ I(year - 2013) + I((year - 2013)^2), home),
  longley = lm(Employed ~ GNP.deflator + GNP + Unemployed + Armed.Forces + Population + Year, longley),
  mtcars = lm(mpg ~ wt + hp, mtcars),
  cars_quadratic = lm(dist ~ speed + I(speed^2), cars)
)

rows <- character()
record <- function(model, term, quantity, value) {
  rows[[length(rows) + 1]] <<- paste(model, term, quantity, sprintf("%.17g", value), sep = ",")
}
plain <- c("(Intercept)" = "intercept", "I(year - 2013)" = "year_offset", "I((year - 2013)^2)" = "year_offset_squared",
  "I(speed^2)" = "speed_squared")
for (name in names(models)) {
  fit <- models[[name]]
  s <- summary(fit)
  bounds <- confint(fit, level = 0.95)
  for (term in rownames(s$coefficients)) {
    label <- if (term %in% names(plain)) plain[[term]] else term
    values <- c(s$coefficients[term, ], bounds[term, ])
    quantities <- c("estimate", "std_error", "t", "p", "lower_95", "upper_95")
    for (i in seq_along(values)) record(name, label, quantities[i], values[i])
  }
  f <- s$fstatistic
  whole <- list(r_squared = s$r.squared, adj_r_squared = s$adj.r.squared, sigma = s$sigma, f = f[[1]],
    f_p = pf(f[[1]], f[[2]], f[[3]], lower.tail = FALSE), df_model = f[[2]], df = s$df[2])
  for (quantity in names(whole)) record(name, "model", quantity, whole[[quantity]])
}
writeLines(c("model,term,quantity,value", rows), "regression.csv")

write_data <- function(data, file) write.table(data, file, sep = ",", quote = FALSE, row.names = FALSE)
write_data(longley, "longley.csv")
write_data(data.frame(car = rownames(mtcars), mtcars[c("mpg", "wt", "hp")]), "mtcars.csv")
write_data(cars, "cars.csv")
cat(length(rows), "rows;", R.version.string, "\n")
