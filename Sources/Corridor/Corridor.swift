// The whole toolkit with one import.
@_exported import TradeDatasets
@_exported import TradeFlows
@_exported import TradeNumerics
@_exported import TradeReport
@_exported import TradeSeries
@_exported import TradeTables
