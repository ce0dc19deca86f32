import Basics
import ContactRecords
import PerformanceMetrics
import Reports

/// A folder of canonical records, month by month, that outlasts the exports they came from.
///
/// Exports reach back some months, and rules a year. New inputs are read first, like those of any
/// run; what they come to, in canonical columns, then replaces what the ledger has of the same
/// keys and days, and the report is made of the files of the ledger and of nothing else: twelve
/// runs of a month each come to the files that one run over the year comes to.
final class Ledger {
  /// Its files.
  private let folder: IndexedFolder
  /// What it is called in sentences.
  private let path: String
  /// Held until the run is over: nobody changes the folder meanwhile.
  private let lock: FolderLock?
  private let isUpdate: Bool
  private var index = LedgerIndex()
  /// New contents of files, by name.
  private var changed: [String: [UInt8]] = [:]
  /// Files that no row is left of.
  private var gone: [String] = []
  /// What happened.
  private(set) var summary: LedgerSummary

  /// Opens a ledger, and locks it.
  ///
  /// - Parameter isUpdate: Whether it is to be changed; it is then made where there is none.
  /// - Throws: `ToolError` where it cannot be opened, or is another folder.
  init(_ path: String, isUpdate: Bool) throws(ToolError) {
    self.path = path
    self.isUpdate = isUpdate
    folder = IndexedFolder(path, index: LedgerIndex.name)
    summary = LedgerSummary(path: path, isUpdated: isUpdate)
    do throws(SystemError) {
      if isUpdate { try folder.create() }
      guard FileKind.isFolder(path) else {
        throw SystemError.noFolder(path)
      }
      lock = try FolderLock(path, isExclusive: isUpdate)
    } catch {
      throw ToolError(error)
    }
    try readIndex()
    guard isUpdate else { return }
    do throws(SystemError) {
      try folder.recover(index.entries)
    } catch {
      throw ToolError(error)
    }
  }

  private func readIndex() throws(ToolError) {
    let names: Set<String>
    do throws(SystemError) { names = try folder.names() ?? [] } catch { throw ToolError(error) }
    guard names.contains(LedgerIndex.name) else {
      if names.isEmpty, isUpdate { return }
      throw ToolError(
        "\(VisibleText.escaping(path)): is no ledger: it has no \(LedgerIndex.name)"
          + (names.isEmpty ? "; --update begins one" : ""), .noInput)
    }
    let bytes = try Ledger.read(folder.indexPath)
    do {
      index = try LedgerIndex(bytes)
    } catch {
      throw ToolError(
        "\(VisibleText.escaping(folder.indexPath)): is no index of a ledger that this version "
          + "knows", .data)
    }
    for entry in index.entries where !FileKind.isRegular(folder.path(of: entry)) {
      throw refusal(entry.name)
    }
  }
}

extension LedgerIndex {
  /// The files as the folder knows them, by name.
  fileprivate var entries: [IndexedFolder.Entry] {
    files.sorted { $0.key < $1.key }.map { .init(name: $0.key, sha256: $0.value.sha256) }
  }
}

// MARK: - What is new

extension Ledger {
  /// Takes what was read of new inputs.
  ///
  /// - Throws: `ToolError` where different rows for one thing remain, or a file of the ledger is
  ///   not what its index says.
  func take(_ new: Intake.Result) throws(ToolError) {
    let tables: [RecordRows]
    do throws(RollupError) {
      tables = try new.center.archive!.tables()
    } catch {
      throw ToolError(sentence: "\(error)", .data)
    }
    summary.sources = new.inputs
    var replaced: [String: Set<LedgerScope>] = [:]
    var files: [String: (table: RecordTable, new: LedgerText)] = [:]
    for rows in tables {
      let text = LedgerText(Array(rows.text), columns: rows.columns)
      for (name, part) in text.files(of: rows.table) { files[name] = (rows.table, part) }
      guard let sibling = rows.table.sibling else { continue }
      // What another file has of the same things is replaced as well.
      for (name, part) in text.files(of: rows.table) {
        let other = sibling.rawValue + name.dropFirst(rows.table.rawValue.count)
        replaced[other] = Set(rows.table.scopes(of: part).keys)
      }
    }
    for name in replaced.keys where files[name] == nil && index.files[name] != nil {
      files[name] = (LedgerIndex.table(of: name)!, .empty)
    }
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      let merge = LedgerMerge(
        file.table, old: try text(of: name), new: file.new, replaced: replaced[name] ?? [])
      say(merge, of: name)
      keep(merge, of: file.table, as: name)
    }
  }

  /// Tells what became of the scopes of a file.
  private func say(_ merge: LedgerMerge, of name: String) {
    summary.added += merge.added
    summary.unchanged += merge.unchanged
    summary.restated += merge.restated.count
    let room = LedgerSummary.mostListed - summary.restatements.count
    summary.restatements += merge.restated.prefix(max(0, room)).map {
      LedgerSummary.Restatement(file: name, scope: $0.words)
    }
  }

  /// Notes what a file holds from now on.
  private func keep(_ merge: LedgerMerge, of table: RecordTable, as name: String) {
    let before = index.files[name]
    guard merge.rows > 0 else {
      index.files[name] = nil
      if before != nil { gone.append(name) }
      return
    }
    let sha256 = SHA256.hexadecimal(of: merge.document.span)
    let sources = summary.sources.filter { Ledger.isSource($0, of: table, in: name) }
    index.files[name] = LedgerIndex.File(
      sha256: sha256, rows: merge.rows,
      sources: Set(before?.sources ?? []).union(sources.compactMap(\.sha256)).sorted())
    if before?.sha256 != sha256 { changed[name] = merge.document }
  }

  /// Whether rows of a file may come from an input, by its kind and its span.
  private static func isSource(
    _ input: InputSummary, of table: RecordTable, in name: String
  ) -> Bool {
    guard input.kind == table.kind.rawValue else { return false }
    guard table.isKeptByMonth, table != .qualityCosts, let first = input.first,
      let last = input.last
    else { return true }
    let month = name.dropLast(4).suffix(7)
    return first.prefix(7) <= month && month <= last.prefix(7)
  }

  private func text(of name: String) throws(ToolError) -> LedgerText {
    guard let file = index.files[name] else { return .empty }
    let bytes = try Ledger.read(folder.path(of: .init(name: name, sha256: file.sha256)))
    guard SHA256.hexadecimal(of: bytes.span) == file.sha256 else { throw refusal(name) }
    return LedgerText(bytes)
  }

  private static func read(_ path: String) throws(ToolError) -> [UInt8] {
    do throws(SystemError) {
      return try WholeFile.read(path, longest: .max)!
    } catch {
      throw ToolError(error)
    }
  }

  private func refusal(_ name: String) -> ToolError {
    ToolError(
      "\(VisibleText.escaping(path + "/" + name)): is not what \(LedgerIndex.name) says: it was "
        + "changed by something else than --update; restore it", .data)
  }
}

// MARK: - What there is

extension Ledger {
  /// The files of the ledger as inputs, with their names, those that change as they become.
  var inputs: [(input: Arguments.Input, name: String)] {
    index.entries.map { entry in
      let name = path.hasSuffix("/") ? path + entry.name : path + "/" + entry.name
      if let document = changed[entry.name] { return (.bytes(document), name) }
      return (.file(folder.path(of: entry)), name)
    }
  }

  /// Checks that the files that were read are those that the index names.
  func check(_ inputs: [InputSummary]) throws(ToolError) {
    for (entry, input) in zip(index.entries, inputs) where input.sha256 != entry.sha256 {
      throw refusal(entry.name)
    }
  }

  /// Writes what is new, if the ledger is to be changed.
  func commit() throws(ToolError) {
    guard isUpdate else { return }
    for source in summary.sources {
      guard let sha256 = source.sha256, index.sources[sha256] == nil else { continue }
      index.sources[sha256] = .init(path: source.path, bytes: source.bytes)
    }
    let bytes: [UInt8]
    do {
      bytes = try index.encoded()
    } catch {
      throw ToolError(sentence: "the ledger cannot be encoded: \(error)", .internalError)
    }
    let files = index.entries.compactMap { entry in changed[entry.name].map { (entry, $0) } }
    do throws(SystemError) {
      if files.isEmpty, gone.isEmpty, try isCurrent(bytes) { return }
      try folder.change(files, removing: gone, index: bytes)
    } catch {
      throw ToolError(error)
    }
  }

  /// Whether the index says already what it would say.
  private func isCurrent(_ bytes: [UInt8]) throws(SystemError) -> Bool {
    guard FileKind.isRegular(folder.indexPath) else { return false }
    return try WholeFile.read(folder.indexPath, longest: .max) == bytes
  }
}
