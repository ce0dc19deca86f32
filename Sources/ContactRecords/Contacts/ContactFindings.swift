/// What is known of decoded contacts besides their values, to be added up over batches.
public struct ContactFindings: Hashable, Sendable {
  /// A currency, the earliest day on which a value states it, and the line of that value.
  public struct CurrencySighting: Hashable, Sendable {
    /// The currency.
    public let currency: Currency
    /// Days since 1970-01-01.
    public internal(set) var day: Int32
    /// Physical line, from 1.
    public internal(set) var line: Int
  }

  /// Distinct offsets from universal time seen in stamps, at most two.
  public internal(set) var offsets = StampOffsets()
  /// Rows left out because their contact came in no way to the center.
  public internal(set) var otherDirections = 0
  /// Rows left out because their outcome says that they were not offered.
  public internal(set) var notOffered = 0
  /// Rows of answered contacts whose wait nothing says, repeated ones among them.
  public internal(set) var answeredWithoutWait = 0
  /// Rows of answered contacts that leave a mapped part of their handle time blank, likewise.
  public internal(set) var answeredWithoutHandle = 0
  /// Contacts whose start the clock skipped, so that they count as much later.
  public internal(set) var movedRows = 0
  /// Whether the handle times can be some.
  public internal(set) var handleTime = HandleTimeCheck()
  /// Distinct currencies that transaction values state.
  public private(set) var currencies: [CurrencySighting] = []
  /// Rows that were left out.
  public internal(set) var leftOut: LeftOutRows

  /// Knows of no row of a file yet.
  init(_ leftOut: LeftOutRows) {
    self.leftOut = leftOut
  }

  /// Notes that a value states a currency; the earliest day on which one does is kept.
  mutating func note(_ sighting: CurrencySighting) {
    guard let known = currencies.firstIndex(where: { $0.currency == sighting.currency }) else {
      currencies.append(sighting)
      return
    }
    if sighting.day < currencies[known].day { currencies[known] = sighting }
  }

  /// Counts lines on from those before.
  public mutating func countLines(from lines: Int) {
    for index in currencies.indices { currencies[index].line += lines }
  }

  /// Adds what is known of rows of the same file that come after these.
  public mutating func merge(_ later: ContactFindings) {
    offsets.merge(later.offsets)
    otherDirections += later.otherDirections
    notOffered += later.notOffered
    answeredWithoutWait += later.answeredWithoutWait
    answeredWithoutHandle += later.answeredWithoutHandle
    movedRows += later.movedRows
    handleTime.merge(later.handleTime)
    for sighting in later.currencies { note(sighting) }
    leftOut.merge(later.leftOut)
  }
}
