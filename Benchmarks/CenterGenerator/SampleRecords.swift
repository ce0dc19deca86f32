import Basics

// The small records of `SampleData`: evaluations, surveys, costs, costs of
// quality, attestations and an exclusion. As in `SampleCenter`, what a month is
// there to show stands beside it.

/// The records of the sample that are not contacts.
enum SampleRecords {
  /// One file: its name and everything in it.
  typealias File = (name: String, text: String)

  /// Makes all files.
  static func files(_ days: ClosedRange<CivilDate>) -> [File] {
    let months = (days.lowerBound.month.index...days.upperBound.month.index).map {
      CivilMonth(index: $0)
    }
    return [
      ("evaluations.csv", evaluations(days)), ("surveys.csv", surveys(days)),
      ("costs.csv", costs(months)), ("quality-costs.csv", qualityCosts(months)),
      ("evidence.csv", evidence), ("exclusions.csv", exclusions),
    ]
  }

  private static func month(_ text: String) -> CivilMonth { CivilMonth(text)! }

  /// Whether the center is open for anyone to evaluate or to answer.
  private static func isOpen(_ day: CivilDate) -> Bool { day.weekday != .sunday }
}

// MARK: - Quality

extension SampleRecords {
  /// The mean score in tenths of a point, since when; the objective is 85.
  private static let scores = [
    (from: month("2025-09"), tenths: 838), (from: month("2025-11"), tenths: 872),
    // The first weeks with a stricter form.
    (from: month("2026-02"), tenths: 836), (from: month("2026-04"), tenths: 872),
    // The month with the most new agents.
    (from: month("2026-08"), tenths: 836), (from: month("2026-09"), tenths: 876),
  ]

  /// The month whose evaluations were lost with the old system: what nobody has
  /// cannot be counted for or against.
  private static let lost = month("2026-06")

  private static func evaluations(_ days: ClosedRange<CivilDate>) -> String {
    var random = SplitMix64(seed: 8_02)
    var text = "evaluated_at,site,queue,agent,contact_id,points,max_points,auto_fail\n"
    var number = 0
    for offset in 0...(days.upperBound - days.lowerBound) {
      let day = days.lowerBound + offset
      let mean = (scores.last { $0.from <= day.month })!.tenths
      for _ in 0..<(isOpen(day) ? 3 : 0) {
        number += 1
        let agent = 1 + random.next(below: 24)
        // The mean of three draws, up to ten points either way, and a trait of the agent.
        let draws = (0..<3).reduce(0) { sum, _ in sum + random.next(below: 201) }
        let tenths = min(1000, mean + draws / 3 - 100 + (agent * 7) % 31 - 15)
        let isFail = random.next(below: 400) == 0
        guard day.month != lost else { continue }
        let queue = ["Billing", "Support", "Web chat"][number % 3]
        text +=
          "\(day),Lakeside,\(queue),A\(agent < 10 ? "0" : "")\(agent),E\(10_000 + number),"
          + "\(tenths / 10).\(tenths % 10),100,\(isFail ? "yes" : "no")\n"
      }
    }
    return text
  }
}

// MARK: - Satisfaction

extension SampleRecords {
  /// Answers of a thousand that give 5, 4, 3, 2 and 1, since when; the objective is
  /// 80 % in the two best.
  private static let answers = [
    (from: month("2025-09"), of: [420, 350, 110, 70, 50]),
    (from: month("2025-11"), of: [470, 370, 80, 50, 30]),
    // The ice storm.
    (from: month("2026-01"), of: [300, 300, 180, 120, 100]),
    (from: month("2026-02"), of: [480, 370, 80, 40, 30]),
  ]

  private static func surveys(_ days: ClosedRange<CivilDate>) -> String {
    var random = SplitMix64(seed: 8_03)
    var text = "responded_at,site,queue,contact_id,score,scale_max\n"
    var number = 0
    for offset in 0...(days.upperBound - days.lowerBound) {
      let day = days.lowerBound + offset
      let shares = (answers.last { $0.from <= day.month })!.of
      for _ in 0..<(isOpen(day) ? 10 : 0) {
        number += 1
        var (score, rest) = (5, random.next(below: 1000))
        while rest >= shares[5 - score] {
          rest -= shares[5 - score]
          score -= 1
        }
        // Three of ten answer.
        let hasAnswered = random.next(below: 10) < 3
        let queue = ["Billing", "Support", "Moves", "Web chat"][number % 4]
        text +=
          "\(day),Lakeside,\(queue),S\(100_000 + number),\(hasAnswered ? "\(score)" : ""),5\n"
      }
    }
    return text
  }
}

// MARK: - Money

extension SampleRecords {
  /// People in thousands of dollars a month; overhead follows from them.
  private static let people = [
    242, 241, 238, 246, 268, 232, 230, 228, 224, 224, 222, 221, 222, 221,
  ]

  private static func costs(_ months: [CivilMonth]) -> String {
    var random = SplitMix64(seed: 8_04)
    var text = "month,category,amount,currency\n"
    for (month, thousands) in zip(months, people) {
      let people = thousands * 100_000 + random.next(below: 90_000)
      let infrastructure = 5_150_000 + random.next(below: 40_000)
      let overhead = people / 10 + random.next(below: 20_000)
      for (category, cents) in [
        ("people", people), ("infrastructure", infrastructure), ("overhead", overhead),
      ] {
        text += "\(month),\(category),\(amount(cents)),USD\n"
      }
    }
    return text
  }

  /// Costs of quality are recorded since this month, the failures outside since later.
  private static let qualityCostsBegin = month("2026-03")
  private static let externalBegin = month("2026-06")

  private static func qualityCosts(_ months: [CivilMonth]) -> String {
    var random = SplitMix64(seed: 8_05)
    var text = "month,category,amount,note\n"
    for (index, month) in months.enumerated() where month >= qualityCostsBegin {
      let step = index - 6
      var rows = [
        ("prevention", 720_000 + 40_000 * step, "training and process work"),
        ("appraisal", 540_000, "monitoring and calibration"),
        ("internal_failure", 980_000 - 30_000 * step, "rework before the customer notices"),
      ]
      if month >= externalBegin {
        rows.append(("external_failure", 1_650_000 - 60_000 * step, "repeat calls and credits"))
        rows.append(("gain", 900_000 + 160_000 * step, "calls that no longer come"))
      }
      for (category, cents, note) in rows {
        text += "\(month),\(category),\(amount(cents + random.next(below: 30_000))),\(note)\n"
      }
    }
    return text
  }

  private static func amount(_ cents: Int) -> String {
    "\(cents / 100)." + (cents % 100 < 10 ? "0" : "") + "\(cents % 100)"
  }
}

// MARK: - What someone vouches for

extension SampleRecords {
  private static let evidence = """
    standard,level,reference,attested_by,from,until,scope,note
    8.01,4,Survey of waiting times 2026-02,R. Okafor (customer insight),2026-03-01,,Voice,what callers accept by queue
    8.03,4,Board paper 2023-07,R. Okafor (customer insight),2023-08-01,2025-07-31,*,effect of satisfaction on churn; run out
    8.06,4,Sales plan 2026,M. Lind (sales),2026-01-15,,*,value by type in planning and goals

    """

  /// The ice storm, as the regulator lets it be left out.
  private static let exclusions = """
    start,end,reason,approver,service
    2026-01-12T00:00,2026-01-18T00:00,ice storm: declared emergency,J. Haas (operations),Voice

    """
}
