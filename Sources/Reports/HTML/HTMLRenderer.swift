/// Writes a report as one page of HTML for people: charts, ladders and tables, on a screen of any
/// width and on paper.
///
/// The page is whole in itself: it fetches nothing, runs nothing, and its policy lets no
/// browser do either. Its words and figures are those of the text; every chart has its figures in
/// a table. Nothing that comes from data is markup in it.
public enum HTMLRenderer: Sendable {
  /// Charts are drawn for this many services, sites or methods of a kind; a table has the others.
  static let mostDrawn = 12

  /// Renders a report.
  ///
  /// - Returns: The page with a line break at its end.
  public static func render(_ report: Report) -> String {
    var page = HTMLPage(report)
    page.write()
    // A document type that an XML parser takes as well.
    return "<!DOCTYPE html>" + page.markup.text + "\n"
  }
}
