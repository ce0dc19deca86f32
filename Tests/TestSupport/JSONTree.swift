/// A JSON document as it is written: keys in their order, numbers as text.
///
/// A tree of our own, because what is tested is the text: whether keys are
/// sorted and given once, and whether a count is written as a whole number.
///
/// ```swift
/// let tree = try JSONTree("{\"a\":[1,null]}")
/// tree["a"]?[0]?.integer  // 1
/// ```
package indirect enum JSONTree: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONTree])
  case object([Member])

  /// One member of an object.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let value: JSONTree
  }

  /// Text that is no JSON document.
  package struct SyntaxError: Error, CustomStringConvertible {
    /// What was expected.
    package let expected: String
    /// The byte, from 0, at which it was expected.
    package let byteOffset: Int

    package var description: String { "byte \(byteOffset): expected \(expected)" }
  }

  /// Reads a document.
  ///
  /// - Throws: `SyntaxError` where the text is no JSON document.
  package init(_ text: String) throws(SyntaxError) { try self.init(Array(text.utf8)) }

  /// Reads a document in UTF-8.
  ///
  /// - Throws: `SyntaxError` where the bytes are no JSON document.
  package init(_ bytes: [UInt8]) throws(SyntaxError) {
    var parser = Parser(bytes: bytes)
    self = try parser.document()
  }
}

// MARK: - Looking things up

extension JSONTree {
  /// The member of an object; `nil` when there is none.
  package subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The element of an array; `nil` when there is none.
  package subscript(index: Int) -> JSONTree? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The value at a path of keys and positions joined by points: services.0.months.
  package func at(_ path: String) -> JSONTree? {
    path.split(separator: ".").reduce(self as JSONTree?) { tree, part in
      Int(part).map { tree?[$0] ?? tree?[String(part)] } ?? tree?[String(part)]
    }
  }

  /// The elements of an array; none for anything else.
  package var elements: [JSONTree] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The members of an object; none for anything else.
  package var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The whole number; `nil` for anything else.
  package var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The text; `nil` for anything else.
  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The same document without a member at the top.
  package func without(_ keys: String...) -> JSONTree {
    .object(members.filter { !keys.contains($0.key) })
  }

  /// Every object of the document with its path, outermost first.
  package func objects(at path: String = "") -> [(path: String, members: [Member])] {
    switch self {
    case .object(let members):
      [(path, members)] + members.flatMap { $0.value.objects(at: path + "." + $0.key) }
    case .array(let elements):
      elements.enumerated().flatMap { $1.objects(at: "\(path)[\($0)]") }
    case .null, .bool, .number, .string: []
    }
  }
}

// MARK: - Reading

private struct Parser {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func failure(_ expected: String) -> JSONTree.SyntaxError {
    JSONTree.SyntaxError(expected: expected, byteOffset: position)
  }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  mutating func document() throws(JSONTree.SyntaxError) -> JSONTree {
    let tree = try value()
    skipBlanks()
    guard next == nil else { throw failure("the end") }
    return tree
  }

  private mutating func value() throws(JSONTree.SyntaxError) -> JSONTree {
    skipBlanks()
    if take("null") { return .null }
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "{"): return try object()
    default: return .number(try number())
    }
  }

  private mutating func array() throws(JSONTree.SyntaxError) -> JSONTree {
    var elements: [JSONTree] = []
    position += 1
    skipBlanks()
    if take("]") { return .array([]) }
    repeat {
      elements.append(try value())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw failure("a comma or ]") }
    return .array(elements)
  }

  private mutating func object() throws(JSONTree.SyntaxError) -> JSONTree {
    var members: [JSONTree.Member] = []
    position += 1
    skipBlanks()
    if take("}") { return .object([]) }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw failure("a key") }
      let key = try string()
      skipBlanks()
      guard take(":") else { throw failure("a colon") }
      members.append(.init(key: key, value: try value()))
      skipBlanks()
    } while take(",")
    guard take("}") else { throw failure("a comma or }") }
    guard Set(members.map(\.key)).count == members.count else { throw failure("each key once") }
    return .object(members)
  }

  private mutating func number() throws(JSONTree.SyntaxError) -> String {
    let start = position
    while let byte = next, "+-.0123456789eE".utf8.contains(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard Double(text) != nil else { throw failure("a value") }
    return text
  }

  private mutating func string() throws(JSONTree.SyntaxError) -> String {
    var units: [UInt8] = []
    position += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure("an escaped control character") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        units += String(try escaped()).utf8
      } else {
        units.append(byte)
      }
    }
    guard take("\"") else { throw failure("a closing quote") }
    guard let text = String(validating: units, as: UTF8.self) else { throw failure("UTF-8") }
    return text
  }

  private mutating func escaped() throws(JSONTree.SyntaxError) -> Character {
    let plain: [UInt8: Character] = [
      0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r",
      0x74: "\t",
    ]
    guard let letter = next else { throw failure("an escape") }
    position += 1
    if let character = plain[letter] { return character }
    guard letter == UInt8(ascii: "u") else { throw failure("an escape") }
    var code = try unit()
    if (0xD800..<0xDC00).contains(code), take("\\u") {
      code = 0x10000 + (code - 0xD800) << 10 + (try unit()) - 0xDC00
    }
    guard let scalar = Unicode.Scalar(code) else { throw failure("a Unicode scalar") }
    return Character(scalar)
  }

  private mutating func unit() throws(JSONTree.SyntaxError) -> UInt32 {
    let digits = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, let code = UInt32(digits, radix: 16) else {
      throw failure("four hexadecimal digits")
    }
    position += 4
    return code
  }
}
