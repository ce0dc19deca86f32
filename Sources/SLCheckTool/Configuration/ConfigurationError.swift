package import Basics
package import DelimitedText
package import Reports

/// Everything that is wrong with one configuration file.
package struct ConfigurationFailure: Error, Hashable, Sendable {
  /// The name of the file as it was given.
  package let file: String
  /// What is wrong, in the order of the documentation; never empty.
  package let errors: [ConfigurationError]

  /// Creates a failure from what was found in a file.
  package init(file: String, errors: [ConfigurationError]) {
    self.file = file
    self.errors = errors
  }

  /// One line for each error, such as slcheck.json: asOf: ….
  package var lines: [String] {
    errors.map { VisibleText.escaping(file) + $0.description }
  }
}

/// One thing that is wrong with a configuration, and where.
package struct ConfigurationError: Error, Hashable, Sendable {
  /// Where in the file it is.
  package enum Place: Hashable, Sendable {
    /// A key path such as services[0].formula; empty for the whole document.
    case keyPath(String)
    /// A line and the character in it, both counted from 1.
    case position(line: Int, column: Int)
  }

  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    case syntax(JSONSyntaxError.Reason)
    case unknownKey(nearest: String?)
    case unknownName(kind: String, found: String, nearest: String?, known: [String])
    case unknownZone(found: String, nearest: String?)
    case wrongType(expected: String, found: String)
    case missingKey(String)
    case outOfRange(name: String, low: FixedPoint, high: FixedPoint?, found: String)
    case tooManyPlaces(found: String)
    case tooLarge(found: String)
    case notOneOf(name: String, known: [String], found: String)
    case malformed(expected: String, found: String)
    case emptyText
    case emptyList
    case repeatedName(String)
    case overlappingHours(String, String)
    case emptyStretch(String)
    case noObjectives
    case bothBounds
    case noBound
    case severalTests
    case noTest
    case reversedMonths
    case noUnit
    case noFormat
    case timeFormat(StampFormatError)
    case differenceTooShort
  }

  /// Where it is.
  package let place: Place
  /// What is wrong.
  package let reason: Reason

  /// Creates an error at a key path.
  package init(_ keyPath: String, _ reason: Reason) {
    place = .keyPath(keyPath)
    self.reason = reason
  }

  /// Creates an error at a place where the file is not JSON.
  package init(_ error: JSONSyntaxError) {
    place = .position(line: error.line, column: error.column)
    reason = .syntax(error.reason)
  }
}

extension ConfigurationError.Reason {
  /// Why a number cannot be held exactly: too many places, or too large.
  static func unheldNumber(_ text: String) -> ConfigurationError.Reason {
    text.contains(".") ? .tooManyPlaces(found: text) : .tooLarge(found: text)
  }
}

// MARK: - Sentences

extension ConfigurationError: CustomStringConvertible {
  /// Place and reason as they follow the name of the file.
  package var description: String {
    switch place {
    case .keyPath(""): ": \(reason)"
    case .keyPath(let path): ": \(path): \(reason)"
    case .position(let line, let column): ":\(line):\(column): \(reason)"
    }
  }
}

extension ConfigurationError.Reason: CustomStringConvertible {
  /// What was found and what was expected, in words.
  package var description: String {
    switch self {
    case .syntax(let reason): reason.description
    case .unknownKey(let nearest):
      "unknown key" + (nearest.map { "; did you mean \(quoted($0))?" } ?? "")
    case .unknownName(let kind, let found, let nearest, let known):
      "unknown \(kind) \(quoted(found))"
        + (nearest.map { "; did you mean \(quoted($0))?" }
          ?? (known.isEmpty ? "" : "; known: " + known.joined(separator: ", ")))
    case .unknownZone(let found, let nearest):
      "unknown time zone \(quoted(found)); "
        + (nearest.map { "did you mean \(quoted($0))?" }
          ?? "expected a name of the IANA database, such as America/Chicago")
    case .wrongType(let expected, let found): "expected \(expected), found \(found)"
    case .missingKey(let key): "the key \(quoted(key)) is missing"
    case .outOfRange(let name, let low, let high?, let found):
      "\(name) must be from \(low) to \(high), found \(found)"
    case .outOfRange(let name, let low, nil, let found):
      "\(name) must be at least \(low), found \(found)"
    case .tooManyPlaces(let found):
      "a number may have at most \(FixedPoint.places) decimal places, found \(found)"
    case .tooLarge(let found):
      "a number may have at most 24 digits before the point, found \(found)"
    case .notOneOf(let name, let known, let found):
      "\(name) must be one of \(known.joined(separator: ", ")), found \(found)"
    case .malformed(let expected, let found): "expected \(expected), found \(quoted(found))"
    case .emptyText: "the text must not be empty"
    case .emptyList: "the list must not be empty"
    case .repeatedName(let name): "the name \(quoted(name)) is given twice"
    case .overlappingHours(let first, let second): "the hours \(first) and \(second) overlap"
    case .emptyStretch(let text):
      "the hours \(text) begin and end at once; a whole day is 00:00-24:00"
    case .noObjectives: "a service needs at least one objective"
    case .bothBounds: "give either \"atMost\" or \"atLeast\", not both"
    case .noBound: "give \"atMost\" or \"atLeast\""
    case .severalTests: "give one of \"is\", \"startsWith\" and \"all\""
    case .noTest: "give \"is\", \"startsWith\" or \"all\""
    case .reversedMonths: "the last month comes before the first"
    case .noUnit: "the column is neither a duration nor a percentage, so it has no unit"
    case .noFormat: "the column holds no time, so it has no format"
    case .timeFormat(let error): error.description
    case .differenceTooShort: "a difference needs at least two columns"
    }
  }
}
