/// The style of the page: a constant, of which no data is ever part.
struct StyleSheet {
  /// The rules, the ones for paper last.
  var text: String {
    """
    :root{color-scheme:light dark;\(Palette.light)}
    @media (prefers-color-scheme:dark){:root{\(Palette.dark)}}
    \(StyleSheet.page)
    \(StyleSheet.parts)
    \(StyleSheet.tables)
    \(StyleSheet.charts)
    @media print{:root{color-scheme:light;\(Palette.light)}
    \(StyleSheet.paper)}
    """
  }

  /// The page and its text.
  private static let page = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 -apple-system,\
    BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,system-ui,\
    sans-serif;\
    font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    .skip{position:absolute;left:-999px;top:0;background:var(--card);padding:8px 14px}
    .skip:focus{left:8px}
    a{color:var(--link)}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    header,nav,main,footer{max-width:1280px;margin:0 auto;padding:0 20px}
    header{padding-top:26px}
    h1{font-size:27px;line-height:1.2;margin:0;letter-spacing:-.01em;font-weight:650}
    h2{font-size:19px;line-height:1.3;margin:38px 0 12px;font-weight:650}
    h3{font-size:15.5px;line-height:1.35;margin:0;font-weight:650}
    h4{font-size:14px;line-height:1.4;margin:14px 0 4px;font-weight:600}
    p{margin:4px 0}
    .lead{color:var(--muted);margin:6px 0 0}
    .quiet{color:var(--muted)}
    nav ul{list-style:none;margin:14px 0 0;padding:9px 0;display:flex;flex-wrap:wrap;gap:4px 18px;\
    border-top:1px solid var(--border);border-bottom:1px solid var(--border);font-size:14px}
    nav a{text-decoration:none}
    nav a:hover{text-decoration:underline}
    footer{color:var(--muted);font-size:13px;padding-top:26px;padding-bottom:34px}
    """

  /// Cards, tiles, lists and words that stand out.
  private static let parts = """
    .card{background:var(--card);border:1px solid var(--border);border-radius:8px;\
    padding:16px 18px;min-width:0}
    .pairs{columns:2 430px;column-gap:14px}
    .pairs .card{break-inside:avoid;margin-bottom:14px}
    .pairs .wide{column-span:all;columns:2 400px;column-gap:32px;break-inside:auto}
    .wide h3{column-span:all}
    .wide .scope{break-inside:avoid}
    .tiles{list-style:none;margin:0 0 14px;padding:0;display:grid;gap:10px;\
    grid-template-columns:repeat(auto-fit,minmax(150px,1fr))}
    .tiles li{background:var(--card);border:1px solid var(--border);border-radius:8px;\
    padding:12px 14px;min-width:0}
    .tiles p{margin:0;font-size:13px;line-height:1.35}
    .tiles .level{font-size:18px;font-weight:650;margin-top:8px}
    .chip{display:inline-block;border-radius:4px;padding:0 7px;font-size:12.5px;\
    line-height:1.6;font-weight:600;white-space:nowrap;background:var(--none-soft);\
    color:var(--none-ink)}
    .chip.met{background:var(--met-soft);color:var(--met-ink)}
    .chip.missed{background:var(--missed-soft);color:var(--missed-ink)}
    .chip.undecided{background:var(--open-soft);color:var(--open-ink)}
    ol.criteria{list-style:none;margin:6px 0;padding:0;font-size:14px}
    ol.criteria li{padding:5px 0 5px 26px;border-top:1px solid var(--grid);position:relative}
    ol.criteria .step{position:absolute;left:2px;font-weight:650}
    ol.criteria p{margin:1px 0;color:var(--muted);font-size:13px;line-height:1.4}
    ol.criteria p.first{color:var(--ink);font-size:14px}
    .note{font-size:13px;color:var(--muted);line-height:1.4}
    ul.notes{margin:10px 0 0;padding-left:18px;font-size:13px;color:var(--muted);\
    line-height:1.45;columns:2 460px;column-gap:40px}
    ul.notes>li{break-inside:avoid}
    details ul.notes{columns:1}
    ul.notes ul{padding-left:16px}
    dl.figures{display:flex;flex-wrap:wrap;gap:8px 28px;margin:12px 0 16px}
    dl.figures div{border-left:3px solid var(--border);padding-left:9px}
    dl.figures dt{font-size:12.5px;color:var(--muted);line-height:1.3}
    dl.figures dd{margin:0;font-size:17px;font-weight:620;line-height:1.35}
    dl.terms{margin:0;font-size:13.5px;display:grid;gap:4px 18px;\
    grid-template-columns:repeat(auto-fill,minmax(min(100%,520px),1fr))}
    dl.terms div{break-inside:avoid}
    dl.terms dt{font-weight:600;display:inline}
    dl.terms dt::after{content:": "}
    dl.terms dd{display:inline;margin:0;color:var(--muted)}
    .legend{display:flex;flex-wrap:wrap;gap:3px 18px;margin:0 0 12px;padding:0;list-style:none;\
    font-size:13px;color:var(--muted)}
    .legend svg{display:inline-block;width:22px;height:12px;vertical-align:-1px;margin-right:5px}
    """

  /// Tables, which scroll by themselves where they are wide.
  private static let tables = """
    .scroll{overflow-x:auto;max-width:100%}
    table{border-collapse:collapse;font-size:13px;line-height:1.35;margin:8px 0 2px;\
    overflow-wrap:normal}
    caption{text-align:left;color:var(--muted);padding-bottom:4px}
    th,td{padding:3px 16px 3px 0;text-align:left;vertical-align:top;white-space:nowrap;\
    border-bottom:1px solid var(--grid)}
    th{font-weight:600}
    thead th{color:var(--muted)}
    .n{text-align:right}
    td.is-missed{color:var(--missed-ink);font-weight:600}
    td.is-met{color:var(--met-ink)}
    td.is-undecided{color:var(--open-ink)}
    td.wide{white-space:normal;min-width:180px}
    details{margin-top:6px;font-size:13.5px}
    summary{cursor:pointer;color:var(--link)}
    """

  /// Drawings.
  private static let charts = """
    .charts{display:grid;gap:18px 26px;align-items:start;\
    grid-template-columns:repeat(auto-fill,minmax(min(100%,290px),1fr))}
    .beside{display:grid;gap:14px 32px;align-items:start;\
    grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr))}
    .lead+.card{margin-top:10px}
    .card.service,section>.card+.card{margin-top:14px}
    figure{margin:0;min-width:0}
    figcaption{font-size:13.5px;font-weight:600;line-height:1.35;margin-bottom:5px}
    figcaption span{font-weight:400;color:var(--muted)}
    svg{display:block;overflow:visible}
    .chart{width:100%;max-width:380px;height:auto}
    .sparks{display:grid;gap:10px 26px;grid-column:1/-1;\
    grid-template-columns:repeat(auto-fill,minmax(min(100%,290px),1fr))}
    .chart text,.ladder text{font-size:10.5px;fill:var(--muted)}
    .chart .strong{fill:var(--ink);font-weight:600}
    .chart .short{fill:var(--missed-ink);font-weight:600}
    .chart .value{fill:var(--ink);font-weight:600;paint-order:stroke;stroke:var(--card);\
    stroke-width:3px;stroke-linejoin:round}
    .chart path,.legend path{fill:none}
    .chart .grid{stroke:var(--grid)}
    .chart .area{fill:var(--met-soft)}
    .chart .line{stroke:var(--series);stroke-width:1.3;stroke-linejoin:round}
    .objective{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:5 3}
    .trend{stroke:var(--muted);stroke-width:1.4;stroke-dasharray:1.5 2.5}
    .range{stroke:var(--faint);stroke-width:3}
    circle.met,rect.met{fill:var(--met)}
    .chart path.missed,.legend path.missed{fill:var(--missed)}
    rect.missed{fill:var(--missed)}
    rect.undecided{fill:var(--card);stroke:var(--open);stroke-width:1.5}
    .plain{fill:var(--series)}
    .calendar .cross,.legend .cross{stroke:var(--sign);stroke-width:1.3}
    .closed{fill:var(--faint)}
    rect.excluded{fill:none;stroke:var(--faint);stroke-dasharray:2 1.5}
    rect.worst{fill:var(--heat-worst)}
    rect.poor{fill:var(--heat-poor)}
    rect.good{fill:var(--heat-good)}
    rect.best{fill:var(--heat-best)}
    rect.open{fill:none;stroke:var(--open)}
    .worst-dot{fill:var(--sign)}
    .poor-dot{fill:var(--ink)}
    .ladder{width:104px;height:auto}
    .ladder .missed{fill:var(--card);stroke:var(--missed)}
    .ladder .none{fill:var(--none-soft);stroke:var(--border)}
    .ladder .sign{fill:none;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
    .ladder .met-sign{stroke:var(--sign)}
    .ladder .missed-sign{stroke:var(--missed)}
    .ladder .none-sign{stroke:var(--none-ink)}
    .ladder text.sign{fill:var(--open-ink);font-weight:700;font-size:12px}
    """

  /// Paper: small type, three charts beside each other, nothing that needs a click.
  private static let paper = """
    @page{margin:8mm 10mm}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    body{font-size:7pt;line-height:1.2;background:none}
    header,nav,main,footer{max-width:none;padding:0}
    nav,details,.skip,.screen{display:none}
    h1{font-size:13pt}
    h2{font-size:8.8pt;margin:4pt 0 2pt;break-after:avoid}
    h3{font-size:7.8pt;break-after:avoid}
    h4{font-size:7pt;margin:2pt 0 0;break-after:avoid}
    p,.lead{margin:0}
    .card,.tiles li{border-radius:0;padding:3pt 4pt}
    .card.service,.card.charts,.card.plain{border:0;padding:0;margin-top:4pt}
    .pairs{columns:2;column-gap:5pt}
    .pairs .card{margin-bottom:3pt;padding:2pt 4pt}
    .tiles{grid-template-columns:repeat(6,1fr);gap:4pt;margin-bottom:4pt}
    .tiles p{font-size:6.3pt;line-height:1.15}
    .tiles .level{font-size:8.4pt;margin-top:1pt}
    .ladder{width:40pt}
    .chip{font-size:6.2pt;padding:0 3pt;line-height:1.15}
    ol.criteria{font-size:6.7pt;margin:1pt 0}
    ol.criteria li{padding:.4pt 0 .4pt 9pt}
    ol.criteria p,.note,ul.notes,dl.terms{font-size:6.2pt;line-height:1.2}
    ol.criteria p{margin:0}
    ol.criteria p.first{font-size:6.6pt}
    ul.notes{margin:1pt 0 0;padding-left:8pt;columns:2;column-gap:12pt}
    dl.figures{margin:2pt 0 3pt;gap:2pt 14pt;break-after:avoid}
    dl.figures div{border-left-width:1.5pt;padding-left:3pt}
    dl.figures dt{font-size:6.2pt}
    dl.figures dd{font-size:7.6pt;line-height:1.2}
    dl.terms{grid-template-columns:repeat(3,1fr);gap:1pt 8pt}
    .legend{font-size:6.2pt;margin-bottom:2pt;gap:0 8pt}
    .legend svg{width:12pt;height:6.5pt;margin-right:2pt}
    .charts{grid-template-columns:repeat(3,1fr);gap:4pt 12pt}
    .sparks{grid-template-columns:repeat(3,1fr);gap:12pt}
    figure,.tiles li,ol.criteria li,tr{break-inside:avoid}
    figcaption{font-size:6.7pt;line-height:1.2;margin-bottom:1pt}
    .chart{max-width:none}
    .beside{break-inside:avoid}
    .beside .chart{max-width:200pt}
    .lead+.card{margin-top:3pt}
    table{font-size:6.2pt;line-height:1.15;margin:1pt 0}
    th,td{padding:.3pt 5pt .3pt 0}
    .scroll{overflow:visible}
    .data{display:grid;grid-template-columns:auto 1fr;gap:0 14pt}
    .data ul.notes{columns:1}
    footer{padding:3pt 0 0;font-size:6pt}
    """
}
