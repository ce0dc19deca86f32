internal import Basics
internal import Reports

/// Writes what came of running a report again, for people and for programs.
package enum VerificationRenderer: Sendable {
  /// Renders it as text: the verdict, and what it rests on.
  package static func text(_ verification: Verification, isColored: Bool) -> String {
    let style = TextStyle(isColored: isColored)
    let lines =
      switch verification.outcome {
      case .otherFiles(let problems):
        [style.bad("does not verify")] + problems.map(\.description)
          + ["nothing was computed again"]
      case .noReport(let reasons):
        [style.bad("does not verify") + ": the files give no report"]
          + version(verification) + reasons
      case .compared(let comparison): self.lines(verification, comparison, style)
      }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Renders it as JSON, which `VerificationSchema` describes.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  package static func json(_ verification: Verification) throws -> [UInt8] {
    try JSONRenderer.encoded(EncodedVerification(verification))
  }

  private static func lines(
    _ verification: Verification, _ comparison: DocumentComparison, _ style: TextStyle
  ) -> [String] {
    var lines: [String] = []
    if let first = comparison.first {
      let count = comparison.differenceCount
      lines.append(
        style.bad("does not verify") + ": "
          + counted(count, "value") + (count == 1 ? " differs" : " differ; the first:"))
      lines.append("\(first.path): \(first.was ?? "absent"), now \(first.now ?? "absent")")
      if !first.entries.isEmpty { lines.append("in " + first.entries.joined(separator: ", ")) }
      lines += version(verification)
    } else {
      lines.append(
        style.good("verified") + ": " + counted(verification.inputs.count, "file") + ", "
          + counted(comparison.figureCount, "figure") + " the same")
      let lacking = comparison.additionCount
      lines += version(verification).map {
        $0 + "; every figure in it is the same"
          + (lacking == 0
            ? ""
            : "; \(counted(lacking, "value")) of this version \(lacking == 1 ? "is" : "are") not in it")
      }
    }
    if !comparison.additions.isEmpty {
      lines.append(
        "this version has beside these: " + comparison.additions.joined(separator: ", "))
    }
    return lines
  }

  private static func version(_ verification: Verification) -> [String] {
    guard verification.isOtherVersion else { return [] }
    return [
      "made by version \(VisibleText.escaping(verification.recordedVersion)); this is "
        + verification.version
    ]
  }
}

/// The wire form of a verification, version 1.
private struct EncodedVerification: Encodable {
  let schema = VerificationSchema.name
  let verified: Bool
  let version: Version
  let inputs: [Input]
  let figures: Int
  let differences: Int
  @Nullable var difference: Difference?
  let additions: [String]
  let problems: [String]

  struct Version: Encodable {
    let report: String
    let tool: String
  }

  struct Input: Encodable {
    let path: String
    let sha256: String
    @Nullable var file: String?
  }

  struct Difference: Encodable {
    let path: String
    @Nullable var was: String?
    @Nullable var now: String?
    let entries: [String]
  }

  init(_ verification: Verification) {
    verified = verification.isVerified
    version = Version(report: verification.recordedVersion, tool: verification.version)
    inputs = verification.inputs.map {
      Input(path: $0.path, sha256: $0.sha256, file: Nullable(wrappedValue: $0.file))
    }
    difference = nil
    switch verification.outcome {
    case .otherFiles(let found):
      (figures, differences, additions) = (0, 0, [])
      problems = found.map(\.description)
    case .noReport(let reasons):
      (figures, differences, additions) = (0, 0, [])
      problems = reasons
    case .compared(let comparison):
      figures = comparison.figureCount
      differences = comparison.differenceCount
      additions = comparison.additions
      problems = []
      difference = comparison.first.map {
        Difference(
          path: $0.path, was: Nullable(wrappedValue: $0.was), now: Nullable(wrappedValue: $0.now),
          entries: $0.entries)
      }
    }
  }
}
