@testable import DelimitedText

/// Recognizes the encoding and the dialect of any beginning of any text.
func recognizesDialects(_ bytes: [UInt8]) {
  let text = ContiguousArray(bytes)
  let encoding = TextEncoding.recognized(in: text.span)
  precondition(encoding.markWidth <= text.count)
  for isWhole in [false, true] {
    let dialect = DialectSniffer.dialect(of: text.span, isWhole: isWhole, delimiter: nil)
    precondition(DialectSniffer.candidates.contains(dialect.delimiter))
    let stated = DialectSniffer.dialect(of: text.span, isWhole: isWhole, delimiter: 0x2C)
    precondition(stated.delimiter == 0x2C)
  }
}
