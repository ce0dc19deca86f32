/// What a cost of quality is spent on, or a gain that it brought.
public enum QualityCategory: String, CaseIterable, Hashable, Sendable {
  case prevention
  case appraisal
  case internalFailure = "internal_failure"
  case externalFailure = "external_failure"
  case gain

  /// The four categories of cost, the good ones first; a gain is none.
  public static let costs: [QualityCategory] = [
    .prevention, .appraisal, .internalFailure, .externalFailure,
  ]
  /// Good quality: what keeps failures from happening, or finds them.
  public static let good: [QualityCategory] = [.prevention, .appraisal]
  /// Poor quality: what failures cost.
  public static let poor: [QualityCategory] = [.internalFailure, .externalFailure]

  /// Finds the category of a name in any case; a blank or a hyphen stands for the underscore.
  public init?(category name: String) {
    self.init(
      rawValue: String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }))
  }
}
