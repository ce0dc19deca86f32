/// A currency as records state it: by a sign such as $, or by a code such as USD.
public struct Currency: Hashable, Comparable, Sendable {
  /// The sign, or the code in capital letters.
  public let symbol: String

  /// Creates a currency from what a record says.
  public init(_ symbol: String) {
    self.symbol = symbol.uppercased()
  }

  /// The currencies that a sign may stand for, as far as it is known (own rule).
  private static let codes: [String: Set<String>] = [
    "$": [
      "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "BRL", "JMD",
      "TTD", "BSD", "BBD", "BZD", "FJD", "US$", "C$", "A$", "CA$", "AU$", "NZ$", "S$", "HK$",
    ],
    "€": ["EUR"], "£": ["GBP", "EGP", "GIP", "FKP"], "¥": ["JPY", "CNY"], "₹": ["INR"],
    "₱": ["PHP"], "₩": ["KRW"], "₪": ["ILS"], "₺": ["TRY"], "₽": ["RUB"], "₴": ["UAH"],
    "₫": ["VND"], "₦": ["NGN"], "₡": ["CRC"], "₲": ["PYG"], "₸": ["KZT"], "₵": ["GHS"],
  ]

  /// Whether this is a sign that several currencies may share.
  public var isSign: Bool { Currency.codes[symbol] != nil }

  /// Tells whether two statements may be about one currency: equal ones, and a sign
  /// and a code that it may stand for.
  public func agrees(with other: Currency) -> Bool {
    self == other || Currency.codes[symbol]?.contains(other.symbol) ?? false
      || Currency.codes[other.symbol]?.contains(symbol) ?? false
  }

  /// Orders codes before signs, and each by their letters.
  public static func < (a: Currency, b: Currency) -> Bool {
    a.isSign == b.isSign ? a.symbol < b.symbol : b.isSign
  }
}

extension Currency: CustomStringConvertible {
  /// The sign or the code.
  public var description: String { symbol }
}
