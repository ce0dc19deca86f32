import Basics
import DelimitedText

/// How many rows have figures that no center has: signs of a wrong column map.
public struct Plausibility: Hashable, Sendable {
  /// Figures of a column that no center has.
  public struct Finding: Hashable, Sendable {
    /// The canonical column.
    public let column: String
    /// What is wrong with it.
    public let reason: String
    /// Rows with such a figure.
    public internal(set) var rows = 0
    /// Rows that say something of it: those with contacts and such a count, or with a score.
    public internal(set) var of = 0

    init(column: String, reason: String) {
      self.column = column
      self.reason = reason
    }

    /// Whether there are rows enough to say anything: thirty of them.
    public var saysEnough: Bool { of >= Plausibility.fewestRows }
    /// Whether it holds for more than half of the rows, and there are enough of them.
    public var isImplausible: Bool { saysEnough && 2 * rows > of }

    /// Notes a row that says something.
    mutating func note(_ holds: Bool) {
      of += 1
      rows += holds ? 1 : 0
    }

    /// Notes rows that say something.
    ///
    /// - Parameter rows: How many of them have such a figure.
    mutating func note(rows: Int, of count: Int) {
      self.rows += rows
      of += count
    }

    /// Adds what other files say of the same column.
    public mutating func merge(_ other: Finding) {
      rows += other.rows
      of += other.of
    }
  }

  /// What the rows that say something are called.
  public private(set) var noun = "rows with contacts"
  /// What was looked for, and how often it was found.
  public internal(set) var checks: [Finding]

  /// Creates counts of nothing for files with the given columns.
  ///
  /// - Parameter percent: How a printed service level is read; `nil` where none is.
  init(thresholds: [ThresholdColumn] = [], percent: ColumnMap.Percent?) {
    self.init(thresholds: thresholds)
    guard let percent else { return }
    percentChecks = checks.count
    checks += [
      Finding(
        column: "service_level",
        reason: percent.isFraction
          ? "service_level is a percentage and no fraction"
          : "service_level is a fraction and no percentage"),
      Finding(column: "service_level", reason: "service_level is more than 100 %"),
    ]
  }

  /// Where the two checks of a printed service level stand; `nil` without one.
  private(set) var percentChecks: Int?

  /// Creates counts of nothing for files with the given threshold columns.
  public init(thresholds: [ThresholdColumn] = []) {
    checks = [
      Finding(column: "abandoned", reason: "abandoned equals offered"),
      Finding(column: "abandoned", reason: "abandoned is more than offered"),
      Finding(column: "answered", reason: "answered is more than offered"),
      Finding(column: "answered_within", reason: "answered_within is more than answered"),
      Finding(
        column: "abandoned_within", reason: "abandoned_within is more than abandoned"),
      Finding(
        column: "short_abandoned", reason: "short_abandoned is more than abandoned"),
    ]
    for threshold in thresholds {
      let whole = threshold.countsAbandoned ? "abandoned" : "answered"
      checks.append(
        Finding(
          column: threshold.name, reason: "\(threshold.name) is more than \(whole)"))
    }
  }

  /// Creates counts of nothing for scores.
  public static var ofScores: Plausibility {
    var plausibility = Plausibility()
    plausibility.noun = "scores above 0"
    plausibility.checks = [
      Finding(column: "score", reason: "score is a fraction and no percentage")
    ]
    return plausibility
  }

  /// Adds what other rows of the same file say.
  mutating func merge(_ other: Plausibility) {
    for index in checks.indices { checks[index].merge(other.checks[index]) }
  }

  /// The fewest rows that say anything.
  private static let fewestRows = 30
}

extension IntervalBatch {
  /// Counts the rows with figures that no center has.
  func weigh(_ plausibility: inout Plausibility) {
    let (offered, answered, abandoned) = (start(.offered), start(.answered), start(.abandoned))
    let values = values.span
    var (contacts, equal, moreAbandoned, moreAnswered) = (0, 0, 0, 0)
    for row in 0..<count {
      let (o, a, b) = (values[offered &+ row], values[answered &+ row], values[abandoned &+ row])
      // Whether any count says that there were contacts, offered or not.
      contacts &+= SignBits.count(SignBits.isPositive(o | a | b))
      equal &+= SignBits.count(SignBits.isZero(b &- o) & SignBits.isPositive(b))
      moreAbandoned &+= SignBits.count(SignBits.isAbove(b, o))
      moreAnswered &+= SignBits.count(SignBits.isAbove(a, o))
    }
    plausibility.checks[0].note(rows: equal, of: contacts)
    plausibility.checks[1].note(rows: moreAbandoned, of: contacts)
    plausibility.checks[2].note(rows: moreAnswered, of: contacts)
    weigh(start(.answeredWithin), of: answered, in: &plausibility.checks[3])
    if isInUse[IntervalColumn.abandonedWithin.rawValue] {
      weigh(start(.abandonedWithin), of: abandoned, in: &plausibility.checks[4])
    }
    if isInUse[IntervalColumn.shortAbandoned.rawValue] {
      weigh(start(.shortAbandoned), of: abandoned, in: &plausibility.checks[5])
    }
    for (position, threshold) in thresholds.enumerated() {
      weigh(
        start(threshold: position), of: threshold.countsAbandoned ? abandoned : answered,
        in: &plausibility.checks[6 + position])
    }
    guard let first = plausibility.percentChecks else { return }
    let isFraction = plausibility.checks[first].reason.contains("no fraction")
    for row in 0..<min(count, percents.count) where value(.offered, row) > 0 {
      guard let percent = percents[row] else { continue }
      // As it stands in the file, a fraction is never above 1, and a percentage rarely below.
      plausibility.checks[first].note(
        isFraction
          ? percent.millionths > 100_000_000
          : percent.millionths > 0 && percent.millionths <= 1_000_000)
      plausibility.checks[first + 1].note(percent.millionths > 100_000_000)
    }
  }
}

extension IntervalBatch {
  /// Counts the rows in which a part is more than its whole, among those with contacts that
  /// have it.
  ///
  /// - Parameters:
  ///   - part: Where the values of the part begin.
  ///   - whole: Where those of the whole begin.
  private func weigh(_ part: Int, of whole: Int, in check: inout Plausibility.Finding) {
    let (offered, answered, abandoned) = (start(.offered), start(.answered), start(.abandoned))
    let values = values.span
    var (rows, more) = (0, 0)
    for row in 0..<count {
      let counts = values[offered &+ row] | values[answered &+ row] | values[abandoned &+ row]
      let (own, all) = (values[part &+ row], values[whole &+ row])
      let says = SignBits.isPositive(counts) & ~own
      rows &+= SignBits.count(says)
      more &+= SignBits.count(says & SignBits.isAbove(own, all))
    }
    check.note(rows: more, of: rows)
  }
}

extension EvaluationRecord {
  /// Counts a score that looks like 0.85 for 85 %.
  ///
  /// Nothing is known of a score of nought, and points of other forms may well be few.
  public func weigh(_ plausibility: inout Plausibility) {
    guard maximum == FixedPoint(100), points > FixedPoint(0) else { return }
    plausibility.checks[0].note(points <= FixedPoint(1))
  }
}
