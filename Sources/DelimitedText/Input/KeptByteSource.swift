import Basics
internal import Synchronization

/// A source that can be begun again: what it gave is kept until that is settled.
///
/// A pipe gives its bytes once. While it is still open how they are to be read they
/// are kept, the first 8 MiB in memory and the rest in a file without a name. Copies
/// share one place in the input; only one of them reads at a time.
public final class KeptByteSource: ByteSource {
  private struct State: ~Copyable {
    var base: any ByteSource
    /// The first bytes of the input, as long as they are kept.
    var memory = ContiguousArray<UInt8>()
    /// What follows them.
    var spool: SpoolFile?
    /// How many bytes are kept in both.
    var kept = 0
    /// The place in what is kept.
    var position = 0
    var isKeeping = true
    var isAtEnd = false
  }

  private let state: Mutex<State>
  /// How many bytes are kept in memory before a file is used.
  private let memoryBytes: Int

  /// Keeps what another source gives.
  ///
  /// - Parameters:
  ///   - base: The source that is read once.
  ///   - memoryBytes: How many bytes stay in memory.
  public init(_ base: any ByteSource, memoryBytes: Int = 8 << 20) {
    state = Mutex(State(base: base))
    self.memoryBytes = memoryBytes
  }

  /// How many bytes of the input were read so far, as they are stored.
  public var bytesRead: Int { state.withLock { $0.base.bytesRead } }

  /// Goes back to the first byte.
  ///
  /// - Precondition: It is not settled that nothing begins again.
  public func rewind() {
    state.withLock { state in
      precondition(state.isKeeping, "what was read is not kept any more")
      state.position = 0
    }
  }

  /// Settles that nothing begins again: what follows is not kept.
  public func settle() {
    state.withLock { $0.isKeeping = false }
  }

  /// Reads the next bytes, the kept ones first.
  public func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    try state.withLock { (state) throws(ScanError.Reason) in
      if state.position < state.kept {
        return try KeptByteSource.readKept(&state, into: &bytes, at: offset, count: count)
      }
      if !state.isKeeping, state.kept > 0 {
        state.memory = []
        state.spool = nil
        (state.kept, state.position) = (0, 0)
      }
      if state.isAtEnd { return 0 }
      let received = try state.base.read(into: &bytes, at: offset, count: count)
      state.isAtEnd = received == 0
      if state.isKeeping, received > 0 {
        if state.spool == nil, state.memory.count + received <= memoryBytes {
          state.memory.append(contentsOf: bytes[offset..<offset + received])
        } else {
          do throws(SystemError) {
            if state.spool == nil { state.spool = try SpoolFile() }
            try state.spool!.append(bytes[offset..<offset + received])
          } catch {
            throw .unreadable(error)
          }
        }
        state.kept += received
        state.position = state.kept
      }
      return received
    }
  }

  private static func readKept(
    _ state: inout State, into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    let start = state.position
    var width = min(count, state.memory.count - start)
    if width > 0 {
      for i in 0..<width { bytes[offset + i] = state.memory[start + i] }
    } else {
      do throws(SystemError) {
        width = try state.spool!.read(
          into: &bytes, at: offset, count: min(count, state.kept - start),
          from: start - state.memory.count)
      } catch {
        throw .unreadable(error)
      }
    }
    state.position += width
    return width
  }
}
