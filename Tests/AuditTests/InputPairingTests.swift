import Audit
import Testing

@Suite struct InputPairingTests {
  private static func digest(_ letter: Character) -> String { String(repeating: letter, count: 64) }

  /// Pairs files written as name=letter, the letter standing for their bytes.
  private static func pairing(_ inputs: String, _ given: String) -> InputPairing {
    func files(_ text: String) -> [(String, String)] {
      text.split(separator: " ").map { file in
        let parts = file.split(separator: "=")
        return (String(parts[0]), digest(parts[1].first!))
      }
    }
    return InputPairing(
      files(inputs).map { .init(path: $0.0, sha256: $0.1) },
      files(given).map { .init(path: $0.0, sha256: $0.1) })
  }

  @Test(arguments: [
    ("a=1 b=2", "a=1 b=2", "a b"), ("a=1 b=2", "b=2 a=1", "a b"), ("a=1 b=2", "y=2 x=1", "x y"),
    ("a=1 b=1", "b=1 a=1", "a b"), ("a=1 a=1", "a=1 a=1", "a a"), ("a=1 b=1", "x=1 a=1", "a x"),
    ("x/d=1 y/d=2", "y/d=2 x/d=1", "x/d y/d"),
  ])
  func filesAreFoundByTheirBytes(_ inputs: String, _ given: String, _ files: String) {
    let pairing = Self.pairing(inputs, given)
    #expect(pairing.problems == [])
    #expect(pairing.files.map { $0?.path ?? "" }.joined(separator: " ") == files)
  }

  @Test(arguments: [
    ("a=1 b=2", "a=1 b=3", ["b is not the file that was read: its SHA-256 is 3, the report has 2"]),
    (
      "x/d=1 y/d=2", "x/d=3 y/d=2",
      ["x/d is not the file that was read: its SHA-256 is 3, the report has 1"]
    ),
    (
      "x/d=1 b=2", "moved/d=3 b=2",
      ["moved/d is not the file that was read as x/d: its SHA-256 is 3, the report has 1"]
    ),
    (
      "a=1 b=2", "a=1 c=3",
      ["c is not the file that was read as b: its SHA-256 is 3, the report has 2"]
    ),
    (
      "-=1", "c=3",
      ["c is not the file that was read as standard input: its SHA-256 is 3, the report has 1"]
    ),
    (
      "a=1 b=2", "a=1",
      ["b, which was read, is not among the files: the report has the SHA-256 2"]
    ),
    (
      "a=1", "a=1 b=2",
      ["b was not read when the report was made: its SHA-256, 2, is that of no input"]
    ),
    (
      "a=1", "a=1 b=1",
      ["b is given once more than its bytes were read when the report was made"]
    ),
    (
      "a=1 b=2", "a=1 x=1",
      [
        "b, which was read, is not among the files: the report has the SHA-256 2",
        "x is given once more than its bytes were read when the report was made",
      ]
    ),
  ])
  func everyProblemHasItsSentence(_ inputs: String, _ given: String, _ sentences: [String]) {
    let shown = Self.pairing(inputs, given).problems.map { problem in
      ["1", "2", "3"].reduce(problem.description) { text, letter in
        text.replacing(Self.digest(Character(letter)), with: letter)
      }
    }
    #expect(shown == sentences)
  }
}
