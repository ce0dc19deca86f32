import PerformanceMetrics

/// What SQM Group reports of first contact resolution as customers see it.
///
/// These stand beside a rate from surveys alone, since they were found by surveys, and
/// are labelled as theirs: nothing here is computed from the center's data.
enum ResolutionRulesOfThumb {
  /// Whose they are.
  static let source = "SQM Group"

  /// The rules in our words.
  static let sentences = [
    "one point more goes with about 1 % less operating cost",
    "one point more goes with about one point more of the most satisfied customers",
    "one point more goes with 1 to 5 points more of employee satisfaction",
    "the average center resolves 70 %",
  ]

  /// Tells whether they may stand beside a figure.
  static func stand(beside resolution: FirstContactResolution) -> Bool {
    resolution.method == .survey && !resolution.months.isEmpty
  }
}
