internal import Basics
package import Reports

/// A report that was written before, with what is needed to make it again.
///
/// ```swift
/// let report = try RecordedReport(bytes)
/// report.inputs.map(\.path)  // ["march.csv"]
/// ```
package struct RecordedReport: Sendable {
  /// An input as the report names it.
  package struct Input: Hashable, Sendable {
    /// The path as it was given.
    package let path: String
    /// The SHA-256 of the bytes that were read.
    package let sha256: String
    /// Whether it has claims, and no records.
    package let isOfClaims: Bool

    /// Creates an input.
    package init(path: String, sha256: String, isOfClaims: Bool = false) {
      self.path = path
      self.sha256 = sha256
      self.isOfClaims = isOfClaims
    }
  }

  /// What a report of this major version calls itself.
  static let schemaName = "slcheck.report/1"
  /// What a report calls an input of claims.
  private static let claimsKind = "claims"

  /// The report itself.
  package let document: JSONDocument
  /// The version of the program that wrote it.
  package let version: String
  /// What was read, in its order.
  package let inputs: [Input]
  /// The configuration that it was made with.
  package let effective: JSONValue
  /// The SHA-256 that the report gives this configuration.
  package let recordedSHA256: String
  /// Whether the services in it were assumed.
  package let isAssumed: Bool
  /// What was said of the inputs beside the configuration.
  package let choices: ReadingChoices
  /// What it lists of each service beside its months.
  package let detail: ReportDetail?

  /// Reads a report.
  ///
  /// - Throws: `RecordedReportError` for what is no report, or lacks a part of one.
  /// - Precondition: It has at most `JSONDocument.longestBytes`.
  /// - Complexity: O(*n*) in the length of the report.
  package init(_ bytes: [UInt8]) throws(RecordedReportError) {
    document = try RecordedReport.document(bytes)
    let root = document.root
    version = try root.string("version")
    inputs = try RecordedReport.inputs(root["inputs"]!)
    let configuration = root["configuration"]!
    try configuration.require(["effective"], inEachOf: [], at: "configuration")
    guard configuration["effective"]?.kind == .object else {
      throw .malformed("configuration.effective", expected: "an object")
    }
    effective = JSONValue(configuration["effective"]!)
    recordedSHA256 = try configuration.string("sha256", at: "configuration")
    guard let flag = configuration["assumed"]?.flag else {
      throw .malformed("configuration.assumed", expected: "true or false")
    }
    isAssumed = flag
    choices = try RecordedReport.choices(configuration["reading"])
    detail = try RecordedReport.detail(configuration, root["services"]!.elements)
  }

  /// Reads a report, and sees whether it has all its parts.
  ///
  /// - Throws: `RecordedReportError` for what is no report, or lacks a part of one.
  /// - Precondition: It has at most `JSONDocument.longestBytes`.
  /// - Complexity: O(*n*) in the length of the report.
  package static func document(_ bytes: [UInt8]) throws(RecordedReportError) -> JSONDocument {
    let document: JSONDocument
    do throws(JSONSyntaxError) {
      document = try JSONDocument(bytes)
    } catch {
      throw .syntax(error)
    }
    let root = document.root
    guard root.kind == .object, root["schema"]?.isText(schemaName) == true else {
      throw .otherDocument(found: root["schema"]?.text)
    }
    for (lists, keys) in parts { try root.require(keys, inEachOf: lists[...]) }
    return document
  }

  /// The SHA-256 that this configuration has.
  package var computedSHA256: String { SHA256.hexadecimal(of: effective.compactText.utf8.span) }
}

// MARK: - Parts

extension RecordedReport {
  /// What every report of this major version has, the first one as well: the lists that lead
  /// to an object, and its keys.
  ///
  /// Without this floor, whoever takes figures out of a report and gives it another version
  /// would have it verified for what is left. Keys that come later do not belong here.
  static let parts: [(lists: [String], keys: [String])] = [
    (
      [],
      [
        "schema", "version", "asOf", "timeZone", "configuration", "inputs", "records", "unmatched",
        "afterAsOf", "endedEarly", "services", "breakdowns", "quality", "satisfaction",
        "costPerContact", "firstContactResolution", "costOfQuality", "transactionValue",
        "associations", "standards", "evidence", "rules", "exclusions", "suspectDays", "setAside",
        "reconciliations", "implausible", "requirements",
      ]
    ),
    (["inputs"], ["path", "sha256", "bytes", "kind", "rows"]),
    (["services"], ["name", "site", "objectives", "formula", "total", "months", "sensitivity"]),
    (
      ["services", "months"],
      ["month", "complete", "met", "state", "offered", "answered", "serviceLevel", "intervals"]
    ),
    (["standards"], ["id", "level", "scopes"]),
    (["standards", "scopes"], ["scope", "level", "criteria"]),
  ]

  /// What came after the first report of this major version: where it stands, and the version
  /// that brought it.
  ///
  /// A report of an earlier version may lack it, and nothing else that this version writes. A
  /// key that is new belongs here.
  private static let laterKeys: [(place: String, since: String)] = [
    ("configuration.reading", "0.1.0"), ("configuration.detail", "0.1.0"),
  ]

  /// Finds the keys that a version did not have yet and another one has.
  ///
  /// - Parameters:
  ///   - recorded: The version that may be without them; none are told of what is no version.
  ///   - version: The version that has them.
  static func keys(laterThan recorded: String, in version: String) -> Set<String> {
    guard let recorded = ReleaseVersion(recorded), let version = ReleaseVersion(version),
      recorded < version
    else { return [] }
    return Set(laterKeys.filter { recorded < ReleaseVersion($0.since)! }.map(\.place))
  }

  private static func inputs(_ list: JSONDocument.Value) throws(RecordedReportError) -> [Input] {
    var inputs: [Input] = []
    for (index, input) in list.elements.enumerated() {
      let path = try input.string("path", at: "inputs[\(index)]")
      if input["sha256"]?.kind == .null { throw .undigested(path) }
      let sha256 = try input.string("sha256", at: "inputs[\(index)]")
      guard sha256.utf8.count == 64 else {
        throw .malformed("inputs[\(index)].sha256", expected: "64 hexadecimal digits")
      }
      let isOfClaims = input["kind"]?.isText(claimsKind) == true
      inputs.append(Input(path: path, sha256: sha256, isOfClaims: isOfClaims))
    }
    if inputs.isEmpty { throw .malformed("inputs", expected: "at least one input") }
    return inputs
  }

  /// Reads what is listed beside the months; what there is tells it where the report is older
  /// than the key.
  private static func detail(
    _ configuration: JSONDocument.Value, _ services: [JSONDocument.Value]
  ) throws(RecordedReportError) -> ReportDetail? {
    let place = "configuration"
    guard configuration["detail"] == nil else {
      guard let word = try configuration.stringOrNull("detail", at: place) else { return nil }
      guard let detail = ReportDetail(rawValue: word) else {
        throw .malformed(place + ".detail", expected: "days, intervals or null")
      }
      return detail
    }
    if services.contains(where: { $0["intervals"] != nil }) { return .intervals }
    return services.contains { $0["days"] != nil } ? .days : nil
  }

  /// Reads what was said of the inputs; nothing where the report is older than that.
  private static func choices(
    _ reading: JSONDocument.Value?
  ) throws(RecordedReportError) -> ReadingChoices {
    guard let reading else { return ReadingChoices() }
    let place = "configuration.reading"
    guard reading.kind == .object else { throw .malformed(place, expected: "an object") }
    var accepted: [String] = []
    for column in reading["acceptImplausible"]?.elements ?? [] {
      guard let name = column.text else {
        throw .malformed(place + ".acceptImplausible", expected: "a list of strings")
      }
      accepted.append(name)
    }
    return ReadingChoices(
      kind: try reading.stringOrNull("kind", at: place),
      profile: try reading.stringOrNull("profile", at: place),
      delimiter: try reading.stringOrNull("delimiter", at: place), acceptImplausible: accepted)
  }
}

extension JSONDocument.Value {
  /// Requires keys of the objects that so many lists lead to.
  fileprivate func require(
    _ keys: [String], inEachOf lists: ArraySlice<String>, at place: String = ""
  ) throws(RecordedReportError) {
    if let list = lists.first {
      let place = place.isEmpty ? list : "\(place).\(list)"
      guard let value = self[list], value.kind == .list else {
        throw .malformed(place, expected: "a list")
      }
      for (index, element) in value.elements.enumerated() {
        try element.require(keys, inEachOf: lists.dropFirst(), at: "\(place)[\(index)]")
      }
      return
    }
    guard kind == .object else { throw .malformed(place, expected: "an object") }
    let members = members
    for key in keys where !members.contains(where: { $0.key.isText(key) }) {
      throw .missing(place.isEmpty ? key : "\(place).\(key)")
    }
  }

  fileprivate func string(
    _ key: String, at place: String = ""
  ) throws(RecordedReportError) -> String {
    guard let text = self[key]?.text else {
      throw .malformed(place.isEmpty ? key : "\(place).\(key)", expected: "a string")
    }
    return text
  }

  fileprivate func stringOrNull(
    _ key: String, at place: String
  ) throws(RecordedReportError) -> String? {
    guard let value = self[key], value.kind != .null else { return nil }
    return try string(key, at: place)
  }
}
