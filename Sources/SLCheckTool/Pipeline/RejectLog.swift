import Basics
import ContactRecords
import DelimitedText
import Reports

/// Accounts for rows that cannot be read: a line each on standard error, and a file of them all.
///
/// The first ten of a kind are said, then their number. The file is kept in a
/// spool until the end, so that it appears whole.
struct RejectLog: ~Copyable {
  private let diagnostics: Diagnostics
  private let path: String?
  /// Whether the list is given back as well.
  private let isKept: Bool
  /// Whether customers' identifiers are written as well.
  private let isRaw: Bool
  private var spool: SpoolFile?
  /// Rejects by kind, in the order in which the kinds turned up.
  private(set) var kinds: [Kind] = []

  /// Rejects of one kind: how many, and where the first is.
  struct Kind {
    let name: String
    let line: Int
    let column: Int
    var count = 0
  }

  /// The whole list, once it is finished; empty where nobody keeps it.
  private(set) var kept: [UInt8] = []
  /// All rejects so far.
  private(set) var count = 0

  private static let shownOfAKind = 10

  /// Creates a log without rejects.
  ///
  /// - Parameters:
  ///   - path: The file to write them to; `nil` for none.
  ///   - isKept: Whether the list is given back as well, in memory.
  ///   - isRaw: Whether records are written as they are, with the customers' identifiers.
  init(
    path: String?, isKept: Bool = false, isRaw: Bool, diagnostics: Diagnostics
  ) throws(ToolError) {
    self.path = path
    self.isKept = isKept
    self.isRaw = isRaw
    self.diagnostics = diagnostics
    guard path != nil || isKept else { return }
    do throws(SystemError) {
      spool = try SpoolFile()
      try spool!.append("file,line,column,reason,record\n".utf8)
    } catch {
      throw ToolError(error)
    }
  }

  /// Takes a reject of a file.
  ///
  /// - Parameter customerFields: The fields of the file that identify customers.
  /// - Returns: The reason in words, as they were said.
  mutating func add(
    _ reject: RejectedRecord, file: String, customerFields: [Int],
    in batch: borrowing RecordBatch
  ) throws(ToolError) -> String {
    count += 1
    let reason = RejectLog.reason(reject, customerFields, batch)
    let kind = reject.reason.kind
    let index = kinds.firstIndex { $0.name == kind } ?? kinds.count
    if index == kinds.count {
      kinds.append(Kind(name: kind, line: reject.line, column: reject.column))
    }
    kinds[index].count += 1
    if kinds[index].count <= RejectLog.shownOfAKind {
      diagnostics.say(
        "\(VisibleText.escaping(file)):\(reject.line):\(reject.column): \(reason)")
    }
    guard path != nil || isKept else { return reason }
    do throws(SystemError) {
      try spool!.append(CSVCell.quoted(file.utf8))
      try spool!.append(",\(reject.line),\(reject.column),".utf8)
      try spool!.append(CSVCell.quoted(reason.utf8))
      try spool!.append(",".utf8)
      try spool!.append(CSVCell.quoted(written(reject, customerFields, batch)))
      try spool!.append("\n".utf8)
    } catch {
      throw ToolError(error)
    }
    return reason
  }

  /// Puts a reason into words; what identifies a customer stays out of them, whichever
  /// column it stands in once more.
  private static func reason(
    _ reject: RejectedRecord, _ customerFields: [Int], _ batch: borrowing RecordBatch
  ) -> String {
    var reason = reject.reason.description
    for field in customerFields where field < Int(batch.rows[reject.row].fieldCount) {
      let range = FieldParsing.trimmed(
        batch.bytes.span, batch.range(row: reject.row, field: field))
      let customer = String(decoding: batch.bytes[range], as: UTF8.self)
      reason = reason.replacing(
        "\"\(VisibleText.escaping(String(customer.prefix(80))))\"", with: "\"***\"")
    }
    return reason
  }

  /// Gives a record as it stands in the file, but for what identifies a customer.
  ///
  /// Where the fields are not known to be those of the header, any of them may be the
  /// customer's, and nothing is given.
  private func written(
    _ reject: RejectedRecord, _ customerFields: [Int], _ batch: borrowing RecordBatch
  ) -> ContiguousArray<UInt8> {
    let row = batch.rows[reject.row]
    guard !isRaw, !customerFields.isEmpty else {
      return ContiguousArray(batch.rawBytes(row: reject.row))
    }
    switch reject.reason {
    case .malformed, .fieldCount: return []
    default: break
    }
    var (bytes, next) = (ContiguousArray<UInt8>(), Int(row.start))
    for field in customerFields where field < Int(row.fieldCount) {
      let customer = batch.rawRange(row: reject.row, field: field)
      guard !customer.isEmpty else { continue }
      bytes += batch.bytes[next..<customer.lowerBound]
      bytes += "***".utf8
      next = customer.upperBound
    }
    return bytes + batch.bytes[next..<Int(row.end)]
  }

  /// Says how many more there were of each kind, and writes the file.
  mutating func finish() throws(ToolError) {
    for kind in kinds where kind.count > RejectLog.shownOfAKind {
      diagnostics.say("and \(kind.count - RejectLog.shownOfAKind) more: \(kind.name)")
    }
    do throws(SystemError) {
      if let path { try OutputFile.replace(path, with: &spool!) }
      if isKept { kept = try spool!.bytes() }
    } catch {
      throw ToolError(error)
    }
  }
}
