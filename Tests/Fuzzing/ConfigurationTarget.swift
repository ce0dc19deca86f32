@testable import Reports
@testable import SLCheckTool

/// Reads a configuration; what is understood says the same when its effective form is read.
func readsConfigurations(_ bytes: [UInt8]) {
  guard let configuration = try? Configuration(json5: bytes, file: "slcheck.json") else { return }
  let effective = Array(configuration.effective.compactText.utf8)
  guard let again = try? Configuration(json5: effective, file: "effective.json") else {
    fatalError("the effective configuration cannot be read")
  }
  precondition(again.effective == configuration.effective, "the effective form says other things")
}
