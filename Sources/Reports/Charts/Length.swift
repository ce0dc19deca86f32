/// A length or a place in a drawing, in whole tenths of its unit.
///
/// Whole numbers are written alike on every machine, and a tenth is finer than a screen shows.
struct Length: Hashable, Comparable, Sendable, ExpressibleByIntegerLiteral {
  /// How many tenths.
  let tenths: Int

  /// Creates a length of so many tenths.
  init(tenths: Int) { self.tenths = tenths }

  /// Creates a length of whole units.
  init(_ units: Int) { tenths = units * 10 }

  init(integerLiteral units: Int) { self.init(units) }

  static func + (a: Length, b: Length) -> Length { Length(tenths: a.tenths + b.tenths) }
  static func - (a: Length, b: Length) -> Length { Length(tenths: a.tenths - b.tenths) }
  static func * (a: Length, factor: Int) -> Length { Length(tenths: a.tenths * factor) }
  static func / (a: Length, divisor: Int) -> Length { Length(tenths: a.tenths / divisor) }
  static func < (a: Length, b: Length) -> Bool { a.tenths < b.tenths }

  /// The number as a drawing has it: 12, 12.5, -0.3.
  var text: String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }
}
