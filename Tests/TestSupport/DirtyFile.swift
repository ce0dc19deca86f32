/// A small export and the same one with a known number of each fault planted in it.
///
/// Every planted row that cannot be read is a spoiled copy of one that can, so that no
/// figure changes: whatever is left out or rejected, the clean file's report comes out.
package struct DirtyFile: Sendable {
  /// What the rows are.
  package enum Kind: String, CaseIterable, Sendable {
    case intervals, contacts
  }

  /// What the program has to find.
  package struct Faults: Sendable {
    package var blank = 0
    package var aboveHeader = 0
    package var repeatedHeaders = 0
    package var totals = 0
    package var belowTable = 0
    package var repeated = 0
    package var conflicting = 0
    package var suspect = 0
    /// Rows that start where no interval does: rejected, and holes in what is covered.
    package var offGrid = 0
    /// Physical lines of the rows that cannot be read, from 1.
    package var rejectedLines: [Int] = []
  }

  /// The file without faults; only rows that contradict themselves are in it as well.
  package let clean: [UInt8]
  /// The file with faults.
  package private(set) var dirty: [UInt8] = []
  /// What was planted.
  package private(set) var faults = Faults()
  /// Rows of the clean file.
  package let rowCount: Int

  private enum Line {
    case row(Int)
    case rejected([String])
    case other(String)
  }

  private let kind: Kind
  private let header: [String]
  private let rows: [[String]]

  /// Makes both files.
  package init(_ kind: Kind, _ seed: Seed) {
    var random = seed.generator
    self.kind = kind
    switch kind {
    case .intervals:
      header = [
        "interval_start", "queue", "offered", "answered", "abandoned", "answered_within",
        "interval_minutes",
      ]
    case .contacts:
      header = ["started_at", "queue", "contact_id", "outcome", "wait_seconds", "talk_seconds"]
    }
    var rows: [[String]] = []
    var suspects = 0
    for index in 0..<Int.random(in: 8...60, using: &random) {
      let day = 2 + index / 8
      let minutes = 480 + index % 8 * 30
      let (hour, minute) = (minutes / 60, minutes % 60 == 0 ? "00" : "30")
      let start = "2026-03-0\(day) \(hour < 10 ? "0" : "")\(hour):\(minute)"
      let queue = Bool.random(using: &random) ? "Caf\u{E9}" : "Billing"
      switch kind {
      case .intervals:
        let offered = Int.random(in: 5...40, using: &random)
        let isSuspect = random.once(in: 12)
        suspects += isSuspect ? 1 : 0
        let answered = offered - Int.random(in: 0...4, using: &random)
        let within = isSuspect ? answered + 1 : Int.random(in: 0...answered, using: &random)
        rows.append([
          start, queue, "\(offered)", "\(answered)", "\(offered - answered)", "\(within)", "30",
        ])
      case .contacts:
        rows.append([
          start, queue, "c\(index)", random.once(in: 5) ? "abandoned" : "answered",
          "\(Int.random(in: 0...90, using: &random))",
          "\(Int.random(in: 30...600, using: &random))",
        ])
      }
    }
    self.rows = rows
    rowCount = rows.count
    clean = Array(([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined().utf8)
    faults.suspect = suspects
    spoil(&random)
  }

  // MARK: - Planting

  private mutating func spoil(_ random: inout SplitMix64) {
    var lines: [Line] = rows.indices.map { .row($0) }
    // What repeats a row or contradicts it stands somewhere below it.
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let isConflict = Bool.random(using: &random)
      let index = rows.indices.randomElement(using: &random)!
      let place = lines.firstIndex { if case .row(index) = $0 { true } else { false } }!
      var copy = rows[index]
      if isConflict {
        copy[kind == .intervals ? 2 : 4] = "\(500 + faults.conflicting)"
        faults.conflicting += 1
      } else {
        faults.repeated += 1
      }
      lines.insert(
        .other(copy.joined(separator: ",")),
        at: Int.random(in: place + 1...lines.count, using: &random))
    }
    let mayBeUnclosed = Bool.random(using: &random)
    var hasUnclosed = false
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      var copy = rows.randomElement(using: &random)!
      switch Int.random(in: 0..<6, using: &random) {
      case 0: copy.append("x")
      case 1: copy.removeLast(2)
      case 2: copy[4] = "many"
      case 3: copy[4] = "-1"
      case 4 where kind == .intervals:
        copy[0] = String(copy[0].dropLast(2)) + "07"
        faults.offGrid += 1
      case 4: copy[3] = "anserwed"
      case 5 where !mayBeUnclosed: copy[1] = "\"Bil\"ling"
      case 5 where !hasUnclosed:
        copy[1] = "\"Billing"
        hasUnclosed = true
      default: copy[0] = "noon"
      }
      lines.insert(.rejected(copy), at: Int.random(in: 0...lines.count, using: &random))
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      lines.insert(
        .other(header.joined(separator: ",")), at: Int.random(in: 0...lines.count, using: &random))
      faults.repeatedHeaders += 1
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let total = ["Total", "Grand Total:", "SUMMARY", "sum of all"].randomElement(using: &random)!
      let text = ([total] + header.dropFirst().map { _ in "99" }).joined(separator: ",")
      lines.insert(.other(text), at: Int.random(in: 0...lines.count, using: &random))
      faults.totals += 1
    }
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      lines.insert(.other(""), at: Int.random(in: 0...lines.count, using: &random))
      faults.blank += 1
    }
    write(above: preamble(&random), lines, below: trailer(lines, &random), &random)
  }

  private mutating func preamble(_ random: inout SplitMix64) -> [String] {
    let titles = [
      "Report of March", "\"March", "Printed, by; me", "Filter:,All queues", "a,b,c,d,e,f,g,h",
      "|||", "Name\tCenter", "",
    ]
    let chosen = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      titles.randomElement(using: &random)!
    }
    faults.blank += chosen.count { $0 == "" }
    faults.aboveHeader = chosen.count { $0 != "" }
    return chosen
  }

  private mutating func trailer(_ lines: [Line], _ random: inout SplitMix64) -> [String] {
    guard Bool.random(using: &random) else { return [] }
    faults.belowTable = Int.random(in: 1...3, using: &random)
    let texts = (0..<faults.belowTable).map { _ in
      ["42 rows", "End of report, page 1", "9,***End of Data***", "***"]
        .randomElement(using: &random)!
    }
    faults.blank += 1
    return [""] + texts
  }

  private mutating func write(
    above: [String], _ lines: [Line], below: [String], _ random: inout SplitMix64
  ) {
    // A table without a row has no dates and no dialect to speak of.
    var text: [UInt8] = []
    var number = 0
    func end(_ random: inout SplitMix64) -> [UInt8] { random.once(in: 6) ? [13, 10] : [10] }
    for line in above + [header.joined(separator: ",")] {
      text += Array(line.utf8) + end(&random)
      number += 1
    }
    for line in lines {
      number += 1
      switch line {
      case .row(let index):
        var fields = rows[index].map { Array($0.utf8) }
        for field in fields.indices {
          if random.once(in: 20) { fields[field] = [32] + fields[field] + [32, 9] }
        }
        // A name in Windows-1252 is the same name.
        if fields[1] == Array("Caf\u{E9}".utf8), random.once(in: 4) {
          fields[1] = Array("Caf".utf8) + [0xE9]
        }
        text += fields.joined(separator: [44])
      case .rejected(let fields):
        faults.rejectedLines.append(number)
        text += Array(fields.joined(separator: ",").utf8)
      case .other(let other): text += Array(other.utf8)
      }
      text += end(&random)
    }
    for (index, line) in below.enumerated() {
      text += Array(line.utf8)
      if index < below.count - 1 || Bool.random(using: &random) { text += end(&random) }
    }
    dirty = text
  }
}
