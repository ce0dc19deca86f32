internal import Basics

/// The files that stand for the inputs of a report, found by their bytes.
///
/// Names and order do not matter: a file that was moved is the same file.
package struct InputPairing: Sendable {
  /// A file that was given, as it is now.
  package struct Given: Hashable, Sendable {
    /// The path as it was given.
    package let path: String
    /// The SHA-256 of its bytes.
    package let sha256: String

    /// Creates a file.
    package init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// Why the files are not those that were read.
  package enum Problem: Hashable, Sendable {
    /// A file has other bytes.
    case changed(RecordedReport.Input, now: Given)
    /// No file has the bytes of an input, and none seems to stand for it.
    case absent(RecordedReport.Input)
    /// A file was not read when the report was made.
    case unread(Given)
    /// A file was read when the report was made, but not so often.
    case surplus(Given)
  }

  /// For each input the file that has its bytes; `nil` where there is none.
  package let files: [Given?]
  /// What is wrong: first in the order of the inputs, then in that of the files.
  package let problems: [Problem]

  /// Pairs the inputs of a report with files.
  ///
  /// - Complexity: O(*n* · *m*) in the numbers of inputs and files.
  package init(_ inputs: [RecordedReport.Input], _ given: [Given]) {
    var rest = given
    // Of several files with the same bytes, that of the same path is taken first.
    var files: [Given?] = inputs.map { input in
      InputPairing.take(from: &rest) {
        $0.sha256 == input.sha256 && $0.path.hasBytes(of: input.path)
      }
    }
    for (index, input) in inputs.enumerated() where files[index] == nil {
      files[index] = InputPairing.take(from: &rest) { $0.sha256 == input.sha256 }
    }
    self.files = files
    let missing = inputs.indices.filter { files[$0] == nil }.map { inputs[$0] }
    var changed: [Given?] = missing.map { input in
      InputPairing.take(from: &rest) { $0.path.hasBytes(of: input.path) }
    }
    for (index, input) in missing.enumerated() where changed[index] == nil {
      changed[index] = InputPairing.take(from: &rest) { $0.path.fileName == input.path.fileName }
    }
    // The last one without a counterpart on either side can only be each other's.
    let open = missing.indices.filter { changed[$0] == nil }
    if open.count == 1, rest.count == 1, !inputs.contains(where: { $0.sha256 == rest[0].sha256 }) {
      changed[open[0]] = rest.removeFirst()
    }
    problems =
      zip(missing, changed).map { input, now in
        now.map { .changed(input, now: $0) } ?? .absent(input)
      }
      + rest.map { file in
        inputs.contains { $0.sha256 == file.sha256 } ? .surplus(file) : .unread(file)
      }
  }

  private static func take(from files: inout [Given], where fits: (Given) -> Bool) -> Given? {
    files.firstIndex(where: fits).map { files.remove(at: $0) }
  }
}

extension String {
  /// Whether another text has the same bytes, and not only the same characters.
  fileprivate func hasBytes(of other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// What follows the last slash, byte by byte.
  fileprivate var fileName: [UInt8] {
    let bytes = Array(utf8)
    return Array(bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...])
  }
}

// MARK: - Sentences

extension InputPairing.Problem: CustomStringConvertible {
  /// Which file it is, and what is wrong with it.
  package var description: String {
    switch self {
    case .changed(let input, let now):
      "\(VisibleText.escaping(now.path)) is not the file that was read"
        + (now.path.hasBytes(of: input.path) ? "" : " as \(InputPairing.name(input))")
        + ": its SHA-256 is \(now.sha256), the report has \(VisibleText.escaping(input.sha256))"
    case .absent(let input):
      "\(InputPairing.name(input)), which was read, is not among the files: the report has the "
        + "SHA-256 \(VisibleText.escaping(input.sha256))"
    case .unread(let file):
      "\(VisibleText.escaping(file.path)) was not read when the report was made: its SHA-256, "
        + "\(file.sha256), is that of no input"
    case .surplus(let file):
      "\(VisibleText.escaping(file.path)) is given once more than its bytes were read when the "
        + "report was made"
    }
  }
}

extension InputPairing {
  /// The name of an input in a sentence.
  private static func name(_ input: RecordedReport.Input) -> String {
    input.path == "-" ? "standard input" : VisibleText.escaping(input.path)
  }
}
