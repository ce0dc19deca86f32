/// What became of new inputs in a ledger.
struct EncodedLedger: Encodable {
  private let path: String
  private let updated: Bool
  private let sources: [EncodedInput]
  private let added: Int
  private let unchanged: Int
  private let restated: Int
  private let restatements: [Restatement]

  private struct Restatement: Encodable {
    let file: String
    let scope: String
  }

  init(_ ledger: LedgerSummary) {
    path = ledger.path
    updated = ledger.isUpdated
    sources = ledger.sources.map(EncodedInput.init)
    (added, unchanged, restated) = (ledger.added, ledger.unchanged, ledger.restated)
    restatements = ledger.restatements.map { Restatement(file: $0.file, scope: $0.scope) }
  }
}
