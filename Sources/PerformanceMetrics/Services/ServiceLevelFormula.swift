/// The ways in which the field computes a service level from the same calls.
///
/// ICMI's Queue Tips publish the worked example behind each: 1000 answered, 60
/// abandoned, 860 answered and 20 abandoned within the threshold, 10 abandoned
/// within the short limit give results that lie 4.9 points apart.
public enum ServiceLevelFormula: String, CaseIterable, Hashable, Sendable {
  /// Answered within T out of all offered.
  case offered
  /// Answered within T out of all answered.
  case answered
  /// Contacts abandoned within T are taken out of the offered.
  case earlyAbandonsExcluded = "early-abandons-excluded"
  /// Contacts abandoned within T count as if answered in time.
  case earlyAbandonsMet = "early-abandons-met"
  /// Contacts abandoned within the short limit S are taken out of the offered.
  case shortAbandonsExcluded = "short-abandons-excluded"
  /// Contacts abandoned within the short limit S count as if answered in time.
  case shortAbandonsMet = "short-abandons-met"
}

/// What a formula takes for the contacts offered.
public enum Demand: String, CaseIterable, Hashable, Sendable {
  /// The offered count of the records.
  case offered
  /// Answered plus abandoned, which leaves flow-outs aside.
  case answeredPlusAbandoned = "answered+abandoned"
}
