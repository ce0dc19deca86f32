import ContactRecords
import MaturityRules
import PerformanceMetrics
import Reports
import TestSupport
import Testing

@testable import SLCheckTool

/// What data say of standards that people rate.
@Suite struct CheckEvaluatorTests {
  /// A year of two queues, their evaluations, surveys, contacts and costs, all of it in order.
  private struct Year {
    var intervals: [String] = []
    var contacts: [String] = []
    var evaluations: [String] = []
    var surveys: [String] = []
    var costs: [String] = []
    var configuration = """
      { services: [
          { name: 'Voice', match: { channel: ['voice'] }, objectives: [{ percent: 80, seconds: 20 }] },
          { name: 'Rest', objectives: [{ percent: 70, seconds: 60 }] }],
        quality: { minimumSample: 4, objectives: [{ score: 80 }] },
        satisfaction: { measure: 'top-box', objectives: [{ target: 20 }] },
        costPerContact: { objectives: [{ amount: 9 }] },
        firstContactResolution: { method: 'flag', objectives: [{ percent: 50 }] },
        contactVolume: { objectives: [{ atLeast: 10 }] },
        transactionValue: { types: [{ name: 'order', major: true, goal: 4 }] } }
      """

    var headers = [
      "intervals":
        "interval_start,site,queue,channel,offered,answered,abandoned,answered_within_20,"
        + "answered_within_60,transferred",
      "contacts": "contact_id,started_at,site,queue,channel,agent,outcome,wait_seconds,resolved,"
        + "transaction_type,transaction_value",
      "evaluations": "evaluated_at,channel,agent,contact_id,score",
      "surveys": "responded_at,site,channel,contact_id,score",
      "costs": "month,category,amount",
    ]

    init() {
      for month in 1...12 {
        let stamp = "2026-" + (month < 10 ? "0\(month)" : "\(month)")
        let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        for day in 1...days {
          let date = stamp + (day < 10 ? "-0\(day)" : "-\(day)")
          for half in ["08:00", "08:30"] {
            intervals.append("\(date) \(half),N,A,voice,9,9,0,8,9,1")
            intervals.append("\(date) \(half),N,B,chat,2,2,0,1,2,0")
          }
        }
        for number in 0..<80 {
          let channel = number % 2 == 0 ? "voice" : "chat"
          let id = "\(month)-\(number)"
          let (date, agent) = ("\(stamp)-\(10 + number % 15)", "a\(number % 10)")
          contacts.append(
            "\(id),\(date) 09:0\(number % 10),N,\(number % 2 == 0 ? "A" : "B"),\(channel),\(agent),answered,5,"
              + "\(number % 3 > 0),order,\(number % 10)")
          let score = 2 + number % 10 / 4 + month % 2
          surveys.append("\(date) 10:00,N,\(channel),\(id),\(score)")
          if number < 8 {
            evaluations.append(
              "\(date) 12:00,\(channel),\(agent),\(id),\(70 + number % 10 * 3 + month % 2)")
          }
        }
        for agent in 0..<10 {
          evaluations.append("\(stamp)-26 12:00,voice,a\(agent),,\(80 + agent)")
        }
        for category in ["people", "overhead"] {
          costs.append("\(stamp),\(category),\(90 + month)")
        }
      }
    }

    /// What every check comes to, by its number.
    func findings(
      claimed: [String: Int] = [:], without kinds: Set<String> = [],
      rejected: [RecordKind: Int] = [:],
      columns: [String: String] = [:]
    ) throws -> [String: DataCheckFinding] {
      let scratch = try ScratchFolder()
      let rows = [
        "intervals": intervals, "contacts": contacts, "evaluations": evaluations,
        "surveys": surveys, "costs": costs,
      ]
      let files = try headers.sorted { $0.key < $1.key }.filter { !kinds.contains($0.key) }
        .map { name, header in
          try scratch.write(
            "\(name).csv",
            ([header + (columns[name] ?? "")] + rows[name]!).map { $0 + "\n" }.joined())
        }
      let config = try scratch.write("center.json", configuration)
      let arguments = try Arguments(files + ["--config", config])
      let settings = try ConfigurationFile.read(arguments)
      var intake = try Intake(settings, arguments: arguments, diagnostics: .silent)
      intake.center.begin(RecordLinks())
      let records = try intake.read(arguments.inputs)
      let center = try Tool.report(records, settings).center
      let figures = try SupportingFigures(
        records.center, center, Tool.options(settings, threads: records.threads),
        ofLast: CMOStandards.months, fewestAnswers: CMOStandards.answersOfAgent)
      var background = CheckEvaluator.Background()
      background.kinds = Set(records.inputs.compactMap { RecordKind(rawValue: $0.kind) })
      background.namesServices = !settings.isAssumed
      background.namesObjectives = !settings.isAssumed || settings.hasOtherObjectives
      background.rejected = rejected
      let found = CheckEvaluator(center, figures, background).findings(claimed: claimed)
      return Dictionary(uniqueKeysWithValues: found.map { ($0.check.id, $0) })
    }
  }

  @Test func aYearWithEverythingIsSeenWhole() throws {
    let found = try Year().findings()
    #expect(found.count == 25)
    for (id, finding) in found {
      #expect(finding.verdict == finding.check.favorable, "\(id): \(finding.detail)")
      #expect(!finding.detail.isEmpty)
    }
    #expect(found["5.06.1"]?.detail == "evaluations in every channel: chat, voice")
    #expect(found["5.07.1"]?.detail == "1 of 2 queues by day, in every month")
  }

  @Test func whatIsNotGivenIsNotExamined() throws {
    let found = try Year().findings(without: ["surveys", "evaluations"])
    for id in ["5.02.1", "5.02.3", "5.06.1", "5.06.4", "7.01.2", "4.06.2"] {
      #expect(found[id]?.verdict == .notExamined, "\(id)")
    }
    #expect(found["5.02.3"]?.detail == "no surveys given")
    #expect(found["5.02.4"]?.detail == "no surveys, no evaluations given")
    #expect(found["4.06.1"]?.verdict == .dataSuffice)
    // Each half of it is answered for itself.
    let costs = try Year().findings(without: ["contacts"])["5.01.3"]
    #expect(costs?.verdict == .supported)
    #expect(costs?.detail == "its expense half, by category in every month")
    let values = try Year().findings(without: ["costs"])["5.01.3"]
    #expect(values?.detail == "its revenue half, as transaction values in every month")
  }

  @Test func aChannelWithoutRecordsContradictsAClaimOfThatLevelAlone() throws {
    var year = Year()
    year.evaluations = year.evaluations.filter { !$0.contains(",chat,") }
    year.surveys = year.surveys.filter { !$0.contains(",chat,") }
    for (level, verdict) in [(0, DataCheck.Verdict.notVisible), (1, .contradicted)] {
      let found = try year.findings(claimed: ["5.06": level, "5.02": 3, "7.01": 1])
      #expect(found["5.06.1"]?.verdict == verdict)
      #expect(found["5.06.1"]?.detail == "channels without evaluations: chat")
      #expect(found["5.02.3"]?.verdict == .contradicted)
      #expect(found["5.02.1"]?.verdict == .supported)
      // Level 2 is not claimed.
      #expect(found["7.01.2"]?.verdict == .notVisible)
    }
    #expect(
      try year.findings(claimed: ["7.01": 2])["7.01.2"]?.detail
        .contains("chat has 0 survey answers, needs 30") == true)
  }

  @Test func recordsWithoutAChannelTellNothingOfChannels() throws {
    var year = Year()
    year.surveys = year.surveys.map {
      $0.replacing(",voice,", with: ",,").replacing(",chat,", with: ",,")
    }
    let found = try year.findings(claimed: ["5.02": 4, "7.01": 4])
    #expect(found["5.02.3"]?.verdict == .notVisible)
    #expect(found["5.02.3"]?.detail == "survey answers name no channel")
    #expect(found["7.01.2"]?.verdict == .notVisible)
    #expect(found["7.01.1"]?.verdict == .supported)
  }

  @Test func surveysWithoutAnAnswerContradict() throws {
    var year = Year()
    year.surveys = ["2026-05-05 10:00,N,voice,,"]
    let found = try year.findings(claimed: ["5.02": 1, "7.01": 1])
    #expect(found["5.02.1"]?.verdict == .contradicted)
    #expect(found["7.01.1"]?.detail == "the files hold no answer")
  }

  @Test func fewAnswersAreWide() throws {
    var year = Year()
    year.surveys = Array(year.surveys.prefix(40))
    let found = try year.findings(claimed: ["7.01": 2])
    let detail = found["7.01.2"]?.detail ?? ""
    #expect(found["7.01.2"]?.verdict == .contradicted)
    #expect(detail == "chat has 20 survey answers, needs 30; voice has 20 survey answers, needs 30")
    #expect(found["5.02.4"]?.verdict == .notVisible)
    #expect(found["5.02.4"]?.detail == "0 agents with evaluations and 30 answers, needs 10")
    #expect(found["5.02.2"]?.verdict == .notVisible)
    #expect(found["7.01.4"]?.verdict == .notVisible)
  }

  @Test func monthsThatAreMissingAreNamed() throws {
    var year = Year()
    year.intervals = year.intervals.filter { !$0.hasPrefix("2026-04") }
    year.contacts = year.contacts.filter { !$0.contains(",2026-04") }
    year.evaluations = year.evaluations.filter { !$0.hasPrefix("2026-04") }
    year.surveys = year.surveys.filter { !$0.hasPrefix("2026-04") }
    year.costs = year.costs.filter { !$0.hasPrefix("2026-04") }
    let found = try year.findings()
    #expect(found["4.06.1"]?.verdict == .notVisible)
    #expect(found["4.06.1"]?.detail == "no records in 2026-04")
    #expect(found["5.10.4"]?.detail == "no transfers in 2026-04")
    #expect(found["5.10.3"]?.verdict == .notVisible)
    #expect(found["5.06.2"]?.detail == "fewer than 4 evaluations: organization 2026-04")
    #expect(found["5.06.4"]?.verdict == .notVisible)
    #expect(found["5.07.4"]?.verdict == .notVisible)
    #expect(found["2.02.3"]?.verdict == .notVisible)
    #expect(found["2.02.2"]?.verdict == .supported)
    #expect(found["5.01.3"]?.verdict == .notVisible)
    // A month of twelve is less than a tenth.
    #expect(found["4.06.3"]?.verdict == .supported)
  }

  @Test func daysAloneAreNoIntervals() throws {
    var year = Year()
    year.contacts = []
    year.intervals = year.intervals.filter { $0.contains("08:00") }.map {
      $0.replacing(" 08:00", with: "")
    }
    let found = try year.findings(without: ["contacts"])
    #expect(found["5.07.1"]?.verdict == .supported)
    #expect(found["5.07.2"]?.verdict == .notVisible)
    #expect(found["5.07.2"]?.detail == "not by interval in every month: N A voice")
    #expect(found["5.07.4"]?.detail == "not by interval in every month: N A voice, N B chat")
  }

  @Test func objectivesThatNobodyConfiguredAreNone() throws {
    var year = Year()
    year.configuration = "{}"
    let found = try year.findings()
    for id in ["2.02.1", "2.02.2", "2.02.3", "2.04.1", "4.06.2", "5.02.2", "7.01.2"] {
      #expect(found[id]?.verdict == .notVisible, "\(id)")
    }
    #expect(found["2.02.1"]?.detail == "no configuration names any objective")
  }

  @Test func oneServiceTellsNothingApart() throws {
    var year = Year()
    year.configuration =
      "{ services: [{ name: 'All', objectives: [{ percent: 80, seconds: 20 }] }] }"
    #expect(
      try year.findings()["2.04.1"]?.detail == "services do not tell channels or queues apart")
  }

  @Test func rejectsAreNoSoundRecords() throws {
    let found = try Year().findings(rejected: [.intervals: 3])
    #expect(found["4.06.3"]?.verdict == .notVisible)
    #expect(found["4.06.3"]?.detail == "3 rows rejected")
  }

  @Test func answersToAnotherQuestionAreAnswers() throws {
    var year = Year()
    // Those of the chat are asked whether they would recommend the center.
    year.surveys = year.surveys.map { $0 + ($0.contains(",chat,") ? ",nps" : ",csat") }
    let found = try year.findings(
      claimed: ["5.02": 3, "7.01": 2], columns: ["surveys": ",measure"])
    #expect(found["5.02.3"]?.verdict == .supported)
    #expect(found["7.01.2"]?.verdict == .notVisible)
    #expect(found["7.01.2"]?.detail == "chat has no answer to the question that is measured")
  }

  @Test func aMarginThatCannotBeFormedContradictsNothing() throws {
    var year = Year()
    year.configuration = year.configuration.replacing("'top-box'", with: "'mean'")
      .replacing("target: 20", with: "target: 3, site: ['N']")
    year.surveys += (1...40).map { "2026-05-05 10:00,S,voice,s\($0),9" }
    year.surveys = year.surveys.map { $0 + ($0.contains(",S,") ? ",10" : ",5") }
    let found = try year.findings(claimed: ["7.01": 2], columns: ["surveys": ",scale_max"])
    #expect(found["7.01.2"]?.verdict == .notVisible)
    #expect(found["7.01.2"]?.detail == "voice has answers on several scales")
  }

  @Test func whatMayBeMissingContradictsNothing() throws {
    let claims = ["5.02": 4, "5.06": 4, "7.01": 4]
    let checks = ["5.02.3", "5.06.1", "7.01.2"]
    // Of other months.
    var old = Year()
    old.surveys = (1...40).map { "2025-06-05 10:00,N,voice,s\($0),4" }
    old.evaluations = ["2025-06-05 12:00,voice,a1,,80"]
    let earlier = try old.findings(claimed: claims)
    for check in checks { #expect(earlier[check]?.verdict == .notVisible, "\(check)") }
    #expect(earlier["5.06.1"]?.detail == "no evaluations in these months, some on 2025-06-05")
    // Of a channel by another name.
    var other = Year()
    other.surveys = other.surveys.map { $0.replacing(",chat,", with: ",text,") }
    other.evaluations = other.evaluations.map { $0.replacing(",chat,", with: ",text,") }
    let renamed = try other.findings(claimed: claims)
    for check in checks { #expect(renamed[check]?.verdict == .notVisible, "\(check)") }
    #expect(
      renamed["5.06.1"]?.detail == "channels without evaluations: chat; evaluations are of "
        + "channels that no contact names: text")
    // Among rows that could not be read.
    var cut = Year()
    cut.surveys = cut.surveys.filter { !$0.contains(",chat,") }
    cut.evaluations = cut.evaluations.filter { !$0.contains(",chat,") }
    let lost = try cut.findings(claimed: claims, rejected: [.surveys: 1, .evaluations: 2])
    for check in checks { #expect(lost[check]?.verdict == .notVisible, "\(check)") }
    #expect(
      lost["5.02.3"]?.detail == "channels without survey answers: chat; 1 row was rejected")
    cut.surveys = ["2026-05-05 10:00,N,voice,,"]
    #expect(
      try cut.findings(claimed: claims, rejected: [.surveys: 1])["5.02.1"]?.verdict == .notVisible)
    // Rows of another kind are not what is missed.
    #expect(
      try cut.findings(claimed: claims, rejected: [.costs: 1])["5.02.1"]?.verdict == .contradicted)
  }

  @Test func contactsWithoutAChannelLeaveOpenWhichChannelsThereAre() throws {
    var year = Year()
    year.intervals.append("2026-05-05 10:00,N,C,,4,4,0,4,4,0")
    let found = try year.findings()
    for check in ["5.02.3", "5.06.1", "7.01.2"] {
      #expect(found[check]?.verdict == .notVisible, "\(check)")
    }
    #expect(
      found["5.06.1"]?.detail == "evaluations in every channel: chat, voice; 4 contacts name none")
  }

  @Test func everyMeasureNeedsItsObjectiveInAllMonths() throws {
    var year = Year()
    year.configuration = year.configuration.replacing("{ atLeast: 10 }", with: "")
    #expect(
      try year.findings()["2.02.2"]?.detail == "months without an objective: contact volume")
    year = Year()
    year.configuration = year.configuration.replacing(
      "{ score: 80 }", with: "{ score: 80, from: '2026-03-01' }")
    // Scores from the day of the objective on: two months had none.
    year.evaluations = year.evaluations.filter { $0 >= "2026-03" }
    let found = try year.findings()
    #expect(found["2.02.2"]?.detail == "months without an objective: quality of organization")
    #expect(found["2.02.3"]?.verdict == .notVisible)
  }

  @Test func sitesWithoutEvaluationsAreNamed() throws {
    var year = Year()
    year.intervals.append("2026-05-05 10:00,S,A,voice,4,4,0,4,4,0")
    year.evaluations = year.evaluations.map { $0 + ",N" }
    let found = try year.findings(columns: ["evaluations": ",site"])
    #expect(found["5.06.2"]?.verdict == .notVisible)
    #expect(found["5.06.2"]?.detail == "sites without any: S")
    let whole = try Year().findings()["5.06.2"]?.detail ?? ""
    #expect(whole.hasPrefix("at least 4 evaluations in every month, the widest margin "))
  }

  @Test func monthsCountTheirTransfers() throws {
    var year = Year()
    year.intervals = (1...12).map { month in
      "2026-\(month < 10 ? "0" : "")\(month),N,A,voice,90,90,0,80,90,1"
    }
    year.headers["intervals"]!.replace("interval_start", with: "month")
    let found = try year.findings(without: ["contacts", "evaluations", "surveys", "costs"])
    #expect(found["5.10.4"]?.verdict == .dataSuffice, "\(found["5.10.4"]?.detail ?? "")")
  }

  @Test func channelsAreTheSameInAnyCase() throws {
    var year = Year()
    year.surveys = year.surveys.map { $0.replacing(",chat,", with: ",Chat,") }
    year.evaluations = year.evaluations.map { $0.replacing(",voice,", with: ",VOICE,") }
    let found = try year.findings(claimed: ["5.02": 3, "5.06": 1, "7.01": 2])
    for id in ["5.02.3", "5.06.1", "7.01.2"] {
      #expect(found[id]?.verdict == .supported, "\(id): \(found[id]?.detail ?? "")")
    }
  }

  @Test func rowsWithoutAChannelMayBeOfAnyChannel() throws {
    var year = Year()
    year.surveys = year.surveys.map { $0.replacing(",chat,", with: ",,") }
    let found = try year.findings(claimed: ["5.02": 3, "7.01": 2])
    #expect(found["5.02.3"]?.verdict == .notVisible)
    #expect(
      found["5.02.3"]?.detail
        == "channels without survey answers: chat; 480 survey answers name none")
    #expect(found["7.01.2"]?.verdict == .notVisible)
  }

  @Test func answersOfOtherMonthsContradictNothing() throws {
    var year = Year()
    year.surveys = ["2025-11-03 10:00,N,voice,,4"]
    let found = try year.findings(claimed: ["5.02": 1, "7.01": 1])
    #expect(found["7.01.1"]?.verdict == .notVisible)
    #expect(found["7.01.1"]?.detail == "no answer in these months, some on 2025-11-03")
  }

  @Test func costsAloneAreRecordsWithoutCoverage() throws {
    let found = try Year().findings(
      without: ["intervals", "contacts", "evaluations", "surveys"])
    #expect(found["4.06.1"]?.verdict == .dataSuffice)
    #expect(found["4.06.3"]?.verdict == .notVisible)
    #expect(found["4.06.3"]?.detail == "no contacts, whose coverage could be told")
  }

  @Test func aRowNowAndThenTracksNothing() throws {
    var year = Year()
    year.contacts = []
    year.intervals = year.intervals.filter { $0.contains("-05 08:00") }
    let found = try year.findings(without: ["contacts"])
    for id in ["5.07.1", "5.07.2", "5.07.4", "5.10.4"] {
      #expect(found[id]?.verdict == .notVisible, "\(id)")
    }
  }

  @Test func equalAnswersOfFewAreNotPrecise() throws {
    var year = Year()
    year.configuration = year.configuration.replacing("'top-box'", with: "'mean'")
      .replacing("target: 20", with: "target: 3")
    year.surveys = year.surveys.prefix(2).map { $0.dropLast() + "5" }
    #expect(
      try year.findings(claimed: ["7.01": 2])["7.01.2"]?.detail
        == "chat has 1 survey answer, needs 30; voice has 1 survey answer, needs 30")
  }

  @Test func objectivesWithoutServicesAreObjectives() throws {
    var year = Year()
    year.configuration = "{ quality: { minimumSample: 4, objectives: [{ score: 80 }] } }"
    let found = try year.findings()
    #expect(found["2.02.1"]?.verdict == .supported)
    #expect(found["2.04.1"]?.detail == "no configuration names any service")
  }
}
