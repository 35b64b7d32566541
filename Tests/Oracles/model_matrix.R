# Reference columns for formulas. Run in this folder: Rscript model_matrix.R
# Writes the data model_matrix_data.csv (made up here, by formulas) and model_matrix.csv:
# formula (ours),name (ours),rows (used, from 1),values. R's names regionEU are printed as region[EU].
# R keeps the base of a factor in the factor itself, so a case may bring data with another order of levels. Levels are
# sorted by the C locale, as ours are.
invisible(Sys.setlocale("LC_COLLATE", "C"))
n <- 24
i <- seq_len(n)
data <- data.frame(
  y = round(10 + 3 * sin(i) + i / 7, 3),
  x = (i * 7) %% 11 + 1,
  z = round(cos(i * 1.3) * 4, 2),
  w = round(exp(sin(i * 0.7)) * 100, 1),
  year = 2015 + (i - 1) %% 5,
  region = c("EU", "ASEAN", "CIS", "EU", "CIS", "ASEAN", "CIS")[(i - 1) %% 7 + 1],
  good = c("metals", "cereals", "oil")[(i * i + i %/% 4) %% 3 + 1]
)
data$part <- data$x
data$part[c(4, 17)] <- NA
data$place <- data$region
data$place[c(9, 20)] <- NA
write.table(data, "model_matrix_data.csv", sep = ",", quote = FALSE, row.names = FALSE, na = "")

lagged <- function(x, k = 1) c(rep(NA, k), head(x, -k))
change <- function(x, k = 1) x - lagged(x, k)
dummy <- factor
based <- function(column, level) {
  data[[column]] <- relevel(factor(data[[column]]), ref = level)
  data
}

# Ours, R's, and R's data where they differ.
cases <- list(
  list("y ~ x + z"), list("y ~ 0 + x"), list("y ~ x - 1"), list("y ~ 1"),
  list("y ~ log(w) + sqrt(w) + exp(z)"), list("y ~ log(w + 1) + I(year - 2013)"),
  list("y ~ I(x / w - 2 * z) + log(-(z - 5))"),
  list("y ~ x + x^2 + I(x - 3)^4", "y ~ x + I(x^2) + I((x - 3)^4)"),
  list("y ~ lag(x, 1) + lag(z, 3)", "y ~ lagged(x, 1) + lagged(z, 3)"),
  list("y ~ diff(x) + diff(z, 2)", "y ~ change(x, 1) + change(z, 2)"),
  list("y ~ diff(log(w)) + lag(diff(z), 2)", "y ~ change(log(w)) + lagged(change(z), 2)"),
  list("y ~ poly(x, 1)"), list("y ~ poly(w, 3)"), list("y ~ poly(year, 4)"), list("y ~ 0 + poly(z, 5)"),
  list("y ~ poly(log(w), 2)"),
  list("y ~ region"), list("y ~ 0 + region"), list("y ~ region + good"), list("y ~ 0 + region + good"),
  list("y ~ dummy(year)"), list("y ~ 0 + x + dummy(year) + region"),
  list("y ~ dummy(region, base = \"EU\")", "y ~ region", based("region", "EU")),
  list("y ~ dummy(region, base = \"CIS\") * x", "y ~ region * x", based("region", "CIS")),
  list("y ~ x:z"), list("y ~ x * z"), list("y ~ x * z * w"), list("y ~ x * z + x * w"),
  list("y ~ x + x:region"), list("y ~ region:x"), list("y ~ region + region:x"), list("y ~ x * region"),
  list("y ~ 0 + x * region"), list("y ~ 0 + region:x"), list("y ~ x + z + x:region + z:region"),
  list("y ~ region * good"), list("y ~ region:good"), list("y ~ 0 + region:good"), list("y ~ good + good:region"),
  list("y ~ region + region:good + x"), list("y ~ region * good * x"), list("y ~ region:good:x"),
  list("y ~ good:region + region"), list("y ~ poly(x, 2):region"), list("y ~ poly(x, 2):poly(z, 2)"),
  list("y ~ region * poly(x, 2)"), list("y ~ x^2:region", "y ~ I(x^2):region"), list("y ~ x:z:w"),
  list("y ~ part"), list("y ~ place"), list("y ~ part * place"), list("log(part) ~ lag(part, 1) + place",
    "log(part) ~ lagged(part, 1) + place")
)

# What R prints and what we print.
spelling <- list(c("(Intercept)", "(intercept)"), c("lagged", "lag"), c("change(x, 1)", "diff(x)"), c("change", "diff"),
  c("x/w", "x / w"), c("I(x^2)", "x^2"), c("I((x - 3)^4)", "I(x - 3)^4"), c("dummy(year)", "year"))

renamed <- function(name, frame) {
  for (column in names(frame)) {
    if (is.character(frame[[column]]) || is.factor(frame[[column]])) {
      for (level in sort(unique(as.character(frame[[column]])))) {
        name <- gsub(paste0("(^|:)", gsub("([().])", "\\\\\\1", column), level, "(:|$)"),
          paste0("\\1", column, "[", level, "]\\2"), name)
      }
    }
  }
  for (pair in spelling) name <- gsub(pair[1], pair[2], name, fixed = TRUE)
  name
}
rows <- character()
for (case in cases) {
  frame_data <- if (length(case) > 2) case[[3]] else data
  formula <- as.formula(if (length(case) > 1) case[[2]] else case[[1]])
  # R refuses poly() of columns with missing values; none of those used here has any.
  frame <- model.frame(formula, frame_data, na.action = na.omit)
  matrix <- model.matrix(formula, frame)
  used <- paste(rownames(matrix), collapse = " ")
  for (column in seq_len(ncol(matrix))) {
    name <- renamed(colnames(matrix)[column], frame)
    rows <- c(rows, sprintf("\"%s\",\"%s\",%s,%s", gsub("\"", "\"\"", case[[1]]), name, used,
      paste(sprintf("%.17g", matrix[, column]), collapse = " ")))
  }
}
writeLines(c("formula,name,rows,values", rows), "model_matrix.csv")
cat(length(rows), "columns;", R.version.string, "\n")
