import Testing

@testable import Reports

/// What is read can be read, on a light ground and on a dark one.
@Suite struct PaletteTests {
  /// How bright a color is to the eye, as WCAG 2 defines it.
  private static func luminance(_ digits: String) throws -> Double {
    let number = try #require(Int(digits, radix: 16))
    try #require(digits.count == 6)
    func linear(_ shift: Int) -> Double {
      let part = Double(number >> shift & 0xFF) / 255
      guard part > 0.03928 else { return part / 12.92 }
      // ((part + 0.055) / 1.055) to the power of 2.4, as the fifth root of its twelfth power.
      let base = (part + 0.055) / 1.055
      let power = (0..<12).reduce(1.0) { product, _ in product * base }
      var root = base * base
      for _ in 0..<40 {
        root -= (root * root * root * root * root - power) / (5 * root * root * root * root)
      }
      return root
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }

  private static func contrast(_ first: String, _ second: String) throws -> Double {
    let (a, b) = (try luminance(first), try luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test func contrastIsThatOfTheDefinition() throws {
    #expect(try Self.contrast("ffffff", "000000") == 21)
    // The lightest gray that text on white may have.
    #expect(abs(try Self.contrast("767676", "ffffff") - 4.54) < 0.01)
  }

  @Test(arguments: Palette.texts)
  func textStandsOut(_ pair: Palette.Pair) throws {
    let (front, back) = (
      try #require(Palette.color(pair.front)), try #require(Palette.color(pair.back))
    )
    #expect(try Self.contrast(front.light, back.light) >= 4.5, "\(pair)")
    #expect(try Self.contrast(front.dark, back.dark) >= 4.5, "\(pair)")
  }

  @Test(arguments: Palette.marks)
  func marksStandOut(_ pair: Palette.Pair) throws {
    let (front, back) = (
      try #require(Palette.color(pair.front)), try #require(Palette.color(pair.back))
    )
    #expect(try Self.contrast(front.light, back.light) >= 3, "\(pair)")
    #expect(try Self.contrast(front.dark, back.dark) >= 3, "\(pair)")
  }

  @Test func styleSheetUsesTheColorsThatThereAre() {
    let text = StyleSheet().text
    let used = Set(text.matches(of: /var\(--([a-z-]+)\)/).map { String($0.1) })
    let names = Palette.colors.map(\.name)
    #expect(used.subtracting(names) == [])
    #expect(Set(names).subtracting(used) == [])
    #expect(Set(names).count == names.count)
    // Nothing of it is fetched.
    #expect(!text.contains("url(") && !text.contains("@import") && !text.contains("<"))
  }
}
