import ContactRecords
import DelimitedText

/// The profiles as programs read them.
struct EncodedProfiles: Encodable {
  let schema = "slcheck.profiles/1"
  let profiles: [Profile]

  /// What is known of one export.
  struct Profile: Encodable {
    let name: String
    let product: String
    let kind: String
    let form: String
    let signature: [[String]]
    let columns: [Column]
    let thresholds: [Threshold]
    let units: [String: String]
    let formats: [String: String]
    @Nullable var dateOrder: String?
    let values: [String: [String: String]]
    let blankIsZero: [String]
    let flags: [Flag]
    let times: String
    let unknown: [String]
  }

  /// Where a canonical column comes from, the preferred source first.
  struct Column: Encodable {
    let name: String
    let sources: [Source]
  }

  /// Columns of the export, and what is made of several.
  struct Source: Encodable {
    let columns: [String]
    let made: String
  }

  /// Columns whose names state a threshold, with N for the seconds.
  struct Threshold: Encodable {
    let name: String
    let columns: [String]
  }

  /// A mark on rows whose figures are not what they seem.
  struct Flag: Encodable {
    let column: String
    let word: String
    let meaning: String
  }

  init(_ profiles: [ACDProfile]) {
    self.profiles = profiles.map { profile in
      let conventions = profile.conventions
      return Profile(
        name: profile.name, product: profile.product, kind: profile.kind.rawValue,
        form: profile.form.rawValue, signature: profile.signature,
        columns: profile.columns.map { column in
          Column(
            name: column.canonical,
            sources: column.sources.map { Source(columns: $0.names, made: $0.derivation) })
        },
        thresholds: profile.thresholds.map { thresholds in
          Threshold(
            name: thresholds.stem + "_N",
            columns: thresholds.patterns.map { "\($0.prefix)N\($0.suffix)" })
        },
        units: conventions.units.mapValues(\.rawValue),
        formats: conventions.formats.mapValues(\.text),
        dateOrder: Nullable(wrappedValue: conventions.dateOrder?.rawValue),
        values: conventions.values.mapValues(\.meanings),
        blankIsZero: conventions.habits.blankIsZero.sorted(),
        flags: conventions.habits.flags.map {
          Flag(column: $0.column, word: $0.word, meaning: $0.meaning)
        }, times: profile.times, unknown: profile.unknown)
    }
  }
}

extension ColumnSource {
  /// What is made of the columns, in a word.
  fileprivate var derivation: String {
    switch self {
    case .joined: "joined"
    case .difference: "difference"
    case .sum: "sum"
    }
  }
}
