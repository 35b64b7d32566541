# Reference numbers for exponential smoothing. Run in this folder, with the M3 series beside it or
# in the folder that is named: Rscript ets.R FOLDER
#
# Reads m3_yearly_train.csv, m3_quarterly_train.csv and m3_monthly_train.csv (series_id,t,value).
# Writes ets_data.csv (series,season,value), thirteen series of the M3 competition (Makridakis & Hibon,
# 2000), and ets.csv, a row for each series and form as ets() fits it, and one with the form ZZZ for its
# own choice. Cells that hold several numbers separate them by spaces: the initial state (level, trend,
# seasons as R orders them, the latest first), the means and the standard errors of eight steps.
# The log-likelihood is without constants, -(n log(sum e^2) + 2 sum log f) / 2.
suppressMessages(library(forecast))

folder <- commandArgs(TRUE)[1]
chosen <- list(
  yearly = c("N0001", "N0055", "N0337", "N0625"),
  quarterly = c("N0646", "N0781", "N1321", "N1346"),
  monthly = c("N1402", "N1882", "N2562", "N2602", "N2801")
)
seasons <- c(yearly = 1, quarterly = 4, monthly = 12)
forms <- list(
  yearly = c("ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN"),
  quarterly = c(
    "ANN", "AAN", "AAdN", "MAN", "ANA", "AAA", "AAdA", "MNA", "MAA", "MAdA", "MNM", "MAM", "MAdM"),
  monthly = c("AAN", "ANA", "AAA", "AAdA", "MNA", "MNM", "MAM", "MAdM")
)

text <- function(x) paste(sprintf("%.15g", as.numeric(x)), collapse = " ")
data <- "series,season,value"
rows <- "series,form,chosen,alpha,beta,gamma,phi,initial,loglik,aicc,means,errors"
for (set in names(chosen)) {
  all <- read.csv(file.path(folder, paste0("m3_", set, "_train.csv")))
  for (id in chosen[[set]]) {
    values <- all$value[all$series_id == id]
    data <- c(data, paste(id, seasons[[set]], sprintf("%.15g", values), sep = ","))
    y <- ts(values, frequency = seasons[[set]])
    for (form in c(forms[[set]], "ZZZ")) {
      fit <- suppressWarnings(
        if (form == "ZZZ") ets(y) else ets(y, sub("d", "", form), damped = grepl("d", form)))
      if (is.null(fit$loglik) || is.na(fit$loglik)) next
      parameter <- function(name) if (is.na(fit$par[name])) "" else text(fit$par[name])
      future <- forecast(fit, h = 8, level = 95)
      errors <- (future$upper - future$mean) / qnorm(0.975)
      name <- gsub("ETS|[(),]", "", fit$method)
      rows <- c(rows, paste(
        id, form, name, parameter("alpha"), parameter("beta"), parameter("gamma"), parameter("phi"),
        text(fit$initstate), text(fit$loglik), text(fit$aicc), text(future$mean), text(errors),
        sep = ","))
    }
  }
}
writeLines(data, "ets_data.csv")
writeLines(rows, "ets.csv")
