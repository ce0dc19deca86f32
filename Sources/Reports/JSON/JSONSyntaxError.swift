internal import Basics

/// A place in a JSON document that is not understood.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// What is wrong there.
  package enum Reason: Hashable, Sendable {
    case unexpected(found: String, expected: String)
    case unexpectedEnd(expected: String)
    case unclosedString
    case unclosedComment
    case controlCharacter(code: Int)
    case unknownEscape
    case malformedNumber
    case notFinite
    case numberTooLong
    case tooDeep(limit: Int)
    case repeatedKey(String)
    case notUTF8
  }

  /// What is wrong.
  package let reason: Reason
  /// The line, counted from 1.
  package let line: Int
  /// The character in the line, counted from 1.
  package let column: Int

  /// Creates an error at a place.
  package init(reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }
}

// MARK: - Sentences

extension JSONSyntaxError.Reason: CustomStringConvertible {
  /// What was found and what was expected, in words.
  package var description: String {
    switch self {
    case .unexpected(let found, let expected):
      "expected \(expected), found \"\(VisibleText.escaping(found))\""
    case .unexpectedEnd(let expected): "expected \(expected), found the end of the file"
    case .unclosedString: "a string that begins here is not closed on its line"
    case .unclosedComment: "a comment that begins here is not closed"
    case .controlCharacter(let code):
      "a string holds the control character \(code); write it as an escape"
    case .unknownEscape: "unknown escape in a string"
    case .malformedNumber: "expected a number"
    case .notFinite: "a number must be finite"
    case .numberTooLong: "a number may have at most \(JSONSyntax.digitLimit) digits"
    case .tooDeep(let limit): "nested more than \(limit) levels deep"
    case .repeatedKey(let key): "the key \"\(VisibleText.escaping(key))\" is given twice"
    case .notUTF8: "the file is not valid UTF-8"
    }
  }
}
