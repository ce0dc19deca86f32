import PerformanceMetrics

/// What a claim is about a part of: service=Voice;site=Dallas;queue=Billing.
public struct ClaimScope: Hashable, Sendable {
  /// The name of a service.
  public private(set) var service: String?
  /// A site.
  public private(set) var site: String?
  /// A queue.
  public private(set) var queue: String?
  /// A channel.
  public private(set) var channel: String?
  /// A standard: 8.01 to 8.06.
  public private(set) var standard: String?

  /// The scope of everything.
  public init() {}

  /// Reads a scope; an empty text is that of everything.
  ///
  /// - Returns: `nil` where a part has no name, an unknown one, or one that was there before.
  public init?(_ text: String) {
    if text.isEmpty { return }
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let words = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { FieldText.trimmed($0) }
      guard words.count == 2, !words[1].isEmpty else { return nil }
      let path: WritableKeyPath<ClaimScope, String?>
      switch words[0] {
      case "service": path = \.service
      case "site": path = \.site
      case "queue": path = \.queue
      case "channel": path = \.channel
      case "standard": path = \.standard
      default: return nil
      }
      guard self[keyPath: path] == nil else { return nil }
      self[keyPath: path] = words[1]
    }
  }

  /// The names that records carry, by their dimension.
  var names: [(dimension: KeyDimension, name: String)] {
    [(KeyDimension.site, site), (.queue, queue), (.channel, channel)].compactMap { part in
      part.1.map { (part.0, $0) }
    }
  }
}

/// Text of a field that is taken apart further.
enum FieldText {
  /// The text without blanks around it.
  static func trimmed(_ text: some StringProtocol) -> String {
    var rest = text[...]
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
