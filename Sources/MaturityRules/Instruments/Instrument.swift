/// A self-assessment: what it asks, on which scale, and what it says of the answers.
///
/// Everything that is printed, validated, templated or explained of an instrument comes
/// from this value. Identifiers are stable, texts may be reworded; the order of rows is
/// that of the source, and of output.
///
/// ```swift
/// let instrument = try #require(Instrument.named("cmo"))
/// let item = try #require(instrument.item("7.01"))
/// print(item.title, item.levels[2] ?? "")
/// ```
public struct Instrument: Hashable, Sendable {
  /// What files and output call it.
  public let id: String
  /// What people call it.
  public let title: String
  /// Where it comes from.
  public let source: String
  /// The ratings of its items; `nil` where each item has a scale of its own.
  public let scale: ClosedRange<Int>?
  /// What single ratings mean, lowest first; empty where the source words none.
  public let meanings: [Meaning]
  /// What is known of the source, its program and its scoring.
  public let facts: [Fact]
  /// What a reader of its results should know.
  public let remarks: [String]
  /// Its parts.
  public let groups: [Group]

  /// A part of an instrument: a section, a group of activities, an area.
  public struct Group: Hashable, Sendable {
    /// What files and output call it.
    public let id: String
    /// What people call it.
    public let title: String
    /// What it is about; `nil` where the title says it.
    public var summary: String? = nil
    /// What is rated in it.
    public let items: [Item]
  }

  /// What is rated: a standard, an activity, a question, a field of an area.
  public struct Item: Hashable, Sendable {
    /// What files and output call it.
    public let id: String
    /// What people call it.
    public let title: String
    /// What is asked, or what it looks like when it is achieved; `nil` where the levels say it.
    public var summary: String? = nil
    /// What can be answered.
    public let scale: RatingScale
    /// What each rating stands for; empty where the source words none.
    public var levels: [Int: String] = [:]
    /// The rule that computes it from data; `nil` where people alone rate it.
    public var computedBy: String? = nil
    /// What data can say of it.
    public var checks: [DataCheck] = []
    /// Whether a template asks for it.
    public var isNeeded = true
  }

  /// What a rating means whatever is rated.
  public struct Meaning: Hashable, Sendable {
    /// The rating.
    public let rating: Int
    /// What it is called; `nil` where it has no name.
    public var name: String? = nil
    /// What it means.
    public let text: String
  }

  /// Something that is known of an instrument.
  public struct Fact: Hashable, Sendable {
    /// What it is about.
    public let name: String
    /// What is known.
    public let text: String

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }
}

extension Instrument {
  /// All items, in the order of the source.
  public var items: [Item] { groups.flatMap(\.items) }
}

// MARK: - Levels

extension Instrument.Item {
  /// Numbers the lines of a text from 1 on, one level a line.
  static func levels(_ lines: String) -> [Int: String] {
    var levels: [Int: String] = [:]
    for line in lines.split(separator: "\n") { levels[levels.count + 1] = String(line) }
    return levels
  }
}
