import MaturityRules

/// The wire form of what a self-assessment asks, version 1.
///
/// Keys are sorted by the encoder; what does not apply is null. `InstrumentSchema` describes it for
/// machines, key by key.
struct EncodedItemExplanation: Encodable {
  static let schemaName = "slcheck.instrument/1"

  let schema = EncodedItemExplanation.schemaName
  let address: String
  let kind: String
  let instrument: String
  let title: String
  let source: String
  @Nullable var summary: String?
  let meanings: [Meaning]
  let facts: [Fact]
  let remarks: [String]
  let items: [Item]
  let checks: [Check]
  let tables: Tables

  struct Meaning: Encodable {
    let rating: Int
    @Nullable var name: String?
    let text: String
  }

  struct Fact: Encodable {
    let name: String
    let text: String
  }

  struct Item: Encodable {
    let id: String
    let group: String
    let title: String
    @Nullable var summary: String?
    let scale: String
    let levels: [Level]
    @Nullable var computedBy: String?
    let needed: Bool
    let checks: [Check]
    @Nullable var theme: String?
    @Nullable var criterion: Criterion?
    let measures: [String]
    @Nullable var bearsOn: String?
  }

  struct Level: Encodable {
    let level: Int
    let text: String
  }

  struct Check: Encodable {
    let id: String
    let level: Int
    let sources: [String]
    let favorable: String
    let otherwise: String
    @Nullable var half: String?
    let sentence: String
    @Nullable var invisible: String?
  }
}

// MARK: - Creating

extension EncodedItemExplanation {
  init(_ explanation: ItemExplanation) {
    let instrument = explanation.instrument
    let isWhole = explanation.kind == "instrument"
    self.init(
      address: "\(explanation.address)", kind: explanation.kind, instrument: instrument.id,
      title: explanation.title, source: instrument.source,
      summary: Nullable(wrappedValue: explanation.summary),
      meanings: instrument.meanings.map {
        Meaning(rating: $0.rating, name: Nullable(wrappedValue: $0.name), text: $0.text)
      },
      facts: isWhole ? instrument.facts.map { Fact(name: $0.name, text: $0.text) } : [],
      remarks: isWhole ? instrument.remarks : [],
      items: explanation.entries.map { Item($0) }, checks: explanation.checks.map { Check($0) },
      tables: Tables(explanation))
  }
}

extension EncodedItemExplanation.Item {
  init(_ entry: ItemExplanation.Entry) {
    let item = entry.item
    self.init(
      id: item.id, group: entry.group.id, title: item.title,
      summary: Nullable(wrappedValue: item.summary),
      scale: "\(item.scale)",
      levels: item.levels.sorted { $0.key < $1.key }.map { .init(level: $0.key, text: $0.value) },
      computedBy: Nullable(wrappedValue: item.computedBy), needed: item.isNeeded,
      checks: item.checks.map { .init($0) }, theme: Nullable(wrappedValue: entry.theme?.id),
      criterion: Nullable(wrappedValue: entry.criterion.map { .init($0) }),
      measures: entry.expectation?.measures ?? [],
      bearsOn: Nullable(wrappedValue: entry.expectation?.bearsOn))
  }
}

extension EncodedItemExplanation.Check {
  init(_ check: DataCheck) {
    self.init(
      id: check.id, level: check.level, sources: check.sourceWords,
      favorable: check.favorable.rawValue, otherwise: check.otherwise.rawValue,
      half: Nullable(wrappedValue: check.half),
      sentence: check.sentence, invisible: Nullable(wrappedValue: check.invisible))
  }
}

extension ItemExplanation {
  /// Renders the explanation in its wire form.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  public func json() throws -> [UInt8] { try JSONRenderer.encoded(EncodedItemExplanation(self)) }
}
