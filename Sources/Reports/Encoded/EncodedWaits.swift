import PerformanceMetrics

/// How long answered contacts waited, in whole seconds.
struct EncodedWaits: Encodable {
  let contacts: Int
  let p50: Int
  let p90: Int
  let p95: Int
  let max: Int

  init(_ waits: WaitPercentiles) {
    contacts = waits.contacts
    p50 = waits.p50
    p90 = waits.p90
    p95 = waits.p95
    max = waits.longest
  }
}

/// What a service of response times has not answered.
struct EncodedBacklog: Encodable {
  let open: Int
  let overdue: Int
  let pending: Int
  let oldestSeconds: Int
  let medianSeconds: Int

  init(_ backlog: Backlog) {
    open = backlog.count
    overdue = backlog.overdue
    pending = backlog.pending
    oldestSeconds = backlog.oldest
    medianSeconds = backlog.median
  }
}

/// Interval records and contacts of the same keys and days.
struct EncodedReconciliation: Encodable {
  let service: String
  @Nullable var site: String?
  let days: Int
  let contacts: Counts
  let intervals: Counts

  /// What a source counts.
  struct Counts: Encodable {
    let offered: Int
    let answered: Int
  }

  init(_ reconciliation: SourceReconciliation) {
    service = reconciliation.service
    site = reconciliation.site
    days = reconciliation.days
    contacts = Counts(
      offered: reconciliation.contactsOffered, answered: reconciliation.contactsAnswered)
    intervals = Counts(
      offered: reconciliation.intervalsOffered, answered: reconciliation.intervalsAnswered)
  }
}
