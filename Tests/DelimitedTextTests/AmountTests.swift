import Basics
import DelimitedText
import Testing

@Suite struct AmountTests {
  private func amount(_ text: String, decimalComma: Bool = false) -> String? {
    let bytes = ContiguousArray("9\(text)9".utf8)
    let separator = UInt8(ascii: decimalComma ? "," : ".")
    return FieldParsing.amount(bytes.span, 1..<bytes.count - 1, decimalSeparator: separator)?
      .description
  }

  @Test(
    arguments: [
      ("0", "0"), ("1234.5", "1234.5"), (" 12 ", "12"), (".5", "0.5"), ("12.", "12"),
      ("-12.34", "-12.34"), ("+7", "7"), ("$1,234.50", "1234.5"), ("-$12", "-12"),
      ("$-12", "-12"), ("€ 0.1", "0.1"), ("12 €", "12"), ("12.50 USD", "12.5"),
      ("CHF 1'234'567.80", "1234567.8"), ("£3", "3"), ("₹9", "9"), ("1 234 567", "1234567"),
      ("1\u{A0}234.5", "1234.5"), ("1\u{202F}234", "1234"), ("1,234", "1234"),
      ("0.000001", "0.000001"), ("0.0000010", "0.000001"), ("1.234", "1.234"),
      ("900000000000000", "900000000000000"), ("-900,000,000,000,000.000", "-900000000000000"),
      ("", nil), ("$", nil), ("-", nil), (".", nil), ("1,23", nil), ("12,34,567", nil),
      ("1,2345", nil), (",123", nil), ("1,234,56", nil), ("1234,567", nil), ("1,234 567", nil),
      ("1.234,56", nil), ("1.2.3", nil), ("0.0000001", nil), ("900000000000000.000001", nil),
      ("900000000000001", nil), ("99999999999999999999999999", nil), ("$1€", nil), ("--1", nil),
      ("1-", nil), ("US 1", nil), ("usd 1", nil), ("1e3", nil), ("12abc", nil), ("1, 234", nil),
    ] as [(String, String?)])
  func amountsAreExact(_ text: String, _ expected: String?) {
    #expect(amount(text) == expected)
  }

  @Test(
    arguments: [
      ("1234,5", "1234.5"), ("1.234,50 €", "1234.5"), ("1.234", "1234"), ("1.234.567", "1234567"),
      ("12.5", "12.5"), ("12.50", "12.5"), ("0.125", "0.125"), ("1234.567", "1234.567"),
      ("1,234.50", "1234.5"), ("1,234", "1.234"), ("1,234,567", "1234567"), (",5", "0.5"),
      ("1 234,5", "1234.5"), ("1.23,4", nil), ("1.234,5,6", nil), ("1.234,567.8", nil),
    ] as [(String, String?)])
  func decimalCommasMakeThePointASeparatorOfThousands(_ text: String, _ expected: String?) {
    #expect(amount(text, decimalComma: true) == expected)
  }

  @Test(
    arguments: [
      ("12", nil), ("$12", "$"), ("12 €", "€"), ("-EUR 5", "EUR"), ("¥1", "¥"), ("", nil),
      ("EUR", nil),
    ] as [(String, String?)])
  func theCurrencyIsFound(_ text: String, _ expected: String?) {
    let bytes = ContiguousArray("9\(text)9".utf8)
    let range = FieldParsing.currency(bytes.span, 1..<bytes.count - 1)
    #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == expected)
  }
}
