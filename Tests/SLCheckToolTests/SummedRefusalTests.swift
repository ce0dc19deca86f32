import Foundation
import TestSupport
import Testing

/// What sums of contacts cannot tell any more is refused in words, and nothing is counted twice.
@Suite struct SummedRefusalTests {
  private static let contacts = """
    contact_id,started_at,queue,customer_id,outcome,wait_seconds,transaction_type,transaction_value
    c1,2026-03-02 09:10:07,A,k1,answered,5,sale,10
    c2,2026-03-03 09:20:00,A,k2,answered,25,sale,12
    c1,2026-03-02 09:40:00,B,k1,answered,7,,
    c3,2026-03-20 10:00:00,A,k1,,,,

    """

  /// A center with its contacts, and a roll-up of them with some configuration.
  private struct Center {
    let scratch: ScratchFolder
    let contacts: String

    init(_ text: String = SummedRefusalTests.contacts) throws {
      scratch = try ScratchFolder()
      contacts = try scratch.write("contacts.csv", text)
    }

    func rolled(_ configuration: String = "{}", _ options: [String] = []) throws -> String {
      let path = try scratch.write("rolled.json", configuration)
      let run = try ToolRun(
        ["rollup", "--by", "interval", "--config", path, "--into", scratch.path("rolled")]
          + options + [contacts])
      try #require(run.status == 0, "\(run.errors)")
      return scratch.path("rolled/sums.csv")
    }

    func report(
      _ files: [String], _ configuration: String = "{}", _ options: [String] = []
    ) throws -> ToolRun {
      let path = try scratch.write("center.json", configuration)
      return try ToolRun(["--config", path] + options + files)
    }
  }

  private static let refusals: [(String, String, String)] = [
    (
      "{}", "{ asOf: '2026-03-02' }",
      "issues of first contact resolution were rolled up with contacts up to 2026-03-03, after "
        + "as-of 2026-03-02; roll them up with --as-of 2026-03-02"
    ),
    (
      "{ asOf: '2026-03-02' }", "{ asOf: '2026-03-31' }",
      "contacts were rolled up as-of 2026-03-02, and the configuration asks for them as-of "
        + "2026-03-31; roll them up with the configuration that they are reported with"
    ),
    (
      "{}", "{ timeZone: 'Asia/Tokyo' }",
      "contacts were rolled up time zone none, and the configuration asks for them time zone "
        + "Asia/Tokyo; roll them up with the configuration that they are reported with"
    ),
    (
      "{}", "{ firstContactResolution: { windowDays: 5 } }",
      "issues of first contact resolution were rolled up within 7 days, at most 20 contacts in "
        + "them, and the configuration asks for them within 5 days, at most 20 contacts in them; "
        + "roll them up with the configuration that they are reported with"
    ),
    (
      "{ intervalMinutes: 60 }", "{ intervalMinutes: 30 }",
      "the contacts of service \"All contacts\" were rolled up by 60 min, which 30 min cannot be "
        + "made of; roll them up with intervalMinutes 30"
    ),
    (
      "{}",
      """
      { services: [{ name: 'Mail', kind: 'response-time', clock: 'business',
        hours: { mon: '08:00-18:00', fri: '08:00-18:00' },
        objectives: [{ percent: 80, seconds: 3600 }] }] }
      """,
      "the contacts of service \"Mail\" were rolled up by interval, and their waits need the second "
        + "at which each started; roll them up with the configuration that they are reported with"
    ),
  ]

  @Test(arguments: refusals)
  func whatSumsCannotTellIsRefused(
    _ rolledWith: String, _ askedWith: String, _ reason: String
  ) throws {
    let center = try Center()
    let sums = try center.rolled(rolledWith)
    let run = try center.report([sums], askedWith)
    #expect(run.status == 65 && run.output.isEmpty)
    #expect(run.errors == "slcheck: \(reason)\n")
    // The contacts themselves tell it.
    #expect(try center.report([center.contacts], askedWith).status == 0)
  }

  @Test func costsAreDividedByTheContactsThatWereRolledUp() throws {
    let center = try Center()
    let costs = try center.scratch.write("costs.csv", "month,category,amount\n2026-03,people,90\n")
    let sums = try center.rolled()
    let asked = "{ costPerContact: { basis: 'offered' } }"
    let run = try center.report([sums, costs], asked)
    #expect(run.status == 65)
    #expect(
      run.errors
        == "slcheck: contacts of costs were rolled up by the basis handled, and the configuration "
        + "asks for them by the basis offered; roll them up with the configuration that they are "
        + "reported with\n")
    #expect(try center.report([sums], asked).status == 0)
    for (configuration, amount) in [("{}", "45"), (asked, "30")] {
      let sums = try center.rolled(configuration)
      let run = try center.report([sums, costs], configuration, ["--format", "json"])
      let tree = try JSONTree(Array(run.output.utf8))
      let month = try #require(tree["costPerContact"]?[0]?["months"]?[0])
      let contacts = try #require(month["contacts"]?.integer)
      #expect("\(90 / contacts)" == amount, "\(run.output)")
    }
  }

  @Test func sumsThatAreReadTwiceAreRepeats() throws {
    let center = try Center()
    let sums = try center.rolled()
    let again = try center.scratch.write("again.csv", center.scratch.text("rolled/sums.csv"))
    func figures(_ files: [String]) throws -> [JSONTree?] {
      let tree = try JSONTree(
        Array(try center.report(files, "{}", ["--format", "json"]).output.utf8))
      return ["services", "standards", "firstContactResolution", "transactionValue"]
        .map { tree[$0] }
    }
    #expect(try figures([sums, again]) == figures([sums]))
    #expect(try figures([sums]) == figures([center.contacts]))
  }

  @Test func rejectsOfTheRowsThatWereSummedCount() throws {
    let center = try Center(SummedRefusalTests.contacts + "c9,2026-03-05 08:00,A,k1,lost,5,,\n")
    let sums = try center.rolled("{}", ["--max-rejects", "1"])
    let run = try center.report([sums])
    #expect(run.status == 65)
    #expect(run.errors.contains("1 of 5 rows were rejected, more than --max-rejects 0 allows"))
    for limit in ["1", "20%"] {
      let run = try center.report([sums], "{}", ["--max-rejects", limit, "--format", "json"])
      #expect(run.status == 0)
      let rows = try JSONTree(Array(run.output.utf8))["records"]?[0]?["rows"]
      #expect(rows?["read"]?.integer == 5 && rows?["rejected"]?.integer == 1)
    }
    #expect(try center.report([sums], "{}", ["--max-rejects", "19%"]).status == 65)
  }

  @Test func offsetsOfTheRowsThatWereSummedCount() throws {
    var files: [String] = []
    let center = try Center()
    for (name, offset) in [("a", "+01:00"), ("b", "+02:00")] {
      let file = try center.scratch.write(
        "\(name).csv", "started_at,outcome,wait_seconds\n2026-03-02T09:00\(offset),answered,5\n")
      let run = try ToolRun(
        ["rollup", "--by", "interval", "--into", center.scratch.path(name), file])
      #expect(run.status == 0)
      files.append(center.scratch.path("\(name)/sums.csv"))
    }
    let run = try center.report(files)
    #expect(run.status == 65 && run.errors.contains("stamps carry different offsets (+01:00 in"))
  }

  private static let otherRollUps: [([String], Int32, String)] = [
    (
      ["--by", "interval"], 65,
      "rollup: contacts are no interval records; name a folder for the tables of all kinds with "
        + "--into DIR"
    ),
    (
      ["--by", "day", "--into", "DIR"], 65,
      "rollup: contacts keep their waits, which thresholds and percentiles are made of, by interval "
        + "and queue alone; roll them up by interval, without --over"
    ),
    (
      ["--by", "interval", "--over", "queue", "--into", "DIR"], 65,
      "rollup: contacts keep their waits, which thresholds and percentiles are made of, by interval "
        + "and queue alone; roll them up by interval, without --over"
    ),
    (
      ["--by", "interval", "--into", "DIR", "-o", "x"], 64,
      "--into and -o contradict each other"
    ),
    (["--by", "interval", "--into", "-"], 64, "--into cannot be standard output"),
  ]

  @Test(arguments: otherRollUps)
  func whatARollUpOfContactsIsNot(
    _ arguments: [String], _ status: Int32, _ reason: String
  ) throws {
    let center = try Center()
    let folder = center.scratch.path("folder")
    let run = try ToolRun(
      ["rollup"] + arguments.map { $0 == "DIR" ? folder : $0 } + [center.contacts])
    #expect(run.status == status && run.output.isEmpty)
    #expect(run.errors.contains(reason), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func aFolderOfSomethingElseIsLeftAlone() throws {
    let center = try Center()
    let other = center.scratch.path("other")
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    try center.scratch.write("other/letter.txt", "Dear all")
    let run = try ToolRun(["rollup", "--by", "interval", "--into", other, center.contacts])
    #expect(run.status == 73)
    #expect(try center.scratch.text("other/letter.txt") == "Dear all")
    // An input is not overwritten by what is made of it.
    let sums = try center.rolled()
    let again = try ToolRun(
      ["rollup", "--by", "interval", "--into", center.scratch.path("rolled"), sums])
    #expect(again.status == 64 && again.errors.contains("--into would overwrite"))
    // A roll-up gives way to the next one.
    #expect(try center.rolled() == sums)
  }

  @Test func contactsBesideTheirSumsAreRefused() throws {
    let center = try Center()
    let run = try center.report([try center.rolled(), center.contacts])
    #expect(run.status == 65)
    #expect(run.errors.contains("contacts stand beside sums of contacts"), "\(run.errors)")
    let sample = try ToolRun(["sample", "--seed", "x", try center.rolled()])
    #expect(sample.status == 65 && sample.errors.contains("sums of contacts cannot be traced"))
  }

  @Test func sumsOfOnePartThatDifferAreAConflict() throws {
    let center = try Center()
    let sums = try center.rolled()
    let text = try center.scratch.text("rolled/sums.csv")
    let other = try center.scratch.write("other.csv", text.replacing(",25,,", with: ",26,,"))
    try #require(try center.scratch.text("other.csv") != text)
    let run = try center.report([sums, other])
    #expect(run.status == 65)
    #expect(run.errors.contains("the sum of this part has other values than in"), "\(run.errors)")
  }

  @Test func namelessAndNamedContactsAreCountedApart() throws {
    let center = try Center(
      SummedRefusalTests.contacts + ",2026-03-05 08:00,A,,answered,5,sale,1\n")
    let sums = try center.rolled()
    let again = try center.scratch.write("again.csv", center.scratch.text("rolled/sums.csv"))
    func contacts(_ files: [String]) throws -> Int? {
      let run = try center.report(files, "{}", ["--format", "json"])
      let tree = try JSONTree(Array(run.output.utf8))
      return tree.at("transactionValue.types")?[0]?["months"]?[0]?["contacts"]?.integer
    }
    let copy = try center.scratch.write("copy.csv", center.scratch.text("contacts.csv"))
    #expect(try contacts([center.contacts]) == 3 && contacts([sums]) == 3)
    #expect(try contacts([center.contacts, copy]) == 4 && contacts([sums, again]) == 4)
  }

  /// A row of text has an end: a group of more waits than a row holds has several rows.
  @Test func manyWaitsTakeSeveralRows() throws {
    let rows = (0..<9000).map { "c\($0),2026-03-02 09:00:00,A,k\($0),answered,\($0).125,,\n" }
    let header = SummedRefusalTests.contacts.prefix { $0 != "\n" } + "\n"
    let center = try Center(String(header) + rows.joined())
    let sums = try center.rolled("{ intervalMinutes: 60 }")
    let text = try center.scratch.text("rolled/sums.csv")
    #expect(text.split(separator: "\n").count { $0.hasPrefix("contacts,") } == 3)
    let configuration = "{ intervalMinutes: 60 }"
    let one = try center.report([center.contacts], configuration, ["--format", "json"])
    let other = try center.report([sums], configuration, ["--format", "json"])
    #expect(
      try JSONTree(Array(one.output.utf8))["services"]
        == JSONTree(Array(other.output.utf8))["services"])
  }

  @Test func moreThanAnyCenterHasIsRefused() throws {
    let center = try Center()
    let row = ",,,mail,2026-03-02T09:30:07,,,open,,9007199254740992,,,,,,,,\n"
    let header =
      "sum,site,queue,channel,start,end,interval_minutes,name,detail,count,waits,handle_seconds,"
      + "resolved,unresolved,retries,with_value,amount,part\n"
    let mail = """
      { services: [{ name: 'Mail', kind: 'response-time',
        objectives: [{ percent: 80, seconds: 3600 }] }] }
      """
    for (rows, status) in [(1, 0), (2, 65), (2000, 65)] {
      let text = header + (0..<rows).map { _ in "contacts" + row }.joined()
      let file = try center.scratch.write("large.csv", text)
      let run = try center.report([file], mail)
      #expect(run.status == status, "\(run.errors)")
      #expect(run.errors.contains("add up to more contacts than") == (status == 65))
      if rows == 1 { #expect(run.output.contains("9,007,199,254,740,992")) }
    }
  }

  @Test func aLedgerKeepsContactsAndNoSums() throws {
    let center = try Center()
    let sums = try center.rolled()
    let run = try center.report([sums], "{}", ["--ledger", center.scratch.path("l"), "--update"])
    #expect(run.status == 65)
    #expect(run.errors.contains("a ledger keeps contacts one by one"), "\(run.errors)")
  }

  @Test func figuresOfSumsAreTracedToTheirRows() throws {
    let center = try Center()
    let sums = try center.rolled()
    let path = try center.scratch.write("center.json", "{}")
    for (address, total) in [
      ("services[0].months[2026-03].answered", "3"),
      ("firstContactResolution[0].months[2026-03].washIn", "2"),
      ("transactionValue.types[0].months[2026-03].contacts", "2"),
    ] {
      let run = try ToolRun(["explain", address, "--config", path, sums])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains(" \(total)\n"), "\(address): \(run.output)")
      #expect(!run.output.contains("0 rows"), "\(run.output)")
    }
  }
}
