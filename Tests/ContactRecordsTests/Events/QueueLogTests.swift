import Basics
import DelimitedText
import TestSupport
import Testing

@testable import ContactRecords

/// Contacts are made from the events of a log, whatever order calls take turns in.
@Suite struct QueueLogTests {
  /// A contact as a test compares it; the queue by its name.
  struct Contact: Hashable {
    var line: Int
    var queue: String
    var second: Int32
    var outcome: ContactBatch.Outcome
    var wait: Int
    var handle: Int
  }

  struct Outcome {
    var contacts: [Contact] = []
    var lines = QueueLogReader.Lines()
    var rejects: [RejectedRecord] = []
    var digests: Set<UInt64> = []
    var isRecognized = false
  }

  static let base = 1_772_438_400

  private func read(_ lines: [String], zone: CivilZone? = nil) throws -> Outcome {
    let text = lines.map { $0 + "\n" }.joined()
    var reader = try RecordReader(
      MemoryByteSource(Array(text.utf8)), delimiter: QueueLog.delimiter)
    var records = RecordBatch()
    var log = QueueLogReader(mapping: ColumnMapping(), zone: zone)
    var batch = ContactBatch()
    var keys = KeyTable()
    var outcome = Outcome()
    func note(_ batch: borrowing ContactBatch) {
      for row in 0..<batch.count {
        outcome.contacts.append(
          Contact(
            line: batch.lines[row], queue: keys.keys[Int(batch.keys[row])].queue,
            second: batch.seconds[row], outcome: batch.outcome(row), wait: batch.waits[row],
            handle: batch.handles[row]))
        outcome.digests.insert(batch.digests[row])
      }
    }
    while try reader.read(into: &records) {
      if records.rows.isEmpty { continue }
      outcome.isRecognized = QueueLog.isRecognized(records, delimiter: QueueLog.delimiter)
      log.read(records, into: &batch, keys: &keys, rejects: &outcome.rejects)
      note(batch)
    }
    log.finish(into: &batch)
    note(batch)
    outcome.lines = log.lines
    outcome.contacts.sort { $0.line < $1.line }
    return outcome
  }

  private func line(_ second: Int, _ call: String, _ rest: String) -> String {
    "\(Self.base + second)|\(call)|\(rest)"
  }

  static let endings: [(String, ContactBatch.Outcome, Int)] = [
    ("NONE|ABANDON|1|1|9", .abandoned, 9000), ("NONE|ABANDON|1|1|", .abandoned, 12_000),
    ("NONE|ABANDON|1", .abandoned, 12_000), ("NONE|EXITWITHTIMEOUT|1|1|8", .flowOut, 8000),
    ("NONE|EXITWITHTIMEOUT|1", .flowOut, 12_000), ("NONE|EXITWITHKEY|5|1|1|7", .flowOut, 7000),
    ("NONE|EXITEMPTY|1|1|6", .flowOut, 6000), ("NONE|ABANDON|1|1|x", .abandoned, 12_000),
  ]

  @Test(arguments: endings)
  func callsLeaveInManyWays(_ rest: String, _ kind: ContactBatch.Outcome, _ wait: Int) throws {
    let outcome = try read([
      line(0, "c1", "sales|NONE|ENTERQUEUE||123|1"), line(12, "c1", "sales|" + rest),
    ])
    #expect(
      outcome.contacts == [
        Contact(
          line: 1, queue: "sales", second: 28_800,
          outcome: kind, wait: wait, handle: -1)
      ])
    #expect(outcome.lines == .init(ofContacts: 1))
  }

  @Test func answeredCallsHaveTheWaitOfTheirConnection() throws {
    let outcome = try read([
      line(0, "c1", "sales|NONE|ENTERQUEUE||123|1"), line(4, "c1", "sales|SIP/1|RINGNOANSWER|4000"),
      line(7, "c1", "sales|SIP/1|CONNECT|6|b|2"),
      line(90, "c1", "sales|SIP/1|COMPLETEAGENT|6|83|1"),
    ])
    #expect(outcome.contacts.map(\.outcome) == [.answered])
    #expect(outcome.contacts.map(\.wait) == [6000])
    #expect(outcome.contacts.map(\.handle) == [83_000])
    #expect(outcome.lines == .init(ofContacts: 2, ofNoCall: 1))
  }

  @Test func whatHasNoEndIsOpenOrAnswered() throws {
    let outcome = try read([
      line(0, "c1", "sales|NONE|ENTERQUEUE||1|1"), line(1, "c2", "sales|NONE|ENTERQUEUE||2|2"),
      line(7, "c2", "sales|SIP/1|CONNECT|6|b|2"),
    ])
    #expect(outcome.contacts.map(\.outcome) == [.open, .answered])
    #expect(outcome.contacts.map(\.wait) == [-1, 6000])
    #expect(outcome.contacts.map(\.handle) == [-1, -1])
  }

  @Test func eachVisitToAQueueIsAContact() throws {
    let outcome = try read([
      line(0, "c1", "sales|NONE|ENTERQUEUE||1|1"),
      line(20, "c1", "sales|NONE|EXITWITHTIMEOUT|1|1|20"),
      line(21, "c1", "billing|NONE|ENTERQUEUE||1|1"),
      line(30, "c1", "billing|SIP/1|CONNECT|9|b|2"),
      line(31, "c1", "sales|NONE|ENTERQUEUE||1|1"),
      line(50, "c1", "billing|SIP/1|COMPLETECALLER|9|20|1"),
      line(60, "c1", "sales|NONE|ENTERQUEUE||1|1"),
    ])
    #expect(outcome.contacts.map(\.queue) == ["sales", "billing", "sales", "sales"])
    #expect(outcome.contacts.map(\.outcome) == [.flowOut, .answered, .open, .open])
  }

  @Test func linesOfNoCallAreCountedApart() throws {
    let outcome = try read([
      line(0, "NONE", "NONE|NONE|QUEUESTART|"), line(0, "NONE", "NONE|SIP/1|ADDMEMBER|"),
      line(0, "REALTIME", "sales|SIP/1|PAUSE|lunch"), line(1, "old", "sales|SIP/1|CONNECT|6|b|2"),
      line(9, "old", "sales|SIP/1|COMPLETECALLER|6|20|1"), line(9, "c", "sales|SIP/1|SOMETHING|1"),
    ])
    #expect(outcome.contacts.isEmpty)
    #expect(outcome.lines == .init(ofOthers: 2, ofNoCall: 4))
  }

  @Test func linesThatCannotBeReadAreRejected() throws {
    let outcome = try read([
      "noon|c1|sales|NONE|ENTERQUEUE||1|1", "\(Self.base)|c1|sales",
      line(0, "c1", "q|NONE|ENTERQUEUE"),
    ])
    #expect(outcome.contacts.count == 1)
    #expect(
      outcome.rejects.map { "\($0.line):\($0.column): \($0.reason)" } == [
        "1:1: started_at: \"noon\" is not a time (YYYY-MM-DD HH:MM:SS)",
        "2:1: found 3 fields, expected 5",
      ])
  }

  /// Calls one after another, and their lines dealt into one another: the same contacts.
  @Test(arguments: Seed.cases(20))
  func theOrderOfDifferentCallsDoesNotMatter(_ seed: Seed) throws {
    var random = seed.generator
    var calls: [[String]] = []
    for number in 0..<40 {
      let (call, start) = ("c\(number)", Int.random(in: 0..<3000, using: &random))
      let wait = Int.random(in: 0..<60, using: &random)
      var lines = [line(start, call, "q\(number % 3)|NONE|ENTERQUEUE||\(number)|1")]
      switch Int.random(in: 0..<4, using: &random) {
      case 0: lines.append(line(start + wait, call, "q\(number % 3)|NONE|ABANDON|1|1|\(wait)"))
      case 1: break
      default:
        lines.append(line(start + wait, call, "q\(number % 3)|A|CONNECT|\(wait)|b|1"))
        lines.append(line(start + wait + 50, call, "q\(number % 3)|A|COMPLETEAGENT|\(wait)|50|1"))
      }
      calls.append(lines)
    }
    let ordered = try read(calls.flatMap { $0 })
    var dealt: [String] = []
    while !calls.isEmpty {
      let index = Int.random(in: 0..<calls.count, using: &random)
      dealt.append(calls[index].removeFirst())
      if calls[index].isEmpty { calls.remove(at: index) }
    }
    let mixed = try read(dealt)
    #expect(mixed.digests == ordered.digests && mixed.lines == ordered.lines)
    #expect(ordered.contacts.count == 40)
    let total = mixed.contacts.count + mixed.lines.ofContacts
    #expect(total == dealt.count)
  }

  static let beginnings: [(String, Bool)] = [
    ("1772438397|NONE|NONE|NONE|QUEUESTART|", true),
    ("1772438397.5|c|q|NONE|ENTERQUEUE||1|1", true),
    ("1772438397|c|q|NONE|SOMETHING|", false), ("17724383|c|q|NONE|ENTERQUEUE", false),
    ("date|period|queue|offered|ANSWERED", false), ("1772438397|c|q|NONE", false),
    ("1772438397|c|q|NONE|Enterqueue", false), ("177243839x|c|q|NONE|ENTERQUEUE", false),
  ]

  @Test(arguments: beginnings)
  func logsAreToldByTheirFirstLines(_ text: String, _ isLog: Bool) throws {
    #expect(try read([text]).isRecognized == isLog)
  }
}
