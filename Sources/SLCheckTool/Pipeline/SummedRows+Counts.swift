import ContactRecords
import PerformanceMetrics
import Reports

extension SummedRows {
  /// What became of rows that were left out for a cause.
  static func ignored(_ cause: String) -> String { SumRecord.ignored + cause }

  /// Adds up those of one kind and fate, in the order of kinds and fates.
  static func summed(_ rows: [SummedRows]) -> [SummedRows] {
    var counts: [[String]: Int] = [:]
    for row in rows { counts[[row.kind, row.fate], default: 0].addSaturating(row.count) }
    return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { SummedRows(kind: $0.key[0], fate: $0.key[1], count: $0.value) }
  }
}

extension RecordCounts {
  /// The rows by kind, in the order of the kinds.
  static func all(_ carried: [SummedRows]) -> [RecordCounts] {
    var counts: [String: InputSummary.Rows] = [:]
    for row in carried {
      var rows = InputSummary.Rows()
      rows.read = row.count
      switch row.fate {
      case "accepted": rows.accepted = row.count
      case "rejected": rows.rejected = row.count
      case "repeated": rows.repeated = row.count
      default: rows.ignored = row.count
      }
      counts[row.kind, default: .init()].merge(rows)
    }
    let order = RecordKind.allCases.map(\.rawValue)
    return counts.sorted {
      (order.firstIndex(of: $0.key) ?? order.count, $0.key)
        < (order.firstIndex(of: $1.key) ?? order.count, $1.key)
    }.map { RecordCounts(kind: $0.key, rows: $0.value) }
  }
}
