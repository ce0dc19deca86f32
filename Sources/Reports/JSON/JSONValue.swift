package import Basics

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A value of a JSON document, before anyone asks what it means.
///
/// ```swift
/// let value = try JSONValue(json5: Array("{ percent: 82.1 }".utf8))
/// value.compactText  // {"percent":82.1}
/// ```
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as plain decimal text, such as 82.1; it never was a binary fraction.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])
}

// MARK: - Reading

extension JSONValue {
  /// Reads a document with comments, trailing commas and unquoted keys.
  ///
  /// Foundation's decoder does the reading. Where it refuses, it names no place,
  /// so the syntax is walked through first: that finds line and column, and
  /// keys that are given twice.
  ///
  /// - Throws: `JSONSyntaxError` at the first place that is not understood.
  /// - Complexity: O(*n*) in the length of the document.
  package init(json5 bytes: [UInt8]) throws(JSONSyntaxError) {
    try JSONSyntax.check(bytes)
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    do {
      self = try decoder.decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw JSONSyntaxError(reason: .undecodable, line: 1, column: 1)
    }
  }

  /// Creates a number from an exact decimal.
  package init(_ number: FixedPoint) {
    self = .number(number.description)
  }

  /// Creates a number from a whole number.
  package init(_ number: Int) {
    self = .number(String(number))
  }

  /// What the value is called in a sentence: a string, a list.
  package var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

// MARK: - Coding

extension JSONValue: Codable {
  /// Decodes whatever value comes; numbers are read as decimals.
  ///
  /// - Throws: `DecodingError` when the value is none that JSON knows.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let number = try? container.decode(Decimal.self) {
      self = .number(number.description)
    } else if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .array(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Encodes the value with explicit nulls and exact numbers.
  ///
  /// - Throws: `EncodingError` when a number's text is not a number.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let flag): try container.encode(flag)
    case .number(let text):
      guard let number = Decimal(string: text) else {
        throw EncodingError.invalidValue(
          text, .init(codingPath: encoder.codingPath, debugDescription: "not a number"))
      }
      try container.encode(number)
    case .string(let text): try container.encode(text)
    case .array(let list): try container.encode(list)
    case .object(let members): try container.encode(members)
    }
  }
}

// MARK: - Compact text

extension JSONValue {
  /// The value as JSON without blanks, keys sorted by their bytes: the same value, the same text.
  ///
  /// - Complexity: O(*n* log *n*) in the size of the value.
  package var compactText: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): JSONValue.write(string, to: &text)
    case .array(let list):
      text += "["
      for (index, value) in list.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { text += "," }
        JSONValue.write(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1f}", "\u{7f}":
        let code = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - code.utf8.count) + code
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
