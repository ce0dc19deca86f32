/// Walks through a JSON5 document: finds its values, or the first place that is none.
///
/// It is strict where something would be lost silently, as with a key that is given twice.
/// Configurations and reports are read by it alone.
struct JSONSyntax {
  /// Decimals of Foundation hold 38 digits; past that they would be rounded silently.
  static let digitLimit = 30
  /// Far more than a configuration or a report needs, and safe for any thread's stack.
  static let depthLimit = 32

  private let bytes: [UInt8]
  /// The next byte to read; at most the number of bytes.
  private var offset = 0
  private var depth = 0
  /// The values that were found, each before what is in it.
  private var nodes: ContiguousArray<JSONDocument.Node> = []

  /// Finds the values of a whole document.
  ///
  /// - Throws: `JSONSyntaxError` at the first place that is not understood.
  static func nodes(
    of bytes: [UInt8]
  ) throws(JSONSyntaxError) -> ContiguousArray<JSONDocument.Node> {
    if String(validating: bytes, as: UTF8.self) == nil {
      let decoded = String(decoding: bytes, as: UTF8.self)
      let invalid = zip(bytes, decoded.utf8).enumerated().first { $1.0 != $1.1 }
      throw JSONSyntax(bytes: bytes).failure(.notUTF8, at: invalid?.offset ?? bytes.count)
    }
    var syntax = JSONSyntax(bytes: bytes)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { syntax.offset = 3 }
    try syntax.blank()
    try syntax.value()
    try syntax.blank()
    if syntax.offset < bytes.count { throw syntax.unexpected("the end of the file") }
    return syntax.nodes
  }

  /// Gives the text of a string whose escapes were found to be right.
  static func unescaped(_ written: ArraySlice<UInt8>) -> String {
    var syntax = JSONSyntax(bytes: Array(written))
    var text: [UInt8] = []
    while let byte = syntax.peek() {
      if byte == UInt8(ascii: "\\"), (try? syntax.escape(into: &text)) != nil { continue }
      text.append(byte)
      syntax.offset += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  private func isAt(_ character: Unicode.Scalar) -> Bool {
    peek() == UInt8(ascii: character)
  }
}

// MARK: - Places

extension JSONSyntax {
  private func failure(_ reason: JSONSyntaxError.Reason, at place: Int) -> JSONSyntaxError {
    var (line, column) = (1, 1)
    for (index, byte) in bytes[..<place].enumerated() {
      switch byte {
      case 0x0a:
        if index == 0 || bytes[index - 1] != 0x0d { line += 1 }
        column = 1
      case 0x0d: (line, column) = (line + 1, 1)
      case 0x80...0xbf: break  // Goes on with a character that is counted.
      case 0xef where index == 0 && bytes.starts(with: [0xef, 0xbb, 0xbf]): break
      default: column += 1
      }
    }
    return JSONSyntaxError(reason: reason, line: line, column: column)
  }

  private func unexpected(_ expected: String) -> JSONSyntaxError {
    guard offset < bytes.count else {
      return failure(.unexpectedEnd(expected: expected), at: offset)
    }
    let next = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
    let found = next.unicodeScalars.first.map { String($0) } ?? ""
    return failure(.unexpected(found: found, expected: expected), at: offset)
  }
}

// MARK: - Values

extension JSONSyntax {
  /// Notes a value without parts.
  private mutating func note(
    _ kind: JSONDocument.Kind, _ range: Range<Int>, isEscaped: Bool = false
  ) {
    nodes.append(
      JSONDocument.Node(
        kind: kind, isEscaped: isEscaped, start: UInt32(range.lowerBound),
        end: UInt32(range.upperBound), next: UInt32(nodes.count + 1)))
  }

  private mutating func blank() throws(JSONSyntaxError) {
    while let byte = peek() {
      switch byte {
      case 0x20, 0x09, 0x0a, 0x0d: offset += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while let next = peek(), next != 0x0a, next != 0x0d { offset += 1 }
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
        let start = offset
        offset += 2
        while !(isAt("*") && peek(1) == UInt8(ascii: "/")) {
          guard offset < bytes.count else { throw failure(.unclosedComment, at: start) }
          offset += 1
        }
        offset += 2
      default: return
      }
    }
  }

  private mutating func value() throws(JSONSyntaxError) {
    guard let byte = peek() else { throw unexpected("a value") }
    switch Unicode.Scalar(byte) {
    case "{": try nested(.object) { syntax throws(JSONSyntaxError) in try syntax.members() }
    case "[": try nested(.list) { syntax throws(JSONSyntaxError) in try syntax.elements() }
    case "\"", "'": try string()
    case "0"..."9", "+", "-", ".": try number()
    default: try word()
    }
  }

  private mutating func nested(
    _ kind: JSONDocument.Kind,
    _ body: (inout JSONSyntax) throws(JSONSyntaxError) -> Void
  ) throws(JSONSyntaxError) {
    guard depth < JSONSyntax.depthLimit else {
      throw failure(.tooDeep(limit: JSONSyntax.depthLimit), at: offset)
    }
    let place = nodes.count
    note(kind, offset..<offset)
    depth += 1
    offset += 1
    try body(&self)
    offset += 1
    depth -= 1
    nodes[place].end = UInt32(offset)
    nodes[place].next = UInt32(nodes.count)
  }

  private mutating func elements() throws(JSONSyntaxError) {
    try blank()
    while !isAt("]") {
      try value()
      try blank()
      if isAt(",") {
        offset += 1
        try blank()
      } else if !isAt("]") {
        throw unexpected("a comma or \"]\"")
      }
    }
  }

  private mutating func members() throws(JSONSyntaxError) {
    let first = nodes.count
    var seen = SeenKeys()
    try blank()
    while !isAt("}") {
      let start = offset
      let place = nodes.count
      try key()
      if let repeated = seen.add(place, since: first, nodes, bytes) {
        throw failure(.repeatedKey(repeated), at: start)
      }
      try blank()
      guard isAt(":") else { throw unexpected("a colon after the key") }
      offset += 1
      try blank()
      try value()
      try blank()
      if isAt(",") {
        offset += 1
        try blank()
      } else if !isAt("}") {
        throw unexpected("a comma or \"}\"")
      }
    }
  }

  private mutating func key() throws(JSONSyntaxError) {
    if isAt("\"") || isAt("'") { return try string() }
    let start = offset
    while let byte = peek(), JSONSyntax.isKeyByte(byte, isFirst: offset == start) { offset += 1 }
    guard offset > start else { throw unexpected("a key or \"}\"") }
    note(.string, start..<offset)
  }

  private static func isKeyByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "_", "$": true
    case "0"..."9": !isFirst
    default: false
    }
  }

  private mutating func word() throws(JSONSyntaxError) {
    let start = offset
    while let byte = peek(), JSONSyntax.isKeyByte(byte, isFirst: offset == start) { offset += 1 }
    switch String(decoding: bytes[start..<offset], as: UTF8.self) {
    case "true", "false": note(.bool, start..<offset)
    case "null": note(.null, start..<offset)
    case "Infinity", "NaN": throw failure(.notFinite, at: start)
    case let word:
      offset = start
      guard !word.isEmpty else { throw unexpected("a value") }
      throw failure(.unexpected(found: word, expected: "a value"), at: start)
    }
  }
}

// MARK: - Strings and numbers

extension JSONSyntax {
  private mutating func string() throws(JSONSyntaxError) {
    let start = offset
    let quote = bytes[offset]
    var escaped: [UInt8] = []
    var isEscaped = false
    offset += 1
    while let byte = peek() {
      switch byte {
      case quote:
        note(.string, start + 1..<offset, isEscaped: isEscaped)
        offset += 1
        return
      case 0x0a, 0x0d: throw failure(.unclosedString, at: start)
      case 0..<0x20: throw failure(.controlCharacter(code: Int(byte)), at: offset)
      case UInt8(ascii: "\\"):
        isEscaped = true
        try escape(into: &escaped)
        escaped.removeAll(keepingCapacity: true)
      default: offset += 1
      }
    }
    throw failure(.unclosedString, at: start)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    let start = offset
    offset += 2
    let plain: [Unicode.Scalar: UInt8] = [
      "\"": 0x22, "'": 0x27, "\\": 0x5c, "/": 0x2f, "b": 0x08, "f": 0x0c, "n": 0x0a, "r": 0x0d,
      "t": 0x09,
    ]
    guard start + 1 < bytes.count else { throw failure(.unknownEscape, at: start) }
    let letter = Unicode.Scalar(bytes[start + 1])
    if let byte = plain[letter] {
      text.append(byte)
      return
    }
    var code: UInt32?
    switch letter {
    case "u":
      code = hexadecimal(4)
      if let high = code, (0xd800..<0xdc00).contains(high), isAt("\\"), peek(1) == 0x75 {
        offset += 2
        let low = hexadecimal(4) ?? 0
        let isPair = (0xdc00..<0xe000).contains(low)
        code = isPair ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : nil
      }
    case "x": code = hexadecimal(2)
    default: break
    }
    guard let code, let scalar = Unicode.Scalar(code) else {
      throw failure(.unknownEscape, at: start)
    }
    text += Array(String(scalar).utf8)
  }

  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    guard bytes.count - offset >= count else { return nil }
    let digits = bytes[offset..<offset + count]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    offset += count
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() throws(JSONSyntaxError) {
    let start = offset
    if isAt("+") || isAt("-") { offset += 1 }
    if isAt("I") || isAt("N") { throw failure(.notFinite, at: start) }
    if isAt("0"), peek(1).map({ $0 | 0x20 }) == UInt8(ascii: "x") {
      offset += 2
      let count = digits { Character(Unicode.Scalar($0)).isHexDigit }
      // Fifteen hexadecimal digits are below 2⁶⁰.
      guard count > 0 else { throw failure(.malformedNumber, at: start) }
      guard count <= 15 else { throw failure(.numberTooLong, at: start) }
    } else {
      let isZero = isAt("0")
      var count = digits { (0x30...0x39).contains($0) }
      if isZero && count > 1 { throw failure(.malformedNumber, at: start) }
      if isAt(".") {
        offset += 1
        count += digits { (0x30...0x39).contains($0) }
      }
      guard count > 0 else { throw failure(.malformedNumber, at: start) }
      guard count <= JSONSyntax.digitLimit else { throw failure(.numberTooLong, at: start) }
      if isAt("e") || isAt("E") {
        offset += 1
        if isAt("+") || isAt("-") { offset += 1 }
        // Two digits keep the exponent well inside what a decimal holds.
        let exponent = digits { (0x30...0x39).contains($0) }
        guard exponent > 0 else { throw failure(.malformedNumber, at: start) }
        guard exponent <= 2 else { throw failure(.numberTooLong, at: start) }
      }
    }
    if let byte = peek(), JSONSyntax.isKeyByte(byte, isFirst: false) || byte == 0x2e {
      throw failure(.malformedNumber, at: start)
    }
    note(.number, start..<offset)
  }

  private mutating func digits(_ isDigit: (UInt8) -> Bool) -> Int {
    let start = offset
    while let byte = peek(), isDigit(byte) { offset += 1 }
    return offset - start
  }
}

// MARK: - Keys

/// The keys of an object that were read, so that none is given twice.
///
/// Keys that ascend, as those of a report do, are different without being kept.
private struct SeenKeys {
  private var last: Range<Int>?
  /// All keys so far; `nil` as long as they ascend and are plain.
  private var texts: Set<String>?

  /// Takes the key of a node, and gives its text where an earlier one has the same.
  ///
  /// - Parameter first: The first node of the object's members.
  mutating func add(
    _ place: Int, since first: Int, _ nodes: ContiguousArray<JSONDocument.Node>, _ bytes: [UInt8]
  ) -> String? {
    let node = nodes[place]
    let range = Int(node.start)..<Int(node.end)
    if texts == nil, !node.isEscaped, bytes[range].allSatisfy({ $0 < 0x80 }),
      last.map({ bytes[$0].lexicographicallyPrecedes(bytes[range]) }) ?? true
    {
      last = range
      return nil
    }
    if texts == nil {
      var known: Set<String> = []
      var next = first
      while next < place {
        known.insert(SeenKeys.text(nodes[next], bytes))
        next = Int(nodes[next + 1].next)
      }
      texts = known
    }
    let text = SeenKeys.text(node, bytes)
    return texts!.insert(text).inserted ? nil : text
  }

  private static func text(_ node: JSONDocument.Node, _ bytes: [UInt8]) -> String {
    let written = bytes[Int(node.start)..<Int(node.end)]
    return node.isEscaped
      ? JSONSyntax.unescaped(written) : String(decoding: written, as: UTF8.self)
  }
}
