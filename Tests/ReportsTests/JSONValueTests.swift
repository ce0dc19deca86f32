import Basics
import Testing

@testable import Reports

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite struct JSONValueTests {
  static func parse(_ text: String) throws -> JSONValue {
    try JSONValue(json5: Array(text.utf8))
  }

  @Test(arguments: [
    ("82.1", "82.1"), ("0.000001", "0.000001"), ("85.5", "85.5"), ("5.80", "5.8"), ("-0.1", "-0.1"),
    ("1e3", "1000"), ("0x1F", "31"), (".5", "0.5"), ("5.", "5"), ("+5", "5"),
    ("123456789012345678901234.123456", "123456789012345678901234.123456"),
    ("0.3000000000000000444", "0.3000000000000000444"),
  ])
  func numbersComeOutExact(_ written: String, _ exact: String) throws {
    #expect(try Self.parse("{ a: \(written) }") == .object(["a": .number(exact)]))
  }

  @Test func readsWhatJSON5Allows() throws {
    let text = """
      // a comment
      { plain: 1, 'single': 'it\\'s', "double": "\\u00e9\\ud83d\\ude00", /* more */
        list: [true, false, null,], }
      """
    #expect(
      try Self.parse(text)
        == .object([
          "plain": .number("1"), "single": .string("it's"), "double": .string("é😀"),
          "list": .array([.bool(true), .bool(false), .null]),
        ]))
    #expect(try Self.parse("\u{feff}{ a: 1 }") == .object(["a": .number("1")]))
  }

  static let syntaxErrors: [(text: String, line: Int, column: Int, sentence: String)] = [
    ("", 1, 1, "expected a value, found the end of the file"),
    ("{a: 82.1,\n b: 3 4}", 2, 7, "expected a comma or \"}\", found \"4\""),
    ("{a: [1,\n\n 2", 3, 3, "expected a comma or \"]\", found the end of the file"),
    ("{a: 1\r\n,b 2}", 2, 4, "expected a colon after the key, found \"2\""),
    ("{a: tru}", 1, 5, "expected a value, found \"tru\""),
    ("{'é': 1, é: 2}", 1, 10, "expected a key or \"}\", found \"é\""),
    ("{a: 1} x", 1, 8, "expected the end of the file, found \"x\""),
    ("{a: 1,,}", 1, 7, "expected a key or \"}\", found \",\""),
    ("{a: 'x\n'}", 1, 5, "a string that begins here is not closed on its line"),
    ("{ /* x", 1, 3, "a comment that begins here is not closed"),
    ("{a: '\t'}", 1, 6, "a string holds the control character 9; write it as an escape"),
    ("{a: \"\\q\"}", 1, 6, "unknown escape in a string"),
    ("{a: \"\\ud83d\"}", 1, 6, "unknown escape in a string"),
    ("{a: 01}", 1, 5, "expected a number"),
    ("{a: 1e}", 1, 5, "expected a number"),
    ("{a: -Infinity}", 1, 5, "a number must be finite"),
    ("{a: NaN}", 1, 5, "a number must be finite"),
    ("{a: 1e400}", 1, 5, "a number may have at most 30 digits"),
    ("{a: 1, a: 2}", 1, 8, "the key \"a\" is given twice"),
    ("{a: 1, '\\u0061': 2}", 1, 8, "the key \"a\" is given twice"),
    (String(repeating: "[", count: 600), 1, 33, "nested more than 32 levels deep"),
  ]

  @Test(arguments: syntaxErrors)
  func syntaxErrorsNameLineAndColumn(
    _ text: String, _ line: Int, _ column: Int, _ sentence: String
  ) {
    let error = #expect(throws: JSONSyntaxError.self) { try Self.parse(text) }
    #expect(error?.line == line && error?.column == column, "\(String(describing: error))")
    #expect(error?.reason.description == sentence)
  }

  @Test func invalidTextIsFoundWhereItIs() {
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONValue(json5: Array("{a:\n 'x".utf8) + [0xff] + Array("'}".utf8))
    }
    #expect(error == JSONSyntaxError(reason: .notUTF8, line: 2, column: 4))
    #expect(error?.reason.description == "the file is not valid UTF-8")
  }

  /// The toolchain's decoder, as the oracle of what documents mean.
  private indirect enum Decoded: Decodable {
    case value(JSONValue)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .value(.null)
      } else if let flag = try? container.decode(Bool.self) {
        self = .value(.bool(flag))
      } else if let number = try? container.decode(Decimal.self) {
        self = .value(.number(number.description))
      } else if let text = try? container.decode(String.self) {
        self = .value(.string(text))
      } else if let list = try? container.decode([Decoded].self) {
        self = .value(.array(list.map(\.json)))
      } else {
        self = .value(.object(try container.decode([String: Decoded].self).mapValues(\.json)))
      }
    }

    var json: JSONValue {
      switch self {
      case .value(let value): value
      }
    }
  }

  @Test(arguments: [
    "{}", "[]", "[[],{}]", "{a:{b:[1,-2.50,+3,.25,4.,5e2,5E-3,0x1f,-0x0A,-0,0.0]}}",
    "[true,false,null,'it\\'s',\"\\u00e9\\n\\/\\x41\"]", "/* a */ {'b':1,/**/a:2,} // c",
    "{b:1,a:{d:1,c:{z:'',y:[{},{q:1}]}},'\\u0061b':3}", "\"\\ud83d\\ude00\"", "12", "'x'",
    "123456789012345678901234567890",
  ])
  func documentsMeanWhatTheDecoderSays(_ text: String) throws {
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    #expect(try Self.parse(text) == decoder.decode(Decoded.self, from: Data(text.utf8)).json)
  }

  /// In whatever order they come, and however they are written.
  @Test(arguments: [
    "{a:1,a:2}", "{a:1,b:2,a:3}", "{b:1,a:2,b:3}", "{a:{b:1,c:2},d:3,a:4}", "{a:1,'\\x61':2}",
    "{'e\u{301}':1,'\u{e9}':2}", "{'\u{e9}':1,a:2,'\\u00e9':3}", "[{c:1,b:[{}],c:2}]",
  ])
  func keyThatIsGivenTwiceIsRefused(_ text: String) {
    let error = #expect(throws: JSONSyntaxError.self) { try Self.parse(text) }
    guard case .repeatedKey = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func documentGivesValuesAsTheyAreWritten() throws {
    let document = try JSONDocument(Array("{\"a\":[1,2.50,\"\\u0041\"],\"b\":true}".utf8))
    let list = try #require(document.root["a"])
    #expect(list.elements.map(\.written) == ["1", "2.50", "\\u0041"])
    #expect(list.elements[2].text == "A" && list.elements[2].isText("A"))
    #expect(document.root["b"]?.flag == true && document.root["c"] == nil)
    #expect(document.root.members.map { $0.key.text } == ["a", "b"])
    #expect(document.root.leafCount == 4)
  }

  @Test func compactTextIsSortedAndReadsBack() throws {
    let value = JSONValue.object([
      "b": .array([.null, .bool(true), .number("82.1")]), "a": .string("q\"\\\n\u{1}é"),
      "B": .object([:]),
    ])
    #expect(
      value.compactText == #"{"B":{},"a":"q\"\\\n\u0001é","b":[null,true,82.1]}"#)
    #expect(try Self.parse(value.compactText) == value)
  }

  @Test func encodesWithExactNumbers() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let data = try encoder.encode(
      JSONValue.object(["b": .number("82.1"), "a": .null, "c": .array([.number("0.000001")])]))
    #expect(String(decoding: data, as: UTF8.self) == #"{"a":null,"b":82.1,"c":[0.000001]}"#)
    #expect(throws: EncodingError.self) { try encoder.encode(JSONValue.number("many")) }
  }
}
