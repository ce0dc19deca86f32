import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

/// Days of 23 and 25 hours: no contact is lost, and none is counted twice.
@Suite struct ZoneTests {
  @Test(arguments: CivilZone.samples, ZoneExport.Writing.allCases)
  func everyContactCountsOnceOnItsDay(_ zone: CivilZone, _ writing: ZoneExport.Writing) throws {
    let (long, short) = zone.longAndShortDay
    for changed in [long, short] {
      let export = ZoneExport(zone, (changed - 1)...(changed + 1))
      let read = try export.reading.tally([export.text(writing)])
      #expect(read.sources[0].rejects.isEmpty && read.sources[0].movedRows == 0)
      #expect(read.tally.sources[0].accepted == export.rows.count)
      let center = try export.reading.center(export.text(writing))
      for day in [changed - 1, changed, changed + 1] {
        #expect(center.outcome(day) == export.outcome(day), "\(day)")
      }
      #expect(center.records()?.intervalMinutes == 30)
    }
  }

  static let hours: [(CivilZone, minutes: Int, long: Int, short: Int)] = [
    (.chicago, 30, 50, 46), (.berlin, 60, 25, 23), (.sydney, 15, 100, 92),
    (.lordHowe, 30, 49, 47), (.lordHowe, 15, 98, 94), (.santiago, 5, 300, 276),
  ]

  @Test(arguments: hours)
  func dayHasAsManyIntervalsAsTheClockRanThrough(
    _ zone: CivilZone, _ minutes: Int, _ long: Int, _ short: Int
  ) throws {
    let days = zone.longAndShortDay
    for (day, intervals) in [(days.long, long), (days.short, short)] {
      let export = ZoneExport(zone, (day - 3)...(day + 3), minutes: minutes)
      let center = try export.reading.center(export.text(.universal))
      let figures = try #require(center.figures("\(day)"))
      #expect(figures.intervals.counted == intervals)
      #expect(figures.expected == intervals && figures.holes == 0)
      #expect(center.figures("\(day - 1)")?.intervals.counted == 1440 / minutes)
    }
  }

  @Test(arguments: CivilZone.samples)
  func openingHoursAreWallTime(_ zone: CivilZone) throws {
    let (long, short) = zone.longAndShortDay
    for day in [long, short] {
      let export = ZoneExport(zone, (day - 1)...(day + 1))
      var reading = export.reading
      let stretch = OpeningHours.Stretch(start: 21 * 60, end: 28 * 60)
      reading.services = [
        Service(
          name: "Night", objectives: [.percent("80", in: 20)],
          hours: OpeningHours([
            .init(
              stretches: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [stretch]) }))
          ]))
      ]
      let center = try reading.center(export.text(.plain))
      for date in [day, day + 1] {
        let open = export.rows.filter { $0.day == date && ($0.minute < 240 || $0.minute >= 1260) }
        let figures = try #require(center.figures("\(date)"))
        #expect(figures.intervals.counted == open.count)
        #expect(figures.expected == open.count && figures.holes == 0)
        #expect(
          figures.closedOffered == export.outcome(date)[2] - open.reduce(0) { $0 + $1.offered })
      }
    }
  }

  /// Nights without calls in an otherwise complete export of ten weeks.
  @Test(arguments: CivilZone.samples)
  func changeOfTheClockIsNoHole(_ zone: CivilZone) throws {
    let (long, short) = zone.longAndShortDay
    for day in [long, short] {
      let export = ZoneExport(zone, (day - 35)...(day + 35), minutes: 30)
      let center = try export.reading.center(export.text(.offset))
      let figures = try #require(center.figures("\(day - 35)", "\(day + 35)"))
      #expect(figures.holes == 0 && figures.expected == export.rows.count)
      #expect(center.records()?.habit == .dense)
    }
  }
}

// MARK: - The repeated hour

@Suite struct RepeatedHourTests {
  private let export: ZoneExport
  private let day = CivilDate.day("2026-11-01")

  init() {
    export = ZoneExport(.chicago, .day("2026-10-26")...(.day("2026-11-07")))
  }

  private func isIn(_ row: ZoneExport.Row, _ minute: Int, second: Bool) -> Bool {
    row.day == day && row.minute == minute && row.isSecond == second
  }

  private func lines(_ writing: ZoneExport.Writing) -> [String] {
    export.rows.map { export.line($0, writing) }
  }

  @Test func offsetsAndPairsAgree() throws {
    let plain = try export.reading.center(export.text(.plain))
    let stated = try export.reading.center(Export.header + lines(.offset).reversed().joined())
    for offset in -3...3 {
      #expect(plain.outcome(day + offset) == stated.outcome(day + offset))
    }
    #expect(plain.outcome(day) == export.outcome(day))
  }

  @Test func repeatedFileRepeatsAndPairsNothing() throws {
    let text = export.text(.plain)
    let once = try export.reading.center(text)
    let read = try export.reading.tally([text, text])
    #expect(read.tally.sources.map(\.accepted) == [export.rows.count, 0])
    #expect(read.tally.sources.map(\.repeated) == [0, export.rows.count])
    #expect(try export.reading.center([text, text]).outcome(day) == once.outcome(day))
    let twice = try export.reading.center([text, export.text(.offset)])
    #expect(twice.outcome(day) == once.outcome(day))
  }

  /// The whole export behind itself in one file: the third and fourth row repeat the pair.
  @Test func furtherRowsOfAFileRepeatThePair() throws {
    let doubled = export.text(.plain) + lines(.plain).joined()
    let read = try export.reading.tally([doubled])
    #expect(read.tally.conflicts.count == 0)
    #expect(read.tally.sources[0].accepted == export.rows.count)
    #expect(try export.reading.center(doubled).outcome(day) == export.outcome(day))
  }

  @Test func rowsOfTwoFilesAreNoPair() throws {
    let first = export.rows.filter { !isIn($0, 60, second: true) && !isIn($0, 90, second: true) }
    let second = export.rows.filter { isIn($0, 60, second: true) || isIn($0, 90, second: true) }
    let texts = [first, second].map { rows in
      Export.header + rows.map { export.line($0, .plain) }.joined()
    }
    let read = try export.reading.tally(texts)
    #expect(read.tally.conflicts.count == 2)
    #expect(read.tally.conflicts.first.map(\.minute) == [60, 90])
  }

  @Test func thirdRowWithOtherValuesIsAConflict() throws {
    var third = export.rows.first { isIn($0, 60, second: false) }!
    third.offered += 50
    let text = export.text(.plain) + export.line(third, .plain)
    #expect(try export.reading.tally([text]).tally.conflicts.count == 1)
    var reading = export.reading
    reading.policy = .sum
    let day = try #require(try reading.center(text).figures("\(day)"))
    #expect(day.sums.offered == export.outcome(self.day)[2] + third.offered)
    #expect(day.intervals.counted == 50)
  }

  /// Two equal rows of one time are the two passes, and not a repeat.
  @Test func equalRowsAreAPairToo() throws {
    var export = export
    for index in export.rows.indices where isIn(export.rows[index], 60, second: true) {
      let first = export.rows.first { isIn($0, 60, second: false) }!
      export.rows[index].offered = first.offered
      export.rows[index].within = first.within
    }
    let read = try export.reading.tally([export.text(.plain)])
    #expect(read.tally.sources[0].repeated == 0)
    #expect(try export.reading.center(export.text(.plain)).outcome(day) == export.outcome(day))
  }

  @Test(arguments: [false, true]) func holeInEitherPassIsAHole(_ second: Bool) throws {
    var export = export
    export.rows.removeAll { isIn($0, 90, second: second) }
    for writing in ZoneExport.Writing.allCases {
      let figures = try #require(
        try export.reading.center(export.text(writing)).figures("\(day)"))
      #expect(figures.expected == 50 && figures.holes == 1, "\(writing)")
      #expect(figures.intervals.undecided == 1 && figures.intervals.counted == 49)
      #expect(figures.sums.offered == export.outcome(day)[2])
    }
  }

  /// A row that cannot be read leaves the one pass a hole that no row covers.
  @Test func rejectedRowIsAHoleOfTheRepeatedHour() throws {
    for writing in ZoneExport.Writing.allCases {
      var reading = export.reading
      reading.metrics.habit = .sparse
      let text =
        Export.header
        + export.rows.map { row in
          let line = export.line(row, writing)
          guard isIn(row, 60, second: true) else { return line }
          return line.replacing(",\(row.offered),\(row.offered),", with: ",x,\(row.offered),")
        }.joined()
      let figures = try #require(try reading.center(text).figures("\(day)"))
      #expect(figures.holes == 1 && figures.intervals.undecided == 1, "\(writing)")
    }
  }

  @Test func piecesMergeIntoTheWhole() throws {
    let text = export.text(.plain)
    let whole = try export.reading.tally([text, export.text(.offset)])
    var pieces = try export.reading.tally([text])
    pieces.merge(
      try export.reading.tally([export.text(.offset)], linesBefore: pieces.sources[0].lines))
    #expect(pieces.tally.sources == whole.tally.sources)
    var options = MetricsOptions()
    options.clockChanges = CivilZone.chicago.changedDays
    let center = try CenterMetrics(pieces.tally, options: options)
    #expect(center.outcome(day) == export.outcome(day))
  }

  /// An hour of which half comes twice is one interval, whatever its rows are.
  @Test func hourOfWhichHalfIsRepeatedStaysOne() throws {
    let day = CivilZone.lordHowe.longAndShortDay.long
    let export = ZoneExport(.lordHowe, (day - 1)...(day + 1))
    var reading = export.reading
    reading.metrics.intervalMinutes = 60
    let center = try reading.center(export.text(.offset))
    let figures = try #require(center.figures("\(day)"))
    #expect(figures.intervals.counted == 24 && figures.holes == 0)
    #expect(figures.sums.offered == export.outcome(day)[2])
  }

  @Test func dayOfTwentyFiveHoursIsOneDailyRecord() throws {
    for zone in CivilZone.samples {
      let (long, short) = zone.longAndShortDay
      for day in [long, short] {
        var export = Export()
        for offset in -2...2 { export.add(day + offset, "00:00") }
        for minutes in [nil, 1440] {
          var reading = CenterReading()
          reading.zone = zone
          reading.decoding.intervalMinutes = minutes
          reading.metrics.intervalMinutes = minutes
          let center = try reading.center(export.text)
          #expect(center.records()?.intervalMinutes == 1440)
          let figures = try #require(center.figures("\(day - 2)", "\(day + 2)"))
          #expect(figures.days.met == 5 && figures.sums.offered == 50)
        }
      }
    }
  }
}

// MARK: - The skipped hour

@Suite struct SkippedHourTests {
  private let day = CivilDate.day("2026-03-29")

  private func text(_ times: [String], offered: [Int]) -> String {
    var export = Export()
    for (time, offered) in zip(times, offered) {
      export.add(day, time, offered: offered, within: 0)
    }
    return export.text
  }

  private var reading: CenterReading {
    var reading = CenterReading()
    reading.zone = .berlin
    return reading
  }

  @Test func skippedTimeMovesForwardAndIsCounted() throws {
    let text = text(["01:30", "02:00", "02:30", "04:00"], offered: [1, 20, 300, 4000])
    let read = try reading.tally([text])
    #expect(read.sources[0].movedRows == 2 && read.sources[0].rejects.isEmpty)
    let moved = try reading.center(text)
    let plain = try CenterReading().center(
      self.text(["01:30", "03:00", "03:30", "04:00"], offered: [1, 20, 300, 4000]))
    #expect(moved.figures("\(day)")?.sums.offered == 4321)
    #expect(moved.figures("\(day)")?.intervals == plain.figures("\(day)")?.intervals)
    #expect(read.tally.sources[0].last?.description == "2026-03-29T04:00")
  }

  /// The rows of a file are numbered from its header, those of a batch from its first record.
  @Test(arguments: [(1, 0), (0, 1)]) func movedRowsAreCountedUnlessTheyAreRejected(
    _ rejected: Int, _ moved: Int
  ) throws {
    var lines = text(["01:30", "02:30"], offered: [7, 9]).split(separator: "\n")
    lines[1 + rejected] = Substring(
      lines[1 + rejected].replacing([",7", ",9"][rejected], with: ",many"))
    let read = try reading.tally([lines.joined(separator: "\n")])
    #expect(read.sources[0].rejects.count == 1 && read.sources[0].movedRows == moved)
  }

  @Test func movedRowContradictsTheOneThatStandsThere() throws {
    let text = text(["02:00", "03:00"], offered: [7, 9])
    #expect(try reading.tally([text]).tally.conflicts.first.first?.minute == 180)
    var summing = reading
    summing.policy = .sum
    let figures = try summing.center(text).figures("\(day)")
    #expect(figures?.sums.offered == 16 && figures?.intervals.counted == 1)
  }

  @Test func withoutAZoneNothingMoves() throws {
    let text = text(["01:30", "02:00", "02:30", "04:00"], offered: [1, 2, 3, 4])
    let read = try CenterReading().tally([text])
    #expect(read.sources[0].movedRows == 0)
    #expect(try CenterReading().center(text).figures("\(day)")?.intervals.counted == 4)
  }
}
