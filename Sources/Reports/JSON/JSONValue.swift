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
  /// - Throws: `JSONSyntaxError` at the first place that is not understood.
  /// - Complexity: O(*n*) in the length of the document.
  package init(json5 bytes: [UInt8]) throws(JSONSyntaxError) {
    self.init(try JSONDocument(bytes).root)
  }

  /// Takes a value out of a document; numbers come to plain decimal text.
  ///
  /// - Complexity: O(*n*) in the size of the value.
  package init(_ value: JSONDocument.Value) {
    switch value.kind {
    case .null: self = .null
    case .bool: self = .bool(value.flag!)
    case .number: self = .number(JSONValue.decimal(value.written))
    case .string: self = .string(value.text!)
    case .list: self = .array(value.elements.map { JSONValue($0) })
    case .object:
      var members: [String: JSONValue] = [:]
      for member in value.members { members[member.key.text!] = JSONValue(member.value) }
      self = .object(members)
    }
  }

  /// Gives the plain decimal text of a number whose syntax was found to be right.
  private static func decimal(_ written: String) -> String {
    let digits = written.drop { $0 == "+" || $0 == "-" }
    let sign = written.hasPrefix("-") ? "-" : ""
    // Fifteen hexadecimal digits at most.
    let isHexadecimal = digits.hasPrefix("0x") || digits.hasPrefix("0X")
    let plain =
      isHexadecimal ? Int(digits.dropFirst(2), radix: 16).map { String($0) }! : String(digits)
    guard let number = Decimal(string: sign + plain) else {
      preconditionFailure("a number that is none")
    }
    return number.description
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

// MARK: - Encoding

extension JSONValue: Encodable {
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
