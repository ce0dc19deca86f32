internal import Basics

/// How a place in a document is written: services[0].months[3].categories["IT & rent"].
enum DocumentPath {
  /// Writes the step to a member of an object: by a point where its key is a plain word, and
  /// else in brackets and quotes, safe to show.
  static func text(of key: String, isFirst: Bool) -> String {
    let isPlain = key.utf8.allSatisfy {
      switch Unicode.Scalar($0) {
      case "a"..."z", "A"..."Z", "0"..."9", "_": true
      default: false
      }
    }
    if isPlain, !key.isEmpty { return (isFirst ? "" : ".") + key }
    return "[\"" + VisibleText.escaping(key) + "\"]"
  }
}
