/// A JSON document as it was read: its text, and where in it each value stands.
///
/// Nothing is copied out of the text until someone asks for it, so that numbers stay as they
/// are written, and a report of a hundred megabytes takes little more than that.
///
/// ```swift
/// let document = try JSONDocument(Array("{\"a\":[1,2.50]}".utf8))
/// document.root["a"]?.elements[1].written  // 2.50
/// ```
package final class JSONDocument: Sendable {
  /// What a value is.
  package enum Kind: UInt8, Hashable, Sendable {
    case null, bool, number, string, list, object
  }

  /// Where a value stands: the bytes of it, and the nodes of what is in it.
  struct Node {
    let kind: Kind
    /// Whether it is a string with an escape in it.
    var isEscaped = false
    /// The first byte; of a string, the first within the quotes.
    var start: UInt32
    /// The byte behind the last one.
    var end: UInt32
    /// The node behind it and all that is in it.
    var next: UInt32
  }

  /// The longest document: far more than a report, and little enough for 32 bits.
  package static let longestBytes = 1 << 30

  let bytes: [UInt8]
  /// The values in the order of the text; a member of an object is its key and its value.
  let nodes: ContiguousArray<Node>

  /// Reads a document, with comments, trailing commas and unquoted keys where there are any.
  ///
  /// - Throws: `JSONSyntaxError` at the first place that is not understood.
  /// - Precondition: It has at most `longestBytes`.
  /// - Complexity: O(*n*) in the length of the document.
  package init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
    precondition(bytes.count <= JSONDocument.longestBytes, "a document of too many bytes")
    self.bytes = bytes
    nodes = try JSONSyntax.nodes(of: bytes)
  }

  /// The outermost value.
  package var root: Value { Value(document: self, index: 0) }
}

// MARK: - Values

extension JSONDocument {
  /// A value of a document.
  package struct Value: Sendable {
    let document: JSONDocument
    let index: Int

    private var node: Node { document.nodes[index] }

    private var range: Range<Int> { Int(node.start)..<Int(node.end) }

    /// What it is.
    package var kind: Kind { node.kind }

    /// The value as it is written; of a string, what stands within the quotes.
    package var written: String { String(decoding: document.bytes[range], as: UTF8.self) }

    /// The text of a string; `nil` for anything else.
    package var text: String? {
      guard node.kind == .string else { return nil }
      return node.isEscaped ? JSONSyntax.unescaped(document.bytes[range]) : written
    }

    /// Whether it is true; `nil` for what is neither true nor false.
    package var flag: Bool? {
      node.kind == .bool ? document.bytes[range].first == UInt8(ascii: "t") : nil
    }

    /// The elements of a list; none for anything else.
    package var elements: [Value] { node.kind == .list ? inner : [] }

    /// The members of an object, in the order of the text; none for anything else.
    package var members: [(key: Value, value: Value)] {
      guard node.kind == .object else { return [] }
      let inner = inner
      return stride(from: 0, to: inner.count, by: 2).map { (inner[$0], inner[$0 + 1]) }
    }

    /// Finds a member of an object by the bytes of its key.
    package subscript(key: String) -> Value? {
      members.first { $0.key.isText(key) }?.value
    }

    /// How many values without parts there are in it: itself where it has none.
    package var leafCount: Int {
      switch node.kind {
      case .null, .bool, .number, .string: 1
      case .list: max(1, elements.reduce(0) { $0 + $1.leafCount })
      case .object: max(1, members.reduce(0) { $0 + $1.value.leafCount })
      }
    }

    private var inner: [Value] {
      var values: [Value] = []
      var next = index + 1
      while next < node.next {
        values.append(Value(document: document, index: next))
        next = Int(document.nodes[next].next)
      }
      return values
    }
  }
}

// MARK: - Equality

extension JSONDocument.Value {
  /// Whether a string has the bytes of a text.
  package func isText(_ other: String) -> Bool {
    guard kind == .string else { return false }
    guard node.isEscaped else { return document.bytes[range].elementsEqual(other.utf8) }
    return text!.utf8.elementsEqual(other.utf8)
  }

  /// Whether a value without parts is the same as another: a number as it is written, a
  /// string by its bytes, whatever escapes they are written with.
  package func isSame(as other: JSONDocument.Value) -> Bool {
    guard kind == other.kind else { return false }
    if !node.isEscaped, !other.node.isEscaped {
      let (mine, others) = (range, other.range)
      guard mine.count == others.count else { return false }
      let distance = others.lowerBound - mine.lowerBound
      for place in mine where document.bytes[place] != other.document.bytes[place + distance] {
        return false
      }
      return true
    }
    return text!.utf8.elementsEqual(other.text!.utf8)
  }
}
