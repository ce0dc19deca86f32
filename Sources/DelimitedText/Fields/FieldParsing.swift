/// Reads values from fields where they lie in the bytes of a batch.
///
/// Every function takes the bytes and the range of one field, with or without
/// padding, and makes no string and no allocation. Where a field is usually
/// plain there is a short path that can be inlined, proven equal to the general one.
///
/// ```swift
/// let bytes = batch.bytes.span
/// let offered = try FieldParsing.wholeNumber(bytes, batch.range(row: 0, field: 2))
/// ```
public enum FieldParsing: Sendable {
  /// The point, which every file may use for decimals.
  @inlinable public static var point: UInt8 { 0x2E }

  /// Removes the padding around a field: blanks, tabs and no-break spaces.
  ///
  /// - Returns: The range without padding; empty when there is nothing else.
  @inlinable
  public static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return range }
    // Above the blank and below the first continuation byte nothing is padding.
    let isPlain = bytes[first] > 0x20 && bytes[first] < 0x80 && bytes[last] > 0x20
    return isPlain && bytes[last] < 0x80 ? range : trimmedPadding(bytes, range)
  }

  @usableFromInline
  static func trimmedPadding(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if bytes[start] == Byte.blank || bytes[start] == Byte.tab {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1] == Byte.blank || bytes[end - 1] == Byte.tab {
        end -= 1
      } else if end - 2 >= start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Tells whether a field says that there is no value.
  ///
  /// That is an empty field, or one of -, --, N/A, null, NaN and unknown, in any case.
  @inlinable
  public static func isAbsent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return true }
    // A digit is never the beginning of an absent value, and most fields begin with one.
    return bytes[first] &- 48 > 9 && isWordForAbsent(bytes, range)
  }

  @usableFromInline
  static func isWordForAbsent(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let range = trimmed(bytes, range)
    switch range.count {
    case 0: return true
    case 1: return bytes[range.lowerBound] == UInt8(ascii: "-")
    case 2: return matches(bytes, range, "--")
    case 3: return matches(bytes, range, "n/a") || matches(bytes, range, "nan")
    case 4: return matches(bytes, range, "null")
    case 7: return matches(bytes, range, "unknown")
    default: return false
    }
  }

  /// Reads a truth: true or false, yes or no, y or n, 1 or 0, in any case.
  ///
  /// - Returns: nil when the field is none of them.
  public static func truth(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool? {
    let range = trimmed(bytes, range)
    switch range.count {
    case 1:
      if matches(bytes, range, "1") || matches(bytes, range, "y") { return true }
      if matches(bytes, range, "0") || matches(bytes, range, "n") { return false }
    case 2 where matches(bytes, range, "no"): return false
    case 3 where matches(bytes, range, "yes"): return true
    case 4 where matches(bytes, range, "true"): return true
    case 5 where matches(bytes, range, "false"): return false
    default: break
    }
    return nil
  }

  /// Finds the first of several texts in one field, without padding.
  ///
  /// - Parameters:
  ///   - range: Where in it the field lies.
  ///   - bytes: The text that the field lies in.
  ///   - separator: What stands between them; `nil` where a field holds only one.
  public static func first(
    of range: Range<Int>, in bytes: Span<UInt8>, separatedBy separator: UInt8?
  ) -> Range<Int> {
    guard let separator else { return range }
    for position in range where bytes[position] == separator {
      return trimmed(bytes, range.lowerBound..<position)
    }
    return range
  }

  /// Tells whether the bytes of a field are valid UTF-8.
  static func isValidUTF8(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.extracting(range))
      return true
    } catch {
      return false
    }
  }

  /// Compares a field with a word in lower case, without regard to the case of ASCII letters.
  ///
  /// - Parameter word: At most 15 bytes, which a string holds without an allocation.
  private static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: String) -> Bool {
    guard range.count == word.utf8.count else { return false }
    var i = range.lowerBound
    for letter in word.utf8 {
      let isCapital = bytes[i] >= UInt8(ascii: "A") && bytes[i] <= UInt8(ascii: "Z")
      guard (isCapital ? bytes[i] | 0x20 : bytes[i]) == letter else { return false }
      i += 1
    }
    return true
  }
}
