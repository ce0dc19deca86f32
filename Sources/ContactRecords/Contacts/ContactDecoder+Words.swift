import Basics
import DelimitedText

// MARK: - Words

extension ContactDecoder {
  /// What the outcome of a row says, by its number in the table of words.
  enum OutcomeWord: Int32, CaseIterable {
    case answered
    case abandoned
    case flowOut
    case notOffered
    case absent

    /// The canonical words, in the order of the cases.
    static let words = ["answered", "abandoned", "flow_out", "not_offered"]
  }

  mutating func outcome(
    _ text: ContactMap.Text, _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> OutcomeWord {
    let hash = find(text, row, records)
    if let known = outcomes.find(records.bytes.span, pieces, hash: hash) {
      return OutcomeWord(rawValue: known)!
    }
    let word = word(text, row, records)
    let found: OutcomeWord
    if word.isEmpty {
      found = .absent
    } else if let index = OutcomeWord.words.firstIndex(of: word.lowercased()) {
      found = OutcomeWord.allCases[index]
    } else {
      throw rejection(
        row, text.fields[0], records,
        .unknownWord(
          column: text.name, text: String(word.prefix(80)),
          nearest: NearestName.of(word, in: OutcomeWord.words), known: OutcomeWord.words))
    }
    outcomes.insert(records.bytes.span, pieces, hash: hash, value: found.rawValue)
    return found
  }

  /// Outcomes that are compared with each row's before it is hashed.
  private static let mostCompared = 8

  /// Gives the outcome of a row whose text is one of the first that were met.
  func knownOutcome(_ row: Int, _ records: borrowing RecordBatch) -> OutcomeWord? {
    guard case .field(let field) = places.outcome else { return nil }
    let (bytes, range) = (records.bytes.span, records.range(row: row, field: field))
    for entry in 0..<min(outcomes.count, ContactDecoder.mostCompared) {
      if let known = outcomes.value(ofEntry: entry, ifItHolds: range, of: bytes) {
        return OutcomeWord(rawValue: known)!
      }
    }
    return nil
  }

  mutating func isInbound(
    _ text: ContactMap.Text, _ row: Int, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Bool {
    let hash = find(text, row, records)
    if let known = directions.find(records.bytes.span, pieces, hash: hash) { return known == 1 }
    let word = word(text, row, records)
    let isInbound = word.isEmpty || word.lowercased() == "inbound"
    directions.insert(records.bytes.span, pieces, hash: hash, value: isInbound ? 1 : 0)
    return isInbound
  }

  /// Notes where the fields of a word lie, and hashes them.
  private mutating func find(
    _ text: ContactMap.Text, _ row: Int, _ records: borrowing RecordBatch
  ) -> UInt64 {
    pieces.removeAll(keepingCapacity: true)
    for field in text.fields { pieces.append(records.range(row: row, field: field)) }
    return ByteTable.hash(records.bytes.span, pieces)
  }

  /// Gives the canonical word of a text; empty where it is absent.
  private mutating func word(
    _ text: ContactMap.Text, _ row: Int, _ records: borrowing RecordBatch
  ) -> String {
    join(text, row, records)
    return String(decoding: scratch, as: UTF8.self)
  }

  /// Puts what a text means into the scratch, or nothing where it is absent.
  mutating func join(
    _ text: ContactMap.Text, _ row: Int, _ records: borrowing RecordBatch
  ) {
    scratch.removeAll(keepingCapacity: true)
    for field in text.fields {
      let range = FieldParsing.first(
        of: FieldParsing.trimmed(records.bytes.span, records.range(row: row, field: field)),
        in: records.bytes.span, separatedBy: text.separator)
      let isWord = text.words == nil && FieldParsing.isAbsent(records.bytes.span, range)
      if range.isEmpty || isWord { continue }
      if !scratch.isEmpty { scratch.append(UInt8(ascii: " ")) }
      for position in range { scratch.append(records.bytes[position]) }
    }
    guard let words = text.words else { return }
    if let meaning = words.meaning(scratch.span, 0..<scratch.count) {
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: meaning.utf8)
    }
    if FieldParsing.isAbsent(scratch.span, 0..<scratch.count) {
      scratch.removeAll(keepingCapacity: true)
    }
  }

  /// Digests a text; 0 where it is absent.
  mutating func digest(
    _ place: ContactPlaces.Place, _ row: Int, _ records: borrowing RecordBatch,
    of text: (ContactMap) -> ContactMap.Text?
  ) -> UInt64 {
    if let digest = place.digest(row, records) { return digest }
    join(text(map)!, row, records)
    if map.mapping.habits.identifiesByDigests,
      let digest = UInt64(String(decoding: scratch, as: UTF8.self), radix: 16), digest > 0,
      scratch.count == 16
    {
      return digest
    }
    return scratch.isEmpty ? 0 : TextDigest.of(scratch.span, 0..<scratch.count)
  }

  /// Numbers a transaction type; −1 where there is none.
  mutating func type(
    _ text: ContactMap.Text, _ row: Int, _ records: borrowing RecordBatch,
    _ types: inout TransactionTypes
  ) -> Int32 {
    join(text, row, records)
    guard !scratch.isEmpty else { return -1 }
    return types.number(of: scratch.span, 0..<scratch.count)
  }
}
