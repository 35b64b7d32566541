import Glibc
import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@testable import TradeFlows

/// The sample files of ../shared/formats, against totals that Python's csv and json gave
/// (`Tests/Oracles/samples.py`).
@Suite struct RealSampleTests {
  /// What each file is found to be, how many of its rows count, and in what its values are.
  private static let forms: [String: (form: String, rows: Int, unit: String)] = [
    "baci.csv": ("BACI", 3, "USD"),
    "comtrade_api_v1.json": ("UN Comtrade", 4, "USD"),
    "comtrade_legacy_35col.csv": ("UN Comtrade", 4, "USD"),
    "comtrade_legacy_bulk_22col.csv": ("UN Comtrade", 1, "USD"),
    "comtrade_plus_services.csv": ("UN Comtrade", 2, "USD"),
    "comtrade_plus_web_export_hs4.csv": ("UN Comtrade", 3, "USD"),
    "comtrade_plus_web_export_latin1.csv": ("UN Comtrade", 6, "USD"),
    "eurostat_comext_sdmx.csv": ("SDMX", 2, "EUR"),
    "imf_sdmx3.csv": ("SDMX", 2, ""),
    "oecd_csv_with_labels.csv": ("SDMX", 1, "PS"),
    "vietnam_yearbook_2007_text.txt": ("Vietnamese yearbook", 12, "USD"),
    "worldbank_wide.csv": ("World Bank indicators", 6, ""),
  ]

  private static var folder: String? {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let folder = "/\(root)/shared/formats"
    return access("\(folder)/baci.csv", R_OK) == 0 ? folder : nil
  }

  @Test(
    .enabled(if: folder != nil, "the files of ../shared/formats are not at hand"),
    arguments: forms.keys.sorted())
  func `every sample is recognised and its totals are those of Python`(name: String) throws {
    let folder = try #require(Self.folder)
    let expected = try #require(Self.forms[name])
    let totals = try FlowFiles(["\(folder)/\(name)"]).totals(FlowQuery(by: FlowDimension.allCases))
    let remark = try #require(totals.remarks.first)
    #expect(remark.hasPrefix("\(folder)/\(name): \(expected.form)"))
    #expect(totals.counts.reduce(0, +) == expected.rows)
    #expect(totals.unit == expected.unit)
    let rows = try Oracle("samples").all.filter { $0["file"] == name }
    #expect(totals.values.count == rows.count)
    for row in rows {
      let key = [row["year"], row["reporter"], row["partner"], row["flow"], row["code"]]
        .map { $0 ?? "" }
      let place = try #require(
        totals.values.indices.first { place in totals.keys.map { $0[place] } == key }, "\(key)")
      let value = try #require(row["value"].flatMap(Double.init))
      #expect(totals.values[place] == value, "\(key)")
      #expect(totals.qualifiers[place].rawValue == row["qualifier"], "\(key)")
    }
  }

  @Test(
    .enabled(if: folder != nil, "the files of ../shared/formats are not at hand"),
    // The regions of countries, as the OECD has them, are no countries elsewhere.
    arguments: forms.keys.sorted().filter { !$0.hasPrefix("oecd") })
  func `what a sample is converted to has the same totals`(name: String) throws {
    let folder = try #require(Self.folder)
    let query = FlowQuery(by: FlowDimension.allCases)
    let files = FlowFiles(["\(folder)/\(name)"])
    let original = try files.totals(query)
    try withTemporaryFolder { folder in
      let pieces = Pieces()
      _ = try files.convert(query) { pieces.add($0) }
      let tidy = try FlowFiles([folder.file("tidy.csv", pieces.text)]).totals(query)
      #expect(tidy.keys == original.keys)
      #expect(tidy.values == original.values)
      #expect(tidy.qualifiers == original.qualifiers)
      #expect(tidy.unit == original.unit)
    }
  }
}

private final class Pieces: @unchecked Sendable {
  private(set) var text = ""

  func add(_ piece: String) -> Bool {
    text += piece
    return true
  }
}
