/// Recognizes the dialect of a text from its beginning.
enum DialectSniffer {
  /// The delimiters that are tried; the earlier one wins a tie.
  static let candidates = [
    UInt8(ascii: ","), UInt8(ascii: ";"), Byte.tab, UInt8(ascii: "|"),
  ]

  /// How well a delimiter explains the records of a sample.
  private struct Score {
    let delimiter: UInt8
    /// The number of fields that a record has: that of the header, or where
    /// the first record is a single field the most frequent one.
    let width: Int
    let agreeing: Int
    let records: Int

    /// The larger share of agreeing records wins, and then the wider record.
    func isBetter(than other: Score) -> Bool {
      let (mine, theirs) = (agreeing * other.records, other.agreeing * records)
      return mine != theirs ? mine > theirs : width > other.width
    }
  }

  /// Recognizes the dialect.
  ///
  /// - Parameters:
  ///   - sample: The beginning of the text, without its mark.
  ///   - isWhole: Whether the text ends with the sample.
  ///   - delimiter: The delimiter, where it is known.
  /// - Returns: A comma where no candidate gives two fields.
  static func dialect(of sample: Span<UInt8>, isWhole: Bool, delimiter: UInt8?) -> Dialect {
    if let delimiter {
      return Dialect(
        delimiter: delimiter,
        lineEnding: lineEnding(of: sample, delimiter: delimiter, isWhole: isWhole))
    }
    var best: Score?
    for candidate in candidates {
      let score = score(of: candidate, in: sample, isWhole: isWhole)
      guard let score, best.map(score.isBetter) ?? true else { continue }
      best = score
    }
    let chosen = best?.delimiter ?? candidates[0]
    return Dialect(
      delimiter: chosen, lineEnding: lineEnding(of: sample, delimiter: chosen, isWhole: isWhole))
  }

  /// Tells what ends records, from the first line break outside quotes.
  private static func lineEnding(
    of sample: Span<UInt8>, delimiter: UInt8, isWhole: Bool
  ) -> Dialect.LineEnding {
    var (isInQuotes, isAtFieldStart) = (false, true)
    var closedAt = -2
    for i in sample.indices {
      let byte = sample[i]
      if isInQuotes {
        // A doubled quote closes and opens again at once.
        if byte == Byte.quote { (isInQuotes, closedAt) = (false, i) }
        continue
      }
      switch byte {
      case Byte.quote:
        if isAtFieldStart || closedAt == i - 1 { isInQuotes = true }
      case Byte.lineFeed: return .lineFeed
      case Byte.carriageReturn:
        // At the very end of the text there is no record left to end.
        if i + 1 == sample.count { return .lineFeed }
        return sample[i + 1] == Byte.lineFeed ? .lineFeed : .carriageReturn
      default: break
      }
      isAtFieldStart = byte == delimiter
    }
    return .lineFeed
  }

  private static func score(of delimiter: UInt8, in sample: Span<UInt8>, isWhole: Bool) -> Score? {
    var scanner = RecordScanner(
      dialect: Dialect(
        delimiter: delimiter,
        lineEnding: lineEnding(of: sample, delimiter: delimiter, isWhole: isWhole)),
      recordLimit: sample.count)
    var (start, widths) = (0, [Int]())
    records: while start < sample.count {
      var width = 0
      let place = RecordScanner.Place(start: start, line: 1, baseOffset: 0, isAtEnd: isWhole)
      switch scanner.scan(sample, place, emit: { _, _, _, _ in width += 1 }) {
      case .complete(let end, let next, _):
        // Blank lines say nothing.
        if end > start { widths.append(width) }
        start = next
      case .malformed(_, _, let next):
        widths.append(0)
        start = next
      case .needsInput:
        // The sample may end within its only record.
        if widths.isEmpty { widths.append(width + 1) }
        break records
      }
    }
    guard let width = widths.first.flatMap({ $0 > 1 ? $0 : nil }) ?? mostFrequent(widths) else {
      return nil
    }
    return Score(
      delimiter: delimiter, width: width, agreeing: widths.count { $0 == width },
      records: widths.count)
  }

  /// Gives the most frequent width of at least two fields; of equal ones the larger.
  private static func mostFrequent(_ widths: [Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for width in widths where width > 1 { counts[width, default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
