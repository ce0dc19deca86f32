import Basics
public import ContactRecords

/// Contacts of one key that started in one interval and ended alike, as a roll-up sums them.
public struct SummedContacts: Sendable {
  /// The number of their key.
  public var key: Int32
  /// Days since 1970-01-01 on which they started.
  public var day: Int32
  /// The second of the day at which they started, or at which their interval did.
  public var second: Int32
  /// Whether that lies in the second pass of a repeated hour.
  public var isSecondPass: Bool
  /// Minutes that starts were cut to; `nil` where the second is that of each start.
  public var intervalMinutes: Int?
  /// How they ended.
  public var outcome: ContactBatch.Outcome
  /// How many they are.
  public var count: Int
  /// The waits that are known.
  public var waits: [SumRecord.Wait]
  /// The handle times of all of them in milliseconds; −1 where unknown.
  public var handleMilliseconds: Int
  /// The sum of the digests of their rows; `nil` for contacts without an identifier.
  public var part: UInt64?
}

// MARK: - In the tally

extension ContactTally {
  /// Takes contacts that a roll-up summed.
  ///
  /// - Parameters:
  ///   - contacts: The contacts, of which all ended alike in one interval.
  ///   - table: The key table that their key is numbered in.
  /// - Complexity: O(*n*) in the distinct waits.
  public mutating func add(_ contacts: SummedContacts, keys table: borrowing KeyTable) {
    admit(table)
    let (key, isSecond) = (Int(contacts.key), contacts.isSecondPass)
    if let minutes = contacts.intervalMinutes {
      gridsOfKey[key].insert(minutes)
      if keepsSeconds(key: key, contacts.outcome) { keysWithoutSeconds.insert(key) }
    }
    if contacts.outcome == .open, waitsForAnswer(key: key) {
      let open = OpenContact(
        day: contacts.day, second: contacts.second, isSecondPass: isSecond,
        contacts: contacts.count)
      unanswered[key].append(open)
      return
    }
    let cell = keys[key].interval(
      day: contacts.day, minute: minute(contacts.second), isSecond: isSecond)
    for (wait, sum) in additions(contacts) {
      if contacts.outcome == .answered, wait.milliseconds >= 0, contacts.day <= lastDay {
        waits[key][contacts.day, default: WaitCounts()]
          .add(wait.contacts, milliseconds: wait.milliseconds)
      }
      keys[key].add(sum, cell: cell)
    }
  }

  /// Gives what summed contacts add to the counts of their interval, once they were taken.
  ///
  /// - Parameter limit: The last day: contacts that still can be answered in time by its end add
  ///   nothing.
  mutating func sums(_ contacts: SummedContacts, through limit: CivilDate) -> ContactSums {
    let key = Int(contacts.key)
    if contacts.outcome == .open, waitsForAnswer(key: key), contacts.day <= limit.daysSinceEpoch {
      let open = OpenContact(
        day: contacts.day, second: contacts.second, isSecondPass: contacts.isSecondPass)
      if canStillBeAnswered(open, key: key, through: limit) { return ContactSums() }
    }
    return additions(contacts).reduce(into: ContactSums()) { $0.merge($1.1.sums) }
  }

  /// What contacts add, those of each wait by themselves.
  private mutating func additions(
    _ contacts: SummedContacts
  ) -> [(SumRecord.Wait, ContactAdditions)] {
    let (key, day) = (Int(contacts.key), contacts.day)
    let service = serviceOfKey[key]
    let threshold = service.flatMap { thresholdSeconds(of: $0, on: day) }
    let known = contacts.waits.reduce(0) { $0 + $1.contacts }
    var waits = contacts.waits
    if known < contacts.count || waits.isEmpty {
      waits.append(.init(milliseconds: -1, contacts: contacts.count - known))
    }
    // The handle time is known of all of them together.
    var handle = contacts.handleMilliseconds
    return waits.map { wait in
      let clocked = self.wait(
        wait.milliseconds, service, day, contacts.second, isSecondPass: contacts.isSecondPass)
      var additions = ContactAdditions()
      additions.add(wait.contacts, to: .rows)
      additions.add(wait.contacts, to: .offered)
      switch contacts.outcome {
      case .answered:
        addAnswered(wait.contacts, clocked, handle: handle, threshold, to: &additions)
        handle = min(handle, 0)
      case .abandoned: addAbandoned(wait.contacts, clocked, threshold, to: &additions)
      case .flowOut, .open: additions.add(wait.contacts, to: .flowOut)
      }
      return (.init(milliseconds: clocked, contacts: wait.contacts), additions)
    }
  }

  /// Tells whether the start of a contact has to be known to the second: where its wait runs in
  /// opening hours, or it still waits for an answer.
  func keepsSeconds(key: Int, _ outcome: ContactBatch.Outcome) -> Bool {
    guard let service = serviceOfKey[key] else { return false }
    return clocks[service] != nil || (outcome == .open && waitsForAnswer(key: key))
  }
}
