#if canImport(Glibc)
  import Glibc
#endif

/// What libFuzzer calls: one input, given to the target that the environment names.
///
/// A target traps where something that always holds does not; it has no other way
/// to say so. `Tests/fuzz` builds and runs them.
enum FuzzTarget: String, CaseIterable {
  // Two programs: the first holds the modules that read text alone, so that libFuzzer has
  // less to look at after each input, and comes to several times as many.
  #if FUZZ_TOOL
    case configuration, pipeline
  #else
    case reader, fields, sniffer
  #endif

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
    #if FUZZ_TOOL
      case .configuration: readsConfigurations(bytes)
      case .pipeline: runsWhole(bytes)
    #else
      case .reader: readsAlikeInEveryChunk(bytes)
      case .fields: parsesFields(bytes)
      case .sniffer: recognizesDialects(bytes)
    #endif
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
