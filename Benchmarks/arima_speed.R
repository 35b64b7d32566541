# Fits forecast::auto.arima to every series of a file with columns series_id, t and value, and prints the user
# and the wall seconds that the fits and their forecasts took.
# usage: Rscript arima_speed.R FILE SEASON HORIZON EVERY
suppressMessages(library(forecast))
arguments <- commandArgs(TRUE)
data <- read.csv(arguments[1])
season <- as.integer(arguments[2])
horizon <- as.integer(arguments[3])
ids <- unique(data$series_id)
ids <- ids[seq(1, length(ids), by = as.integer(arguments[4]))]
series <- lapply(ids, function(id) ts(data$value[data$series_id == id], frequency = season))
time <- system.time(for (y in series) forecast(auto.arima(y), h = horizon, level = c(80, 95)))
cat(time[["user.self"]], time[["elapsed"]], "\n")
