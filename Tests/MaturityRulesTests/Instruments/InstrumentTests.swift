import Basics
import ContactRecords
import Testing

@testable import MaturityRules

@Suite struct InstrumentTests {
  @Test func thereAreFiveInTheOrderOfReports() {
    #expect(
      Instrument.all.map(\.id) == [
        "cmo", "cx_maturity", "contactscope", "sqm_practice", "icmi_concepts",
      ])
    #expect(Instrument.all.map { $0.items.count } == [45, 20, 20, 136, 10])
  }

  @Test(arguments: Instrument.all)
  func identifiersAreUniqueAndPlain(_ instrument: Instrument) {
    let ids = instrument.items.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(instrument.groups.map(\.id)).count == instrument.groups.count)
    for id in ids + instrument.groups.map(\.id) {
      #expect(
        id.utf8.allSatisfy { Array("abcdefghijklmnopqrstuvwxyz0123456789_.".utf8).contains($0) })
    }
  }

  @Test(arguments: Instrument.all)
  func everyTextIsThereOnce(_ instrument: Instrument) {
    for item in instrument.items {
      #expect(!item.title.isEmpty)
      #expect(Set(item.levels.values).count == item.levels.count)
      #expect(item.levels.values.allSatisfy { !$0.isEmpty && $0.last == "." })
    }
    #expect(!instrument.source.isEmpty && !instrument.facts.isEmpty && !instrument.remarks.isEmpty)
  }

  @Test func theStandardsAreThoseOfTheSource() {
    let cmo = CMOStandards.instrument
    #expect(cmo.groups.map(\.items.count) == [6, 4, 7, 7, 11, 2, 2, 6])
    #expect(cmo.items.reduce(0) { $0 + $1.levels.count } == 180)
    #expect(cmo.items.allSatisfy { $0.levels.keys.sorted() == [1, 2, 3, 4] })
    #expect(
      cmo.items.compactMap(\.computedBy) == ["8.01", "8.02", "8.03", "8.04", "8.05", "8.06"])
    #expect(cmo.items.compactMap(\.computedBy) == StandardLadder.standards.map(\.id))
    #expect(cmo.meanings.map(\.rating) == [0, 1, 2, 3, 4])
    #expect(cmo.meanings.map(\.name) == StandardLadder.levelNames)
    for (number, group) in cmo.groups.enumerated() {
      for (index, item) in group.items.enumerated() {
        #expect(item.id == "\(number + 1).\(index < 9 ? "0" : "")\(index + 1)")
      }
    }
  }

  @Test func checksAreDataOnNineStandards() throws {
    let cmo = CMOStandards.instrument
    #expect(CMOStandards.checks.count == 25)
    #expect(cmo.items.flatMap(\.checks) == CMOStandards.checks)
    #expect(cmo.items.count { !$0.checks.isEmpty } == 9)
    #expect(cmo.groups.last?.items.allSatisfy(\.checks.isEmpty) == true)
    #expect(CMOStandards.checks.allSatisfy { (1...4).contains($0.level) && !$0.sources.isEmpty })
    let precise = try #require(cmo.item("7.01")).checks[1]
    #expect(precise.id == "7.01.2" && precise.standard == "7.01" && precise.level == 2)
    #expect(precise.test == .everyChannelPrecise(withinPoints: 5, confidencePercent: 95))
    #expect(
      precise.sources == [
        .records([.surveys]), .records([.intervals, .contacts]), .configuration,
      ])
    #expect(
      CMOStandards.checks.filter { $0.otherwise == .contradicted }.map(\.id) == [
        "5.02.1", "5.02.3", "5.06.1", "7.01.1", "7.01.2",
      ])
    #expect(
      CMOStandards.checks.filter { $0.favorable == .dataSuffice }.map(\.id) == [
        "4.06.1", "4.06.2", "5.06.4", "5.10.3", "5.10.4", "7.01.4",
      ])
  }

  @Test func theToolkitHasStagesActionsAndAWorksheet() {
    #expect(CXMaturity.instrument.groups.map(\.items.count) == [4, 3, 7, 2, 4])
    #expect(CXMaturity.stages.map(\.number) == [1, 2, 3, 4, 5])
    #expect(
      CXMaturity.stages.map(\.points) == [0...20, 21...40, 41...60, 61...80, 81...100])
    #expect(
      CXMaturity.instrument.items.filter { $0.computedBy != nil }.map(\.id) == [
        "service_level_response_time", "contact_metrics",
      ])
    for rule in CXMaturity.instrument.items.compactMap(\.computedBy) {
      #expect(Toolkit.rule(rule) != nil)
    }
    let actions = (1...5).map { stage in CXMaturity.actions.count { $0.fromStage == stage } }
    #expect(actions == [3, 7, 5, 7, 0])
    #expect(Set(CXMaturity.actions.map(\.id)).count == 22)
    #expect(
      CXMaturity.worksheet.map(\.id) == [
        "activity", "current_rating", "gap", "priority", "effort", "type", "action", "target_date",
      ])
    #expect(CXMaturity.worksheet.count(where: \.isForPeople) == 4)
  }

  @Test func everyQuestionHasFiveOptionsAndOneTheme() {
    let items = ContactScope.instrument.items
    #expect(items.reduce(0) { $0 + $1.levels.count } == 100)
    #expect(items.allSatisfy { $0.levels.keys.sorted() == [1, 2, 3, 4, 5] })
    #expect(ContactScope.themes.map(\.items.count) == [3, 3, 3, 3, 4, 4])
    #expect(Set(ContactScope.themes.flatMap(\.items)) == Set(items.map(\.id)))
    #expect(ContactScope.themes.flatMap(\.items).count == 20)
    #expect(ContactScope.theme(of: "routing")?.id == "technology")
    #expect(ContactScope.theme(of: "rooting") == nil)
  }

  @Test func theAreasHaveEightFieldsOfWhichFiveAreNeeded() {
    #expect(SQMPractice.areas.count == 17)
    #expect(SQMPractice.fields.count == 8)
    #expect(SQMPractice.fields.count(where: \.isNeeded) == 5)
    #expect(SQMPractice.criteria.count == 10)
    #expect(SQMPractice.decisionRows.map(\.reason) == SQMPractice.Reason.allCases)
    let results = SQMPractice.areas.map(\.results)
    #expect(results.count { $0.contains(.firstContactResolution) } == 12)
    #expect(results.count { $0.contains(.employeeSatisfaction) } == 15)
    #expect(results.allSatisfy { $0.contains(.customerSatisfaction) })
    #expect(results.count { $0.contains(.contactResolution) } == 7)
    #expect(results.count { $0.contains(.callResolution) } == 10)
  }

  @Test func theExpectationsBearOnTwoStandards() {
    #expect(ICMIConcepts.expectations.map(\.bearsOn).count { $0 == "8.01" } == 2)
    #expect(ICMIConcepts.expectations.map(\.bearsOn).count { $0 == "8.02" } == 8)
    let kinds = ICMIConcepts.glossary.map(\.kind)
    #expect(kinds.count { $0 == .term } == 6)
    #expect(kinds.count { $0 == .levelOfValue } == 3)
    #expect(kinds.count { $0 == .skill } == 7)
    #expect(ICMIConcepts.concept("Contact_Center")?.kind == .term)
    #expect(ICMIConcepts.concept("accessible") == nil)
  }
}

// MARK: - Looking up

@Suite struct InstrumentLookupTests {
  @Test(arguments: ["cmo", "CMO", " Cmo\t"])
  func caseAndBlanksDoNotCount(_ id: String) throws {
    let instrument = try #require(Instrument.named(id))
    #expect(instrument.id == "cmo")
    #expect(instrument.item(" 7.01 ")?.title == "Customer Satisfaction—Surveys")
    #expect(Instrument.named("c mo") == nil)
  }

  @Test func fieldsOfAreasAreItems() throws {
    let sqm = try #require(Instrument.named("SQM_practice"))
    #expect(sqm.item("EMAIL.Onsite_Score")?.scale == .percent)
    #expect(sqm.item("email") == nil)
    #expect(sqm.scale == nil)
  }

  private static let misspelled: [(String, String, String, String?)] = [
    ("cmo", "7.1", "7.01", nil), ("cmo", "7.10", "5.10", nil), ("cmo", "9.01", "1.01", nil),
    ("cmo", "5.1", "5.01", "5.10"), ("cmo", "4.1", "4.01", nil), ("cmo", "", "1.01", nil),
    ("cmo", "10.7", "1.01", nil), ("cmo", "2.40", "2.04", nil),
    ("sqm_practice", "email", "email.onsite_score", nil),
    ("sqm_practice", "email.onsite", "email.onsite_score", nil),
    ("sqm_practice", "csr_selection.survey", "csr_selection.surveys", nil),
    ("contactscope", "rooting", "routing", nil),
    ("icmi_concepts", "value_3_strategic", "accessible", nil),
    ("icmi_concepts", "promt", "prompt", nil), ("icmi_concepts", "rpompt", "prompt", nil),
    ("contactscope", "technology", "training", nil),
  ]

  @Test(arguments: misspelled)
  func theNearestItemIsAlwaysNamed(
    _ instrument: String, _ written: String, _ nearest: String, _ shortened: String?
  ) throws {
    let suggestion = try #require(Instrument.named(instrument)).suggestion(for: written)
    #expect(suggestion.shortened == shortened)
    #expect(suggestion.nearest == nearest)
  }

  @Test(arguments: [
    ("cmos", "cmo"), ("", "cmo"), ("contact scope", "contactscope"), ("CXmaturity", "cx_maturity"),
    ("sqm", "cmo"), ("icmi", "cmo"), ("sqm_practise", "sqm_practice"),
  ])
  func theNearestInstrumentIsAlwaysNamed(_ written: String, _ nearest: String) {
    #expect(Instrument.nearest(to: written) == nearest)
  }
}
