/// How a page looks: on any screen from 320 pixels, light and dark, and on A4.
///
/// Colours have a contrast of 4.5 and more to what they stand on. Paper always takes the light ones.
enum HTMLStyle {
  /// The colours of one scheme.
  struct Palette {
    /// Text.
    let ink: String
    /// Text that stands back: labels, notes, captions.
    let muted: String
    /// Links, and the bar above the title.
    let accent: String
    /// Lines between rows and sections.
    let rule: String
    /// The page.
    let paper: String
    /// What stands out from the page a little: cards, the best row.
    let shade: String
    /// Marks of qualifiers.
    let mark: String

    /// The colours as custom properties.
    var properties: String {
      "--ink:\(ink);--muted:\(muted);--accent:\(accent);--rule:\(rule);--paper:\(paper);"
        + "--shade:\(shade);--mark:\(mark)"
    }
  }

  /// The colours of drawings, so that a page is of one piece.
  static let light = Palette(
    ink: "#1f2933", muted: "#52606d", accent: "#0067a5", rule: "#dde2e7", paper: "#ffffff",
    shade: "#f3f6f8", mark: "#8f4d00")
  static let dark = Palette(
    ink: "#e6e9ec", muted: "#aab4be", accent: "#6db9ea", rule: "#313841", paper: "#15181c",
    shade: "#1f242a", mark: "#fab235")

  /// The whole style sheet of a page.
  static let sheet = """
    :root{\(light.properties)}
    @media screen and (prefers-color-scheme:dark){:root{\(dark.properties)}}

    """ + page + tables + figures + paper

  private static let page = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,\
    "Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;\
    overflow-wrap:break-word}
    main{max-width:56rem;margin:0 auto;padding:2rem 1.25rem 4rem}
    h1{font-size:clamp(1.5rem,1.1rem + 2vw,2.1rem);line-height:1.2;letter-spacing:-.01em;\
    margin:0}
    h1::before{content:"";display:block;width:3rem;height:.35rem;background:var(--accent);\
    margin-bottom:1rem}
    h2{font-size:1.3rem;line-height:1.3;margin:0 0 .75rem}
    section{margin-top:2.75rem;padding-top:1.25rem;border-top:1px solid var(--rule)}
    p,ul{margin:.9rem 0;max-width:44rem}
    .lead{font-size:1.15rem;line-height:1.5;margin:1rem 0 1.25rem}
    a{color:var(--accent);overflow-wrap:anywhere}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    nav{margin:1.25rem 0;font-size:.9rem}
    nav ul{list-style:none;margin:0;padding:0;max-width:none;display:flex;flex-wrap:wrap;\
    gap:.1rem 1.25rem}
    nav a{display:inline-block;padding:.2rem 0;text-decoration:none}
    nav a:hover{text-decoration:underline}
    .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;\
    margin:1.25rem 0}
    .cards div{display:flex;flex-direction:column-reverse;justify-content:flex-end;\
    background:var(--shade);border-top:2px solid var(--accent);padding:.7rem .9rem .8rem}
    .cards dd{margin:0;font-size:1.5rem;font-weight:600;line-height:1.25;white-space:nowrap;\
    font-variant-numeric:tabular-nums}
    .cards dt{font-size:.85rem;line-height:1.35;color:var(--muted)}
    @media (max-width:520px){.cards{gap:.5rem}.cards div{padding:.6rem .6rem .7rem}\
    .cards dd{font-size:1.15rem}}
    .notes{list-style:none;padding:0;font-size:.9rem;color:var(--muted)}
    .notes li{margin:.35rem 0}

    """

  private static let tables = """
    .scroll{overflow-x:auto;margin:1rem 0 0}
    table{border-collapse:collapse;min-width:min(100%,34rem);font-size:.9rem;line-height:1.4;\
    font-variant-numeric:tabular-nums lining-nums}
    caption,.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    th,td{padding:.35rem .5rem;text-align:right;vertical-align:top;white-space:nowrap;\
    border-bottom:1px solid var(--rule);font-weight:400}
    thead th{font-weight:600;vertical-align:bottom;border-bottom:2px solid var(--muted);\
    white-space:normal}
    tbody th,.t{text-align:left;white-space:normal;max-width:26rem}
    tbody th{min-width:4.5rem}
    .b{white-space:nowrap}
    th:first-child,td:first-child{padding-left:0}
    th:last-child,td:last-child{padding-right:0}
    .u{display:inline-block;min-width:var(--u)}
    .q{color:var(--mark);font-weight:600;margin-right:.08em}
    .total>*{font-weight:600;border-top:2px solid var(--muted);border-bottom:0}
    .best>*{font-weight:600;background:var(--shade)}
    .legend{margin:.5rem 0 0;font-size:.85rem;color:var(--muted)}
    .legend span+span{margin-left:1rem}

    """

  private static let figures = """
    figure{margin:1.5rem 0}
    figcaption{margin-bottom:.5rem;line-height:1.35}
    figcaption strong{display:block;font-size:1.05rem}
    figcaption span,.alt{color:var(--muted);font-size:.9rem}
    .alt{margin:.5rem 0}
    svg{display:block;width:100%;height:auto}
    .spark{display:flex;align-items:center;gap:.75rem;font-size:.9rem;color:var(--muted)}
    .spark svg{width:10rem;height:2rem;flex:none}
    .spark path{fill:none;stroke:var(--accent);stroke-width:2;stroke-linecap:round;\
    stroke-linejoin:round}
    summary{cursor:pointer;font-size:.9rem;color:var(--accent);padding:.25rem 0}

    """

  /// Links show where they lead, rows and figures stay whole, what only a screen can do is left out.
  private static let paper = """
    @page{size:A4;margin:18mm 16mm}
    @media print{
    body{font-size:10pt}
    main{max-width:none;padding:0}
    nav,details:not([open]){display:none}
    .scroll{overflow:visible}
    table{font-size:8.5pt}
    th,td{padding:.2rem .4rem}
    section{margin-top:1.5rem;padding-top:.9rem}
    figure svg{max-height:11.5cm}
    h2,figcaption{break-after:avoid}
    figure,tr,li,.cards,.short{break-inside:avoid}
    .cards{grid-template-columns:repeat(auto-fit,minmax(7rem,1fr));gap:.5rem}
    p{orphans:3;widows:3}
    a{color:inherit;text-decoration:none}
    .cards div,.best>*{-webkit-print-color-adjust:exact}
    }

    """
}
