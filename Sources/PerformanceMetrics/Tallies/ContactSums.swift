/// Whole-number sums over records: all that any figure is made of.
///
/// Nineteen counts side by side, so that adding two is a short run of vector
/// additions. Merging is associative and commutative and an empty value changes
/// nothing. Counts stay below 2⁵³ a row; `hasOverflowed` tells when a sum reached
/// 2⁶⁰, which leaves room to add any two of them.
public struct ContactSums: Sendable {
  /// The counts by figure.
  private var counts = InlineArray<19, Int>(repeating: 0)
  /// Whether any sum has reached 2⁶⁰; all are then worthless.
  public private(set) var hasOverflowed = false

  /// The largest sum is one less than two to this power.
  static let limitBits = 60

  /// Creates sums of nothing.
  public init() {}

  /// Adds other sums to these.
  public mutating func merge(_ other: ContactSums) {
    // Both sides are below 2⁶⁰ unless they overflowed before, so that no addition
    // wraps; the worthless sums of an overflow are zeros.
    var bits = 0
    for index in 0..<19 {
      counts[index] &+= other.counts[index]
      bits |= counts[index]
    }
    hasOverflowed = hasOverflowed || other.hasOverflowed || bits >> ContactSums.limitBits != 0
    if hasOverflowed { counts = .init(repeating: 0) }
  }

  /// Gives what is left of these sums without others that are a part of them.
  func subtracting(_ part: ContactSums) -> ContactSums {
    var rest = self
    for index in 0..<19 { rest.counts[index] -= part.counts[index] }
    return rest
  }

  /// Gives the sums of both.
  public func merging(_ other: ContactSums) -> ContactSums {
    var sums = self
    sums.merge(other)
    return sums
  }
}

// MARK: - In words

extension ContactSums {
  /// Reads sums that were written in words.
  ///
  /// - Parameter next: The first word; behind the last one afterwards.
  init(_ words: Span<UInt32>, at next: inout Int) {
    self.init()
    let mask = words[next]
    next += 1
    for index in 0..<19 where mask >> UInt32(index) & 1 == 1 {
      counts[index] = Int(words[next])
      next += 1
    }
  }

  /// Writes the sums that are not zero, and before them which these are.
  ///
  /// - Parameter next: The first word; behind the last one afterwards.
  /// - Returns: All bits of all sums, which have no place in their words where they are more
  ///   than 32; all ones where sums have overflowed.
  func write(to words: inout MutableSpan<UInt32>, at next: inout Int) -> Int {
    var (mask, bits, end): (UInt32, Int, Int) = (0, 0, next + 1)
    for index in 0..<19 where counts[index] != 0 {
      mask |= 1 << UInt32(index)
      bits |= counts[index]
      words[end] = UInt32(truncatingIfNeeded: counts[index])
      end += 1
    }
    words[next] = mask
    next = end
    return hasOverflowed ? -1 : bits
  }
}

// MARK: - Digest

extension ContactSums {
  /// Mixes all sums into a digest.
  func mixed(into digest: UInt64) -> UInt64 {
    // Spread first, so that a small digest is not undone by a small count.
    var digest = ContactSums.mixed(digest, 0)
    for index in 0..<19 {
      digest = ContactSums.mixed(digest, UInt64(bitPattern: Int64(counts[index])))
    }
    return digest
  }

  private static func mixed(_ digest: UInt64, _ count: UInt64) -> UInt64 {
    // One to one, so that two sums that differ in one count never meet.
    let mixed = (digest ^ count) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ mixed >> 32
  }
}

// MARK: - What is counted

extension ContactSums {
  /// A figure that is kept for every key and interval.
  enum Figure: Int, CaseIterable {
    case rows
    case offered
    case answered
    case abandoned
    case answeredWithin
    case answeredUnjudged
    case abandonedWithin
    case abandonedUnjudged
    case shortAbandoned
    case shortUnjudged
    case flowOut
    case waitMilliseconds
    case handleMilliseconds
    case rowsWithoutFlowOut
    case rowsWithoutWait
    case rowsWithoutHandle
    case answeredDoubtful
    case answeredNearest
    case rowsOfPercentages
  }

  subscript(figure: Figure) -> Int {
    get { counts[figure.rawValue] }
    set { counts[figure.rawValue] = newValue }
  }

  /// Contacts offered, O.
  public var offered: Int { self[.offered] }
  /// Contacts answered, A.
  public var answered: Int { self[.answered] }
  /// Contacts abandoned, B.
  public var abandoned: Int { self[.abandoned] }
  /// Contacts answered within the threshold, where a row has that count, or the fewest that its
  /// printed percentage allows.
  public var answeredWithin: Int { self[.answeredWithin] }
  /// Contacts answered in rows without a count for the threshold that judges them.
  public var answeredUnjudged: Int { self[.answeredUnjudged] }
  /// Contacts more that may have been answered in time, where a printed percentage leaves it open.
  public var answeredDoubtful: Int { self[.answeredDoubtful] }
  /// How many of these the counts nearest to the printed percentages take.
  public var answeredNearest: Int { self[.answeredNearest] }
  /// Rows whose contacts answered in time are known from a printed percentage.
  public var rowsOfPercentages: Int { self[.rowsOfPercentages] }
  /// Contacts abandoned within the threshold, where a row has that count.
  public var abandonedWithin: Int { self[.abandonedWithin] }
  /// Contacts abandoned in rows without a count for the threshold.
  public var abandonedUnjudged: Int { self[.abandonedUnjudged] }
  /// Contacts abandoned within the short limit, where a row has that count.
  public var shortAbandoned: Int { self[.shortAbandoned] }
  /// Contacts abandoned in rows without a count for the short limit.
  public var shortUnjudged: Int { self[.shortUnjudged] }
  /// Contacts offered that were neither answered nor abandoned, where a row has that count.
  public var flowOut: Int { self[.flowOut] }
  /// Summed delay of the answered contacts, in milliseconds.
  public var waitMilliseconds: Int { self[.waitMilliseconds] }
  /// Summed handle time of the answered contacts, in milliseconds.
  public var handleMilliseconds: Int { self[.handleMilliseconds] }
  /// Rows with offered contacts and no count of flow-outs.
  public var rowsWithoutFlowOut: Int { self[.rowsWithoutFlowOut] }
  /// Rows with answered contacts and no delay.
  public var rowsWithoutWait: Int { self[.rowsWithoutWait] }
  /// Rows with answered contacts and no handle time.
  public var rowsWithoutHandle: Int { self[.rowsWithoutHandle] }
  /// Rows.
  public var rows: Int { self[.rows] }

  /// What a formula takes for the contacts offered.
  public func demand(_ demand: Demand) -> Int {
    switch demand {
    case .offered: offered
    case .answeredPlusAbandoned: answered + abandoned
    }
  }
}

extension ContactSums: Hashable {
  /// Tells whether all sums are equal.
  public static func == (a: ContactSums, b: ContactSums) -> Bool {
    a.hasOverflowed == b.hasOverflowed && (0..<19).allSatisfy { a.counts[$0] == b.counts[$0] }
  }

  /// Feeds all sums to a hasher.
  public func hash(into hasher: inout Hasher) {
    for index in 0..<19 { hasher.combine(counts[index]) }
  }
}

extension Int {
  /// Adds a number that is not negative, stopping at the largest there is.
  package mutating func addSaturating(_ other: Int) {
    let (sum, overflows) = addingReportingOverflow(other)
    self = overflows ? .max : sum
  }
}
