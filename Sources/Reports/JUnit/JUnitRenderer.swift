import Basics
import MaturityRules
import PerformanceMetrics

/// Writes a report as results of tests, the way continuous integration reads them: JUnit XML.
///
/// Each standard is a suite, and so are the rules of the toolkit and what was required. A case
/// is a level of the ladder, or a month that a level counts. What is missed fails; what is not
/// decided, or had nothing to decide, is skipped, and says why. Nothing took any time, and the
/// time stamp is as-of: the same input gives the same bytes. The form is that of Apache Ant's
/// schema, which asks for more than others, and so that of Jenkins' as well.
public enum JUnitRenderer: Sendable {
  /// Renders a report.
  ///
  /// - Returns: The document with a line break at its end.
  public static func render(_ report: Report) -> String {
    var page = Markup()
    page.add("testsuites") { page in
      for (number, suite) in report.junitSuites.enumerated() {
        page.add(suite, number: number, report)
      }
      page.breakLine()
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + page.text + "\n"
  }
}

extension Markup {
  fileprivate mutating func add(_ suite: JUnitSuite, number: Int, _ report: Report) {
    let attributes: Attributes = [
      "id": "\(number)", "name": suite.name, "package": "slcheck",
      "timestamp": "\(report.center.asOf)T00:00:00", "hostname": "localhost",
      "tests": "\(suite.cases.count)", "failures": "\(suite.failures)", "errors": "0",
      "skipped": "\(suite.skipped)", "time": "0",
    ]
    add("testsuite", attributes) { suites in
      suites.add("properties") { properties in
        for (name, value) in [
          ("slcheck.version", report.version), ("slcheck.as-of", report.center.asOf.description),
          ("slcheck.configuration.sha256", report.configuration.sha256),
        ] {
          properties.add(empty: "property", ["name": name, "value": value])
        }
        properties.breakLine()
      }
      for test in suite.cases { suites.add(test) }
      suites.add("system-out", text: "")
      suites.add("system-err", text: "")
      suites.breakLine()
    }
  }

  private mutating func add(_ test: JUnitCase) {
    let attributes: Attributes = ["classname": test.group, "name": test.name, "time": "0"]
    switch test.outcome {
    case .passed: add(empty: "testcase", attributes)
    case .failed(let message):
      add("testcase", attributes) { test in
        test.add("failure", ["type": "missed", "message": message], text: message)
        test.breakLine()
      }
    case .skipped(let message):
      add("testcase", attributes) { test in
        test.add(empty: "skipped", ["message": message])
        test.breakLine()
      }
    }
  }
}
