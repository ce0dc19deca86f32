public import Basics
import PerformanceMetrics
public import Reports

/// What proves a run, as the files of one folder: the same run gives the same bytes again.
///
/// With the inputs beside it anyone can check them by `inputs.sha256`, and have the report
/// made again.
public struct EvidenceFolder: Sendable {
  /// The report.
  let report: Report
  /// The claims with their verdicts; `nil` where none were held against the records.
  let audit: ClaimAudit?
  /// The effective configuration as compact JSON: the bytes whose digest the report has.
  let configuration: String
  /// The list of rejected rows.
  let rejects: [UInt8]

  /// Creates the folder of a run.
  ///
  /// - Parameters:
  ///   - report: The report, with the digests of its inputs.
  ///   - audit: The claims with their verdicts.
  ///   - configuration: The effective configuration as compact JSON.
  ///   - rejects: The list of rejected rows.
  public init(report: Report, audit: ClaimAudit?, configuration: String, rejects: [UInt8]) {
    self.report = report
    self.audit = audit
    self.configuration = configuration
    self.rejects = rejects
  }

  /// The names that the folder of any run may have.
  public static let names: Set<String> = [
    "report.json", "report.md", "inputs.sha256", "configuration.json", "rejects.csv",
    "exclusions.csv", "audit.json", "audit.md",
  ]

  /// The files.
  ///
  /// - Parameter threads: How many threads make them up; they are the same with any number.
  /// - Throws: When something cannot be encoded, which would be a bug.
  public func files(threads: Int) throws -> [OutputFolder.File] {
    var files = [
      OutputFolder.File("report.json", try JSONRenderer.render(report, threads: threads)),
      OutputFolder.File(
        "report.md",
        EvidenceFolder.markdown("Report as of \(report.center.asOf)", TextRenderer.render(report))),
      OutputFolder.File("inputs.sha256", Array(checksums.utf8)),
      OutputFolder.File("configuration.json", Array(configuration.utf8)),
      OutputFolder.File("rejects.csv", rejects),
      OutputFolder.File("exclusions.csv", Array(exclusions.utf8)),
    ]
    if let audit {
      files.append(OutputFolder.File("audit.json", try audit.json()))
      files.append(
        OutputFolder.File(
          "audit.md",
          EvidenceFolder.markdown(
            "Claims as of \(report.center.asOf)", ClaimAuditRenderer.render(audit))))
    }
    return files
  }
}

// MARK: - Files

extension EvidenceFolder {
  /// The digests of the inputs, as sha256sum checks them: names with a backslash or a line
  /// break are escaped, and their lines begin with a backslash.
  var checksums: String {
    report.inputs.map { input in
      let name = input.path.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        .replacing("\r", with: "\\r")
      return (name == input.path ? "" : "\\") + "\(input.sha256 ?? "")  \(name)\n"
    }.joined()
  }

  /// The exclusions that were given, in the form in which they are read.
  var exclusions: String {
    "start,end,reason,approver,service,site\n"
      + report.center.exclusions.map { applied in
        let exclusion = applied.exclusion
        return [
          exclusion.start.description, exclusion.end.description, exclusion.reason,
          exclusion.approver, exclusion.service?.text ?? "", exclusion.site?.text ?? "",
        ].map(EvidenceFolder.cell).joined(separator: ",") + "\n"
      }.joined()
  }

  /// A cell of a table that no spreadsheet takes for a formula.
  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
    let safe = isFormula == true ? "'" + text : text
    guard safe.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }

  /// A text with a title, set as it stands: no character of it means anything to Markdown.
  private static func markdown(_ title: String, _ text: String) -> [UInt8] {
    // The fence is longer than any run of its sign in the text.
    var (longest, run) = (2, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return Array("# \(title)\n\n\(fence)text\n\(text)\(fence)\n".utf8)
  }
}
