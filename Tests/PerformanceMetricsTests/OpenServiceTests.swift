import Basics
import PerformanceMetrics
import TestSupport
import Testing

/// A service with configured hours: nine to five, with a holiday.
@Suite struct OpenServiceTests {
  private func service(_ change: (inout Service) -> Void = { _ in }) -> Service {
    let day = [OpeningHours.Stretch(start: 540, end: 1020)]
    var service = Service(
      name: "Sales", objectives: [.percent("80", in: 20)],
      hours: OpeningHours([
        .init(stretches: [
          .monday: day, .tuesday: day, .wednesday: day, .thursday: day, .friday: day,
        ])
      ]), holidays: [.day("2026-03-11")])
    change(&service)
    return service
  }

  private func center(_ service: Service, _ export: Export) throws -> CenterMetrics {
    var reading = CenterReading([service])
    reading.metrics.asOf = .day("2026-03-31")
    return try reading.center(export.text)
  }

  /// Hourly records of two weeks, all in time.
  private var twoWeeks: Export {
    var export = Export()
    let times = (9..<17).map { $0 < 10 ? "0\($0):00" : "\($0):00" }
    export.addDays("2026-03-02", "2026-03-13", at: times) { day, _ in
      !day.isWeekend && day != .day("2026-03-11")
    }
    return export
  }

  @Test func theHoursSayWhatShouldBeThere() throws {
    let center = try center(service(), twoWeeks)
    let week = try #require(center.figures("2026-03-02", "2026-03-15"))
    #expect(week.expected == 72 && week.holes == 0)
    #expect(week.days.met == 9 && week.days.closed == 5 && week.days.undecided == 0)
    // After its last day the service is expected on every open day.
    let rest = try #require(center.figures("2026-03-16", "2026-03-31"))
    #expect(rest.days.undecided == 12 && rest.days.closed == 4)
    #expect(rest.holes == 96)
    #expect(center.figures("2026-03-11")?.state == .closed)
  }

  @Test func contactsWhileClosedCountInTheSumsAndInNoServiceLevel() throws {
    var export = twoWeeks
    export.add(.day("2026-03-03"), "20:00", offered: 7, within: 0)
    export.add(.day("2026-03-07"), "10:00", offered: 3, within: 3)
    let center = try center(service(), export)
    let tuesday = try #require(center.figures("2026-03-03"))
    #expect(tuesday.sums.offered == 87 && tuesday.judgedSums.offered == 80)
    #expect(tuesday.closedOffered == 7)
    #expect(tuesday.serviceLevel == Ratio(80, 80))
    #expect(tuesday.intervals.closed == 1 && tuesday.intervals.met == 8)
    let saturday = try #require(center.figures("2026-03-07"))
    #expect(saturday.state == .closed && saturday.closedOffered == 3)
    #expect(saturday.serviceLevel == nil)
  }

  @Test func closedContactsMayBeIncluded() throws {
    var export = twoWeeks
    export.add(.day("2026-03-03"), "20:00", offered: 21, within: 0)
    let service = service { $0.closedContacts = .include }
    let tuesday = try #require(try center(service, export).figures("2026-03-03"))
    #expect(tuesday.closedOffered == 21)
    #expect(tuesday.serviceLevel == Ratio(80, 101))
    #expect(tuesday.state == .missed)
    #expect(tuesday.intervals.closed == 0 && tuesday.intervals.counted == 9)
  }

  @Test func aResponseTimeCountsContactsThatArriveWhileClosed() throws {
    var export = twoWeeks
    export.add(.day("2026-03-03"), "20:00", offered: 7, within: 0)
    let service = service { $0.kind = .responseTime }
    #expect(try center(service, export).figures("2026-03-03")?.serviceLevel == Ratio(80, 87))
  }

  @Test func anIntervalThatIsOpenForAMinuteIsOpen() throws {
    let service = service {
      $0.hours = OpeningHours([.init(stretches: [.monday: [.init(start: 599, end: 661)]])])
    }
    var export = Export()
    for day in ["2026-03-02", "2026-03-09"] {
      for time in ["08:00", "09:00", "10:00", "11:00", "12:00"] { export.add(.day(day), time) }
    }
    let day = try #require(try center(service, export).figures("2026-03-02"))
    #expect(day.expected == 3 && day.intervals.met == 3 && day.intervals.closed == 2)
  }

  @Test func hoursOverMidnightAreExpectedOnBothDays() throws {
    let service = service {
      $0.hours = OpeningHours([.init(stretches: [.friday: [.init(start: 1320, end: 1560)]])])
    }
    var export = Export()
    export.add(.day("2026-03-06"), "22:00")
    export.add(.day("2026-03-06"), "23:00")
    export.add(.day("2026-03-07"), "00:00")
    let center = try center(service, export)
    #expect(center.figures("2026-03-06")?.expected == 2)
    let saturday = try #require(center.figures("2026-03-07"))
    #expect(saturday.expected == 2)
    #expect(center.figures("2026-03-14")?.holes == 2)
  }

  @Test func anOpenDayWithoutRecordsIsAHoleThatHidesWhatItsWeekdayHeld() throws {
    var export = Export()
    export.addDays("2026-03-02", "2026-03-13", at: ["09:00"]) { day, _ in
      !day.isWeekend && day != .day("2026-03-10")
    }
    let service = service {
      $0.hours = OpeningHours([
        .init(stretches: [.tuesday: [.init(start: 540, end: 600)]])
      ])
    }
    let center = try center(service, export)
    #expect(center.figures("2026-03-03")?.state == .met)
    #expect(center.figures("2026-03-10")?.state == .undecided)
    #expect(center.figures("2026-03-04")?.state == .closed)
  }
}
