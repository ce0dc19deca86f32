import Audit
import Basics
import Reports

extension Tool {
  /// Writes the folder that proves a run, where one was asked for: before the result, so that
  /// no result stands without it.
  static func writeEvidence(
    _ report: Report, _ audit: ClaimAudit?, _ records: Intake.Result,
    _ configuration: Configuration, _ arguments: Arguments
  ) throws(ToolError) {
    guard let path = arguments.evidencePath else { return }
    let folder = EvidenceFolder(
      report: report, audit: audit, configuration: configuration.effective.compactText,
      rejects: records.rejects)
    let files: [OutputFolder.File]
    do {
      files = try folder.files(threads: records.threads)
    } catch {
      throw ToolError(sentence: "the evidence cannot be encoded: \(error)", .internalError)
    }
    do throws(SystemError) {
      try OutputFolder.replace(
        path, with: files, earlier: (EvidenceFolder.least, EvidenceFolder.names))
    } catch {
      throw ToolError(error)
    }
  }
}
