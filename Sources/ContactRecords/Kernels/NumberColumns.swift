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
    let (bytes, rows, fields) = (records.bytes.span, records.rows.span, records.fields.span)
    let (sources, numbers) = (sources.span, numbers.span)
    var (lastField, lastTarget) = (0, 0)
    for position in numbers.indices {
      lastField = max(lastField, numbers[position].field)
      lastTarget = max(lastTarget, numbers[position].target)
    }
    precondition(count <= capacity && (lastTarget + 1) * capacity <= values.count)
    let hasWords = bytes.count >= PlainDigits.wordBytes
    var out = values.mutableSpan
    for row in 0..<count {
      let first = Int(rows[Int(sources[row])].firstField)
      precondition(first >= 0 && first &+ lastField < fields.count)
      if hasWords, decodeWords(row, first, bytes, fields, numbers, &out, capacity) { continue }
      // SAFETY: the fields of the row lie within those of the batch up to the last one that
      // is asked for, and the columns within the values up to the last one that is written.
      for position in numbers.indices {
        let number = numbers[position]
        let plain = PlainDigits.vector(bytes, unsafe fields[unchecked: first &+ number.field].range)
        unsafe out[unchecked: number.target &* capacity &+ row] = plain &* number.scale
        if plain < 0 { unusual.append(UnusualField(number: number.index, row: row)) }
      }
    }
  }

  /// Decodes a row as if all of its numbers were one to eight plain digits.
  ///
  /// What speaks against it is gathered, and looked at once: no number has a branch.
  ///
  /// - Returns: Whether they were; what was written says nothing otherwise.
  @inline(__always)
  private static func decodeWords(
    _ row: Int, _ first: Int, _ bytes: Span<UInt8>, _ fields: Span<Field>,
    _ numbers: Span<PlainNumber>, _ out: inout MutableSpan<Int>, _ capacity: Int
  ) -> Bool {
    let last = bytes.count &- PlainDigits.wordBytes
    var (faults, bits): (UInt64, Int) = (0, 0)
    for position in numbers.indices {
      // SAFETY: as in `decode`; and a word that begins in the text at the last place or
      // before it lies within the text.
      let number = unsafe numbers[unchecked: position]
      let field = unsafe fields[unchecked: first &+ number.field]
      let start = Int(UInt32(bitPattern: field.start))
      let count = Int(field.end) &- start
      let place = min(start, last)
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place, as: UInt64.self)
      let (plain, found) = PlainDigits.number(inFrontOf: word.littleEndian, count)
      faults |= found
      // Bits above the lowest three, where a count is not 1 to 8 or the place another one.
      bits |= (count &- 1) | (place &- start)
      unsafe out[unchecked: number.target &* capacity &+ row] = plain &* number.scale
    }
    return faults & PlainDigits.faultBits == 0
      && UInt(bitPattern: bits) < UInt(PlainDigits.wordBytes)
  }
}
