/// How a check of a standard that people rate came out.
public struct DataCheckFinding: Hashable, Sendable {
  /// What was asked.
  public let check: DataCheck
  /// How it came out.
  public let verdict: DataCheck.Verdict
  /// What was found, such as the channels without answers; empty where the verdict says it all.
  public let detail: String

  /// Creates a finding.
  ///
  /// - Parameters:
  ///   - check: What was asked.
  ///   - verdict: How it came out.
  ///   - detail: What was found, in words; names in it come from data and are not made safe yet.
  public init(check: DataCheck, verdict: DataCheck.Verdict, detail: String) {
    (self.check, self.verdict, self.detail) = (check, verdict, detail)
  }
}
