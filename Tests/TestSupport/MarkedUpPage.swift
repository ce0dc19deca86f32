internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// A page of HTML that is well formed, read by an XML parser, with what can be asked of it.
package final class MarkedUpPage: Sendable {
  /// One element.
  package struct Element: Sendable {
    /// Its name.
    package let name: String
    /// Its attributes.
    package let attributes: [String: String]
    /// The names of the elements that it stands in, from the outermost.
    package let path: [String]
    /// The text in it, that of the elements in it too.
    package fileprivate(set) var text = ""
  }

  /// Why a page is none.
  package struct Malformed: Error, CustomStringConvertible {
    /// What is wrong and where.
    package let description: String
  }

  /// The elements in the order in which they begin.
  package let elements: [Element]

  /// Reads a page.
  ///
  /// - Throws: When it is not well formed.
  package init(_ html: String) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = reader
    guard parser.parse() else {
      throw Malformed(
        description: "line \(parser.lineNumber), column \(parser.columnNumber): "
          + "\(parser.parserError.map { "\($0)" } ?? "no reason")")
    }
    elements = reader.elements
  }

  /// The elements with a name.
  package func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let path = open.map { elements[$0].name }
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes, path: path))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      for index in open { elements[index].text += string }
    }
  }
}
