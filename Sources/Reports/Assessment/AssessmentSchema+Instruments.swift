import MaturityRules

/// The forms of the five instruments, and what several of them have.
extension AssessmentSchema {
  static let mean = object([
    "numerator": count.described("The sum of the ratings."),
    "denominator": count.described("How many are rated."),
    "value": matching("^[0-9]+[.][0-9]{2}$").described("The mean, shortened to two decimals."),
  ]).described("A mean of ratings with its exact parts.")

  static let median = matching("^[0-9][.][05]$")
    .described("A median of ratings; of an even number the mean of the two in the middle.")

  static let gap = object([
    "id": string.described("The identifier of what it is left of."),
    "gap": count.described("How large it is."),
  ]).described("What is lacking to the highest rating.")

  static let material = object([
    "item": string.orNull.described("The item that it is about; null for the whole instrument."),
    "text": string.described("What data say, in words."),
  ]).described("Something that data say, and never as a rating.")

  /// The form of an instrument: what all have, and what it has of its own.
  private static func form(
    of instrument: Instrument, _ words: String, _ own: KeyValuePairs<String, SchemaNode>
  ) -> SchemaNode {
    object([
      "instrument": SchemaNode.of(["const": .string(instrument.id)])
        .described("The identifier of the instrument."),
      "title": string.described("What people call it."),
      "ratedOn": SchemaNode.reference("date").orNull
        .described("The day that the ratings are of; null where they do not say it."),
      "hints": array(string).described("What deserves a second look; it changes no figure."),
      "materials": array(.reference("material")).described("What data say besides."),
      "rated": count.described("How much of it is rated."),
      "total": count.described("How much of it there is."),
      "unrated": array(string)
        .described("The identifiers of what is not rated, in the order of the source."),
    ]).joining(object(own)).described(words)
  }

  /// The gaps of an instrument.
  private static var gaps: SchemaNode {
    array(.reference("gap"))
      .described("The gaps that are left, the largest first, ties by identifier.")
  }

  private static var orMean: SchemaNode {
    SchemaNode.reference("mean").orNull.described("The mean; null where nothing is rated.")
  }

  private static var orMedian: SchemaNode {
    SchemaNode.reference("median").orNull.described("The median; null where nothing is rated.")
  }

  /// An item on a scale of whole numbers.
  private static func item(
    _ scale: ClosedRange<Int>, group: String, _ own: KeyValuePairs<String, SchemaNode> = [:]
  ) -> SchemaNode {
    array(
      object([
        "id": string.described("The identifier of the item."),
        "title": string.described("What people call it."),
        "group": string.described(group),
        "claimed": whole(scale).orNull.described("The rating; null where there is none."),
        "gap": count.orNull.described("What is lacking to the highest; null without a rating."),
        "evidence": string.orNull.described("What the rating refers to."),
        "note": string.orNull.described("What was said besides."),
      ]).joining(object(own))
    ).described("The items, in the order of the source.")
  }
}

// MARK: - The standards

extension AssessmentSchema {
  static let cmo = form(
    of: CMOStandards.instrument, "The scorecard of the standards.",
    [
      "computed": count.described("How many standards data decided."),
      "median": orMedian, "mean": orMean,
      "lowest": SchemaNode.reference("level").orNull
        .described("The lowest level that counts; null where nothing is rated."),
      "counts": counts,
      "groups": array(
        object([
          "id": string.described("The identifier of the section."),
          "title": string.described("What people call it."),
          "rated": count.described("How many of its standards have a level that counts."),
          "total": count.described("How many standards it has."),
          "lowest": SchemaNode.reference("level").orNull
            .described("The lowest level that counts; null where nothing is rated."),
          "median": orMedian, "mean": orMean, "counts": counts,
        ])
      ).described("The sections, in the order of the source."),
      "items": array(.reference("standard")).described("The standards."), "gaps": gaps,
    ])

  private static var counts: SchemaNode {
    array(count).described("How many standards are at each level, from 0 to 4.")
  }

  static let standard = object([
    "id": string.described("The number of the standard."),
    "title": string.described("What people call it."),
    "group": string.described("The identifier of its section."),
    "claimed": SchemaNode.reference("level").orNull
      .described("The rating that people gave; null where they gave none."),
    "computed": SchemaNode.reference("level").orNull
      .described("What data come to; null without data."),
    "possible": SchemaNode.reference("level").orNull
      .described("What the undecided and the absent could still allow; null without data."),
    "used": SchemaNode.reference("level").orNull
      .described("The level that counts: the computed one where there is one."),
    "evidence": string.orNull.described("What the rating refers to."),
    "note": string.orNull.described("What was said besides."),
    "verdict": words(RatingVerdict.allCases.map(\.rawValue)).orNull
      .described("How the rating stands beside the data; null where there is neither."),
    "reason": string.orNull
      .described("The rung that fails or is open, with its distance; null where there is none."),
    "checks": array(.reference("check")).described("What data say of its levels."),
    "attestations": array(.reference("attestation"))
      .described("The attestations about it that are in force."),
  ]).described("A standard with what is claimed and what data come to.")

  static let check = object([
    "id": string.described("The standard and its level: 7.01.2."),
    "level": whole(1...4).described("The level."),
    "verdict": words(DataCheck.Verdict.allCases.map(\.rawValue))
      .described("How it came out; data never set the rating."),
    "detail": string.described("What was found; empty where the verdict says it all."),
  ]).described("What data say of a level that people rate.")

  static let attestation = object([
    "level": whole(1...4).described("The level that it stands for."),
    "reference": string.described("What shows it."),
    "attestedBy": string.described("Who stands for it."),
    "from": SchemaNode.reference("date").described("The first day that it is in force."),
    "until": SchemaNode.reference("date").described("The last day."),
    "scope": string.described("What it is about; a star stands for any run of characters."),
  ]).described("Someone stands for what data cannot decide.")
}

// MARK: - The toolkit and the questionnaire

extension AssessmentSchema {
  static let maturity = form(
    of: CXMaturity.instrument, "Total and stage by the toolkit.",
    [
      "score": object([
        "low": count.described("The total with every unrated activity at 1."),
        "high": count.described("The total with every unrated activity at 5."),
        "complete": truth.described("Whether every activity is rated."),
      ]).described("Between what the total lies."),
      "stage": object([
        "low": whole(1...5).described("The stage of the lowest total."),
        "high": whole(1...5).described("The stage of the highest total."),
      ]).described("Between which stages it lies; it is decided where they are the same."),
      "items": item(
        1...5, group: "The group that it belongs to.",
        [
          "priority": whole(1...).orNull.described("Its rank among the gaps; null without one."),
          "rule": string.orNull.described("The rule that data can decide it by."),
          "verdict": words(RatingVerdict.allCases.map(\.rawValue)).orNull
            .described("How the rating stands beside the rule; null where there is neither."),
          "reason": string.orNull.described("What the rule counted; null where it was not judged."),
        ]),
      "gaps": gaps,
      "next": array(string)
        .described("The identifiers of what is recommended on the way to the next stage."),
    ])

  static let questionnaire = form(
    of: ContactScope.instrument, "What the answers to the questionnaire come to.",
    [
      "median": orMedian, "mean": orMean,
      "items": item(1...5, group: "The theme that it belongs to."), "gaps": gaps,
      "radar": array(
        object([
          "theme": string.described("The identifier of the theme."),
          "title": string.described("What people call it."),
          "mean": orMean, "median": orMedian,
          "rated": count.described("How many of its questions are answered."),
          "total": count.described("How many it has."),
        ])
      ).described("The themes, in the order of the axes."),
    ])
}

// MARK: - Practice and expectations

extension AssessmentSchema {
  static let practice = form(
    of: SQMPractice.instrument,
    "The areas of practice by the center's own figures; only SQM issues certificates.",
    [
      "decisions": object([
        "criteriaMet": count.described("Areas that meet the published criteria."),
        "criteriaNotMet": count.described("Areas that do not meet them."),
        "indeterminate": count.described("Areas that what is lacking could turn."),
      ]).described("How many areas were decided in which way."),
      "areas": array(.reference("area"))
        .described("The areas of which anything is stated, in the order of the source."),
      "gaps": array(
        object([
          "id": string.described("The identifier of the area."),
          "gap": SchemaNode.reference("points").described("The percentage points that it lacks."),
        ])
      ).described("The gaps that are left, the largest first, ties by identifier."),
    ])

  static let area = object([
    "id": string.described("The identifier of the area."),
    "title": string.described("What people call it."),
    "onsiteScore": stated("points", "The onsite score in percent"),
    "employeeSatisfaction": stated("points", "The satisfaction of employees in percent"),
    "employees": stated("count", "Employees who could be surveyed"),
    "surveys": stated("count", "Completed surveys"),
    "surveysLacking": count.orNull
      .described("Surveys that the sample lacks; null where it is not known."),
    "cxImpact": truth.orNull
      .described("Whether a positive effect on results is attested; null where not stated."),
    "evidence": string.orNull.described("What attests it."),
    "focusGroups": stated("count", "Focus groups held"),
    "questions": stated("count", "Questions of the survey"),
    "certifiedOn": stated("date", "When a certificate was given"),
    "decision": words(SQMPractice.Decision.allCases.map(\.rawValue))
      .described("What is decided, by the first reason."),
    "reasons": array(words(SQMPractice.Reason.allCases.map(\.rawValue)))
      .described("Every reason that fits, the deciding one first."),
    "validUntil": SchemaNode.reference("date").orNull
      .described("The last day that the certificate is valid; null where its day is not stated."),
    "gap": SchemaNode.reference("points").orNull
      .described("The percentage points that it lacks; null where neither score is stated."),
    "remarks": array(
      object([
        "field": words(SQMPractice.fields.map(\.id)).described("The field."),
        "evidence": string.orNull.described("What its value refers to."),
        "note": string.orNull.described("What is said besides."),
      ])
    ).described("What is referred to or noted beside the fields, in their order."),
  ]).described("What is stated of an area, and what that decides.")

  private static func stated(_ name: String, _ words: String) -> SchemaNode {
    SchemaNode.reference(name).orNull.described(words + "; null where not stated.")
  }

  static let expectations = form(
    of: ICMIConcepts.instrument, "The checklist of what customers expect.",
    [
      "score": object([
        "atHighest": count.described("How many are rated 2."),
        "sum": count.described("The sum of the ratings."),
        "most": count.described("The highest sum that there is."),
      ]).described("What the ratings add up to."),
      "items": item(0...2, group: "The group that it belongs to."), "gaps": gaps,
      "alignment": array(
        object([
          "standard": string.described("The number of the standard."),
          "material": words(["present", "lacking"])
            .described("Whether there is material for the attestation of level 4."),
          "items": array(string).described("What is not met with evidence."),
        ])
      ).described("Material for attestations, and never in their place."),
    ])
}

extension SchemaNode {
  /// An object with the keys of another one too, all of them required.
  fileprivate func joining(_ other: SchemaNode) -> SchemaNode {
    guard case .object(let members) = self, case .object(let others) = other else { return self }
    return .object(
      members.map { member in
        guard let added = others.first(where: { $0.key == member.key })?.value else {
          return member
        }
        switch (member.value, added) {
        case (.list(let mine), .list(let theirs)): return Member(member.key, .list(mine + theirs))
        case (.object(let mine), .object(let theirs)):
          return Member(member.key, .object(mine + theirs))
        default: return member
        }
      })
  }
}
