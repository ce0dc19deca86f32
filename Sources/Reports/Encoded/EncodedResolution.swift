import Basics
import MaturityRules
import PerformanceMetrics

/// First contact resolution by one method.
struct EncodedResolution: Encodable {
  let method: String
  @Nullable var match: String?
  @Nullable var windowDays: Int?
  let judged: Bool
  let months: [Month]
  @Nullable var leftOut: LeftOut?
  @Nullable var rulesOfThumb: RulesOfThumb?

  /// One month.
  struct Month: Encodable {
    let month: String
    let complete: Bool
    @Nullable var rate: EncodedRatio?
    @Nullable var pending: Int?
    @Nullable var washIn: Int?
    @Nullable var retries: Int?
    @Nullable var objective: String?
    @Nullable var met: Bool?
    let state: String
  }

  /// What issues are not looked for in.
  struct LeftOut: Encodable {
    let blank: Int
    let shared: Int
    let sharedContacts: Int
    @Nullable var withoutReason: Int?
  }

  /// What others say about the figure.
  struct RulesOfThumb: Encodable {
    let source: String
    let sentences: [String]
  }

  init(_ resolution: FirstContactResolution) {
    method = resolution.method.rawValue
    match = resolution.match?.rawValue
    windowDays = resolution.windowDays
    judged = resolution.isJudged
    let watches = resolution.match != nil
    func watched(_ count: Int) -> Nullable<Int> { Nullable(wrappedValue: watches ? count : nil) }
    months = resolution.months.map { month in
      Month(
        month: month.month.description, complete: month.isComplete,
        rate: Nullable(
          wrappedValue: month.rate.map {
            EncodedRatio($0, month.objective == nil ? .nearest : .down)
          }),
        pending: watched(month.counts.pending), washIn: watched(month.counts.washIn),
        retries: watched(month.counts.retries),
        objective: Nullable(wrappedValue: month.objective?.description),
        met: Nullable(wrappedValue: month.isMet), state: month.state.rawValue)
    }
    leftOut = resolution.leftOut.map {
      LeftOut(
        blank: $0.blank, shared: $0.shared, sharedContacts: $0.sharedContacts,
        withoutReason: Nullable(wrappedValue: $0.withoutReason))
    }
    rulesOfThumb =
      ResolutionRulesOfThumb.stand(beside: resolution)
      ? RulesOfThumb(
        source: ResolutionRulesOfThumb.source, sentences: ResolutionRulesOfThumb.sentences) : nil
  }
}
