/// What text beyond ASCII is made of.
public struct TextFound: Hashable, Sendable {
  /// Fields that are not UTF-8, and were read as Windows-1252.
  public internal(set) var windows1252Fields = 0
  /// Whether there is UTF-8 beyond ASCII.
  public internal(set) var hasMultibyteText = false

  /// Nothing was found.
  public init() {}

  /// Adds what was found elsewhere.
  public mutating func merge(_ other: TextFound) {
    windows1252Fields += other.windows1252Fields
    hasMultibyteText = hasMultibyteText || other.hasMultibyteText
  }
}

/// A field that lies as a clean copy behind the stretch, and where it was written.
struct FieldCopy: Hashable, Sendable {
  /// The index among the fields of the batch.
  let field: Int32
  /// The first byte of the content as it was written.
  let rawStart: Int32
  /// The byte after the content as it was written.
  let rawEnd: Int32
  /// Whether each of its bytes is a character of Windows-1252.
  var isWindows1252 = false

  /// The content as it was written.
  var rawRange: Range<Int> { Int(rawStart)..<Int(rawEnd) }
}

// MARK: - Doubled quotes

extension RecordBatch {
  /// Writes clean copies of the fields that need one, and notes what the text is made of.
  mutating func copyFields() {
    copyDoubledQuotes()
    textFound = copyWindows1252()
  }

  /// Writes a clean copy of each field that holds doubled quotes behind the stretch.
  mutating func copyDoubledQuotes() {
    for entry in copies {
      let start = bytes.count
      var i = Int(entry.rawStart)
      while i < Int(entry.rawEnd) {
        let byte = bytes[i]
        bytes.append(byte)
        // Inside quotes every quote has a twin behind it.
        i += byte == Byte.quote ? 2 : 1
      }
      fields[Int(entry.field)] = Field(start: start, end: bytes.count, isQuoted: true)
    }
  }
}

// MARK: - Fields that are not UTF-8

extension RecordBatch {
  /// Writes a copy in UTF-8 of each field that is not, which is taken for Windows-1252.
  ///
  /// All fields of the batch are valid UTF-8 afterwards.
  ///
  /// - Complexity: One look at the bytes where they are all ASCII or valid UTF-8.
  mutating func copyWindows1252() -> TextFound {
    var found = TextFound()
    switch RecordBatch.shape(of: 0..<stretchCount, in: bytes) {
    case .ascii: return found
    case .multibyte:
      found.hasMultibyteText = true
      return found
    case .other: break
    }
    var all = ContiguousArray<FieldCopy>()
    var next = 0
    for index in fields.indices {
      var copy: FieldCopy?
      if next < copies.count, Int(copies[next].field) == index {
        copy = copies[next]
        next += 1
      }
      let field = fields[index]
      switch RecordBatch.shape(of: field.range, in: bytes) {
      case .ascii: break
      case .multibyte: found.hasMultibyteText = true
      case .other:
        found.windows1252Fields += 1
        if copy == nil {
          copy = FieldCopy(field: Int32(index), rawStart: field.start, rawEnd: field.end)
        }
        copy?.isWindows1252 = true
        let start = bytes.count
        for i in field.range {
          let byte = bytes[i]
          Windows1252.append(byte, to: &bytes)
        }
        fields[index] = Field(start: start, end: bytes.count, isQuoted: field.isQuoted)
      }
      if let copy { all.append(copy) }
    }
    copies = all
    return found
  }

  /// What bytes can be taken for.
  private enum Shape {
    case ascii
    case multibyte
    case other
  }

  private static func shape(of range: Range<Int>, in bytes: ContiguousArray<UInt8>) -> Shape {
    guard HighBytes.vector(in: bytes.span.extracting(range)) else { return .ascii }
    return FieldParsing.isValidUTF8(bytes.span, range) ? .multibyte : .other
  }
}

// MARK: - What was written

extension RecordBatch {
  /// Gives the bytes of a field as they stand in the input, without its enclosing quotes.
  ///
  /// - Complexity: O(log *n*) in the number of fields that were copied.
  public func rawRange(row: Int, field: Int) -> Range<Int> {
    let index = Int(rows[row].firstField) + field
    return copy(ofField: index)?.rawRange ?? fields[index].range
  }

  /// Finds the copy of a field; nil where it lies as it was written.
  func copy(ofField index: Int) -> FieldCopy? {
    guard Int(fields[index].start) >= stretchCount else { return nil }
    var (low, high) = (0, copies.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(copies[middle].field) < index { low = middle + 1 } else { high = middle }
    }
    guard low < copies.count, Int(copies[low].field) == index else { return nil }
    return copies[low]
  }
}
