import DelimitedText

/// Where the values of a contact stand that can be decoded without a look at the map.
///
/// Nearly every value stands in one field and has no words of its own. What is anything
/// else, or cannot be read this way, is left to the functions that know everything.
struct ContactPlaces: Sendable {
  /// Where a value stands.
  enum Place: Sendable {
    /// The file does not have it.
    case none
    /// In this field, as it is.
    case field(Int)
    /// Somewhere else, or in other words.
    case other
  }

  /// A duration, and what whole numbers of it are multiplied by.
  struct Duration: Sendable {
    let place: Place
    let scale: Int

    fileprivate init(_ value: ContactMap.Value?) {
      place = value.map { $0.words == nil ? .field($0.field) : .other } ?? .none
      scale = value?.isMilliseconds ?? false ? 1 : 1000
    }
  }

  /// A start in the standard's form.
  let start: Place
  let outcome: Place
  let wait: Duration
  let handleParts: ContiguousArray<Duration>
  let contact: Place
  let customer: Place
  let reason: Place
  let agent: Place
  let type: Place
  let hasDirection: Bool
  let hasResolved: Bool
  let hasType: Bool
  let hasValue: Bool

  /// Finds the places of a map.
  init(_ map: ContactMap) {
    start = map.start.isPlain ? .field(map.start.fields[0]) : .other
    outcome = ContactPlaces.place(map.outcome)
    wait = Duration(map.wait)
    handleParts = ContiguousArray(map.handleParts.map { Duration($0) })
    let isDigest = map.mapping.habits.identifiesByDigests
    contact = ContactPlaces.place(map.contact, isDigest: isDigest)
    customer = ContactPlaces.place(map.customer, isDigest: isDigest)
    reason = ContactPlaces.place(map.reason, isDigest: isDigest)
    agent = ContactPlaces.place(map.agent)
    type = ContactPlaces.place(map.type)
    hasDirection = map.direction != nil
    hasResolved = map.resolved != nil
    hasType = map.type != nil
    hasValue = map.value != nil
  }

  private static func place(_ text: ContactMap.Text?, isDigest: Bool = false) -> Place {
    guard let text else { return .none }
    guard !isDigest, text.fields.count == 1, text.words == nil, text.separator == nil else {
      return .other
    }
    return .field(text.fields[0])
  }
}

// MARK: - Reading

extension ContactPlaces.Place {
  /// Digests the text that stands here, 0 where it is absent; `nil` for one that stands
  /// elsewhere.
  @inline(__always)
  func digest(_ row: Int, _ records: borrowing RecordBatch) -> UInt64? {
    switch self {
    case .none: return 0
    case .other: return nil
    case .field(let field):
      let bytes = records.bytes.span
      let range = FieldParsing.trimmed(bytes, records.range(row: row, field: field))
      return FieldParsing.isAbsent(bytes, range) ? 0 : TextDigest.of(bytes, range)
    }
  }

  /// Reads the time that stands here; `nil` for one that is absent, or is anything else.
  @inline(__always)
  func stamp(_ row: Int, _ records: borrowing RecordBatch) -> Stamp? {
    guard case .field(let field) = self else { return nil }
    return try? FieldParsing.stamp(records.bytes.span, records.range(row: row, field: field))
  }
}

extension ContactPlaces.Duration {
  /// Reads plain digits in milliseconds, −1 where the file has no such duration; `nil` for
  /// anything else.
  @inline(__always)
  func milliseconds(_ row: Int, _ records: borrowing RecordBatch) -> Int? {
    switch place {
    case .none: return -1
    case .other: return nil
    case .field(let field):
      let plain = PlainDigits.vector(
        records.bytes.span, records.range(row: row, field: field))
      return plain < 0 ? nil : plain &* scale
    }
  }
}
