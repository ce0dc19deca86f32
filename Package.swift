// swift-tools-version: 6.2
import PackageDescription

/// One list for every target: the language mode and the checks the house keeps.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatWarning("StrictMemorySafety", as: .error),
  .treatWarning("ExplicitSendable", as: .warning),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The stages, from bytes to a verdict: each may use the ones before it and nothing after it.
let stages = [
  "Basics", "DelimitedText", "ContactRecords", "PerformanceMetrics", "MaturityRules", "Reports",
  "Audit", "SLCheckTool",
]

func dependencies(upTo end: Int) -> [Target.Dependency] {
  stages[..<end].map { .target(name: $0) }
}

let package = Package(
  name: "slcheck",
  platforms: [.macOS(.v26)],
  products: stages.map { .library(name: $0, targets: [$0]) } + [
    .executable(name: "slcheck", targets: ["slcheck"])
  ],
  targets: stages.enumerated().flatMap { index, name -> [Target] in
    [
      .target(
        name: name, dependencies: dependencies(upTo: index), swiftSettings: settings),
      .testTarget(
        name: name + "Tests",
        dependencies: dependencies(upTo: index + 1) + ["TestSupport"],
        exclude: name == "Reports" ? ["Golden"] : [],
        swiftSettings: settings),
    ]
  } + [
    .executableTarget(
      name: "slcheck", dependencies: ["Basics", "SLCheckTool"], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: dependencies(upTo: stages.count),
      path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: dependencies(upTo: stages.count) + [
        "TestSupport", "slcheck", "CenterGenerator",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "CenterGenerator", dependencies: ["Basics"], path: "Benchmarks/CenterGenerator",
      swiftSettings: settings),
  ]
)
