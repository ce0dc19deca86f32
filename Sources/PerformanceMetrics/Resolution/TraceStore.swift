/// The traces of all legs, apart by customer.
///
/// A customer's traces all lie in one of 256 parts, so that they are sorted part by
/// part: what a run needs besides the traces is room for one part of them. A part
/// grows by pieces, which are never copied again.
struct TraceStore: Sendable {
  fileprivate struct Part: Sendable {
    var full: [ContiguousArray<ContactTrace>] = []
    var open: ContiguousArray<ContactTrace> = []
  }

  fileprivate static let partBits: UInt64 = 8
  /// Traces of a piece: 48 KiB.
  private static let pieceCount = 2048

  private var parts = [Part](repeating: Part(), count: 1 << partBits)
  /// The number of traces.
  private(set) var count = 0

  /// Adds a trace.
  mutating func append(_ trace: ContactTrace) {
    let part = Int(trace.customer >> (64 - TraceStore.partBits))
    count += 1
    parts[part].open.append(trace)
    guard parts[part].open.count >= TraceStore.pieceCount else { return }
    parts[part].full.append(parts[part].open)
    parts[part].open = []
    parts[part].open.reserveCapacity(TraceStore.pieceCount)
  }

  /// Adds the traces of another store.
  mutating func merge(_ other: TraceStore) {
    count += other.count
    for (index, part) in other.parts.enumerated() {
      parts[index].full += part.full
      for trace in part.open {
        parts[index].open.append(trace)
      }
      guard parts[index].open.count >= TraceStore.pieceCount else { continue }
      parts[index].full.append(parts[index].open)
      parts[index].open = []
    }
  }

  /// Hands out the traces one by one, in no order.
  func forEach(_ body: (ContactTrace) -> Void) {
    for part in parts {
      for piece in part.full { piece.forEach(body) }
      part.open.forEach(body)
    }
  }

  /// Some of the parts: no customer has traces in two of such groups.
  struct Group: Sendable {
    fileprivate let parts: ArraySlice<Part>

    /// Hands out the traces part by part, those of a customer side by side and in order.
    ///
    /// - Complexity: O(*n*) for well spread digests; allocates room for one part.
    func forEachSortedPart(_ body: (ContiguousArray<ContactTrace>) -> Void) {
      var sorter = TraceSorter(bitsBefore: TraceStore.partBits)
      for part in parts where !(part.full.isEmpty && part.open.isEmpty) {
        body(sorter.sorted(part.full + [part.open]))
      }
    }
  }

  /// Parts of a group: few enough for many threads, and many enough to reuse their room.
  private static let partsPerGroup = 16

  /// All traces, in groups that can be judged apart from each other.
  var groups: [Group] {
    stride(from: 0, to: parts.count, by: TraceStore.partsPerGroup).map {
      Group(parts: parts[$0..<min(parts.count, $0 + TraceStore.partsPerGroup)])
    }
  }
}

/// Sorts traces: by as many bits of the customer as there are traces, then by comparison.
///
/// Digests are spread evenly, so that a bucket holds a customer or two. One that
/// holds many more, since a number is shared by thousands, is sorted by the library.
private struct TraceSorter {
  /// Upper bits of the customer that all traces have in common.
  let bitsBefore: UInt64
  /// The end of each bucket, while it fills; then its end.
  private var ends: ContiguousArray<Int32> = []
  private static let mostBits = 18
  /// Up to here a bucket is sorted by insertion.
  private static let small = 24

  init(bitsBefore: UInt64) {
    self.bitsBefore = bitsBefore
  }

  mutating func sorted(
    _ pieces: [ContiguousArray<ContactTrace>]
  ) -> ContiguousArray<ContactTrace> {
    let count = pieces.reduce(0) { $0 + $1.count }
    let bits = min(Self.mostBits, Int.bitWidth - count.leadingZeroBitCount)
    let shift = 64 - UInt64(bits)
    let before = bitsBefore
    func bucket(_ trace: ContactTrace) -> Int {
      Int(truncatingIfNeeded: (trace.customer << before) >> shift)
    }
    ends = .init(repeating: 0, count: 1 << bits + 1)
    for piece in pieces {
      for trace in piece { ends[bucket(trace) + 1] += 1 }
    }
    for index in ends.indices.dropFirst() { ends[index] += ends[index - 1] }
    // `ends[b]` is the start of bucket b, and moves to its end as it fills.
    var sorted = ContiguousArray(repeating: ContactTrace.none, count: count)
    for piece in pieces {
      for trace in piece {
        let place = bucket(trace)
        sorted[Int(ends[place])] = trace
        ends[place] += 1
      }
    }
    var start = 0
    for place in 0..<(1 << bits) {
      let end = Int(ends[place])
      if end - start > 1 { Self.sort(&sorted, start..<end) }
      start = end
    }
    return sorted
  }

  private static func sort(_ traces: inout ContiguousArray<ContactTrace>, _ range: Range<Int>) {
    guard range.count <= small else {
      // Sorting a slice in place would copy all of the array.
      let ordered = traces[range].sorted(by: ContactTrace.precedes)
      for (index, trace) in zip(range, ordered) { traces[index] = trace }
      return
    }
    for index in range.dropFirst() {
      let trace = traces[index]
      var place = index
      while place > range.lowerBound, ContactTrace.precedes(trace, traces[place - 1]) {
        traces[place] = traces[place - 1]
        place -= 1
      }
      traces[place] = trace
    }
  }
}
