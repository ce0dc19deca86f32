public import Basics
public import ContactRecords

/// A stretch of time that is left out of the judgment of services, half-open.
///
/// Its ends are minutes of the wall clock. Where a time of a repeated hour does not
/// say which pass it means, the exclusion begins with the first and ends with the
/// second: whatever it can mean is left out.
public struct Exclusion: Hashable, Sendable {
  /// An end of the stretch.
  public struct Moment: Hashable, Comparable, Sendable {
    /// The day.
    public let day: CivilDate
    /// Minutes since midnight, 0 to 1439.
    public let minute: Int
    /// Whether it lies in the second pass of a repeated hour.
    public let isSecond: Bool
    /// Whether it lies inside its minute; an end then leaves out that minute whole.
    ///
    /// It is not rounded up, since the next minute may be that behind a repeated hour.
    public let isInsideMinute: Bool

    /// Creates a moment.
    ///
    /// - Precondition: The minute is one of a day.
    public init(
      day: CivilDate, minute: Int, isSecond: Bool = false, isInsideMinute: Bool = false
    ) {
      precondition((0..<1440).contains(minute), "a day has 1440 minutes")
      self.day = day
      self.minute = minute
      self.isSecond = isSecond
      self.isInsideMinute = isInsideMinute
    }

    /// Orders moments by the wall clock, and passes of one time as they come.
    public static func < (a: Moment, b: Moment) -> Bool {
      (a.day, a.minute, a.isSecond ? 1 : 0, a.isInsideMinute ? 1 : 0)
        < (b.day, b.minute, b.isSecond ? 1 : 0, b.isInsideMinute ? 1 : 0)
    }
  }

  /// The first moment that is left out.
  public let start: Moment
  /// The first moment that is not left out any more.
  public let end: Moment
  /// Why.
  public let reason: String
  /// Who approved it.
  public let approver: String
  /// The services that it is about; `nil` for all.
  public let service: NamePattern?
  /// The sites that it is about; `nil` for all, and for records without a site.
  public let site: NamePattern?

  /// Creates an exclusion.
  public init(
    start: Moment, end: Moment, reason: String, approver: String, service: NamePattern? = nil,
    site: NamePattern? = nil
  ) {
    self.start = start
    self.end = end
    self.reason = reason
    self.approver = approver
    self.service = service
    self.site = site
  }

  /// Takes over what a row says; a minute that it touches is left out whole.
  public init(_ record: ExclusionRecord) {
    self.init(
      start: Moment(record.start, isEnd: false), end: Moment(record.end, isEnd: true),
      reason: record.reason, approver: record.approver,
      service: record.service.map { NamePattern($0) }, site: record.site.map { NamePattern($0) })
  }

  /// Tells whether a service on a site is left out.
  ///
  /// One of a certain site says nothing of a service whose records carry none, or
  /// that is one over all sites.
  func isAbout(_ service: String, site: String?) -> Bool {
    (self.service?.matches(service) ?? true)
      && (self.site.map { pattern in site.map { pattern.matches($0) } ?? (pattern.text == "*") }
        ?? true)
  }
}

extension Exclusion.Moment {
  init(_ time: WallTime, isEnd: Bool) {
    let (minute, seconds) = Int(time.secondOfDay).quotientAndRemainder(dividingBy: 60)
    self.init(
      day: CivilDate(daysSinceEpoch: time.day), minute: minute,
      isSecond: time.pass == .second || isEnd && time.pass == .unstated,
      isInsideMinute: isEnd && seconds > 0)
  }
}

extension Exclusion.Moment: CustomStringConvertible {
  /// The moment as 2026-10-31T08:30; inside a minute, the next one.
  public var description: String {
    let (days, minute) = (minute + (isInsideMinute ? 1 : 0)).quotientAndRemainder(dividingBy: 1440)
    return "\(day + days)T\(CivilTime(minuteOfDay: minute))"
  }
}

// MARK: - The days of a service

/// The exclusions about one service on one site, by day.
struct ExcludedTime: Sendable {
  /// One exclusion on one day.
  struct Stretch: Hashable, Sendable {
    /// The number of the exclusion.
    let index: Int
    /// Minutes of the day as the clock ran through them, those of a second pass among them.
    let minutes: Range<Int>
  }

  private let days: [CivilDate: [Stretch]]

  /// Cuts exclusions into days; `nil` where none is about the service.
  ///
  /// - Complexity: O(*n*) in the days that are left out.
  init?(
    _ exclusions: [Exclusion], of service: String, site: String?, in span: ClosedRange<CivilDate>,
    shapes: DayShapes
  ) {
    var days: [CivilDate: [Stretch]] = [:]
    for (index, exclusion) in exclusions.enumerated()
    where exclusion.isAbout(service, site: site) {
      var day = max(exclusion.start.day, span.lowerBound)
      while day <= min(exclusion.end.day, span.upperBound) {
        let first = day == exclusion.start.day ? shapes.elapsed(exclusion.start) : 0
        let end = day == exclusion.end.day ? shapes.elapsed(exclusion.end) : .max
        if first < end {
          days[day, default: []].append(Stretch(index: index, minutes: first..<end))
        }
        day = day + 1
      }
    }
    if days.isEmpty { return nil }
    self.days = days
  }

  /// The days that exclusions touch, in order.
  var dates: [CivilDate] { days.keys.sorted() }

  /// The exclusions that touch a month, by number.
  func exclusions(in month: CivilMonth) -> Set<Int> {
    Set(days.lazy.filter { $0.key.month == month }.flatMap { $0.value.map(\.index) })
  }

  /// The exclusions that touch a day.
  func stretches(on date: CivilDate) -> [Stretch] { days[date] ?? [] }
}

extension DayShapes {
  /// Tells which of a day's places an exclusion overlaps; touching is not overlapping.
  func isExcluded(_ place: Int, by stretches: [ExcludedTime.Stretch], on date: CivilDate) -> Bool {
    let minutes = elapsed(place: place, on: date)
    return stretches.contains { $0.minutes.overlaps(minutes) }
  }

  /// Minutes that have gone by since midnight when a moment comes, with the one that it
  /// lies inside of; a skipped hour counts as any.
  fileprivate func elapsed(_ moment: Exclusion.Moment) -> Int {
    let minute = moment.minute + (moment.isInsideMinute ? 1 : 0)
    guard let repeated = repeatedMinutes(on: moment.day) else { return minute }
    let isBehind = moment.minute >= repeated.upperBound || moment.isSecond
    return minute + (isBehind ? repeated.count : 0)
  }

  /// The minutes of a place since midnight, as the clock runs through them.
  private func elapsed(place: Int, on date: CivilDate) -> Range<Int> {
    let length = 1440 / slots
    let slot = place % slots
    let (start, end) = (slot * length, (slot + 1) * length)
    guard let repeated = repeatedMinutes(on: date) else { return start..<end }
    if place >= slots { return (start + repeated.count)..<(end + repeated.count) }
    if self.place(ofSecondPass: slot, on: date) != slot { return start..<end }
    // What is repeated in part is run through from its beginning to its last end.
    let shift = { (minute: Int, isBehind: Bool) in minute + (isBehind ? repeated.count : 0) }
    return shift(start, start >= repeated.upperBound)..<shift(end, end > repeated.lowerBound)
  }
}
