internal import Basics
internal import ContactRecords
internal import DelimitedText
internal import PerformanceMetrics
package import Reports

extension Configuration {
  /// The whole configuration, file plus options and every default, in its own words.
  ///
  /// Reading it again, together with whether the services were assumed, gives
  /// an equal configuration.
  package var effective: JSONValue {
    var members = ofRun
    members.merge(ofTargets) { $1 }
    members.merge(ofColumns) { $1 }
    return .object(members)
  }

  private var ofRun: [String: JSONValue] {
    [
      "timeZone": JSONValue(timeZone),
      "intervalMinutes": intervalMinutes.map { JSONValue($0) } ?? .null,
      "shortAbandonSeconds": JSONValue(shortAbandonSeconds),
      "comparison": .string(comparison.rawValue),
      "absentIntervals": .string(absentIntervals.rawValue),
      "identityAllowance": JSONValue(identityAllowance),
      "asOf": JSONValue(asOf),
      "onConflict": .string(onConflict.rawValue),
      "maxRejects": maxRejects.json,
      "dateOrder": JSONValue(dateOrder?.rawValue),
      "strictCounts": .bool(strictCounts),
      "by": .array(by.map { .string($0.rawValue) }),
      "require": .object(require.mapValues { JSONValue($0) }),
      "ledger": JSONValue(ledger),
    ]
  }

  private var ofTargets: [String: JSONValue] {
    [
      "services": .array(services.map(\.json)),
      "quality": quality?.json ?? .null,
      "satisfaction": satisfaction?.json ?? .null,
      "costPerContact": costPerContact?.json ?? .null,
      "firstContactResolution": firstContactResolution?.json ?? .null,
      "contactVolume": contactVolume?.json ?? .null,
      "handleTime": handleTime?.json ?? .null,
      "transactionValue": transactionValue?.json ?? .null,
    ]
  }

  private var ofColumns: [String: JSONValue] {
    [
      "columns": .object(columns.mapValues(\.json)),
      "units": .object(units.mapValues { .string($0.rawValue) }),
      "formats": .object(formats.mapValues { .string($0.text) }),
      "values": .object(values.mapValues { words in .object(words.mapValues { .string($0) }) }),
      "ignore": .array(ignore.map(\.json)),
    ]
  }

  /// The SHA-256 digest of the effective configuration as compact JSON with sorted keys.
  package var sha256: String { SHA256.hexadecimal(of: effective.compactText.utf8.span) }
}

extension JSONValue {
  /// Creates a string, or null where there is none.
  init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// Creates a date as a string, or null where there is none.
  init(_ date: CivilDate?) {
    self.init(date?.description)
  }
}

extension Configuration.RejectLimit {
  fileprivate var json: JSONValue {
    switch self {
    case .count(let count): JSONValue(count)
    case .percent: .string(description)
    }
  }
}

extension ColumnSource {
  fileprivate var json: JSONValue {
    switch self {
    case .joined(let names): .array(names.map { .string($0) })
    case .difference(let names): .object(["minus": .array(names.map { .string($0) })])
    case .sum(let names): .object(["plus": .array(names.map { .string($0) })])
    }
  }
}

// MARK: - Services

extension Service {
  fileprivate var json: JSONValue {
    .object([
      "name": .string(name), "kind": .string(kind.rawValue), "match": match.json,
      "formula": .string(formula.rawValue), "demand": .string(demand.rawValue),
      "pooled": .bool(isPooled), "finestGrain": JSONValue(finestGrain?.rawValue),
      "clock": .string(clock.rawValue), "closedContacts": .string(closedContacts.rawValue),
      "rationale": JSONValue(rationale),
      "objectives": .array(objectives.objectives.map(\.json)),
      "hours": hours?.json ?? .null,
      "holidays": .array(holidays.sorted().map { JSONValue($0) }),
    ])
  }
}

extension Objective {
  fileprivate var json: JSONValue {
    .object([
      "from": JSONValue(from), "percent": JSONValue(percent), "seconds": JSONValue(seconds),
    ])
  }
}

extension ServiceMatch {
  fileprivate var json: JSONValue {
    .object([
      "site": NamePattern.json(site), "queue": NamePattern.json(queue),
      "channel": NamePattern.json(channel),
    ])
  }
}

extension NamePattern {
  /// A list of patterns; null where none is given and every name fits.
  static func json(_ patterns: [NamePattern]) -> JSONValue {
    patterns.isEmpty ? .null : .array(patterns.map { .string($0.text) })
  }
}

extension OpeningHours {
  fileprivate var json: JSONValue {
    .array(
      weeks.map { week in
        var members = ["from": JSONValue(week.from)]
        for (weekday, key) in zip(Weekday.allCases, OpeningHours.weekdayKeys) {
          let stretches = week.stretches[weekday] ?? []
          members[key] =
            stretches.isEmpty
            ? .string("closed") : .array(stretches.map { .string($0.description) })
        }
        return .object(members)
      })
  }
}
