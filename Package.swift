// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// Targets stand lowest first; a target depends only on targets above it.
let package = Package(
  name: "corridor",
  products: [
    .library(name: "Corridor", targets: ["Corridor"]),
    .executable(name: "corridor", targets: ["CorridorCommand"]),
  ],
  targets: [
    .systemLibrary(
      name: "CLAPACK",
      pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    .systemLibrary(name: "CNLopt", pkgConfig: "nlopt", providers: [.apt(["libnlopt-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CArchive"),
    .target(name: "CXlsxWriter"),
    .target(name: "CByteMasks"),
    .target(name: "CDistributions"),
    .target(name: "CRefinement"),
    .target(name: "TradeTables", swiftSettings: strict),
    .target(
      name: "TradeNumerics",
      dependencies: ["TradeTables", "CLAPACK", "CNLopt", "CDistributions", "CRefinement"],
      swiftSettings: strict),
    .executableTarget(
      name: "embed-datasets", path: "Plugins/EmbedTool", swiftSettings: strict),
    .plugin(
      name: "EmbedDatasets", capability: .buildTool(), dependencies: ["embed-datasets"]),
    .target(
      name: "TradeSeries",
      dependencies: ["TradeNumerics", "TradeTables"],
      exclude: ["prior-general.csv", "prior-trade.csv"],
      swiftSettings: strict,
      plugins: ["EmbedDatasets"]),
    .target(
      name: "TradeFlows",
      dependencies: [
        "TradeSeries", "TradeNumerics", "TradeTables", "CArchive", "CByteMasks", "CZlib",
      ],
      exclude: ["Classifications/Data"],
      swiftSettings: strict,
      plugins: ["EmbedDatasets"]),
    .target(
      name: "TradeReport", dependencies: ["TradeTables", "CXlsxWriter"], swiftSettings: strict),
    .target(
      name: "TradeDatasets",
      dependencies: ["TradeFlows", "TradeSeries", "TradeTables"],
      path: "Datasets",
      exclude: [
        "README.md", "commodities.csv", "events.csv", "export-groups.csv", "figures.csv",
        "targets.csv",
      ],
      swiftSettings: strict,
      plugins: ["EmbedDatasets"]),
    .target(
      name: "Corridor",
      dependencies: [
        "TradeTables", "TradeNumerics", "TradeSeries", "TradeFlows", "TradeReport",
        "TradeDatasets",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "CorridorCommand", dependencies: ["Corridor"], swiftSettings: strict),
    .target(
      name: "TradeTestSupport",
      dependencies: ["TradeTables"],
      path: "Tests/TradeTestSupport",
      swiftSettings: strict),
    .executableTarget(
      name: "learn-prior",
      dependencies: ["TradeSeries", "TradeTables"],
      path: "Benchmarks/LearnPrior",
      swiftSettings: strict),
    .executableTarget(
      name: "choose-design",
      dependencies: ["TradeNumerics", "TradeSeries", "TradeTables"],
      path: "Benchmarks/ChooseDesign",
      swiftSettings: strict),
    .executableTarget(
      name: "regression-benchmark",
      dependencies: ["TradeNumerics", "TradeTables", "TradeTestSupport"],
      path: "Benchmarks/Regression",
      swiftSettings: strict),
    .testTarget(
      name: "TradeTablesTests",
      dependencies: ["TradeTables", "TradeTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TradeNumericsTests",
      dependencies: ["TradeNumerics", "TradeTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TradeSeriesTests",
      dependencies: ["TradeSeries", "TradeTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TradeFlowsTests",
      dependencies: ["TradeFlows", "TradeTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TradeReportTests",
      dependencies: ["TradeReport", "TradeTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CorridorTests",
      dependencies: ["Corridor", "TradeTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CorridorCommandTests",
      dependencies: ["CorridorCommand", "TradeTestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
