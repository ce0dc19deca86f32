import Basics
import MaturityRules
import PerformanceMetrics

// MARK: - What the figures rest on

extension HTMLPage {
  /// Writes what was read, what was left out, and who attests what.
  mutating func writeData() {
    let inputs = sections { $0.writeInputs() }
    let exclusions = sections { $0.writeExclusions() }
    let evidence = sections { $0.writeEvidence() }
    add("div", ["class": "card plain data"]) { page in
      for table in inputs.flatMap(\.tables) {
        page.write(table, caption: "Records read, by file")
      }
      page.add("div") { page in
        // The abbreviations stand among the definitions.
        page.write(notes: Array(inputs.flatMap(\.sentences).dropFirst()))
        for section in exclusions {
          page.add("h3", text: section.heading)
          let sentence = "the figures are without them, except where it says “with exclusions”"
          page.write(notes: [.line(sentence, indent: 2)] + section.pieces.dropFirst())
        }
        for section in evidence {
          page.add("h3", text: section.heading)
          page.write(notes: section.pieces)
        }
      }
    }
  }

  /// Writes what the words and figures of the page mean.
  mutating func writeDefinitions() {
    add("dl", ["class": "terms card plain"]) { page in
      for (term, definition) in page.definitions {
        page.add("div") { page in
          page.add("dt", text: term)
          page.add("dd", text: definition)
        }
      }
    }
  }

  private var definitions: [(term: String, definition: String)] {
    var all: [(String, String)] = []
    let formulas = report.center.services.prefix(HTMLRenderer.mostDrawn).map(\.service)
      .map(\.formulaInWords).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    for formula in formulas {
      let parts = formula.split(separator: ": ", maxSplits: 1)
      all.append((parts[0].capitalizedSentence, parts.dropFirst().joined()))
    }
    all += [
      (
        "Met, missed, undecided",
        "an interval, day or month attains its objective or does not, whatever is missing; it is "
          + "undecided where the missing records could turn it"
      ),
      ("Idle, closed, excluded", "without contacts, not open, or left out; none of them counts"),
      (
        "Levels",
        "1 just started, 2 some progress, 3 considerable progress, 4 fully achieved; a level needs "
          + "all levels below it, and the lowest scope decides"
      ),
      (
        "Windows",
        "complete calendar months, or calendar days, that end on or before \(report.center.asOf)"
      ),
      ("Abandoned", "abandoned contacts out of all offered"),
      ("Speed of answer (ASA)", "waiting time of answered contacts, divided by them"),
      ("Handle time (AHT)", "handle time of answered contacts, divided by them"),
      (
        "Rounding",
        "figures with an objective are shortened away from a pass, others rounded to nearest; "
          + "what is compared is exact"
      ),
      ("95 % interval", "where the true score lies, since scores are samples"),
      ("–", "not known from the records; never zero"),
    ]
    return all
  }
}

extension Substring {
  /// The text with its first letter large.
  fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
