/// Turns UTF-16 into UTF-8.
///
/// A surrogate without its partner, and an odd byte at the end, become U+FFFD.
enum UTF16Text {
  /// Which byte of a unit comes first.
  enum Order: Sendable {
    case lowFirst
    case highFirst
  }

  /// How far a conversion has come.
  struct Progress: Equatable {
    /// Bytes of the input that are converted.
    var consumed = 0
    /// Bytes of text.
    var produced = 0
    /// Characters that had to be replaced.
    var replaced = 0
  }

  /// The most bytes of text that so many bytes of input give.
  static func room(for inputBytes: Int) -> Int { inputBytes / 2 * 3 + 3 }

  /// Converts an input, a character at a time.
  ///
  /// - Parameters:
  ///   - isLast: Whether the whole text ends with the input; otherwise a
  ///     character that it ends within is left for the next call.
  ///   - text: Receives the text from its first byte on.
  /// - Precondition: There is room for the text.
  static func scalar(
    in input: Span<UInt8>, _ order: Order, isLast: Bool, into text: inout ContiguousArray<UInt8>
  ) -> Progress {
    precondition(text.count >= room(for: input.count))
    var progress = Progress()
    var out = text.mutableSpan
    convert(input, order, isLast: isLast, upTo: input.count, into: &out, &progress)
    return progress
  }

  /// Does what `scalar` does, eight units of ASCII at a time.
  static func vector(
    in input: Span<UInt8>, _ order: Order, isLast: Bool, into text: inout ContiguousArray<UInt8>
  ) -> Progress {
    precondition(text.count >= room(for: input.count))
    var progress = Progress()
    var out = text.mutableSpan
    let ascii = SIMD8<UInt16>(repeating: 0x80)
    while input.count - progress.consumed >= 16 {
      // SAFETY: any 16 bytes are eight units; the load checks bounds.
      let loaded = unsafe input.bytes.unsafeLoadUnaligned(
        fromByteOffset: progress.consumed, as: SIMD8<UInt16>.self)
      let units = isNative(order) ? loaded : (loaded &<< 8) | (loaded &>> 8)
      if all(units .< ascii) {
        // SAFETY: any bytes are valid in an array of bytes, and the store checks bounds.
        var bytes = unsafe out.mutableBytes
        bytes.storeBytes(
          of: SIMD8<UInt8>(truncatingIfNeeded: units), toByteOffset: progress.produced,
          as: SIMD8<UInt8>.self)
        progress.consumed &+= 16
        progress.produced &+= 8
      } else {
        let end = progress.consumed + 16
        convert(input, order, isLast: isLast, upTo: end, into: &out, &progress)
        // The input ends within a pair.
        if progress.consumed < end { return progress }
      }
    }
    convert(input, order, isLast: isLast, upTo: input.count, into: &out, &progress)
    return progress
  }

  private static func isNative(_ order: Order) -> Bool {
    (order == .lowFirst) == (1.littleEndian == 1)
  }
}

// MARK: - One character after another

extension UTF16Text {
  @inline(__always)
  private static func unit(_ input: Span<UInt8>, _ i: Int, _ order: Order) -> UInt32 {
    let (first, second) = (UInt32(input[i]), UInt32(input[i + 1]))
    return order == .lowFirst ? second &<< 8 | first : first &<< 8 | second
  }

  /// Converts the characters that begin before a byte.
  @inline(__always)
  private static func convert(
    _ input: Span<UInt8>, _ order: Order, isLast: Bool, upTo end: Int,
    into out: inout MutableSpan<UInt8>, _ progress: inout Progress
  ) {
    var (i, produced) = (progress.consumed, progress.produced)
    while i < end {
      guard i + 1 < input.count else {
        guard isLast else { break }
        i += 1
        progress.replaced += 1
        append(0xFFFD, to: &out, &produced)
        break
      }
      var code = unit(input, i, order)
      var width = 2
      if code & 0xF800 == 0xD800 {
        if code < 0xDC00, i + 3 < input.count {
          let low = unit(input, i + 2, order)
          if low & 0xFC00 == 0xDC00 {
            code = 0x10000 + (code & 0x3FF) &<< 10 + (low & 0x3FF)
            width = 4
          }
        } else if code < 0xDC00, !isLast {
          break
        }
        if width == 2 {
          code = 0xFFFD
          progress.replaced += 1
        }
      }
      append(code, to: &out, &produced)
      i += width
    }
    (progress.consumed, progress.produced) = (i, produced)
  }

  @inline(__always)
  private static func append(_ code: UInt32, to out: inout MutableSpan<UInt8>, _ count: inout Int) {
    func continuation(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | (code &>> shift) & 0x3F)
    }
    if code < 0x80 {
      out[count] = UInt8(truncatingIfNeeded: code)
      count &+= 1
    } else if code < 0x800 {
      out[count] = UInt8(truncatingIfNeeded: 0xC0 | code &>> 6)
      out[count + 1] = continuation(0)
      count &+= 2
    } else if code < 0x10000 {
      out[count] = UInt8(truncatingIfNeeded: 0xE0 | code &>> 12)
      out[count + 1] = continuation(6)
      out[count + 2] = continuation(0)
      count &+= 3
    } else {
      out[count] = UInt8(truncatingIfNeeded: 0xF0 | code &>> 18)
      out[count + 1] = continuation(12)
      out[count + 2] = continuation(6)
      out[count + 3] = continuation(0)
      count &+= 4
    }
  }
}
