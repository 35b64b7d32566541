import Glibc
import Testing
import TradeTables
import TradeTestSupport

@testable import CorridorCommand

@Suite struct ReportBatchTests {
  private static let file =
    "period,reporter,partner,flow,code,value,unit\n"
    + (2015...2020).flatMap { year in
      ["VNM", "CHN", "UZB"].enumerated().flatMap { place, partner in
        ["export", "import"].map { flow in
          "\(year),KAZ,\(partner),\(flow),10,\((year - 2010) * (place + 1) * 1_000_000),USD"
        }
      }
    }.joined(separator: "\n") + "\n"

  private func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func `writes a report a partner and an index, the largest first`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("trade.csv", Self.file)
      let out = folder.path("reports") + "/"
      let outcome = Program.run(
        ["report", file, "--by", "partner", "-o", out, "--format", "text"])
      #expect(outcome.status == 0)
      #expect(try outcome.write() == [])
      #expect(names(in: out) == ["CHN.txt", "UZB.txt", "VNM.txt", "index.txt"])
      let index = try InputFile.read(out + "index.txt")
      let lines = String(decoding: index, as: UTF8.self).lines
      let rows = lines.filter { $0.contains(".txt") }.map { $0.prefix { $0 != " " } }
      #expect(rows == ["Uzbekistan", "China", "Viet"])
      let page = String(decoding: try InputFile.read(out + "VNM.txt"), as: UTF8.self)
      #expect(page.hasPrefix("Kazakhstan–Viet Nam turnover, USD million, 2015–2020\n"))
      // The report of one pair alone is the same.
      let single = corridor("report", file, "-r", "KAZ", "-p", "VNM", "-o", "a.txt")
      #expect(single.text == page)
    }
  }

  @Test func `needs a folder, a file of flows and one reporter`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("trade.csv", Self.file)
      #expect(
        corridor("report", file, "--by", "partner").problem?.contains("-o DIR/") == true)
      let other = try folder.file("plain.csv", "year,partner,value\n2020,A,1\n2021,A,2\n")
      #expect(
        corridor("report", other, "--by", "partner", "-o", folder.path("x") + "/").status == 2)
    }
  }

  @Test func `a file of many pairs says how to choose`() throws {
    try withTemporaryFolder { folder in
      let file = try folder.file("trade.csv", Self.file)
      let problem = corridor("report", file).problem ?? ""
      #expect(problem.contains("has 3 pairs of countries; choose one, such as -r KAZ -p CHN"))
    }
  }
}
