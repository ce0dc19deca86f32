import Basics
import PerformanceMetrics
import Reports

/// A figure: a ratio, an average, or a whole number, as its measure has it.
enum EncodedFigure: Encodable {
  case whole(Int)
  case ratio(Parts, percent: String)
  case average(Parts, value: String)

  /// Exact parts where they are whole numbers of a length that programs read.
  struct Parts {
    var numerator: Int?
    var denominator: Int?
    var meanOf: Int?
  }

  private enum CodingKeys: CodingKey { case numerator, denominator, percent, value, meanOf }

  /// Digits that a program may be expected to read exactly.
  private static let mostDigits = 18

  /// Encodes a figure.
  ///
  /// - Parameter claimed: What it is held against; `nil` for nothing.
  init(_ figure: AuditedFigure, as claimed: ClaimedFigure? = nil) {
    var parts = Parts(meanOf: figure.meanOf)
    let isShare = figure.form == .share
    if let ratio = figure.parts {
      (parts.numerator, parts.denominator) = (ratio.numerator, ratio.denominator)
    } else if figure.meanOf == nil {
      let value = isShare ? figure.value / 100 : figure.value
      let texts = value.reduced.parts(over: 1)
      if max(texts.numerator.utf8.count, texts.denominator.utf8.count) <= EncodedFigure.mostDigits {
        parts.numerator = Int(texts.numerator)
        parts.denominator = Int(texts.denominator)
      }
    }
    switch figure.form {
    case .count, .level: self = .whole(Int(figure.value.decimalText(places: 0, .nearest)) ?? 0)
    case .share:
      self = .ratio(parts, percent: figure.value.decimalText(places: 2, figure.rounding))
    case .average:
      let places = figure.parts == nil && figure.meanOf == nil ? 4 : 2
      self = .average(parts, value: figure.value.decimalText(places: places, figure.rounding))
    case .opportunities:
      guard let claimed, claimed.unit != .none, let ratio = figure.parts, ratio.denominator > 0
      else {
        self = .whole(figure.parts?.numerator ?? 0)
        return
      }
      self = .ratio(parts, percent: ratio.percentText(.down))
    }
  }

  func encode(to encoder: any Encoder) throws {
    if case .whole(let number) = self {
      var container = encoder.singleValueContainer()
      try container.encode(number)
      return
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    func encode(_ parts: Parts) throws {
      try container.encode(Nullable(wrappedValue: parts.numerator), forKey: .numerator)
      try container.encode(Nullable(wrappedValue: parts.denominator), forKey: .denominator)
      try container.encode(Nullable(wrappedValue: parts.meanOf), forKey: .meanOf)
    }
    switch self {
    case .whole: break
    case .ratio(let parts, let percent):
      try encode(parts)
      try container.encode(percent, forKey: .percent)
    case .average(let parts, let value):
      try encode(parts)
      try container.encode(value, forKey: .value)
    }
  }
}
