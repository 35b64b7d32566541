/// The colours and the style sheet of drawings.
///
/// The six colours of series differ for readers with any of the three kinds of colour blindness: in
/// simulations after Machado, Oliveira & Fernandes (2009) the nearest two stay 20 units of CIELAB
/// apart. Each has three times the background's contrast, and its variant for text 4.5 times.
/// Colours are literal, because programs that turn SVG into pictures know no variables.
enum SVGPalette {
  /// How many series have a colour of their own.
  static let count = 6

  /// A colour for each number, again from the first after the last.
  static func index(_ series: Int) -> Int { series % count }

  /// Colours of one scheme.
  struct Colours: Sendable {
    let background: String
    let ink: String
    let muted: String
    let grid: String
    let axis: String
    let inner: String
    let outer: String
    let neutral: String
    let series: [String]
    let text: [String]
  }

  static let light = Colours(
    background: "#ffffff", ink: "#1f2933", muted: "#52606d", grid: "#e4e7eb", axis: "#7b8794",
    inner: "#a9cfe8", outer: "#d8e8f4", neutral: "#47525e",
    series: ["#0067a5", "#ae4210", "#0fa85a", "#c67fa3", "#4a2302", "#5c90ff"],
    text: ["#0067a5", "#ae4210", "#0b7a41", "#9a4e75", "#4a2302", "#3565d4"])

  static let dark = Colours(
    background: "#15181c", ink: "#e6e9ec", muted: "#aab4be", grid: "#2c323a", axis: "#7d8894",
    inner: "#205072", outer: "#19344a", neutral: "#c3cbd3",
    series: ["#4fa8e0", "#fab235", "#167f3a", "#b92a81", "#f2e8aa", "#b0fdff"],
    text: ["#6db9ea", "#fab235", "#4cc07a", "#e27ab8", "#f2e8aa", "#b0fdff"])

  /// The rules that one scheme needs.
  private static func rules(_ colours: Colours) -> String {
    let series = colours.series.indices.map { index in
      ".tc .f\(index){fill:\(colours.series[index])}.tc .l\(index){stroke:\(colours.series[index])}"
        + ".tc .t\(index){fill:\(colours.text[index])}"
    }
    return """
      .tc text{fill:\(colours.ink)}\
      .tc .muted{fill:\(colours.muted)}\
      .tc .bg{fill:\(colours.background)}\
      .tc .halo{stroke:\(colours.background)}\
      .tc .grid{stroke:\(colours.grid)}\
      .tc .axis{stroke:\(colours.axis)}\
      .tc .ink{stroke:\(colours.ink)}\
      .tc .inner{fill:\(colours.inner)}\
      .tc .outer{fill:\(colours.outer)}\
      .tc .fn{fill:\(colours.neutral)}\
      .tc .ln{stroke:\(colours.neutral)}\
      .tc .open{fill:\(colours.background)}\
      .tc .badge text{fill:\(colours.background)}\
      \(series.joined())
      """
  }

  /// The whole style sheet, once for a page or a document.
  static let style = """
    .tc{font-size:13px;line-height:normal}\
    .tc text{stroke:none}\
    .tc path{fill:none;stroke-width:1}\
    .tc .line{stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}\
    .tc .thin{stroke-width:1.5;stroke-linejoin:round}\
    .tc .dash{stroke-dasharray:5 4}\
    .tc .dots{stroke-dasharray:1.5 4;stroke-width:1.5}\
    .tc .cloud{stroke-width:5;stroke-linecap:round;stroke-opacity:.55}\
    .tc .head{font-size:19px;font-weight:700}\
    .tc .strong{font-weight:700}\
    .tc .badge text{font-size:11px;font-weight:700}\
    .tc .num{font-variant-numeric:tabular-nums}\
    .tc .halo{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}\
    .tc .edge{stroke-width:2}\
    .tc .hit{fill:#888;fill-opacity:0}\
    .tc .hit:hover{fill-opacity:.16}\
    .tc.narrow{display:none}\
    \(rules(light))\
    @media screen and (prefers-color-scheme:dark){\(rules(dark))}\
    @media screen and (max-width:520px){.tc.wide{display:none}.tc.narrow{display:block}}
    """
}
