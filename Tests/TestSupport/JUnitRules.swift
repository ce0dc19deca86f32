extension MarkedUpPage {
  /// Where a document breaks what the schemas of Apache Ant and of Jenkins ask of JUnit XML.
  package var junitProblems: [String] {
    var problems: [String] = []
    /// The attributes that an element has to have; it has no others but those that it may.
    let attributes: [String: (must: Set<String>, may: Set<String>)] = [
      "testsuites": ([], []),
      "testsuite": (
        [
          "id", "name", "package", "timestamp", "hostname", "tests", "failures", "errors", "time",
        ], ["skipped"]
      ),
      "properties": ([], []), "property": (["name", "value"], []),
      "testcase": (["classname", "name", "time"], []), "failure": (["type", "message"], []),
      "skipped": (["message"], []), "system-out": ([], []), "system-err": ([], []),
    ]
    let parents = [
      "testsuite": "testsuites", "properties": "testsuite", "property": "properties",
      "testcase": "testsuite", "failure": "testcase", "skipped": "testcase",
      "system-out": "testsuite", "system-err": "testsuite",
    ]
    for element in elements {
      let found = Set(element.attributes.keys)
      guard let expected = attributes[element.name] else {
        problems.append("an element \(element.name)")
        continue
      }
      if !found.isSuperset(of: expected.must)
        || !found.isSubset(of: expected.must.union(expected.may))
      {
        problems.append("\(element.name) has \(found.sorted())")
      }
      if element.path.last != parents[element.name] {
        problems.append("\(element.name) stands in \(element.path)")
      }
      if element.attributes["name"] == "" { problems.append("a \(element.name) without a name") }
    }
    for (number, suite) in junitSuites.enumerated() {
      problems += MarkedUpPage.problems(suite, number)
    }
    return problems
  }

  /// The suites, each with what stands in it, in order.
  package var junitSuites: [(suite: Element, inside: [Element])] {
    var suites: [(suite: Element, inside: [Element])] = []
    for element in elements.dropFirst() {
      if element.name == "testsuite" {
        suites.append((element, []))
      } else if !suites.isEmpty {
        suites[suites.count - 1].inside.append(element)
      }
    }
    return suites
  }

  private static func problems(_ suite: (suite: Element, inside: [Element]), _ number: Int)
    -> [String]
  {
    var problems: [String] = []
    let name = suite.suite.attributes["name"] ?? ""
    func count(_ element: String) -> String { "\(suite.inside.count { $0.name == element })" }
    for (attribute, expected) in [
      ("id", "\(number)"), ("tests", count("testcase")), ("failures", count("failure")),
      ("skipped", count("skipped")), ("errors", "0"),
    ] where suite.suite.attributes[attribute] != expected {
      problems.append("\(name): \(attribute) is not \(expected)")
    }
    if suite.suite.attributes["timestamp"]?.wholeMatch(
      of: #/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/#) == nil
    {
      problems.append("\(name): no time stamp")
    }
    // One after another: properties, cases, the two outputs.
    let order = ["properties", "testcase", "system-out", "system-err"]
    let places = suite.inside.filter { $0.path.count == 2 }.compactMap {
      order.firstIndex(of: $0.name)
    }
    if places != places.sorted() || Set(places).isSuperset(of: [0, 2, 3]) == false
      || places.count(where: { $0 != 1 }) != 3
    {
      problems.append("\(name): parts in another order")
    }
    var seen: Set<[String]> = []
    for test in suite.inside where test.name == "testcase" {
      let identity = [test.attributes["classname"] ?? "", test.attributes["name"] ?? ""]
      if !seen.insert(identity).inserted { problems.append("twice: \(identity)") }
    }
    return problems
  }
}
