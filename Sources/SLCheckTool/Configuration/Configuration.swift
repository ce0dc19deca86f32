package import Basics
package import ContactRecords
package import DelimitedText
import MaturityRules
package import PerformanceMetrics

/// What a run was told: the configuration file and the options, checked once.
///
/// Every property has the meaning that the documentation gives to the key of
/// its name. Nothing here depends on the order of keys in the file.
///
/// ```swift
/// let configuration = try Configuration(
///   json5: Array("{ shortAbandonSeconds: 10 }".utf8), file: "slcheck.json")
/// ```
package struct Configuration: Hashable, Sendable {
  /// How a contact that waited exactly the threshold is taken.
  package typealias ThresholdComparison = PerformanceMetrics.ThresholdComparison

  /// What an absent interval of an export means.
  package enum AbsentIntervals: String, CaseIterable, Hashable, Sendable {
    case infer, dense, sparse
  }

  /// What happens to two different records of the same thing.
  package typealias ConflictPolicy = PerformanceMetrics.ConflictPolicy

  /// How many rows may be rejected before a run fails.
  package enum RejectLimit: Hashable, Sendable {
    case count(Int)
    /// A share of the rows read, 0 to 100.
    case percent(FixedPoint)
  }

  /// The order of day, month and year in dates that do not tell it themselves.
  package typealias DateOrder = DelimitedText.DateOrder

  /// What figures can be broken down by.
  package typealias Dimension = KeyDimension

  /// The unit of a column of an export.
  package typealias MeasureUnit = ContactRecords.MeasureUnit

  /// The zone whose wall clock stamps are taken on; `nil` where they are taken as they stand.
  package var zone: CivilZone?
  /// The name of the zone in the IANA database.
  package var timeZone: String? { zone?.name }
  /// The length of an interval; `nil` where it is detected.
  package var intervalMinutes: Int?
  /// The limit S under which an abandoned contact is a short one.
  package var shortAbandonSeconds = 5
  /// How a contact that waited exactly the threshold is taken.
  package var comparison = ThresholdComparison.atMost
  /// What an absent interval means.
  package var absentIntervals = AbsentIntervals.infer
  /// How far the sum of answered and abandoned of a day may stray from offered, 0 to 1.
  package var identityAllowance = FixedPoint(millionths: 20_000)
  /// The last day of every window; `nil` where the data decide.
  package var asOf: CivilDate?
  /// What happens to two different records of the same thing.
  package var onConflict = ConflictPolicy.error
  /// How many rows may be rejected.
  package var maxRejects = RejectLimit.count(0)
  /// The order of the parts of a date; `nil` where the data have to tell.
  package var dateOrder: DateOrder?
  /// Whether counts that contradict each other reject their row.
  package var strictCounts = false
  /// What every figure is broken down by.
  package var by: [Dimension] = []
  /// The levels that are required, by standard: 8.01 to 8.06, 1 to 4.
  package var require: [String: Int] = [:]
  /// The services in the order in which they take records.
  package var services = [Service.assumed]
  /// Whether nobody gave an objective, so that 80 % in 20 s stands in.
  package var isAssumed = true
  /// What quality scores have to reach.
  package var quality: QualityTargets?
  /// What customer satisfaction has to reach.
  package var satisfaction: SatisfactionTargets?
  /// What a contact may cost.
  package var costPerContact: CostTargets?
  /// How first contact resolution is found, and what it has to reach.
  package var firstContactResolution: ResolutionTargets?
  /// How many contacts a month may or must have.
  package var contactVolume: VolumeTargets?
  /// How long a contact may take.
  package var handleTime: HandleTimeTargets?
  /// How transactions are valued.
  package var transactionValue: TransactionValueTargets?
  /// The export's own columns, by canonical name.
  package var columns: [String: ColumnSource] = [:]
  /// The units of columns, by canonical name.
  package var units: [String: MeasureUnit] = [:]
  /// The time formats of columns, by canonical name.
  package var formats: [String: StampFormat] = [:]
  /// What the export's own words mean, by canonical name of the column.
  package var values: [String: [String: String]] = [:]
  /// Which rows are left out.
  package var ignore: [IgnoreRule] = []
  /// The folder of the ledger.
  package var ledger: String?

  /// Creates the configuration of a run that was told nothing.
  package init() {}

  /// The interval lengths that an export can have; the last is a whole day.
  package static let intervalLengths = IntervalLength.known

  /// Whether anything but services has an objective.
  package var hasOtherObjectives: Bool {
    !(quality?.objectives ?? []).isEmpty || !(satisfaction?.objectives ?? []).isEmpty
      || !(costPerContact?.objectives ?? []).isEmpty
      || !(firstContactResolution?.objectives ?? []).isEmpty
      || !(contactVolume?.objectives ?? []).isEmpty || !(handleTime?.objectives ?? []).isEmpty
  }

  /// The standards that a level can be required of.
  package static let standards = StandardLadder.standards.map(\.id)
}

extension Configuration.RejectLimit: CustomStringConvertible {
  /// The limit as it is written: 12 or 0.5%.
  package var description: String {
    switch self {
    case .count(let count): String(count)
    case .percent(let share): "\(share)%"
    }
  }

  /// Reads a limit as it is written; `nil` for anything else.
  package init?(_ text: String) {
    if text.hasSuffix("%") {
      guard let share = FixedPoint(text.dropLast()), share >= FixedPoint(0),
        share <= FixedPoint(100)
      else { return nil }
      self = .percent(share)
    } else {
      guard text.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(text) else {
        return nil
      }
      self = .count(count)
    }
  }
}
