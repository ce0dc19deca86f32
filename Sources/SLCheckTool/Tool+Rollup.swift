import Basics
import ContactRecords
import PerformanceMetrics

extension Tool {
  /// Writes interval records again as canonical CSV, at a coarser grain where one is asked for.
  static func rollup(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    guard let grain = arguments.grain else { preconditionFailure("a roll-up without its grain") }
    try OutputCollision.check(arguments)
    let configuration = try ConfigurationFile.read(arguments)
    var intake = try Intake(
      configuration, arguments: arguments, diagnostics: Diagnostics(arguments))
    intake.center.begin(RecordArchive(policy: configuration.onConflict, zone: configuration.zone))
    let threads = intake.threads
    let center = try intake.read(arguments.inputs).center
    let archive = center.archive!
    let text: ContiguousArray<UInt8>
    do throws(RollupError) {
      if let kind = archive.otherKinds.first { throw .otherKind(kind.noun) }
      let dropped = Set(arguments.over)
      let judged =
        grain == .interval
        ? nil
        : RolledOutcomes(
          center, options: options(configuration, threads: threads), over: dropped)
      let rolled = try archive.intervals.rolled(
        by: grain, over: dropped, policy: configuration.onConflict, judged: judged)
      text = try rolled.document(zone: configuration.zone)
    } catch {
      throw ToolError(sentence: "rollup: \(error)", .data)
    }
    try write(Array(text), to: arguments.outputPath)
    return .success
  }
}
