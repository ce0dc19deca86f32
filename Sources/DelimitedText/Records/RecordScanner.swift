/// Reads one record of any shape, byte by byte.
///
/// This is the general parser: `RecordCutter` hands it every record that
/// has quotes or line breaks inside quotes or stray quotes, the last one of the
/// input, and those that may be too long. It
/// keeps no place of its own. When the input ends inside a record, it asks for
/// more and later reads the record again from its start; the window grows
/// geometrically, so that a byte is read a small number of times.
///
/// To change it: every look at a byte ahead must ask first whether that byte is
/// known, and say `.needsInput` when it is not. The split tests find the rest.
struct RecordScanner: Sendable {
  let dialect: Dialect
  /// The most bytes of a record, without its line break.
  let recordLimit: Int
  /// What is known about the quotes after an earlier malformed record.
  private var doom: Doom?

  enum Outcome {
    /// The content ends, the next record begins, and so many line breaks lie within.
    case complete(contentEnd: Int, next: Int, breaks: Int)
    /// The first physical line ends, and the next one begins.
    case malformed(RecordProblem, lineEnd: Int, next: Int)
    case needsInput
  }

  /// A stretch in which quotes that are open at a line break lead to a known problem.
  ///
  /// All line breaks of a malformed record lie within its quotes. A later record
  /// that is inside quotes at one of them meets the same end, without reading
  /// on. Otherwise a file of stray quotes would cost a mebibyte per line. A
  /// record that is too long dooms its lines in the same way.
  private struct Doom: Sendable {
    let end: Int
    let problem: RecordProblem
  }

  /// Where a record stands in the input that is known.
  struct Place {
    let start: Int
    /// The physical line at the start.
    let line: Int
    /// The offset of the first known byte in the whole input.
    let baseOffset: Int
    /// Whether the known bytes are the last ones.
    let isAtEnd: Bool
  }

  init(dialect: Dialect, recordLimit: Int) {
    self.dialect = dialect
    self.recordLimit = recordLimit
  }
}

// MARK: - Reading

extension RecordScanner {
  /// Reads the record that begins at a place.
  ///
  /// - Parameters:
  ///   - emit: Called for each field with its content's start and end, whether
  ///     it was quoted, and whether it holds doubled quotes. The fields of a
  ///     record that is not complete are the caller's to forget.
  @inline(__always)
  mutating func scan(
    _ input: Span<UInt8>, _ place: Place, emit: (Int, Int, Bool, Bool) -> Void
  ) -> Outcome {
    // A record of the longest length may end in CRLF; a byte more is too long.
    let end = min(input.count, place.start + recordLimit + 2)
    let lineEnding = dialect.lineEnding
    var (i, breaks) = (place.start, 0)
    while true {
      if i < end, input[i] == Byte.quote {
        let open = i
        var hasDoubledQuotes = false
        i += 1
        while true {
          guard i < end else { return stopped(input, place, open: open, breaks: breaks, at: i) }
          let byte = input[i]
          if byte == Byte.quote {
            if i + 1 < input.count {
              guard input[i + 1] == Byte.quote else { break }
              hasDoubledQuotes = true
              i += 2
              continue
            }
            if place.isAtEnd { break }
            return stopped(input, place, open: open, breaks: breaks, at: i)
          }
          i += 1
          guard byte == Byte.lineFeed || byte == Byte.carriageReturn else { continue }
          guard
            let width = lineEnding.breakWidth(at: i - 1, in: input, isAtEnd: place.isAtEnd)
          else { return stopped(input, place, open: open, breaks: breaks, at: i - 1) }
          if width > 0 {
            i += width - 1
            breaks += 1
            if let doom, place.baseOffset + i < doom.end {
              return doomed(doom, input, place, open: open)
            }
          }
        }
        emit(open + 1, i, true, hasDoubledQuotes)
        i += 1
        if i >= end, place.isAtEnd, end == input.count {
          return completed(input, place, contentEnd: i, next: i, breaks: breaks)
        }
        guard i < end else { return stopped(input, place, open: nil, breaks: breaks, at: i) }
        if input[i] == dialect.delimiter {
          i += 1
          continue
        }
        guard let width = lineEnding.breakWidth(at: i, in: input, isAtEnd: place.isAtEnd) else {
          return stopped(input, place, open: nil, breaks: breaks, at: i)
        }
        if width > 0 {
          return completed(input, place, contentEnd: i, next: i + width, breaks: breaks)
        }
        return malformed(.textAfterQuote, input, place, at: i, breaks: breaks, reached: i)
      }
      let fieldStart = i
      while true {
        guard i < end else {
          guard place.isAtEnd, end == input.count else {
            return stopped(input, place, open: nil, breaks: breaks, at: i)
          }
          emit(fieldStart, i, false, false)
          return completed(input, place, contentEnd: i, next: i, breaks: breaks)
        }
        let byte = input[i]
        if byte == dialect.delimiter {
          emit(fieldStart, i, false, false)
          i += 1
          break
        }
        if byte == Byte.lineFeed || byte == Byte.carriageReturn {
          guard let width = lineEnding.breakWidth(at: i, in: input, isAtEnd: place.isAtEnd)
          else { return stopped(input, place, open: nil, breaks: breaks, at: i) }
          if width > 0 {
            emit(fieldStart, i, false, false)
            return completed(input, place, contentEnd: i, next: i + width, breaks: breaks)
          }
        }
        i += 1
      }
    }
  }
}

// MARK: - Ends of a record

extension RecordScanner {
  private mutating func completed(
    _ input: Span<UInt8>, _ place: Place, contentEnd: Int, next: Int, breaks: Int
  ) -> Outcome {
    guard contentEnd - place.start > recordLimit else {
      return .complete(contentEnd: contentEnd, next: next, breaks: breaks)
    }
    return malformed(
      .recordTooLong, input, place, at: place.start + recordLimit, breaks: breaks,
      reached: contentEnd)
  }

  /// Decides what it means that the known or the allowed bytes end at a byte.
  ///
  /// - Parameter open: The quote that is open there.
  private mutating func stopped(
    _ input: Span<UInt8>, _ place: Place, open: Int?, breaks: Int, at i: Int
  ) -> Outcome {
    // Nothing is decided before the limit, so that it falls the same way
    // wherever the window ends.
    if i > place.start + recordLimit + 1 || place.isAtEnd {
      // At the end of the input only an open quote comes here.
      if let open {
        return malformed(.unclosedQuote, input, place, at: open, breaks: breaks, reached: i)
      }
      return malformed(
        .recordTooLong, input, place, at: place.start + recordLimit, breaks: breaks, reached: i)
    }
    return .needsInput
  }

  private func doomed(
    _ doom: Doom, _ input: Span<UInt8>, _ place: Place, open: Int
  ) -> Outcome {
    var problem = doom.problem
    // The quote that is never closed may be this record's own.
    if problem.reason == .unclosedQuote, problem.byteOffset < place.baseOffset + open {
      problem = self.problem(.unclosedQuote, input, place, at: open)
    }
    return firstLine(of: problem, input, place)
  }

  /// Rejects the first physical line of a record.
  ///
  /// - Parameter reached: How far the record was read.
  private mutating func malformed(
    _ reason: RecordProblem.Reason, _ input: Span<UInt8>, _ place: Place, at i: Int, breaks: Int,
    reached: Int
  ) -> Outcome {
    let problem = problem(reason, input, place, at: i)
    if breaks > 0 { doom = Doom(end: place.baseOffset + reached, problem: problem) }
    return firstLine(of: problem, input, place)
  }

  private func firstLine(
    of problem: RecordProblem, _ input: Span<UInt8>, _ place: Place
  ) -> Outcome {
    let end = min(input.count, place.start + recordLimit + 2)
    var i = place.start
    while i < end {
      guard
        let width = dialect.lineEnding.breakWidth(at: i, in: input, isAtEnd: place.isAtEnd)
      else { break }
      if width > 0 {
        guard i - place.start <= recordLimit else { break }
        return .malformed(problem, lineEnd: i, next: i + width)
      }
      i += 1
    }
    if i - place.start > recordLimit {
      let limit = place.start + recordLimit
      return .malformed(
        self.problem(.lineTooLong, input, place, at: limit), lineEnd: limit, next: limit)
    }
    return place.isAtEnd ? .malformed(problem, lineEnd: i, next: i) : .needsInput
  }

  private func problem(
    _ reason: RecordProblem.Reason, _ input: Span<UInt8>, _ place: Place, at i: Int
  ) -> RecordProblem {
    let (line, column) = dialect.lineEnding.position(
      of: i, in: input, from: place.start, line: place.line)
    return RecordProblem(
      reason: reason, line: line, column: column, byteOffset: place.baseOffset + i)
  }
}
