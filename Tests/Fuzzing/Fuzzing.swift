#if canImport(Glibc)
  import Glibc
#endif

/// What libFuzzer calls: one input, given to the target that the environment names.
///
/// A target traps where something that always holds does not; it has no other way
/// to say so. `Tests/fuzz` builds and runs them.
enum FuzzTarget: String, CaseIterable {
  case reader, fields, sniffer, configuration, pipeline

  /// The target that SLCHECK_FUZZ_TARGET names.
  static let chosen: FuzzTarget = {
    // SAFETY: the environment is read once, before anything could change it.
    guard let name = unsafe getenv("SLCHECK_FUZZ_TARGET"),
      let target = FuzzTarget(rawValue: unsafe String(cString: name))
    else {
      fatalError("SLCHECK_FUZZ_TARGET is one of \(allCases.map(\.rawValue))")
    }
    return target
  }()

  func take(_ bytes: [UInt8]) {
    switch self {
    case .reader: readsAlikeInEveryChunk(bytes)
    case .fields: parsesFields(bytes)
    case .sniffer: recognizesDialects(bytes)
    case .configuration: readsConfigurations(bytes)
    case .pipeline: runsWhole(bytes)
    }
  }
}

/// Takes one input of libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // SAFETY: libFuzzer owns so many bytes there while the call lasts.
  let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: count))
  FuzzTarget.chosen.take(bytes)
  return 0
}
