import Basics
import DelimitedText

extension RatingScale {
  /// Reads an answer as the other kinds of records are read: numbers, truths and days.
  ///
  /// - Parameters:
  ///   - text: The answer as it was written, which is not absent.
  ///   - hasDecimalComma: Whether numbers may have a comma before their decimals.
  ///   - dateOrder: The order of the parts of dates; `nil` where each has to tell it by itself.
  /// - Throws: `RatingFailure` when it is no answer of this scale.
  func value(
    of text: String, hasDecimalComma: Bool, dateOrder: DateOrder? = nil
  ) throws(RatingFailure) -> RatingValue {
    let bytes = ContiguousArray(text.utf8)
    let separator = hasDecimalComma ? UInt8(ascii: ",") : FieldParsing.point
    switch self {
    case .level(let range):
      let number = try RatingScale.whole(bytes, separator)
      guard range.contains(number) else { throw .outside }
      return .level(number)
    case .count(let least):
      let number = try RatingScale.whole(bytes, separator)
      guard number >= least else { throw .outside }
      return .count(number)
    case .percent:
      return .percent(try RatingScale.percent(bytes, separator))
    case .truth:
      guard let truth = FieldParsing.truth(bytes.span, 0..<bytes.count) else { throw .notAValue }
      return .truth(truth)
    case .day:
      return .day(try RatingScale.day(bytes, dateOrder))
    }
  }

  private static func whole(
    _ bytes: ContiguousArray<UInt8>, _ separator: UInt8
  ) throws(RatingFailure) -> Int {
    do throws(FieldFailure) {
      return try FieldParsing.wholeNumber(
        bytes.span, 0..<bytes.count, decimalSeparator: separator)
    } catch {
      // A whole number, though one that no scale has.
      let isFar = error == .countTooLarge || error == .negativeCount
      let number = FieldParsing.decimal(bytes.span, 0..<bytes.count, decimalSeparator: separator)
      let isWhole =
        number.map { $0.millionths % FixedPoint.scale == 0 } ?? (error == .countTooLarge)
      throw isFar && isWhole ? .outside : .notAValue
    }
  }

  private static func percent(
    _ bytes: ContiguousArray<UInt8>, _ separator: UInt8
  ) throws(RatingFailure) -> FixedPoint {
    let hundredth = FixedPoint.scale / 100
    guard
      let percent = FieldParsing.percent(
        bytes.span, 0..<bytes.count, decimalSeparator: separator),
      percent.millionths % hundredth == 0
    else { throw .notAValue }
    guard percent >= FixedPoint(0), percent <= FixedPoint(100) else { throw .outside }
    return percent
  }

  /// Reads a day whose parts stand as ISO 8601 has them, in the order that is known, or tell their
  /// order by themselves.
  private static func day(
    _ bytes: ContiguousArray<UInt8>, _ known: DateOrder?
  ) throws(RatingFailure) -> CivilDate {
    let range = 0..<bytes.count
    let hint = FieldParsing.orderHint(bytes.span, range)
    if hint == .either, known == nil { throw .ambiguous }
    do throws(FieldFailure) {
      let stamp: Stamp
      switch hint {
      case nil: stamp = try FieldParsing.stamp(bytes.span, range)
      case .yearFirst: stamp = try FieldParsing.orderedStamp(bytes.span, range, .yearMonthDay)
      case .only(let order):
        stamp = try FieldParsing.orderedStamp(bytes.span, range, known ?? order)
      case .same, .nothing, .either:
        stamp = try FieldParsing.orderedStamp(bytes.span, range, known ?? .dayMonthYear)
      }
      return CivilDate(daysSinceEpoch: stamp.day)
    } catch {
      throw .notAValue
    }
  }
}

/// Why a text is no answer of a scale.
enum RatingFailure: Error, Hashable, Sendable {
  /// Not of the kind that is asked for.
  case notAValue
  /// Of that kind, and beyond its limits.
  case outside
  /// A date that can be read in two orders.
  case ambiguous
}
