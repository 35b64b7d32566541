import Testing
import TradeSeries
import TradeTables
import TradeTestSupport

@testable import TradeFlows

/// Files in each of the forms, with header lines as they are found, and totals by hand.
@Suite struct SampleTests {
  private let all = FlowQuery(by: FlowDimension.allCases)

  private func csv(
    _ text: String, _ query: FlowQuery? = nil, name: String = "sample.csv"
  ) throws -> (csv: String, remarks: [String]) {
    var result = ("", [String]())
    try withTemporaryFolder { folder in
      let totals = try FlowFiles([folder.file(name, text)]).totals(query ?? all)
      result = (
        totals.table.csv, totals.remarks.map { $0.replacing(folder.path(name), with: name) }
      )
    }
    return result
  }

  @Test func `BACI: thousand dollars, tonnes, codes with their zeros, numbers padded with blanks`()
    throws
  {
    let text =
      "t,i,j,k,v,q\n2022,398,704,10199,1.5,         NA\n2022,704,398,851713,23685.927,8047.4\n"
    let (csv, remarks) = try csv(text)
    #expect(
      csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2022,KAZ,VNM,export,010199,1500,,1
        2022,VNM,KAZ,export,851713,23685927,8047.4,1

        """)
    #expect(remarks == ["sample.csv: BACI"])
  }

  @Test func `BACI seen by one country: its rows as exporter and as importer`() throws {
    let text =
      "t,i,j,k,v,q\n2022,398,704,100199,1.5,1\n2022,704,398,851713,2,1\n2022,156,704,851713,9,1\n"
    var query = FlowQuery(by: [.period, .flow])
    query.reporters = ["KAZ"]
    #expect(
      try csv(text, query).csv
        == "period,flow,value,quantity,rows\n2022,export,1500,1,1\n2022,import,2000,1,1\n")
    query.partners = ["VNM"]
    query.flows = [.import]
    #expect(try csv(text, query).csv == "period,flow,value,quantity,rows\n2022,import,2000,1,1\n")
  }

  @Test func `Comtrade of the web: 47 names over 48 fields, everything quoted`() throws {
    let header =
      "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,"
      + "reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,"
      + "partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,"
      + "cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,"
      + "qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,"
      + "isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,"
      + "legacyEstimationFlag,isReported,isAggregate\r\n"
    func row(
      _ period: String, _ partner: String, _ iso: String, _ second: String, _ mode: String,
      _ weight: String, _ value: String
    ) -> String {
      "\"C\",\"M\",\"20230101\",\"2023\",\"1\",\"\(period)\",\"398\",\"KAZ\",\"Kazakhstan\",\"M\",\"Import\",\"\(partner)\",\"\(iso)\",\"Country, \"\"here\"\"\",\"0\",\"\(second)\",\"World\",\"H6\",\"HS\",\"true\",\"0901\",\"Coffee\",\"4\",\"false\",\"C00\",\"TOTAL CPC\",\"0 \",\"\(mode)\",\"TOTAL MOT\",\"8\",\"kg\",\(weight),\"false\",\"-1\",\"N/A\",,\"false\",\(weight),\"false\",,\"false\",,,\"\(value)\",\"0\",\"true\",\"false\",\r\n"
    }
    let text =
      header + row("202301", "704", "VNM", "W00", "0", "\"1000\"", "2500")
      + row("202301", "704", "VNM", "W00", "3100", "\"400\"", "1000")
      + row("202302", "704", "VNM", "W00", "0", "\"0\"", "3000")
    let (csv, remarks) = try csv(text)
    #expect(
      csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2023-01,KAZ,VNM,import,0901,2500,1000,1
        2023-02,KAZ,VNM,import,0901,3000,,1

        """)
    #expect(
      remarks == [
        "sample.csv: UN Comtrade", "1 rows left out that are parts of a total in the file",
      ])
  }

  @Test func `Comtrade before 2022: flows by number, names with commas`() throws {
    let text = """
      Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$),Flag
      H4,2016,2016,2016,2,0,3,Re-Export,344,"China, Hong Kong SAR",HKG,0,World,WLD,01,Live animals,1,No Quantity,,,1188902,0
      H4,2016,2016,2016,2,0,2,Export,842,USA,USA,699,India,IND,01,Live animals,1,No Quantity,,12,500,0
      """
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2016,HKG,WLD,re-export,01,1188902,,1
        2016,USA,IND,export,01,500,12,1

        """)
  }

  @Test func `WITS by product: thousand dollars`() throws {
    let text = """
      Reporter,TradeFlow,ProductCode,Product Description,Year,Partner,Trade Value 1000USD,Quantity,Quantity Unit
      Kazakhstan,Export,100199,"Wheat, other",2018,Vietnam,1234.567,5000000,Kg
      Kazakhstan,Import,Total,Total,2018,Vietnam,2.5,0,
      """
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2018,KAZ,VNM,export,100199,1234567,5000000,1
        2018,KAZ,VNM,import,Total,2500,,1

        """)
  }

  @Test func `WITS summary: million dollars among shares, a column a year`() throws {
    let text = """
      Reporter,Partner,Product categories,Indicator Type,Indicator,2017,2018
      Kazakhstan,World,All Products,Export,Export(US$ Mil),48342.1,61111.2
      Kazakhstan,World,All Products,Import,Import(US$ Mil),29266,
      Kazakhstan,World,Capital goods,Export,Export Product share(%),3.1,2.9
      """
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2017,KAZ,WLD,export,All Products,48342100000,,1
        2017,KAZ,WLD,import,All Products,29266000000,,1
        2018,KAZ,WLD,export,All Products,61111200000,,1
        2018,KAZ,WLD,import,All Products,,,1

        """)
  }

  @Test func `Eurostat: euros and hundreds of kilograms on rows of their own`() throws {
    let text = """
      DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE
      ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,VN,030462,1,QUANTITY_IN_100KG,2024,90212.63
      ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,VN,030462,1,VALUE_IN_EUROS,2024,32313884
      ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,VN,030462,1,SUPPLEMENTARY_QUANTITY,2024,1
      """
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2024,DEU,VNM,import,030462,32313884,9021263,1

        """)
  }

  @Test func `Eurostat's tab-separated tables: dimensions in one cell, flags behind numbers`()
    throws
  {
    let text =
      "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2022 \t2023 \n"
      + "A,DE,VN,030462,1,VALUE_IN_EUROS\t628 e\t: \nA,DE,VN,030462,1,QUANTITY_IN_100KG\t12\t: m\n"
    let (csv, remarks) = try csv(text, name: "sample.tsv")
    #expect(
      csv == """
        period,reporter,partner,flow,code,value,quantity,rows,qualifier
        2022,DEU,VNM,import,030462,628,1200,1,estimated
        2023,DEU,VNM,import,030462,,,2,exact

        """)
    #expect(remarks == ["sample.tsv: Eurostat, tab-separated"])
  }

  @Test func `SDMX of the IMF: exports FOB, imports CIF, balances and blank rows left out`() throws
  {
    let text = """
      STRUCTURE,STRUCTURE_ID,ACTION,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE
      dataflow,IMF.STA:IMTS(1.0.0),R,KAZ,XG_FOB_USD,VNM,A,2023,180200000
      dataflow,IMF.STA:IMTS(1.0.0),R,KAZ,MG_CIF_USD,VNM,A,2023,799000000
      dataflow,IMF.STA:IMTS(1.0.0),R,KAZ,TBG_USD,VNM,A,2023,-618800000
      dataflow,IMF.STA:IMTS(1.0.0),R,,,,,,
      """
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2023,KAZ,VNM,export,,180200000,,1
        2023,KAZ,VNM,import,,799000000,,1

        """)
  }

  @Test func `SDMX with labels and a multiplier`() throws {
    let text = """
      STRUCTURE,ACTION,REF_AREA,Reference area,MEASURE,Measure,UNIT_MEASURE,Unit of measure,TIME_PERIOD,Time period,OBS_VALUE,Observation value,UNIT_MULT,Unit multiplier
      dataflow,I,KAZ,Kazakhstan,XG,Exports,USD,US dollars,2023-Q1,2023-Q1,19.5,,9,Billions
      """
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2023-Q1,KAZ,,XG,,19500000000,,1

        """)
  }

  @Test func `IMF Direction of Trade: names with commas in the header, both flows in a row`() throws
  {
    let text = """
      Country Name,Country Code,Counterpart Country Name,Counterpart Country Code,Time Period,"Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)","Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars (TMG_CIF_USD)","Goods, Value of Imports, Free on board (FOB), US Dollars (TMG_FOB_USD)",
      Kazakhstan,916,Vietnam,582,2010,10800000,27400000,25000000,
      """
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2010,KAZ,VNM,export,,10800000,,1
        2010,KAZ,VNM,import,,27400000,,1

        """)
  }

  @Test func `World Bank: lines above the header, a separator at every end`() throws {
    let text =
      "\u{FEFF}\"Data Source\",\"World Development Indicators\",\n\n"
      + "\"Last Updated Date\",\"2026-07-01\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\","
      + "\"Indicator Code\",\"2022\",\"2023\",\n\"Kazakhstan\",\"KAZ\",\"Exports\",\"TX.VAL.MRCH.CD.WT\","
      + "\"84.5\",\"\",\n"
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2022,KAZ,,TX.VAL.MRCH.CD.WT,,84.5,,1
        2023,KAZ,,TX.VAL.MRCH.CD.WT,,,,1

        """)
  }

  @Test func `Trade Map: tabs, thousands by comma, the world above its countries`() throws {
    let text =
      "Importers\tExported value in 2017\tExported value in 2018\t\n"
      + "World\t48,342,100\t61,111,200\t\nViet Nam\t266,314\t1,234\t\n"
    let (csv, remarks) = try csv(
      text, FlowQuery(by: [.period, .partner, .flow]), name: "sample.txt")
    #expect(
      csv == """
        period,partner,flow,value,quantity,rows
        2017,VNM,export,266314000,,1
        2017,WLD,export,48342100000,,1
        2018,VNM,export,1234000,,1
        2018,WLD,export,61111200000,,1

        """)
    #expect(remarks == ["sample.txt: Trade Map, thousands by comma"])
  }

  @Test func `Our own form, bounds and units kept`() throws {
    let text = """
      period,reporter,partner,flow,code,value,unit,quantity,quantity_unit,qualifier
      2017,KAZ,VNM,turnover,,542.7,USD million,,,exact
      2018,KAZ,VNM,turnover,,500,USD million,,,moreThan
      """
    #expect(
      try csv(text, FlowQuery(by: [.period, .flow])).csv == """
        period,flow,value,quantity,rows,qualifier
        2017,turnover,542700000,,1,exact
        2018,turnover,500000000,,1,moreThan

        """)
  }

  @Test func `A wide table with semicolons and decimal commas`() throws {
    let text = "reporter;partner;flow;2017;2018\nKazakhstan;Viet Nam;Export;1 266,5;300,25\n"
    let (csv, remarks) = try csv(text)
    #expect(
      csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2017,KAZ,VNM,export,,1266.5,,1
        2018,KAZ,VNM,export,,300.25,,1

        """)
    #expect(remarks == ["sample.csv: tidy table, decimal comma, thousands by blank"])
  }

  @Test func `The Atlas: exports and imports side by side`() throws {
    let text =
      "country_id,country_iso3_code,product_id,product_hs92_code,year,export_value,import_value\n"
      + "398,KAZ,726,0101,2020,12.5,3\n"
    #expect(
      try csv(text).csv == """
        period,reporter,partner,flow,code,value,quantity,rows
        2020,KAZ,,export,0101,12.5,,1
        2020,KAZ,,import,0101,3,,1

        """)
  }

  @Test func `A plain series is no table of trade flows`() throws {
    #expect(throws: FlowError.self) { try csv("year,turnover\n2017,542.7\n") }
  }
}
