public import Basics
public import ContactRecords

/// The rows behind a figure, kept while the inputs are read a second time.
///
/// A run keeps sums and no rows. Who wants to know which rows are behind a figure has the
/// inputs read again, and says what to keep: kinds and days, and which contacts. What counts is
/// decided as in any run, so that repeats and rows that gave way to others are not among them.
public struct RowTrace: Sendable {
  /// The kinds of rows that are kept.
  public let kinds: Set<RecordKind>
  /// The days on which they count; of costs, the days that their period touches.
  public let days: ClosedRange<CivilDate>
  /// Tells by its key, day and transaction type whether a contact is kept.
  private let takesContact: @Sendable (RecordKey, CivilDate, _ type: String?) -> Bool
  /// The last day that anything is judged on.
  public let asOf: CivilDate
  /// How many rows are kept at most.
  public let limit: Int
  /// Whether there are more.
  public private(set) var isOverfull = false
  /// Legs of contacts as first contact resolution watches them; `nil` unless it is asked for.
  private(set) var issues: IssueTrace?
  private var kept: [CountedRow] = []
  /// The places of rows that gave way to later ones.
  private var replaced: Set<Int> = []

  /// Begins a trace.
  ///
  /// - Parameters:
  ///   - kinds: The kinds of record that are kept.
  ///   - days: The days that they lie in.
  ///   - asOf: The last day that is judged.
  ///   - limit: How many rows are kept at most.
  ///   - watchesIssues: Whether the contacts that open issues are asked for.
  ///   - takesContact: Tells by its key, day and transaction type whether a contact is kept.
  public init(
    kinds: Set<RecordKind>, days: ClosedRange<CivilDate>, asOf: CivilDate, limit: Int,
    watchesIssues: Bool = false,
    takesContact: @escaping @Sendable (RecordKey, CivilDate, _ type: String?) -> Bool = {
      _, _, _ in true
    }
  ) {
    (self.kinds, self.days, self.asOf, self.limit) = (kinds, days, asOf, limit)
    self.takesContact = takesContact
    issues = watchesIssues ? IssueTrace() : nil
  }

  /// The rows, in the order of their places.
  ///
  /// - Complexity: O(*n* log *n*) in the rows.
  public var rows: [CountedRow] {
    kept.filter { !replaced.contains($0.place) }.sorted { $0.place < $1.place }
  }

  private mutating func keep(_ content: CountedRow.Content, at place: Int) {
    guard kept.count < limit else {
      isOverfull = true
      return
    }
    kept.append(CountedRow(place: place, content: content))
  }
}

// MARK: - Taking rows

extension RowTrace {
  /// Takes a row of a kind whose repeats and conflicts are told by its tally.
  ///
  /// - Parameter days: The days that it counts on.
  mutating func take(
    _ content: CountedRow.Content, of kind: RecordKind, on days: ClosedRange<CivilDate>,
    at place: Int, _ outcome: RowOutcome = .accepted, _ policy: ConflictPolicy = .error
  ) {
    guard kinds.contains(kind) else { return }
    switch outcome {
    case .repeated: return
    case .conflict(let standing):
      switch policy {
      case .error, .first: return
      // The one that stood there may be of another day than this one.
      case .last: replaced.insert(standing)
      case .sum: break
      }
    case .accepted: break
    }
    if self.days.overlaps(days) { keep(content, at: place) }
  }

  /// Takes contacts that count, with their places for lines.
  mutating func take(
    _ batch: borrowing ContactBatch, _ contacts: inout ContactTally,
    keys table: borrowing KeyTable, types: [String], identifiesCustomers: Bool
  ) {
    issues?.add(batch, identifiesCustomers: identifiesCustomers)
    guard kinds.contains(.contacts) else { return }
    for row in 0..<batch.count {
      let day = CivilDate(daysSinceEpoch: batch.days[row])
      let key = table.keys[Int(batch.keys[row])]
      let type = batch.types[row] < 0 ? nil : types[Int(batch.types[row])]
      guard days.contains(day), takesContact(key, day, type) else { continue }
      keep(
        .contact(
          CountedRow.Contact(
            key: key, day: day, secondOfDay: Int(batch.seconds[row]),
            isSecondPass: batch.folds[row] == 1,
            sums: contacts.sums(row, of: batch, through: asOf), type: type,
            value: batch.hasValue[row] == 1 ? FixedPoint(millionths: batch.values[row]) : nil,
            contact: batch.contacts[row])),
        at: batch.lines[row])
    }
  }
}

extension RowTrace {
  /// Takes contacts that a roll-up summed, as one row.
  mutating func take(
    _ summed: SummedContacts, _ contacts: inout ContactTally, key: RecordKey, at place: Int
  ) {
    let day = CivilDate(daysSinceEpoch: summed.day)
    guard kinds.contains(.contacts), days.contains(day), takesContact(key, day, nil) else { return }
    keep(
      .contact(
        CountedRow.Contact(
          key: key, day: day, secondOfDay: Int(summed.second), isSecondPass: summed.isSecondPass,
          sums: contacts.sums(summed, through: asOf), type: nil, value: nil, contact: 0)),
      at: place)
  }

  /// Takes contacts of a transaction type that a roll-up summed, as one row.
  mutating func take(
    _ sums: TransactionSums, type: String, month: CivilMonth, at place: Int
  ) {
    guard kinds.contains(.contacts), days.contains(month.firstDay),
      takesContact(RecordKey(), month.firstDay, type)
    else { return }
    keep(.transactions(month, sums), at: place)
  }

  /// Takes issues that a roll-up summed.
  mutating func take(_ issues: SettledIssues, at place: Int) { self.issues?.add(issues, at: place) }
}

// MARK: - In a center

extension CenterTally {
  /// Begins to keep rows of all inputs that are still to come.
  public mutating func begin(_ trace: RowTrace) { self.trace = trace }

  /// Takes an evaluation of the last source begun.
  ///
  /// - Parameters:
  ///   - record: What its row says.
  ///   - day: The day on which it counts.
  ///   - line: Its physical line in its source, from 1.
  public mutating func take(_ record: EvaluationRecord, on day: CivilDate, line: Int) {
    let outcome = evaluations.add(record, on: day, line: line)
    trace?.take(
      .evaluation(record), of: .evaluations, on: day...day,
      at: evaluations.accounts.place(ofLine: line), outcome, intervals.policy)
    archive?.take(record, at: evaluations.accounts.place(ofLine: line), outcome)
    links?.take(
      record, on: day, at: evaluations.accounts.place(ofLine: line), outcome, intervals.policy)
  }

  /// Takes an answer of the last source begun, likewise.
  public mutating func take(_ record: SurveyRecord, on day: CivilDate, line: Int) {
    let outcome = surveys.add(record, on: day, line: line)
    trace?.take(
      .survey(record), of: .surveys, on: day...day, at: surveys.accounts.place(ofLine: line),
      outcome, intervals.policy)
    archive?.take(record, at: surveys.accounts.place(ofLine: line), outcome)
    links?.take(
      record, on: day, at: surveys.accounts.place(ofLine: line), outcome, intervals.policy)
  }

  /// Takes a cost or a cost of quality.
  ///
  /// - Parameters:
  ///   - record: What its row says.
  ///   - kind: Which of the two it is.
  ///   - place: Its line, counted through all inputs, from 1.
  public mutating func take(_ record: CostRecord, kind: RecordKind, at place: Int) {
    costs.add(record, kind: kind, at: place)
    trace?.take(
      kind == .costs ? .cost(record) : .qualityCost(record), of: kind, on: record.period.days,
      at: place)
    archive?.take(record, kind: kind)
  }

  /// The issues that contacts opened, as a method of first contact resolution finds them.
  ///
  /// - Returns: The places of the contacts with what became of them, in their order; those of
  ///   one contact that several legs make up stand at its first answered one.
  /// - Complexity: O(*n* log *n*) in the contacts.
  public func tracedIssues(
    _ method: TracedIssue.Method, targets: ResolutionTargets, zone: CivilZone?
  ) -> [TracedIssue] {
    guard let trace, let issues = trace.issues else { return [] }
    return issues.found(method, IssueWatch(targets, zone: zone, asOf: trace.asOf))
  }
}

extension SourceAccounts {
  /// The place of a line of the last source begun.
  func place(ofLine line: Int) -> Int { sources[sources.count - 1].base + line }
}
