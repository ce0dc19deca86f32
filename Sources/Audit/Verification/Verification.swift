package import Reports

/// What came of running a report again from its inputs.
///
/// ```swift
/// let outcome = Verification.Outcome.compared(comparison)
/// Verification(report, pairing, version: "0.1.0", outcome: outcome).isVerified
/// ```
package struct Verification: Sendable {
  /// How far it went, and what was found there.
  package enum Outcome: Sendable {
    /// The files are not those that were read, so nothing was computed.
    case otherFiles([InputPairing.Problem])
    /// The files give no report under what is recorded; the reasons, a line each.
    case noReport([String])
    /// The report was made again and held against the one that was recorded.
    case compared(DocumentComparison)
  }

  /// An input of the report and the file that stands for it.
  package struct Input: Hashable, Sendable {
    /// The path that the report has.
    package let path: String
    /// The SHA-256 that the report has.
    package let sha256: String
    /// The path of the file with these bytes; `nil` where there is none.
    package let file: String?
  }

  /// The version of the program that wrote the report.
  package let recordedVersion: String
  /// The version of this program.
  package let version: String
  /// The inputs of the report, in its order.
  package let inputs: [Input]
  /// How far it went.
  package let outcome: Outcome

  /// Sums up what was found.
  package init(
    _ report: RecordedReport, _ pairing: InputPairing, version: String, outcome: Outcome
  ) {
    recordedVersion = report.version
    self.version = version
    inputs = zip(report.inputs, pairing.files).map { input, file in
      Input(path: input.path, sha256: input.sha256, file: file?.path)
    }
    self.outcome = outcome
  }

  /// Whether the same files give the same report.
  package var isVerified: Bool {
    guard case .compared(let comparison) = outcome else { return false }
    return comparison.differenceCount == 0
  }

  /// Whether the version that wrote the report is another one.
  package var isOtherVersion: Bool { !recordedVersion.utf8.elementsEqual(version.utf8) }

  /// Holds a report against the one that its inputs give now.
  ///
  /// What became of new files in a ledger is no figure: the files of the ledger are the inputs.
  /// The version is told apart and no difference by itself. The digest of the configuration is
  /// that of the configuration beside it, or somebody changed one of them; it is compared with
  /// what it should be, and not with that of a version that knows more keys. Keys that came
  /// after the recorded version are no difference; everything else that is lacking is one,
  /// whatever version the report gives itself.
  ///
  /// - Parameter version: The version that made the report again.
  /// - Complexity: O(*n*) in the sizes of the reports.
  package static func compare(
    _ report: RecordedReport, with again: JSONDocument, version: String
  ) -> DocumentComparison {
    var comparison = DocumentComparison(
      report.document.root, again.root, skipping: ["version", "configuration.sha256", "ledger"],
      tolerating: RecordedReport.keys(laterThan: report.version, in: version))
    let computed = report.computedSHA256
    if !report.recordedSHA256.utf8.elementsEqual(computed.utf8) {
      comparison.lead(
        with: .init(
          path: "configuration.sha256", was: DocumentComparison.quoted(report.recordedSHA256),
          now: DocumentComparison.quoted(computed), entries: []))
    }
    return comparison
  }
}
