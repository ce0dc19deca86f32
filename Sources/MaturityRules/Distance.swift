public import Basics

/// How far a criterion is from turning, as data; `description` says it in words.
public enum Distance: Hashable, Sendable {
  /// Months attained of a window of months.
  case months(met: Int, undecided: Int, of: Int, needed: Int, deciding: [CivilMonth])
  /// Days by month: the months that fall short, those that are open, and the one with
  /// the least headroom.
  case days(short: [MonthGap], open: [MonthGap], tightest: MonthGap?)
  /// Intervals attained out of those that count.
  case intervals(met: Int, counted: Int, undecided: Int, needed: Int)
  /// Transaction types that are named, against how many have to be.
  case types(named: Int, needed: Int)
  /// Whether a value metric is named, and for how many major types it has to stand.
  case metric(isNamed: Bool, major: Int)
  /// The major types that fall short, out of all of them.
  case typeValues(short: [TypeGap], major: Int, months: Int)
  /// Months that have costs and contacts.
  case costMonths(computed: Int, of: Int, missing: [CivilMonth])
  /// An objective of costs that is not in force, or not for long enough.
  case costObjective(isInForce: Bool, months: Int, needed: Int)
  /// Whether the cost per contact keeps to its objective or comes down to it.
  case costTendency(CostTendency)
  /// Months or quarters with costs of quality.
  case qualityRecords(
    recorded: Int, of: Int, needed: Int, grain: Window.Grain,
    depth: Criterion.QualityRecords.Depth, missing: [String])
  /// An attestation stands for it until a day.
  case attested(until: CivilDate)
  /// An attestation is lacking.
  case attestation
  /// There is nothing to count.
  case nothing

  /// A month of days against what it needs.
  public struct MonthGap: Hashable, Sendable {
    /// The month.
    public let month: CivilMonth
    /// Days attained.
    public let met: Int
    /// Days attained or missed.
    public let counted: Int
    /// Days undecided.
    public let undecided: Int
    /// Days that have to be attained.
    public let needed: Int
  }

  /// A major transaction type and what it lacks.
  public struct TypeGap: Hashable, Sendable {
    /// The name of the type.
    public let type: String
    /// The months of the window without a value.
    public let monthsWithout: [CivilMonth]
    /// Whether it lacks a baseline.
    public let lacksBaseline: Bool
    /// Whether it lacks a goal.
    public let lacksGoal: Bool
  }
}

extension Distance: CustomStringConvertible {
  /// The distance in a sentence without its full stop.
  public var description: String {
    switch self {
    case .months(let met, let undecided, let of, let needed, let deciding):
      let base = "\(met) of \(of) months met, needs \(needed)"
      if met >= needed {
        return base + ": " + Distance.mayBeMissed(met - needed, "month")
      }
      guard met + undecided >= needed else {
        return base + ": \(needed - met - undecided) short"
          + (undecided > 0 ? " even with \(undecided) undecided" : "")
      }
      let names = deciding.map(\.description).joined(separator: ", ")
      return base + ": \(needed - met) of \(undecided) undecided would have to be met (\(names))"
    case .days(let short, let open, let tightest):
      if !short.isEmpty {
        return Distance.list(short.map { "\($0): \($0.needed - $0.met - $0.undecided) short" })
      }
      if !open.isEmpty { return Distance.list(open.map { "\($0)" }) }
      guard let tightest else { return "nothing to count" }
      return "least to spare in \(tightest): "
        + Distance.mayBeMissed(tightest.met - tightest.needed, "day")
    case .intervals(let met, let counted, let undecided, let needed):
      let all = counted + undecided
      let share = Ratio(met, all).percentText(.down)
      let base =
        "\(grouped(met)) of \(grouped(all)) intervals met (\(share) %), needs \(grouped(needed))"
      if met >= needed { return base + ": " + Distance.mayBeMissed(met - needed, "interval") }
      if met + undecided >= needed {
        return base
          + ": \(grouped(needed - met)) of \(grouped(undecided)) undecided would have to be met"
      }
      return base + ": \(grouped(needed - met - undecided)) short"
        + (undecided > 0 ? " even with \(grouped(undecided)) undecided" : "")
    case .types(let named, let needed):
      return "\(grouped(named)) named, needs \(needed)"
    case .metric(_, 0): return "no major type is known"
    case .metric(let isNamed, let major):
      let types = major == 1 ? "the major type" : "the \(grouped(major)) major types"
      return isNamed ? "named for \(types)" : "not named for \(types)"
    case .typeValues(_, 0, _): return "no major type is known"
    case .typeValues(let short, let major, let months):
      let base = "\(grouped(major - short.count)) of \(grouped(major)) major types have it all"
      let gaps = short.prefix(3).map { $0.inWords(of: months) }
      let rest = short.count > 3 ? ["\(short.count - 3) more"] : []
      return short.isEmpty ? base : base + ": " + (gaps + rest).joined(separator: "; ")
    case .costMonths(let computed, let of, let missing):
      let base = "\(computed) of \(of) months have costs and contacts"
      guard !missing.isEmpty else { return base }
      return base + ": lacking in "
        + Distance.listed(missing.map(\.description), more: "more months")
    case .costObjective(let isInForce, let months, let needed):
      if !isInForce { return "no objective is in force at as-of" }
      return "an objective in force in \(months) of the months, needs \(needed)"
    case .costTendency(let tendency): return tendency.description
    case .qualityRecords(let recorded, let of, let needed, let grain, let depth, let missing):
      let noun = grain == .quarter ? "quarter" : "month"
      let what =
        switch depth {
        case .anyCategory: "a category of cost"
        case .allAndShare: "all four categories and their share of operating cost"
        }
      let base = "\(recorded) of \(of) \(noun)s have \(what), needs \(needed): "
      guard recorded < needed else { return base + Distance.mayBeMissed(recorded - needed, noun) }
      return base + "\(needed - recorded) short, lacking in "
        + Distance.listed(missing, more: "more \(noun)s")
    case .attested(let day): return "attested until \(day)"
    case .attestation: return "an attestation is lacking"
    case .nothing: return "nothing to count"
    }
  }

  private static func list(_ gaps: [String]) -> String {
    gaps.prefix(3).joined(separator: "; ")
      + (gaps.count > 3 ? "; and \(gaps.count - 3) more months" : "")
  }

  /// Lists the first few names, and counts the rest.
  private static func listed(_ names: [String], more: String) -> String {
    names.prefix(3).joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) \(more)" : "")
  }

  private static func mayBeMissed(_ count: Int, _ noun: String) -> String {
    switch count {
    case 0: "no \(noun) to spare"
    case 1: "1 \(noun) to spare"
    default: "\(grouped(count)) \(noun)s to spare"
    }
  }
}

extension Distance.MonthGap: CustomStringConvertible {
  /// The month and its days: 2026-05: 17 of 26 days, needs 21.
  public var description: String {
    "\(month): \(met) of \(counted + undecided) days"
      + (undecided > 0 ? " (\(undecided) undecided)" : "") + ", needs \(needed)"
  }
}

extension Distance.TypeGap {
  /// The type and what it lacks: Sale lacks a value in 2 of 12 months and a goal.
  func inWords(of months: Int) -> String {
    let lacking = [
      monthsWithout.isEmpty ? nil : "a value in \(monthsWithout.count) of \(months) months",
      lacksBaseline ? "a baseline" : nil, lacksGoal ? "a goal" : nil,
    ].compactMap { $0 }
    return VisibleText.escaping(type) + " lacks " + lacking.joined(separator: " and ")
  }
}

extension Remark: CustomStringConvertible {
  /// The remark in words.
  public var description: String {
    switch self {
    case .noRationale: "no rationale given for the objective"
    case .objectiveChanged(let day, let percent, let seconds):
      "objective changed on \(day) to \(percent) % in \(seconds) s"
    case .notTrackedByInterval: "not tracked by interval"
    case .lacksComponents(let names):
      "scope remark: no cost of \(names.joined(separator: " or ")) in the whole window"
    case .costNeverChanges:
      "the total cost is the same in every month; check that it was measured and not planned"
    case .nothingToCount: "nothing to count in the window"
    case .noObjectiveGiven: "no objective given"
    case .noObjectiveForScope: "none of the objectives is meant for this scope"
    case .valueChanged(let day, let value): "objective changed on \(day) to \(value)"
    case .smallSamples(let months, let minimum):
      "fewer than \(minimum) records in " + months.map(\.description).joined(separator: ", ")
    case .clearMonths(let clear, let met):
      "\(clear) of the \(met) met months are clear of the objective at 95 %"
    }
  }
}
