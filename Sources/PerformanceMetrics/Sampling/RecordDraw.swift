public import Basics
import ContactRecords

/// A random draw among the interval records and contacts of a run.
///
/// Each record has a rank: a digest of the seed and of what the record is, its key and its
/// time, or its identifier. The records of the lowest ranks are drawn, without replacement,
/// so that one seed draws the same records whatever the order of rows and files, however
/// many threads read them, and beside whatever other records; a smaller draw is the beginning
/// of a larger one. A row that repeats a record is no second chance of it.
///
/// Contacts without an identifier that are equal in everything are told apart by counting them.
///
/// Memory follows the records to draw, of which twice as many are kept while records come, and
/// the contacts without an identifier, at some 20 bytes each.
public struct RecordDraw: Sendable {
  /// How many records are to be drawn.
  public let count: Int
  /// Interval records, of days and months too, that could have been drawn.
  public private(set) var intervals = 0
  /// Contacts that could have been drawn.
  public private(set) var contacts = 0

  /// The digest that every rank begins with.
  private let seed: FieldDigest
  private let lastDay: Int32
  private var kept: [DrawnRecord] = []
  /// No record of a higher rank is drawn.
  private var limit = UInt64.max
  /// The digest of each key so far, by its number in the key table.
  private var keys: [FieldDigest] = []
  /// How many equal contacts without an identifier there were, by their digest.
  private var equals: [UInt64: Int32] = [:]

  /// Begins a draw.
  ///
  /// - Parameters:
  ///   - count: How many records; at least one.
  ///   - seed: Any text.
  ///   - asOf: The last day to draw from; `nil` for all.
  public init(count: Int, seed: String, asOf: CivilDate? = nil) {
    precondition(count > 0, "a draw of nothing")
    self.count = count
    lastDay = asOf?.daysSinceEpoch ?? .max
    var digest = FieldDigest()
    digest.add(seed)
    self.seed = digest
  }

  /// Every record that could have been drawn.
  public var population: Int { intervals + contacts }

  /// The records, in the order of the draw.
  ///
  /// - Complexity: O(*n* log *n*) in the records to draw.
  public var drawn: [DrawnRecord] { Array(kept.sorted().prefix(count)) }

  /// Keeps a record, and forgets those that can no longer be drawn.
  private mutating func keep(_ record: DrawnRecord) {
    kept.append(record)
    guard kept.count >= 2 * max(count, 64) else { return }
    kept.sort()
    kept.removeLast(kept.count - count)
    limit = kept[kept.count - 1].rank
  }
}

// MARK: - Contacts

extension RecordDraw {
  /// Takes contacts that count.
  ///
  /// - Parameters:
  ///   - batch: Contacts with their places for lines.
  ///   - table: The key table that their keys are numbered in.
  /// - Complexity: O(*n*) in the rows.
  mutating func take(_ batch: borrowing ContactBatch, keys table: borrowing KeyTable) {
    while keys.count < table.keys.count {
      keys.append(digest(table.keys[keys.count], isContact: true))
    }
    for row in 0..<batch.count where batch.days[row] <= lastDay {
      contacts += 1
      var digest = keys[Int(batch.keys[row])]
      digest.add(Int(batch.days[row]))
      digest.add(Int(batch.seconds[row]) << 1 | Int(batch.folds[row]))
      let isNamed = batch.contacts[row] != 0
      let identifier = isNamed ? batch.contacts[row] : batch.digests[row]
      digest.add(Int(bitPattern: UInt(identifier)))
      if !isNamed {
        // Equal ones would be drawn all or none, and say less than so many records.
        let earlier = equals[digest.value, default: 0]
        equals[digest.value] = earlier + 1
        digest.add(Int(earlier))
      }
      guard digest.value <= limit else { continue }
      keep(
        DrawnRecord(
          rank: digest.value, key: table.keys[Int(batch.keys[row])],
          day: CivilDate(daysSinceEpoch: batch.days[row]),
          secondOfDay: Int(batch.seconds[row]), isSecondPass: batch.folds[row] == 1,
          places: [batch.lines[row]],
          content: .contact(
            batch.outcome(row), waitMilliseconds: DrawnRecord.known(batch.waits[row]),
            handleMilliseconds: DrawnRecord.known(batch.handles[row]))))
    }
  }

  private func digest(_ key: RecordKey, isContact: Bool) -> FieldDigest {
    var digest = seed
    for name in [key.site, key.queue, key.channel, key.part] { digest.add(name) }
    digest.add(isContact ? 1 : 0)
    return digest
  }
}

// MARK: - Interval records

extension RecordDraw {
  /// Takes the interval records of a tally that all inputs have been read into.
  ///
  /// - Complexity: O(*n*) in the cells of the tally.
  mutating func take(_ tally: IntervalTally) {
    for key in tally.keys { take(key, .interval) }
    for (rows, key) in tally.longRows { take(key, rows.isMonthly ? .month : .day) }
  }

  private mutating func take(_ tally: KeyTally, _ length: DrawnRecord.Length) {
    let own = digest(tally.key, isContact: false)
    for (blocks, isSecondPass) in [(tally.blocks, false), (tally.secondBlocks, true)] {
      for (day, block) in blocks where day <= lastDay {
        var ofDay = own
        ofDay.add(length.rawValue << 1 | (isSecondPass ? 1 : 0))
        ofDay.add(Int(day))
        for index in 0..<tally.cellsPerDay {
          let cell = block * tally.cellsPerDay + index
          guard tally.hasRecord(cell) else { continue }
          intervals += 1
          var digest = ofDay
          digest.add(index * tally.step)
          guard digest.value <= limit else { continue }
          keep(
            DrawnRecord(
              rank: digest.value, key: tally.key, day: CivilDate(daysSinceEpoch: day),
              secondOfDay: index * tally.step * 60, isSecondPass: isSecondPass,
              places: tally.places(of: cell), content: .sums(tally.sums(cell), length)))
        }
      }
    }
  }
}
