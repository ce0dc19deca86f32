#if canImport(Glibc)
  import Glibc
#endif
import SLCheckTool

/// Runs the program on a file: it ends with a status that is ours, and never with a bug.
///
/// The first byte chooses the options.
func runsWhole(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  let path = "/dev/shm/slcheck-fuzz-\(getpid()).csv"
  // SAFETY: the bytes and the path outlive the calls.
  let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  guard descriptor >= 0 else { fatalError("no place for a file") }
  _ = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress! + 1, $0.count - 1) }
  close(descriptor)
  var arguments = ["-q", "--max-rejects", "100%", path]
  if first & 1 != 0 { arguments += ["--format", "json"] }
  if first & 2 != 0 { arguments += ["--detail", "intervals"] }
  if first & 4 != 0 { arguments += ["--on-conflict", first & 8 != 0 ? "sum" : "last"] }
  if first & 16 != 0 { arguments += ["--time-zone", "Australia/Lord_Howe"] }
  if first & 32 != 0 { arguments += ["--strict-counts"] }
  if first & 64 != 0 { arguments += ["--by", "queue,site"] }
  let status = Tool.run(arguments)
  // SAFETY: the path outlives the call.
  _ = unsafe unlink(path)
  precondition([0, 64, 65, 66, 74].contains(status), "status \(status)")
}
