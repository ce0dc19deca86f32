import Basics
import Foundation
import PerformanceMetrics
import Testing

@testable import Reports

/// The toolchain's own encoder is the twin.
@Suite struct JSONNodeTests {
  private static func twin(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value)) + Array("\n".utf8)
  }

  private static func check(_ value: some Encodable) throws {
    let (text, twin) = (try JSONNodeEncoder.node(value).text(), try twin(value))
    #expect(String(decoding: text, as: UTF8.self) == String(decoding: twin, as: UTF8.self))
  }

  /// Every kind of value that a container takes.
  private struct Everything: Encodable {
    let yes = true
    let text = "plain / text"
    let whole = -7
    let numbers = [Int.min, 0, Int.max]
    let narrow: [Int8] = [-128, 127]
    let short: [Int16] = [-5]
    let middle: [Int32] = [9]
    let long: [Int64] = [.min]
    let unsigned: [UInt64] = [0, .max]
    let small: UInt8 = 255
    let port: UInt16 = 443
    let code: UInt32 = 70_000
    let most: UInt = .max
    let absent: Int? = nil
    @Nullable var null: Int?
    @Nullable var there: String? = "x"
    let exact = Decimal(string: "-12.345000000000000000000000001")!
    let exacts = [Decimal(0), Decimal(string: "0.10")!]
    let empty: [Int] = []
    let none: [String: Int] = [:]
    let lists = [[1], [], [2, 3]]
    let flags = [true, false]
    let optionals: [Int?] = [1, nil]
    let names = ["b": 1, "a": 2, "B": 3, "aa": 4, "é": 5, "z\u{301}": 6, "": 7, "\u{1F600}": 8]
    let inside = Inside()

    struct Inside: Encodable {
      let z = 1
      let a = ["deep": ["deeper": ["x"]]]
    }
  }

  @Test func everyKindOfValueIsWritten() throws {
    try JSONNodeTests.check(Everything())
    try JSONNodeTests.check([Everything(), Everything()])
  }

  /// The parts of services are written apart from the rest, on any number of threads.
  @Test(arguments: [1, 2, 7])
  func aReportIsWrittenWhole(_ threads: Int) throws {
    let report = try SmallReport.make(
      SmallReport.center, asOf: CivilDate("2026-01-28"), by: [.site, .queue], detail: .days)
    #expect(report.center.breakdowns.count > 1)
    try JSONNodeTests.check(EncodedReport(report, threads: threads))
    try JSONNodeTests.check(
      EncodedReport(try SmallReport.make(SmallReport.center), threads: threads))
  }

  @Test func everyCharacterIsWritten() throws {
    let scalars = (0...0x2FF).map { String(Unicode.Scalar(UInt32($0))!) }
    try JSONNodeTests.check(scalars + ["\u{2028}", "\u{FFFD}", "\u{1F600}", "e\u{301}"])
    try JSONNodeTests.check(["\u{0}\u{1f}\u{7f}\"\\/": "key"])
  }

  /// A type that uses containers within containers, and encoders for what stands above it.
  private struct ByHand: Encodable {
    enum Keys: String, CodingKey { case second, first, third, above }

    func encode(to encoder: any Encoder) throws {
      var members = encoder.container(keyedBy: Keys.self)
      var first = members.nestedContainer(keyedBy: Keys.self, forKey: .first)
      try first.encode(1, forKey: .third)
      try first.encodeNil(forKey: .first)
      var second = members.nestedUnkeyedContainer(forKey: .second)
      try second.encodeNil()
      var nested = second.nestedContainer(keyedBy: Keys.self)
      try nested.encode("x", forKey: .second)
      var list = second.nestedUnkeyedContainer()
      try list.encode(list.count)
      try "element".encode(to: second.superEncoder())
      try [1, 2].encode(to: members.superEncoder())
      try 5.encode(to: members.superEncoder(forKey: .above))
      // What was begun before may go on later.
      try first.encode(2, forKey: .second)
    }
  }

  @Test func containersWithinContainersAreWritten() throws { try JSONNodeTests.check(ByHand()) }

  /// Types that ask their encoder for its container more than once.
  private struct Twice: Encodable {
    let isList: Bool

    func encode(to encoder: any Encoder) throws {
      for number in 0..<3 {
        if isList {
          var list = encoder.unkeyedContainer()
          try list.encode(number)
        } else {
          try ["key \(number)": number].encode(to: encoder)
        }
      }
    }
  }

  @Test(arguments: [false, true])
  func aContainerIsAddedTo(_ isList: Bool) throws {
    try JSONNodeTests.check([Twice(isList: isList), Twice(isList: isList)])
  }

  /// Figures are exact: no binary fraction leaves the house.
  @Test func binaryFractionsAreRefused() {
    #expect(throws: EncodingError.self) { try JSONNodeEncoder.node([1.5]) }
    #expect(throws: EncodingError.self) { try JSONNodeEncoder.node(["a": Float(2)]) }
    #expect(throws: EncodingError.self) { try JSONNodeEncoder.node(0.25) }
  }
}
