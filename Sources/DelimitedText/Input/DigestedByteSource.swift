public import Basics
internal import Synchronization

/// A source that digests an input as it is stored, while it is read.
///
/// What is digested are the bytes that come from the system, before anything is decoded:
/// those that the source gives, or those of the compressed file that it unpacks. Copies
/// share one place in the input; only one of them reads at a time.
public final class DigestedByteSource: ByteSource {
  private struct State: ~Copyable {
    var base: any ByteSource
    /// The compressed file that the base unpacks; nil where the base gives what is stored.
    var packed: PackedFile?
    var isAtEnd = false
  }

  private let state: Mutex<State>
  private let digest: StreamDigest

  /// Digests what another source gives.
  public convenience init(_ base: any ByteSource, _ place: StreamDigest.Place) {
    self.init(base, nil, place)
  }

  /// Starts to unpack a regular file, and digests it as it is.
  ///
  /// - Throws: The reason when the program cannot be started.
  convenience init(
    unpacking file: InputFile, with program: String, _ place: StreamDigest.Place
  ) throws(ScanError.Reason) {
    // The program moves the place in the file as soon as it is started.
    let packed = PackedFile(file)
    self.init(try UnpackedByteSource(file, with: program), packed, place)
  }

  private init(_ base: any ByteSource, _ packed: PackedFile?, _ place: StreamDigest.Place) {
    state = Mutex(State(base: base, packed: packed))
    digest = StreamDigest(place)
  }

  /// How many bytes of the input were read so far, as they are stored.
  public var bytesRead: Int { state.withLock { $0.base.bytesRead } }

  /// Reads the next bytes.
  public func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    try state.withLock { (state) throws(ScanError.Reason) in
      try read(&state, into: &bytes, at: offset, count: count)
    }
  }

  /// Reads what nobody has read yet, and gives the digest of all bytes as 64 hexadecimal
  /// digits.
  ///
  /// - Throws: The reason when the input cannot be read to its end.
  public func finish() throws(ScanError.Reason) -> String {
    try state.withLock { (state) throws(ScanError.Reason) in
      var rest = ContiguousArray<UInt8>()
      while !state.isAtEnd {
        if rest.isEmpty { rest = ContiguousArray(repeating: 0, count: 65_536) }
        _ = try read(&state, into: &rest, at: 0, count: rest.count)
      }
    }
    return digest.finish()
  }

  private func read(
    _ state: inout State, into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    let received = try state.base.read(into: &bytes, at: offset, count: count)
    state.isAtEnd = received == 0 && count > 0
    if state.packed != nil {
      try state.packed!.digest(toTheEnd: state.isAtEnd, into: digest)
    } else {
      digest.update(bytes.span.extracting(offset..<offset + received))
    }
    return received
  }
}

/// A compressed file, digested as far as the program that unpacks it has read it.
private struct PackedFile {
  private let file: InputFile
  /// What the file was when the program was started.
  private let state: FileState?
  /// Up to which byte of the file all is digested.
  private var end: Int
  private var bytes = ContiguousArray<UInt8>(repeating: 0, count: 65_536)

  /// Begins where the program is going to begin.
  init(_ file: InputFile) {
    self.file = file
    state = file.state
    end = file.position
  }

  /// Digests what the program has read since the last call, or all that is left.
  ///
  /// - Throws: The reason when the file cannot be read, or has changed.
  mutating func digest(toTheEnd isWanted: Bool, into digest: StreamDigest) throws(ScanError.Reason)
  {
    while isWanted || end < file.position {
      let received: Int
      do throws(SystemError) {
        received = try file.read(into: &bytes, at: 0, count: bytes.count, from: end)
      } catch {
        throw .unreadable(error)
      }
      if received == 0 { break }
      digest.update(bytes.span.extracting(0..<received))
      end += received
    }
    if isWanted, file.state != state { throw .changed }
  }
}
