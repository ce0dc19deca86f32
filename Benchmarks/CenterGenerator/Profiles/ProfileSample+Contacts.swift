import Basics

extension ProfileSample {
  /// The exports that have a row for every call.
  static let contacts = [aircall, freeSWITCH, genesysInteractions, niceCXone, zendesk]

  private static func sample(
    _ name: String, _ columns: Columns<Visit>, of visits: [Visit] = Visit.all,
    _ change: (inout Figures) -> Void
  ) -> ProfileSample {
    let total = VisitCounts.total
    var figures = Figures(
      offered: total.offered, answered: total.answered, abandoned: total.abandoned,
      answeredWithin: total.answeredWithin, abandonedWithin: nil, flowOut: total.flowOut,
      shortAbandoned: nil, wait: total.wait, handle: total.handle)
    change(&figures)
    return ProfileSample(
      name: name, suffix: ".csv", text: table(columns, of: visits), figures: figures)
  }

  private static func ifAnswered(_ visit: Visit, _ number: Int) -> String {
    visit.outcome == .answered ? "\(number)" : ""
  }

  private static let aircall = sample(
    "aircall",
    [
      ("id", { "\(880_000 + $0.number)" }), ("direction", { _ in "inbound" }),
      ("status", { _ in "done" }),
      (
        "missed_call_reason",
        {
          switch $0.outcome {
          case .answered: ""
          case .abandoned: $0.wait <= 5 ? "short_abandoned" : "abandoned_in_classic"
          case .flowOut: "agents_did_not_answer"
          case .outside: $0.number % 2 == 0 ? "out_of_opening_hours" : "abandoned_in_ivr"
          }
        }
      ),
      ("started_at", { "\($0.epoch)" }), ("answered_at", { ifAnswered($0, $0.epoch + $0.wait) }),
      ("ended_at", { "\($0.epoch + $0.wait + $0.talk)" }), ("duration", { "\($0.wait + $0.talk)" }),
      ("number_time_zone", { _ in "America/Chicago" }),
    ]
  ) { $0.handle = nil }

  private static let freeSWITCH = sample(
    "freeswitch-callcenter",
    [
      ("cc_side", { _ in "member" }), ("cc_member_uuid", { "u-\($0.number)" }),
      ("cc_queue", { $0.outcome == .outside ? "" : "\($0.queueName)@example" }),
      ("cc_queue_joined_epoch", { "\($0.epoch)" }),
      ("cc_queue_answered_epoch", { $0.outcome == .answered ? "\($0.epoch + $0.wait)" : "0" }),
      ("cc_queue_canceled_epoch", { $0.outcome == .answered ? "" : "\($0.epoch + $0.wait)" }),
      ("cc_queue_terminated_epoch", { ifAnswered($0, $0.epoch + $0.wait + $0.talk) }),
      ("cc_cause", { $0.outcome == .answered ? "answered" : "cancel" }),
      (
        "cc_cancel_reason",
        {
          switch $0.outcome {
          case .answered: ""
          case .abandoned, .outside: "BREAK_OUT"
          case .flowOut: $0.number % 2 == 0 ? "TIMEOUT" : "NO_AGENT_TIMEOUT"
          }
        }
      ),
      ("cc_agent", { $0.outcome == .answered ? "a\($0.number % 7)" : "" }),
    ]
  ) { $0.handle = nil }

  /// A duration with a blank before it, and nothing where it is 0.
  private static func formatted(_ seconds: Int) -> String {
    guard seconds > 0 else { return "" }
    return " \(Padded(seconds / 3600, to: 2)):\(Padded(seconds / 60 % 60, to: 2)):"
      + "\(Padded(seconds % 60, to: 2)).000"
  }

  private static let genesysInteractions = sample(
    "genesys-cloud-interactions",
    [
      ("Full Export Completed", { _ in "YES" }), ("Media Type", { _ in "voice" }),
      ("Users", { $0.outcome == .answered ? "Ann \($0.number % 7); Team Lead" : "" }),
      ("Date", { "\($0.day) \($0.clock())" }), ("Initial Direction", { _ in "Inbound" }),
      ("ANI", { "tel:\($0.caller)" }),
      (
        "Queue",
        {
          $0.outcome == .outside ? "" : $0.queueName + ($0.number % 9 == 0 ? "; Overflow" : "")
        }
      ),
      ("Conversation ID", { "c-\($0.number)" }),
      ("Abandoned", { $0.outcome == .abandoned ? "YES" : "NO" }),
      ("Abandoned in Queue", { $0.outcome == .abandoned ? $0.queueName : "" }),
      ("Flow Out Type", { $0.outcome == .flowOut ? "TRANSFER" : "N/A " }),
      ("Total Queue", { formatted($0.wait) }), ("Total Talk", { formatted($0.talk) }),
      ("Total Hold", { formatted($0.hold) }), ("Total ACW", { formatted($0.wrap) }),
    ]
  ) {
    $0.abandonedWithin = VisitCounts.total.abandonedWithin
    $0.shortAbandoned = VisitCounts.total.shortAbandoned
  }

  /// What left the queue for another way has the code of what was never in it.
  private static let niceCXone = sample(
    "nice-cxone-call-detail",
    [
      ("Contact_ID", { "\(7_000 + $0.number)" }), ("Master_Contact_ID", { "\(7_000 + $0.number)" }),
      ("Media_Name", { _ in "Call" }), ("ANI_Dialnum", { $0.caller }),
      ("Skill_No", { "\($0.queue + 1)" }), ("Skill_Name", { $0.queueName }),
      ("Agent_No", { $0.outcome == .answered ? "\($0.number % 7)" : "" }),
      (
        "SLA",
        {
          switch $0.outcome {
          case .answered: $0.wait <= Visit.threshold ? "0" : "1"
          case .abandoned: $0.wait <= 5 ? "-1" : $0.wait <= Visit.threshold ? "0" : "1"
          case .flowOut, .outside: "-1"
          }
        }
      ),
      (
        "Start_Date",
        {
          "\(Padded($0.day.parts.month, to: 2))/\(Padded($0.day.parts.day, to: 2))/\($0.day.parts.year)"
        }
      ),
      ("Start_Time", { $0.clock() }), ("PreQueue", { _ in "4" }), ("InQueue", { "\($0.wait)" }),
      ("Abandon", { $0.outcome == .abandoned ? "Y" : "N" }), ("ACW_Seconds", { "\($0.wrap)" }),
      ("Active_Talk_Time", { "\($0.talk)" }), ("Hold_Time", { "\($0.hold)" }),
    ]
  ) {
    $0.offered = VisitCounts.total.answered + VisitCounts.total.abandoned
    $0.flowOut = 0
    $0.abandonedWithin = VisitCounts.total.abandonedWithin
    $0.shortAbandoned = VisitCounts.total.shortAbandoned
  }

  private static let zendesk = sample(
    "zendesk-talk",
    [
      ("id", { "\(31_000 + $0.number)" }), ("created_at", { "\($0.day)T\($0.clock())Z" }),
      ("direction", { _ in "inbound" }), ("customer_id", { "\(100 + $0.number % 24)" }),
      ("agent_id", { $0.outcome == .answered ? "\($0.number % 7)" : "" }),
      (
        "completion_status",
        {
          switch $0.outcome {
          case .answered: $0.number % 11 == 0 ? "abandoned_on_hold" : "completed"
          case .abandoned: "abandoned_in_queue"
          case .flowOut: "not_answered"
          case .outside: "abandoned_in_ivr"
          }
        }
      ),
      ("wait_time", { "\($0.wait)" }), ("time_to_answer", { ifAnswered($0, $0.wait + 4) }),
      ("talk_time", { "\($0.talk)" }), ("hold_time", { "\($0.hold)" }),
      ("wrap_up_time", { "\($0.wrap)" }),
    ]
  ) {
    $0.abandonedWithin = VisitCounts.total.abandonedWithin
    $0.shortAbandoned = VisitCounts.total.shortAbandoned
  }
}

// MARK: - Events

extension ProfileSample {
  /// The event log of a telephone system: lines of all calls in order of time.
  static let asterisk: ProfileSample = {
    var lines: [(epoch: Int, text: String)] = [
      (Visit.all[0].epoch - 60, "NONE|NONE|NONE|QUEUESTART|")
    ]
    for visit in Visit.all where visit.outcome != .outside {
      let (call, queue) = ("\(visit.epoch).\(visit.number)", visit.queueName.lowercased())
      let agent = "SIP/\(200 + visit.number % 7)"
      let end = visit.epoch + visit.wait
      lines.append((visit.epoch, "\(call)|\(queue)|NONE|ENTERQUEUE||\(visit.caller)|1"))
      switch visit.outcome {
      case .answered:
        if visit.wait > 1 {
          lines.append((end - 1, "\(call)|\(queue)|\(agent)|RINGNOANSWER|1000"))
        }
        lines.append((end, "\(call)|\(queue)|\(agent)|CONNECT|\(visit.wait)|\(call)b|2"))
        let who = visit.number % 3 == 0 ? "COMPLETEAGENT" : "COMPLETECALLER"
        lines.append(
          (end + visit.talk, "\(call)|\(queue)|\(agent)|\(who)|\(visit.wait)|\(visit.talk)|1"))
      case .abandoned:
        lines.append((end, "\(call)|\(queue)|NONE|ABANDON|1|1|\(visit.wait)"))
      case .flowOut:
        lines.append((end, "\(call)|\(queue)|NONE|EXITWITHTIMEOUT|1|1|\(visit.wait)"))
      case .outside: break
      }
    }
    let order = lines.indices.sorted { (lines[$0].epoch, $0) < (lines[$1].epoch, $1) }
    let total = VisitCounts.total
    return ProfileSample(
      name: "asterisk-queue-log", suffix: ".txt",
      text: order.map { "\(lines[$0].epoch)|\(lines[$0].text)\n" }.joined(),
      figures: Figures(
        offered: total.offered, answered: total.answered, abandoned: total.abandoned,
        answeredWithin: total.answeredWithin, abandonedWithin: total.abandonedWithin,
        flowOut: total.flowOut, shortAbandoned: total.shortAbandoned, wait: total.wait,
        handle: total.talk)
    )
  }()
}
