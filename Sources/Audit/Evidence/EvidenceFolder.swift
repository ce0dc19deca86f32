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

  /// The names by which the folder of a run is known.
  public static let least: Set<String> = ["report.json", "inputs.sha256", "configuration.json"]

  /// The files.
  ///
  /// - Parameter threads: How many threads make them up; they are the same with any number.
  /// - Throws: When something cannot be encoded, which would be a bug.
  public func files(threads: Int) throws -> [OutputFolder.File] {
    var files = [
      OutputFolder.File("report.json", try JSONRenderer.render(report, threads: threads)),
      OutputFolder.File(
        "report.md", Array(MarkdownRenderer.render(report).utf8)),
      OutputFolder.File("inputs.sha256", Array(checksums.utf8)),
      OutputFolder.File("configuration.json", Array(configuration.utf8)),
      OutputFolder.File("rejects.csv", rejects),
      OutputFolder.File("exclusions.csv", exclusions),
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
      var name = ""
      // Scalar by scalar: a line feed behind a return is one sign to a reader.
      for scalar in input.path.unicodeScalars {
        switch scalar {
        case "\\": name += "\\\\"
        case "\n": name += "\\n"
        case "\r": name += "\\r"
        default: name.unicodeScalars.append(scalar)
        }
      }
      let isEscaped = !name.utf8.elementsEqual(input.path.utf8)
      return (isEscaped ? "\\" : "") + "\(input.sha256 ?? "")  \(name)\n"
    }.joined()
  }

  /// The exclusions that were given; a text that a spreadsheet would run is defused.
  var exclusions: [UInt8] {
    let rows = report.center.exclusions.map { applied in
      let exclusion = applied.exclusion
      return [
        exclusion.start.description, exclusion.end.description, exclusion.reason,
        exclusion.approver, exclusion.service?.text ?? "", exclusion.site?.text ?? "",
      ].map(CSVCell.plain)
    }
    return Array("start,end,reason,approver,service,site\n".utf8)
      + rows.flatMap { Array($0.joined(separator: CollectionOfOne(UInt8(ascii: ",")))) + [10] }
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
