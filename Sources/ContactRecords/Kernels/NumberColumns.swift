import DelimitedText

/// A number that stands in one field of a row and has no words.
struct PlainNumber: Hashable, Sendable {
  /// Its position among the numbers of the map.
  let index: Int
  let field: Int
  /// The position of its column in the batch.
  let target: Int
  /// What whole numbers are multiplied by.
  let scale: Int

  /// `nil` for any other number.
  init?(_ number: ColumnMap.Number, index: Int) {
    guard case .field(let field) = number.source, number.words == nil else { return nil }
    (self.index, self.field, target) = (index, field, number.target)
    scale = number.isDuration && !number.isMilliseconds ? 1000 : 1
  }
}

/// A field of a plain number that is more than plain digits.
struct UnusualField: Hashable, Comparable, Sendable {
  /// The position of the number among those of the map.
  let number: Int
  let row: Int

  static func < (a: UnusualField, b: UnusualField) -> Bool {
    (a.number, a.row) < (b.number, b.row)
  }
}

/// Decodes the plain numbers of rows into columns.
enum NumberColumns {
  /// Decodes what is plain digits, and lists the fields that are not.
  ///
  /// The fields of a row are neighbors, so that the bytes are read from front to back.
  ///
  /// - Parameters:
  ///   - numbers: What to decode; their fields are below the field count of all rows.
  ///   - sources: The row of the records that each row is read from.
  ///   - values: The columns, of so many rows each.
  static func decode(
    _ numbers: borrowing ContiguousArray<PlainNumber>,
    of sources: borrowing ContiguousArray<Int32>, _ count: Int,
    _ records: borrowing RecordBatch, into values: inout ContiguousArray<Int>, capacity: Int,
    unusual: inout ContiguousArray<UnusualField>
  ) {
    let places = ContiguousArray(
      numbers.indices.map { Place(numbers[$0], capacity: capacity) })
    let (numbered, rows) = (places.span, sources.span.extracting(0..<count))
    var out = values.mutableSpan
    var row = 0
    while row < count {
      // Most numbers have a few digits; behind the first longer one all get longer words.
      row = decode(FourDigits.self, numbered, of: rows, from: row, records, into: &out)
      row = decode(EightDigits.self, numbered, of: rows, from: row, records, into: &out)
      guard row < count else { break }
      for place in places {
        let range = records.range(row: Int(rows[row]), field: place.field)
        let plain = PlainDigits.vector(records.bytes.span, range)
        out[place.start + row] = plain * place.scale
        if plain < 0 { unusual.append(UnusualField(number: place.number, row: row)) }
      }
      row += 1
    }
  }

  /// Where a number stands in a row, and where its column begins in the values.
  private struct Place {
    let number: Int
    let field: Int
    let start: Int
    let scale: Int

    init(_ number: PlainNumber, capacity: Int) {
      (self.number, field, scale) = (number.index, number.field, number.scale)
      start = number.target * capacity
    }
  }

  /// Decodes rows as if all of their numbers were plain digits, and no more than a word has.
  ///
  /// What speaks against it is gathered over a row and looked at once: no number has a branch.
  ///
  /// - Returns: The first row that has other numbers; what was written for it says nothing.
  private static func decode<Digits: DigitWord>(
    _ digits: Digits.Type, _ places: Span<Place>, of sources: Span<Int32>, from start: Int,
    _ records: borrowing RecordBatch, into out: inout MutableSpan<Int>
  ) -> Int {
    let (rows, fields) = (records.rows.span, records.fields.span)
    // SAFETY: bytes of any kind may be read as plain words.
    let bytes = unsafe records.bytes.span.bytes
    let size = Digits.Word.bitWidth / 8
    let last = bytes.byteCount - size
    var (lastField, lastColumn) = (0, 0)
    for position in places.indices {
      lastField = max(lastField, places[position].field)
      lastColumn = max(lastColumn, places[position].start)
    }
    precondition(lastColumn + sources.count <= out.count)
    guard last >= 0 else { return start }
    for row in start..<sources.count {
      let first = Int(rows[Int(sources[row])].firstField)
      precondition(first >= 0 && first &+ lastField < fields.count)
      var (faults, bits): (Digits.Word, Int) = (0, 0)
      for position in places.indices {
        // SAFETY: the fields of the row lie within those of the batch up to the last one that is
        // asked for, the columns within the values up to the last one that is written, and a
        // word that begins at the last place or before it within the text.
        let place = unsafe places[unchecked: position]
        let field = unsafe fields[unchecked: first &+ place.field]
        let begin = Int(UInt32(bitPattern: field.start))
        let count = Int(field.end) &- begin
        let offset = min(begin, last)
        let word = unsafe bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: offset, as: Digits.Word.self)
        let (number, found) = Digits.number(word, count)
        faults |= found
        // More than the bits of a place in a word, where a count is not one of its, or the
        // word begins elsewhere.
        bits |= (count &- 1) | (offset &- begin)
        unsafe out[unchecked: place.start &+ row] = number &* place.scale
      }
      guard faults == 0, UInt(bitPattern: bits) < UInt(bitPattern: size) else { return row }
    }
    return sources.count
  }
}
