/// Recognizes the dialect of a text from its beginning.
enum DialectSniffer {
  /// The delimiters that are tried; the earlier one wins a tie.
  static var candidates: [UInt8] { Dialect.knownDelimiters }

  /// How well a delimiter explains the records of a sample.
  private struct Score {
    let delimiter: UInt8
    /// The number of fields that most records have. Not that of the first one: lines
    /// of a title above the header say nothing of the table.
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

  /// Tells what ends records, from the first line break outside quotes; where a quote is
  /// open to the end, from the first line break at all.
  private static func lineEnding(
    of sample: Span<UInt8>, delimiter: UInt8, isWhole: Bool
  ) -> Dialect.LineEnding {
    var (isInQuotes, isAtFieldStart) = (false, true)
    var closedAt = -2
    var quoted: Dialect.LineEnding?
    for i in sample.indices {
      let byte = sample[i]
      if isInQuotes {
        // A doubled quote closes and opens again at once.
        if byte == Byte.quote { (isInQuotes, closedAt) = (false, i) }
        if quoted == nil, byte == Byte.lineFeed || byte == Byte.carriageReturn {
          quoted = ending(of: sample, at: i)
        }
        continue
      }
      switch byte {
      case Byte.quote:
        if isAtFieldStart || closedAt == i - 1 { isInQuotes = true }
      case Byte.lineFeed, Byte.carriageReturn: return ending(of: sample, at: i)
      default: break
      }
      isAtFieldStart = byte == delimiter
    }
    return isInQuotes ? quoted ?? .lineFeed : .lineFeed
  }

  /// Tells what a line break stands for.
  private static func ending(of sample: Span<UInt8>, at i: Int) -> Dialect.LineEnding {
    // At the very end of the text there is no record left to end.
    if sample[i] == Byte.lineFeed || i + 1 == sample.count { return .lineFeed }
    return sample[i + 1] == Byte.lineFeed ? .lineFeed : .carriageReturn
  }

  /// How often a record that the sample does not complete is taken for a line with a
  /// stray quote. A field of so many lines is not to cost the sample each time.
  private static let strayQuotes = 8

  private static func score(of delimiter: UInt8, in sample: Span<UInt8>, isWhole: Bool) -> Score? {
    var scanner = RecordScanner(
      dialect: Dialect(
        delimiter: delimiter,
        lineEnding: lineEnding(of: sample, delimiter: delimiter, isWhole: isWhole)),
      recordLimit: sample.count)
    var (start, widths, strays) = (0, [Int](), 0)
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
        // A quote that is open for half of the sample is a stray one in a title.
        let line = scanner.dialect.lineEnding.endOfLine(from: start, in: sample, isAtEnd: false)
        if line.isEnd, sample.count - start > sample.count / 2, strays < strayQuotes {
          widths.append(0)
          (start, strays) = (line.position, strays + 1)
          continue records
        }
        // The sample may end within its only record.
        if widths.isEmpty { widths.append(width + 1) }
        break records
      }
    }
    guard let width = mostFrequent(widths) else { return nil }
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
