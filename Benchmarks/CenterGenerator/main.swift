do throws(GeneratorError) {
  try Command(CommandLine.arguments.dropFirst()).run()
} catch {
  stop(saying: "CenterGenerator: \(error)\n", status: error.exitStatus)
}
