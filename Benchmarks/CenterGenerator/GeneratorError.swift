/// Why the generator could not do what was asked.
enum GeneratorError: Error, Hashable, Sendable {
  case unknownOption(String, nearest: String?)
  case missingValue(option: String)
  case badValue(option: String, found: String, expected: String)
  case repeatedOption(String)
  case missingOption(String)
  case notWithSample(option: String)
  case notWithContacts(option: String)
  case onlyWithContacts(option: String)
  case cannotWrite(path: String, errno: Int32)

  /// The status of `sysexits.h`: 64 for the command line, 74 for output.
  var exitStatus: Int32 {
    if case .cannotWrite = self { return 74 }
    return 64
  }
}

// MARK: - Sentences

extension GeneratorError: CustomStringConvertible {
  /// The sentence for people.
  var description: String {
    switch self {
    case .unknownOption(let option, let nearest?):
      return "unknown option '\(option)'; did you mean '\(nearest)'? --help lists the options"
    case .unknownOption(let option, nil):
      return "unknown option '\(option)'; --help lists the options"
    case .missingValue(let option):
      return "\(option) needs a value"
    case .badValue(let option, let found, let expected):
      return "\(option): found '\(found)', expected \(expected)"
    case .repeatedOption(let option):
      return "\(option) is given twice"
    case .missingOption(let option):
      return "\(option) is missing; --help shows the ways to call the generator"
    case .notWithSample(let option):
      return "\(option) has no effect with --sample or --profiles, whose centers are fixed"
    case .notWithContacts(let option):
      return "\(option) has no effect with --contacts, from which the queues follow"
    case .onlyWithContacts(let option):
      return "\(option) has no effect without --contacts"
    case .cannotWrite(let path, let errno):
      return "cannot write \(path): \(systemSentence(errno))"
    }
  }
}
