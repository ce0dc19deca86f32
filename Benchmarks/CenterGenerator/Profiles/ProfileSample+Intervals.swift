import Basics

// The columns are those that the products' own files carry, as far as a source for them is
// known, and some that nothing is read from. Where a product's names are not known the
// canonical ones stand instead.

extension ProfileSample {
  private typealias IntervalColumns = Columns<VisitCounts>

  /// The exports that count by half hour.
  static let intervals = [
    connect, genesysQueues, genesysWFM, cms, avayaWFM, bcms, aacc, uccx, ucce, iex, niceWFM, ringCX,
  ]

  private static func sample(
    _ name: String, suffix: String = ".csv", arguments: [String] = [], delimiter: String = ",",
    _ columns: IntervalColumns, _ change: (inout Figures) -> Void
  ) -> ProfileSample {
    let total = VisitCounts.total
    var figures = Figures(
      offered: total.offered, answered: total.answered, abandoned: total.abandoned,
      answeredWithin: total.answeredWithin, abandonedWithin: total.abandonedWithin,
      flowOut: nil, shortAbandoned: nil, wait: total.wait, handle: total.handle)
    change(&figures)
    return ProfileSample(
      name: name, suffix: suffix, arguments: arguments,
      text: table(columns, of: VisitCounts.halfHours, delimiter: delimiter), figures: figures)
  }

  private static var total: VisitCounts { VisitCounts.total }

  private static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "" }
    let hundredths = (part * 10_000 + whole / 2) / whole
    return "\(hundredths / 100).\(Padded(hundredths % 100, to: 2))%"
  }

  private static func average(_ sum: Int, over count: Int) -> String {
    count > 0 ? String((sum + count / 2) / count) : ""
  }

  private static let connect = sample(
    "amazon-connect",
    [
      ("Queue", { $0.queueName }),
      ("StartInterval", { "\($0.day)T\($0.clock()):00.000Z" }),
      ("EndInterval", { "\($0.day)T\($0.clock(after: 30)):00.000Z" }),
      ("Contacts queued", { "\($0.offered)" }),
      ("Contacts handled incoming", { "\($0.answered)" }),
      ("Contacts abandoned", { "\($0.abandoned)" }),
      ("Contacts answered in 20 seconds", { "\($0.answeredWithin)" }),
      ("Contacts abandoned in 20 seconds", { "\($0.abandonedWithin)" }),
      ("Contacts answered 40 seconds", { "\($0.answeredWithinLong)" }),
      ("Contacts abandoned 40 seconds", { "\($0.abandonedWithinLong)" }),
      ("Service level 20 seconds", { percent($0.answeredWithin, of: $0.offered) }),
      ("Average queue answer time", { average($0.wait, over: $0.answered) }),
      ("Average handle time", { average($0.handle, over: $0.answered) }),
    ]
  ) {
    $0.wait = nil
    $0.handle = nil
  }

  /// Milliseconds, and nothing where there are none.
  private static func milliseconds(_ seconds: Int) -> String {
    seconds == 0 ? "" : "\(seconds * 1000)"
  }

  private static let genesysQueues = sample(
    "genesys-cloud-queues",
    [
      ("Interval Start", { "\($0.day) \($0.clock()):00" }),
      ("Interval End", { "\($0.day) \($0.clock(after: 30)):00" }),
      ("Interval Complete", { _ in "0.0" }),
      ("Filters", { "Initial Direction: Inbound; Queue: \($0.queueName)" }),
      ("Media Type", { _ in "voice" }),
      ("Queue Id", { "q-\($0.queue)" }),
      ("Queue Name", { $0.queueName }),
      ("Offer", { "\($0.offered)" }),
      ("Answer", { "\($0.answered)" }),
      ("Abandon", { "\($0.abandoned)" }),
      ("ASA", { milliseconds($0.answered > 0 ? $0.wait / $0.answered : 0) }),
      ("Service Level %", { _ in "N/A" }),
      ("Total Handle", { milliseconds($0.handle) }),
      ("Total Talk", { milliseconds($0.talk) }),
      ("Total Hold", { milliseconds($0.hold) }),
      ("Total ACW", { milliseconds($0.wrap) }),
      ("Flow Out", { "\($0.flowOut)" }),
      ("Total Abandon", { milliseconds($0.abandonWait) }),
      ("Over SLA", { "\($0.answered - $0.answeredWithin)" }),
      ("Short Abandon", { "\($0.shortAbandoned)" }),
    ]
  ) {
    $0.abandonedWithin = nil
    $0.flowOut = total.flowOut
    $0.shortAbandoned = total.shortAbandoned
    $0.wait = nil
  }

  private static let genesysWFM = sample(
    "genesys-wfm",
    [
      ("Interval Start UTC Date", { "\($0.day)T\($0.clock()):00Z" }),
      ("Queue", { $0.queueName }), ("Media Type", { _ in "voice" }),
      ("Skill Set", { _ in "a|||b" }), ("Language", { _ in "en-us" }),
      ("Offered", { "\($0.offered)" }), ("Interactions Handled", { "\($0.answered)" }),
      ("Total Handle Time (Seconds)", { "\($0.handle)" }),
    ]
  ) {
    $0.abandoned = total.offered - total.answered
    $0.answeredWithin = nil
    $0.abandonedWithin = nil
    $0.wait = nil
  }

  private static let cms = sample(
    "avaya-cms-hsplit",
    [
      ("ROW_DATE", { "\($0.day)" }), ("STARTTIME", { "\($0.minute / 60 * 100 + $0.minute % 60)" }),
      ("INTRVL", { _ in "30" }), ("SPLIT", { "\($0.queue + 41)" }),
      ("CALLSOFFERED", { "\($0.offered)" }), ("ACDCALLS", { "\($0.answered)" }),
      ("ABNCALLS", { "\($0.abandoned)" }), ("ACCEPTABLE", { "\($0.answeredWithin)" }),
      ("SLVLABNS", { "\($0.abandonedWithin)" }), ("OUTFLOWCALLS", { "\($0.flowOut)" }),
      ("ANSTIME", { "\($0.wait)" }), ("ABNTIME", { "\($0.abandonWait)" }),
      ("ACDTIME", { "\($0.talk)" }), ("HOLDTIME", { "\($0.hold)" }), ("ACWTIME", { "\($0.wrap)" }),
      ("SVCLEVELCHG", { _ in "0" }),
    ]
  ) { $0.flowOut = total.flowOut }

  private static let avayaWFM = sample(
    "avaya-wfm",
    [
      ("INTERVAL_START", { "\($0.day) \($0.clock())" }), ("split", { "\($0.queue + 41)" }),
      ("acdcalls", { "\($0.answered)" }), ("acceptable", { "\($0.answeredWithin)" }),
      ("abncalls", { "\($0.abandoned)" }), ("slvlabns", { "\($0.abandonedWithin)" }),
      ("acdtime", { "\($0.talk)" }), ("holdtime", { "\($0.hold)" }), ("acwtime", { "\($0.wrap)" }),
      ("anstime", { "\($0.wait)" }), ("contactsactive", { _ in "0" }),
    ]
  ) { $0.offered = total.answered + total.abandoned }

  private static func blankZero(_ number: Int) -> String { number == 0 ? "" : "\(number)" }

  private static let bcms = sample(
    "avaya-bcms", arguments: ["--profile", "avaya-bcms"],
    [
      ("interval_start", { "\($0.day) \($0.clock())" }), ("queue", { $0.queueName }),
      ("offered", { "\($0.offered)" }), ("answered", { "\($0.answered)" }),
      ("abandoned", { "\($0.abandoned)" }), ("answered_within", { "\($0.answeredWithin)" }),
      ("wait_seconds", { "\($0.wait)" }), ("talk_seconds", { "\($0.talk)" }),
      ("hold_seconds", { blankZero($0.hold) }), ("wrap_seconds", { "\($0.wrap)" }),
    ]
  ) { $0.abandonedWithin = nil }

  private static let aacc = sample(
    "avaya-aacc",
    [
      ("Timestamp", { "\($0.day) \($0.clock()):00" }), ("Application", { $0.queueName }),
      ("CallsOffered", { "\($0.offered)" }), ("CallsAnswered", { "\($0.answered)" }),
      ("CallsAnsweredDelay", { "\($0.wait)" }),
      ("CallsAnsweredAftThreshold", { "\($0.answered - $0.answeredWithin)" }),
      ("CallsAbandoned", { "\($0.abandoned)" }),
      ("CallsAbandonedAftThreshold", { "\($0.abandoned - $0.abandonedWithin)" }),
      ("TalkTime", { "\($0.talk)" }), ("PostCallProcessingTime", { "\($0.wrap)" }),
    ]
  ) { $0.handle = total.talk + total.wrap }

  private static func americanTime(_ counts: VisitCounts, after minutes: Int = 0) -> String {
    let minute = counts.minute + minutes
    let parts = counts.day.parts
    return "\(parts.month)/\(parts.day)/\(parts.year) \((minute / 60 + 11) % 12 + 1):"
      + "\(Padded(minute % 60, to: 2)):00 \(minute < 720 ? "AM" : "PM")"
  }

  /// The names of three columns are known; the others are mapped in a configuration.
  private static let uccx = sample(
    "cisco-uccx-csq", arguments: ["--config", "cisco-uccx-csq.json"],
    [
      ("Interval Start Time", { americanTime($0) }),
      ("Interval End Time", { americanTime($0, after: 30) }),
      ("Calls Presented", { "\($0.offered)" }), ("name of the queue", { $0.queueName }),
      ("mapped: answered", { "\($0.answered)" }), ("mapped: abandoned", { "\($0.abandoned)" }),
      ("mapped: in time", { "\($0.answeredWithin)" }),
    ]
  ) {
    $0.abandonedWithin = nil
    $0.wait = nil
    $0.handle = nil
  }

  private static let ucce = sample(
    "cisco-ucce-call-type",
    [
      ("CallTypeID", { "\(5000 + $0.queue)" }), ("TimeZone", { _ in "360" }),
      ("DateTime", { "\($0.day) \($0.clock()):00" }), ("ReportingInterval", { _ in "30" }),
      ("CallsOffered", { "\($0.offered)" }), ("CallsHandled", { "\($0.answered)" }),
      ("CallsAnswered", { "\($0.answered)" }), ("TotalCallsAband", { "\($0.abandoned)" }),
      ("ServiceLevelCalls", { "\($0.answeredWithin)" }),
      ("ServiceLevelAband", { "\($0.abandonedWithin)" }),
      ("ServiceLevelCallsOffered", { "\($0.offered)" }), ("OverflowOut", { "\($0.flowOut)" }),
      ("AnswerWaitTime", { "\($0.wait)" }), ("CallDelayAbandTime", { "\($0.abandonWait)" }),
      ("HandleTime", { "\($0.handle)" }), ("TalkTime", { "\($0.talk)" }),
      ("HoldTime", { "\($0.hold)" }), ("ShortCalls", { _ in "0" }),
    ]
  ) { $0.flowOut = total.flowOut }

  /// Of this feed date and period are known; the canonical names stand for the others.
  private static let iex = sample(
    "nice-iex-queue", suffix: ".txt", arguments: ["--profile", "nice-iex-queue"], delimiter: "|",
    [
      (
        "date",
        {
          "\(Padded($0.day.parts.month, to: 2))\(Padded($0.day.parts.day, to: 2))\($0.day.parts.year)"
        }
      ),
      ("period", { $0.clock() }), ("queue", { $0.queueName }), ("offered", { "\($0.offered)" }),
      ("answered", { "\($0.answered)" }), ("abandoned", { "\($0.abandoned)" }),
      ("answered_within", { "\($0.answeredWithin)" }), ("handle_seconds", { "\($0.handle)" }),
    ]
  ) {
    $0.abandonedWithin = nil
    $0.wait = nil
  }

  private static let niceWFM = sample(
    "nice-wfm-queuestats",
    [
      ("C_TIMESTAMP", { "\($0.day) \($0.clock()):00.0000000 -06:00" }),
      ("C_QUEUE", { "\($0.queue + 7)" }), ("C_ORIGCONTRCVD", { "\($0.offered)" }),
      ("C_ORIGHNDLBEFSL", { "\($0.answeredWithin)" }),
      ("C_ORIGHNDLAFTSL", { "\($0.answered - $0.answeredWithin)" }),
      ("C_ORIGABANDBEFSL", { "\($0.abandonedWithin)" }),
      ("C_ORIGABANDAFTSL", { "\($0.abandoned - $0.abandonedWithin)" }),
    ]
  ) {
    $0.wait = nil
    $0.handle = nil
  }

  private static let ringCX = sample(
    "ringcx",
    [
      ("interval", { _ in "30" }), ("date_from", { "\($0.day)" }), ("time", { $0.clock() }),
      ("queue", { "\($0.queue + 1)" }), ("queue_name", { $0.queueName }),
      ("offd_direct_call_cnt", { "\($0.offered - $0.offered / 5)" }),
      ("overflow_in_call_cnt", { "\($0.offered / 5)" }),
      ("aband_call_cnt", { "\($0.abandoned)" }), ("overflow_out_call_cnt", { "\($0.flowOut)" }),
      ("answ_call_cnt", { "\($0.answered)" }), ("queued_and_answ_call_dur", { "\($0.wait)" }),
      ("queued_and_aband_call_dur", { "\($0.abandonWait)" }),
      ("talking_call_dur", { "\($0.talk)" }), ("wrap_up_dur", { "\($0.wrap)" }),
      ("ans_servicelevel_cnt", { "\($0.answeredWithin)" }), ("wait_dur", { _ in "0" }),
      ("aband_short_call_cnt", { "\($0.shortAbandoned)" }),
      ("aband_within_sl_cnt", { "\($0.abandonedWithin - $0.shortAbandoned)" }),
    ]
  ) {
    $0.flowOut = total.flowOut
    $0.shortAbandoned = total.shortAbandoned
    $0.abandonedWithin = total.abandonedWithin - total.shortAbandoned
    $0.handle = total.talk + total.wrap
  }
}
