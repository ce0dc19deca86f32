import Basics
import MaturityRules

/// How a rule of the toolkit stands.
struct EncodedRule: Encodable {
  let id: String
  let title: String
  let status: String
  let origin: String
  let scopes: [Scope]

  /// How it stands for one scope.
  struct Scope: Encodable {
    let scope: String
    @Nullable var site: String?
    let status: String
    let window: EncodedCriterion.Window
    let parts: [Part]
    let remarks: [String]
  }

  /// One reading of it, or one figure that it asks for.
  struct Part: Encodable {
    let name: String
    let status: String
    let met: Int
    let counted: Int
    let undecided: Int
    let needed: Int
    let distance: String
  }

  init(_ finding: RuleFinding) {
    id = finding.rule.id
    title = finding.rule.title
    status = finding.status.rawValue
    origin = finding.rule.origin.rawValue
    scopes = finding.scopes.map { scope in
      Scope(
        scope: scope.scope, site: Nullable(wrappedValue: scope.site),
        status: scope.status.rawValue, window: EncodedCriterion.Window(scope.window),
        parts: scope.parts.map {
          Part(
            name: $0.name, status: $0.status.rawValue, met: $0.met, counted: $0.counted,
            undecided: $0.undecided, needed: $0.needed, distance: $0.distance.description)
        }, remarks: scope.remarks.map(\.description))
    }
  }
}
