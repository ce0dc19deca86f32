import DelimitedText

/// Finds the number of a row's key, by its names as they stand in one file.
///
/// The fields are hashed and compared where they lie; only a spelling that is new
/// is trimmed, checked and looked up in the key table.
struct KeyReader: Sendable {
  /// Canonical names of the text that makes up a key.
  static let columns = ["site", "queue", "channel", "part"]

  /// Fields of each name, in the order of the columns; empty where the file has none.
  private let names: [[Int]]
  /// What the export's own words mean, by column.
  private let words: [WordMap?]
  /// What stands between several names in one field, by column; the first name counts.
  private let separators: [UInt8?]
  /// Fields with a name of the key, whatever it names.
  private let fields: [Int]
  /// Where these fields of the row at hand lie, or all of them as one stretch.
  private var pieces: ContiguousArray<Range<Int>> = []
  /// Numbers of keys by the bytes of their fields as they stand in this file.
  private var spellings = ByteTable()
  /// The entry of the last row's spelling, and the one that came after each when it was last met.
  private var last = 0
  private var followers: ContiguousArray<Int32> = []
  /// The fields where they are neighbors: what they hold is then one stretch of bytes.
  private let neighbors: ClosedRange<Int>?
  /// Names of a new key, joined for the key table.
  private var joined: ContiguousArray<UInt8> = []

  /// Creates a reader of one file.
  init(names: [[Int]], mapping: ColumnMapping) {
    self.names = names
    words = KeyReader.columns.map { mapping.values[$0] }
    separators = KeyReader.columns.map { mapping.habits.lists[$0] }
    fields = names.flatMap { $0 }
    let sorted = fields.sorted()
    let areNeighbors = zip(sorted, sorted.dropFirst()).allSatisfy { $1 == $0 + 1 }
    neighbors = areNeighbors && !sorted.isEmpty ? sorted.first!...sorted.last! : nil
  }

  /// Whether keys can be found by the bytes that all their fields take up together.
  var hasStretches: Bool { neighbors != nil }

  /// Gives the key that is expected for a row; −1 where it has another one, or may have.
  ///
  /// - Parameters:
  ///   - fields: Fields of the row's batch.
  ///   - first: The row's first among them.
  @inline(__always)
  mutating func expectedKey(_ bytes: Span<UInt8>, _ fields: Span<Field>, _ first: Int) -> Int32 {
    guard last < followers.count else { return -1 }
    let expected = Int(followers[last])
    guard let range = stretch(ofRowAt: first, fields),
      let key = spellings.value(ofEntry: expected, ifItHolds: range, of: bytes)
    else { return -1 }
    last = expected
    return key
  }

  /// Where the fields of a row's key lie with the delimiters between them; `nil` where one of
  /// several is quoted, or a clean copy of it lies elsewhere.
  ///
  /// So two stretches of the same bytes are always cut alike: no field of theirs holds a
  /// delimiter.
  @inline(__always)
  private func stretch(ofRowAt first: Int, _ fields: Span<Field>) -> Range<Int>? {
    guard let neighbors else { return nil }
    let start = fields[first &+ neighbors.lowerBound].start
    var end = fields[first &+ neighbors.lowerBound].end
    guard neighbors.count > 1 else { return Int(start)..<Int(end) }
    var isQuoted = fields[first &+ neighbors.lowerBound].isQuoted
    for position in neighbors.lowerBound &+ 1..<neighbors.upperBound &+ 1 {
      let field = fields[first &+ position]
      guard field.start == end &+ 1 else { return nil }
      isQuoted = isQuoted || field.isQuoted
      end = field.end
    }
    return isQuoted ? nil : Int(start)..<Int(end)
  }

  /// Finds the number of a row's key, giving it one where it is new.
  ///
  /// - Throws: `RejectedRecord` where a name holds the separator of names.
  mutating func key(
    _ row: Int, _ records: borrowing RecordBatch, _ keys: inout KeyTable
  ) throws(RejectedRecord) -> Int32 {
    let bytes = records.bytes.span
    let stretch = stretch(ofRowAt: Int(records.rows[row].firstField), records.fields.span)
    pieces.removeAll(keepingCapacity: true)
    if let stretch {
      pieces.append(stretch)
    } else {
      for field in fields { pieces.append(records.range(row: row, field: field)) }
    }
    // Exports come in runs of one key, or with all keys in the same order again and again.
    let expected = followers.isEmpty ? 0 : Int(followers[last])
    if let (entry, key) = spellings.find(bytes, pieces, expectedAt: expected) {
      if entry != expected { followers[last] = Int32(entry) }
      last = entry
      return key
    }
    let key = try newKey(row, records, &keys)
    spellings.insert(bytes, pieces, hash: ByteTable.hash(bytes, pieces), value: key)
    followers.append(0)
    let entry = followers.count - 1
    followers[last] = Int32(entry)
    last = entry
    return key
  }

  /// Trims and checks the names of a key whose spelling is new.
  private mutating func newKey(
    _ row: Int, _ records: borrowing RecordBatch, _ keys: inout KeyTable
  ) throws(RejectedRecord) -> Int32 {
    joined.removeAll(keepingCapacity: true)
    for index in KeyReader.columns.indices {
      if index > 0 { joined.append(KeyTable.separator) }
      guard index < names.count else { continue }
      let start = joined.count
      for field in names[index] {
        let bytes = records.bytes.span
        let range = FieldParsing.first(
          of: FieldParsing.trimmed(bytes, records.range(row: row, field: field)),
          in: bytes, separatedBy: separators[index])
        if FieldParsing.isAbsent(bytes, range) { continue }
        if joined.count > start { joined.append(UInt8(ascii: " ")) }
        for i in range {
          guard bytes[i] != KeyTable.separator else {
            throw rejection(
              row, field, records, .controlCharacter(column: KeyReader.columns[index]))
          }
          joined.append(bytes[i])
        }
      }
      if let meaning = words[index]?.meaning(joined.span, start..<joined.count) {
        joined.removeSubrange(start...)
        joined.append(contentsOf: meaning.utf8.filter { $0 != KeyTable.separator })
        if FieldParsing.isAbsent(joined.span, start..<joined.count) {
          joined.removeSubrange(start...)
        }
      }
    }
    return keys.index(of: joined)
  }

  private func rejection(
    _ row: Int, _ field: Int, _ records: borrowing RecordBatch, _ reason: RejectedRecord.Reason
  ) -> RejectedRecord {
    let position = records.position(row: row, field: field)
    return RejectedRecord(
      row: row, line: position.line, column: position.column, reason: reason, place: nil)
  }
}
