import Basics
import Testing

@testable import SLCheckTool

/// A configuration with every key, in this product's own words.
let fullConfiguration = """
  {
    timeZone: "America/Chicago", // stamps carry no offset
    intervalMinutes: 15, shortAbandonSeconds: 10, comparison: "<", absentIntervals: "sparse",
    identityAllowance: 0.05, asOf: "2026-10-31", onConflict: "sum", maxRejects: "0.5%",
    dateOrder: "mdy", strictCounts: true, by: ["queue", "site"], require: { "8.01": 2, "8.04": 1 },
    services: [
      {
        name: "Voice", kind: "service-level",
        match: { site: "*", queue: ["Billing", "Support*"], channel: "voice" },
        formula: "answered", demand: "answered+abandoned", pooled: true, finestGrain: "interval",
        clock: "elapsed", closedContacts: "include", rationale: "callers hang up after 20 s",
        objectives: [{ percent: 82.1, seconds: 20 }, { from: "2026-07-01", percent: 85.5, seconds: 30 }],
        hours: {
          mon: "08:00-20:00", tue: ["13:00-20:00", "08:00-12:00"], wed: "00:00-24:00",
          thu: "20:00-04:00", fri: "08:00-18:00", sat: "closed",
        },
        holidays: ["2025-12-25"],
      },
      {
        name: "Mail", kind: "response-time", match: { channel: ["mail", ""] }, clock: "business",
        finestGrain: "day", objectives: [{ percent: 90, seconds: 86400 }],
        hours: [{ mon: "09:00-17:00" }, { from: "2026-01-01", mon: "08:00-17:00" }],
      },
    ],
    quality: { minimumSample: 20, objectives: [{ site: "Dallas*", from: "2026-01-01", score: 85 }] },
    satisfaction: { minimumSample: 25, measure: "nps", direction: "lower", objectives: [{ target: -20.5 }] },
    costPerContact: { basis: "offered", allocation: "none", objectives: [{ site: "*", amount: 5.80 }] },
    firstContactResolution: {
      method: "repeat", match: "reason", windowDays: 14, maximumContacts: 30,
      objectives: [{ percent: 75 }],
    },
    contactVolume: { objectives: [{ atMost: 120000 }, { from: "2026-05-01", atLeast: 10 }] },
    handleTime: { objectives: [{ atMostSeconds: 360.5 }] },
    transactionValue: {
      metric: "revenue", baseline: { from: "2025-01", to: "2025-03" },
      types: [{ name: "Sale", major: true, goal: 42.00 }, { name: "Advice" }],
    },
    columns: {
      offered: "Calls Offered", started_at: ["date", "q_start"],
      answered_within: { minus: ["answered", "answered_late"] }, answered_within_30: "SL30",
    },
    units: { talk_seconds: "milliseconds", service_level: "fraction" },
    formats: { started_at: "yyMMdd H:mm:ss" },
    values: { outcome: { AGENT: "answered", HANG: "abandoned" } },
    ignore: [
      { column: "outcome", is: ["PHANTOM"] }, { column: "Queue", startsWith: "Total" },
      { all: [{ column: "outcome", is: "HANG" }, { column: "q_start", is: ["0:00:00"] }] },
    ],
    ledger: "ledger",
  }
  """

/// Reads a configuration from text.
func configuration(_ text: String) throws -> Configuration {
  try Configuration(json5: Array(text.utf8), file: "slcheck.json")
}

/// The lines that a broken configuration is refused with.
func refusal(_ text: String) -> [String] {
  do {
    _ = try configuration(text)
    return []
  } catch let failure as ConfigurationFailure {
    return failure.lines
  } catch {
    Issue.record(error)
    return []
  }
}
