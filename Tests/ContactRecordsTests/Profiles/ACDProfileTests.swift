import DelimitedText
import Testing

@testable import ContactRecords

/// What every profile has to be, whatever it says of its product.
@Suite struct ACDProfileTests {
  @Test func namesAreOrderedAndDistinct() {
    let names = ACDProfile.all.map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
    for name in names { #expect(ACDProfile.named(name)?.name == name) }
    #expect(ACDProfile.named("Amazon-Connect") == nil)
  }

  @Test(arguments: ACDProfile.all.map(\.name))
  func everythingIsSaidOfCanonicalColumns(_ name: String) throws {
    let profile = try #require(ACDProfile.named(name))
    let conventions = profile.conventions
    let stated =
      profile.columns.map(\.canonical) + conventions.units.keys + conventions.formats.keys
      + conventions.values.keys + conventions.habits.lists.keys + conventions.habits.wholeClocks
    for column in stated {
      // Units and blanks of one product serve its exports of both kinds.
      let isKnown = profile.kind.hasColumn(column) || column.hasSuffix("_seconds")
      #expect(isKnown, "\(column)")
    }
    for thresholds in profile.thresholds {
      #expect(profile.kind.hasColumn(thresholds.stem + "_20"))
    }
    for name in conventions.formats.keys { #expect(RecordKind.stampColumns.contains(name)) }
    #expect(Set(profile.columns.map(\.canonical)).count == profile.columns.count)
    #expect(!profile.times.isEmpty && !profile.unknown.isEmpty)
  }

  @Test(arguments: ACDProfile.all.map(\.name))
  func outcomesAreWordsThatContactsHave(_ name: String) throws {
    let profile = try #require(ACDProfile.named(name))
    let known = ["answered", "abandoned", "flow_out", "not_offered", ""]
    for word in profile.conventions.values["outcome"]?.meanings.values ?? [:].values {
      #expect(known.contains(word), "\(profile.name): \(word)")
    }
  }

  /// A header of the signature alone is taken for the export and for no other.
  @Test(arguments: ACDProfile.all.filter { !$0.signature.isEmpty }.map(\.name))
  func signaturesTellOneExport(_ name: String) throws {
    let profile = try #require(ACDProfile.named(name))
    let header = profile.signature.map { $0[0].uppercased() }
    #expect(ACDProfile.recognized(header: header)?.name == profile.name)
    for left in header.indices {
      var rest = header
      rest.remove(at: left)
      #expect(ACDProfile.recognized(header: rest)?.name != profile.name)
    }
  }

  @Test func profilesWithoutSignatureAreNeverRecognized() {
    let asked = ACDProfile.all.filter { $0.signature.isEmpty && $0.form == .table }.map(\.name)
    #expect(asked == ["avaya-bcms", "nice-iex-queue"])
    #expect(ACDProfile.recognized(header: []) == nil)
  }

  @Test func sourcesAreTakenWhoseColumnsAreAllThere() throws {
    let connect = try #require(ACDProfile.named("amazon-connect"))
    let cut = connect.mapping(header: ["Queue", "StartDate", "StartTime", "Contacts queued"])
    #expect(cut.columns["interval_start"] == .joined(["StartDate", "StartTime"]))
    #expect(cut.columns["abandoned"] == nil)
    let whole = connect.mapping(header: ["startinterval", "StartDate", "StartTime"])
    #expect(whole.columns["interval_start"] == .joined(["StartInterval"]))
  }

  @Test(arguments: [
    ("Contacts answered in 20 seconds", "answered_within_20"),
    ("contacts answered 40 SECONDS", "answered_within_40"),
    ("Contacts abandoned in 600 seconds", "abandoned_within_600"),
    ("Contacts abandoned 5 seconds", "abandoned_within_5"),
    ("Contacts answered in seconds", nil), ("Contacts answered in x seconds", nil),
    ("Contacts answered in 20 minutes", nil), ("Service level 20 seconds", nil),
    ("Contacts answered in 12345678 seconds", nil),
  ])
  func thresholdsAreReadFromNames(_ name: String, _ canonical: String?) throws {
    let connect = try #require(ACDProfile.named("amazon-connect"))
    let columns = connect.mapping(header: [name]).columns
    #expect(columns == (canonical.map { [$0: .joined([name])] } ?? [:]))
  }
}
