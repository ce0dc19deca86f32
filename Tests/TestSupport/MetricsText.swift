/// A text of metrics, read by what OpenMetrics and Prometheus' text format both allow.
package struct MetricsText: Sendable {
  /// One sample.
  package struct Sample: Hashable, Sendable {
    /// The name of its family.
    package let name: String
    /// Its labels, unescaped.
    package let labels: [String: String]
    /// Its value as it is written.
    package let value: String
  }

  /// The samples in order.
  package private(set) var samples: [Sample] = []
  /// What breaks a rule.
  package private(set) var problems: [String] = []

  /// Reads a text.
  package init(_ text: String) {
    guard text.hasSuffix("\n# EOF\n") else {
      problems.append("no end")
      return
    }
    var (family, unit, done) = ("", "", Set<String>())
    var series: Set<String> = []
    var open: Set<String> = []
    for line in text.dropLast("# EOF\n".count).split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .dropLast() {
      if let match = line.wholeMatch(of: #/# (HELP|TYPE|UNIT) ([a-z_:]+) (.+)/#) {
        let (word, name, rest) = (match.1, String(match.2), match.3)
        if word == "HELP" {
          if !done.insert(name).inserted { problems.append("\(name) is described twice") }
          (family, unit, open) = (name, "", ["HELP"])
          if rest.contains(where: { "\\\"".contains($0) }) { problems.append("a help to escape") }
        } else {
          if name != family || !open.insert(String(word)).inserted {
            problems.append("\(word) of \(name) stands wrong")
          }
          if word == "TYPE", rest != "gauge" { problems.append("\(name) is no gauge") }
          if word == "UNIT" { unit = String(rest) }
        }
        continue
      }
      guard let sample = MetricsText.sample(line) else {
        problems.append("not a sample: \(line)")
        continue
      }
      if sample.name != family || !open.contains("TYPE") {
        problems.append("\(sample.name) stands outside its family")
      }
      if !unit.isEmpty, !sample.name.hasSuffix("_" + unit) {
        problems.append("\(sample.name) lacks its unit")
      }
      let labels = sample.labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      if !series.insert("\(sample.name)\(labels)").inserted { problems.append("twice: \(line)") }
      samples.append(sample)
    }
  }

  /// The value of the only sample of a name with at least these labels.
  package func value(_ name: String, _ labels: [String: String] = [:]) -> String? {
    let found = samples.filter { sample in
      sample.name == name && labels.allSatisfy { sample.labels[$0.key] == $0.value }
    }
    return found.count == 1 ? found[0].value : nil
  }

  private static func sample(_ line: Substring) -> Sample? {
    let name = line.prefix { $0.isASCII && ($0.isLowercase || $0 == "_") }
    var rest = line.dropFirst(name.count).unicodeScalars[...]
    var labels: [String: String] = [:]
    if rest.first == "{" {
      rest.removeFirst()
      while rest.first != "}" {
        var key = ""
        while let scalar = rest.first, scalar != "=" {
          key.unicodeScalars.append(scalar)
          rest.removeFirst()
        }
        guard !key.isEmpty,
          key.utf8.allSatisfy({ "abcdefghijklmnopqrstuvwxyz_0123456789".utf8.contains($0) }),
          key.first?.isNumber == false, labels[key] == nil,
          rest.popFirst() == "=", rest.popFirst() == "\""
        else { return nil }
        var value = ""
        while let scalar = rest.popFirst(), scalar != "\"" {
          if scalar == "\\" {
            guard let escaped = rest.popFirst(), ["\\", "\"", "n"].contains(escaped) else {
              return nil
            }
            value.unicodeScalars.append(escaped == "n" ? "\n" : escaped)
          } else {
            value.unicodeScalars.append(scalar)
          }
        }
        guard !value.isEmpty else { return nil }
        labels[key] = value
        if rest.first == "," { rest.removeFirst() } else if rest.first != "}" { return nil }
      }
      rest.removeFirst()
    }
    guard rest.popFirst() == " " else { return nil }
    let value = String(rest)
    guard FigureTable.isNumber(value) else { return nil }
    return Sample(name: String(name), labels: labels, value: value)
  }
}
